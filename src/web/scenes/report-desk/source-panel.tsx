import { useCallback, useMemo } from 'react'
import type { MouseEvent, RefObject } from 'react'
import type { CommitmentView, ReportView, Span } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'
import { Popover } from '../../parts/popover.tsx'
import { isActive } from './desk-filters.ts'
import { markText, originalOffset } from './marked-text.ts'
import type { MarkedParagraph, TextMark } from './marked-text.ts'
import { SourceParagraph } from './source-paragraph.tsx'
import type { Look } from './source-paragraph.tsx'
import type { Desk } from './use-desk.ts'
import { bringToMiddle, useMiddleThird } from './use-middle-third.ts'

/** The report as it was handed in, with what was read in it. A click on a passage brings up its proposal. */
export function SourcePanel({ desk, paper }: { desk: Desk; paper: RefObject<HTMLDivElement | null> }) {
  const say = useT()
  const { report, commitments, current, mode, select, split } = desk
  const paragraphs = useMarkedText(report, commitments)
  const looks = useMemo(() => looksOf(commitments), [commitments])
  useMiddleThird(paper, current?.id ?? null, paragraphs)
  const lineWords = useCallback(
    (first: number, last: number) =>
      say(first === last ? t('{a} 行', 'line {a}') : t('{a}–{b} 行', 'lines {a}–{b}'), { a: first, b: last }),
    [say],
  )
  const press = (event: MouseEvent<HTMLElement>) => {
    const mark = event.target instanceof Element ? event.target.closest('[data-c]') : null
    const id = mark?.getAttribute('data-c') ?? null
    if (id === null) return
    const at = mode === 'split' && id === current?.id ? clickedOffset(event, report.text) : null
    if (at === null) select(id)
    else split(at)
  }
  return (
    <Panel
      className="src"
      title={say(t('报告原文', 'The report'))}
      meta={
        <a href={`/api/reports/${report.id}/original`} download title={say(t('下载原件', 'Download the original'))}>
          sha256 <span className="mono">{report.sha256.slice(0, 8)}</span>
        </a>
      }
      actions={<Legend report={report} paper={paper} />}
    >
      {/* A pointer's way to a proposal; the keyboard's is J and K. */}
      <div
        ref={paper}
        className={`paper doc${mode === 'split' ? ' cut' : ''}`}
        lang="zh-CN"
        onClick={press}
        tabIndex={0}
        role="document"
        aria-label={say(t('报告原文', 'The report'))}
      >
        {paragraphs.map((paragraph) => {
          const ids = marksOf(paragraph)
          return (
            <SourceParagraph
              key={paragraph.span[0]}
              paragraph={paragraph}
              looks={looks}
              look={ids.map((id) => lookKey(looks.get(id))).join(' ')}
              current={current && ids.includes(current.id) ? current.id : null}
              lineWords={lineWords}
            />
          )
        })}
      </div>
    </Panel>
  )
}

function Legend({ report, paper }: { report: ReportView; paper: RefObject<HTMLDivElement | null> }) {
  const say = useT()
  const { flags } = report
  return (
    <>
      {flags.length > 0 && (
        <Popover
          label={say(t('原文存疑', 'Doubts about the text'))}
          trigger={say(t('存疑 {n} 处', '{n} doubts'), { n: flags.length })}
          triggerClass="lk-btn fgs"
        >
          {(close) => (
            <ul className="flags">
              {flags.map((flag, at) => (
                <li key={at}>
                  <button
                    type="button"
                    className="lk-btn"
                    onClick={() => {
                      close()
                      if (paper.current) scrollToOffset(paper.current, flag.span[0])
                    }}
                  >
                    {say(flag.message)}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Popover>
      )}
      <span className="lgd" aria-hidden="true">
        <span className="hl num">
          {say(t('数', 'no.'))}
          <b>15</b>
        </span>
        <span className="hl sta">
          <b>{say(t('状', 'st'))}</b>
          {say(t('态', 'ate'))}
        </span>
        <span className="hl tre">{say(t('趋势', 'trend'))}</span>
        <span className="hl act">{say(t('动作', 'act'))}</span>
        <span className="gx">{say(t('手段目的号召', 'means'))}</span>
      </span>
    </>
  )
}

/** Cut once; again only when passages come or go (merge, split) or a kind is corrected. */
function useMarkedText(report: ReportView, commitments: readonly CommitmentView[]): MarkedParagraph[] {
  const marks = commitments.filter(isActive).map((one) => markOf(report, one))
  const written = JSON.stringify(marks)
  return useMemo(() => {
    const spans = (levels: readonly number[]) =>
      report.outline.filter(({ level }) => levels.includes(level)).map(({ span }) => span)
    return markText({
      text: report.text,
      paragraphs: report.paragraphs.map(({ span }) => span),
      headings: spans([0, 1]),
      heads: spans([2, 3]),
      greys: report.clauses.map(({ span }) => span),
      marks: JSON.parse(written) as TextMark[],
    })
  }, [report.text, report.paragraphs, report.outline, report.clauses, written])
}

/** A number target shows its quantities strong, a state its verb. */
function markOf(report: ReportView, { id, span, decision, label }: CommitmentView): TextMark {
  const strong: Span[] = []
  if (decision.label === 'number') strong.push(...decision.targets.map((target) => target.span))
  const verbAt = label === 'state' && decision.verb !== '' ? report.text.slice(...span).indexOf(decision.verb) : -1
  if (verbAt >= 0) strong.push([span[0] + verbAt, span[0] + verbAt + decision.verb.length])
  return { commitment: id, span, strong: strong.filter(([start, end]) => start >= span[0] && end <= span[1]) }
}

function looksOf(commitments: readonly CommitmentView[]): ReadonlyMap<string, Look> {
  return new Map(commitments.map(({ id, seq, decision, state }) => [id, { seq, label: decision.label, state }]))
}

const lookKey = (look: Look | undefined) => (look ? `${look.seq}${look.label}${look.state}` : '')

function marksOf({ pieces }: MarkedParagraph): string[] {
  return pieces.flatMap((piece) => (piece.kind === 'mark' ? [piece.commitment] : []))
}

/** The place in the original under the pointer: the character nearest to it becomes the first of the second half. */
function clickedOffset(event: MouseEvent, text: string): number | null {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY)
  const part = caret?.offsetNode.parentElement?.closest('[data-at]')
  const start = part?.getAttribute('data-at')
  if (!caret || start === null || start === undefined) return null
  return originalOffset(text, Number(start), caret.offset)
}

function scrollToOffset(paper: HTMLElement, offset: number): void {
  const marks = [...paper.querySelectorAll('[data-c]')]
  const near = marks.find((mark) => Number(mark.querySelector('[data-at]')?.getAttribute('data-at')) >= offset)
  const id = (near ?? marks.at(-1))?.getAttribute('data-c')
  if (id) bringToMiddle(paper, id)
}
