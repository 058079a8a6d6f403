import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode, RefObject } from 'react'
import type { CommitmentView, ReaderRuleView, ReportView } from '../../../api/present/report.ts'
import { t } from '../../../text.ts'
import type { Text } from '../../../text.ts'
import { get } from '../../client.ts'
import { useT } from '../../i18n/lang.tsx'
import type { Say } from '../../i18n/lang.tsx'
import { Panel } from '../../parts/panel.tsx'
import { LightShape } from '../../parts/light.tsx'
import { ReviewLog } from './review-log.tsx'
import type { Desk } from './use-desk.ts'

/** Why the line under review was read as it was: rules in order, confidence, place, hints, and what was decided so far. */
export function WhyPanel({ desk, panel }: { desk: Desk; panel: RefObject<HTMLDivElement | null> }) {
  const say = useT()
  const { current, report } = desk
  return (
    <div ref={panel} tabIndex={-1} className="whyw">
      <Panel className="why" title={say(t('为什么这样读', 'Why it is read so'))} actions={<kbd>W</kbd>}>
        {current && (
          <>
            <Steps commitment={current} report={report} />
            <Place commitment={current} report={report} />
            <Hints commitment={current} report={report} />
          </>
        )}
        <ReviewLog desk={desk} />
      </Panel>
    </div>
  )
}

function useRules(): ReadonlyMap<string, ReaderRuleView> {
  const { data } = useQuery({
    queryKey: ['reader-rules'],
    queryFn: ({ signal }) => get<readonly ReaderRuleView[]>('/reader-rules', signal),
    staleTime: Infinity,
  })
  return useMemo(() => new Map((data ?? []).map((rule) => [rule.id, rule])), [data])
}

type OfOne = { commitment: CommitmentView; report: ReportView }

function Steps({ commitment, report }: OfOne) {
  const say = useT()
  const rules = useRules()
  const { deadline, suggestion } = commitment
  const dueWords =
    deadline?.due ??
    say(t('取年度末 {year}-12-31，标“默认”', 'end of year {year}-12-31, as default'), { year: report.year })
  return (
    <ol className="steps pad">
      {commitment.rules.map((id, at) => {
        const rule = rules.get(id)
        return (
          <Step key={at} id={id} words={rule ? say(rule.says) : id}>
            {id.startsWith('D-') ? dueWords : rule && <Example sentence={rule.example} />}
          </Step>
        )
      })}
      {!commitment.rules.some((id) => id.startsWith('D-')) && (
        <Step words={deadlineWords(commitment, say)}>{dueWords}</Step>
      )}
      {suggestion && (
        <Step words={say(suggestion.reason)}>
          {say(t('职责词表，建议由{unit}牵头', 'Duty words; {unit} proposed to lead'), {
            unit: say(suggestion.unit.short),
          })}
        </Step>
      )}
    </ol>
  )
}

function Example({ sentence }: { sentence: string }) {
  const say = useT()
  if (sentence === '') return null
  return (
    <>
      {say(t('例：', 'e.g. '))}
      <span lang="zh-CN">{sentence}</span>
    </>
  )
}

function Step({ words, id, children }: { words: string; id?: string; children?: ReactNode }) {
  return (
    <li>
      {words}
      <small>
        {id !== undefined && <span className="mono">{id}</span>} {children}
      </small>
    </li>
  )
}

function deadlineWords({ deadline }: CommitmentView, say: Say): string {
  if (deadline === null) return say(t('原文没有写时限', 'The text names no time'))
  if (deadline.due === null)
    return say(t('原文写“{text}”，不是日期', 'The text says “{text}”, which is no day'), { text: deadline.text })
  return say(t('原文写“{text}”', 'The text says “{text}”'), { text: deadline.text })
}

function Place({ commitment, report }: OfOne) {
  const say = useT()
  const { confidence, span, line } = commitment
  const lines = report.text.slice(span[0], span[1]).split('\n').length
  return (
    <div className="pad pl kv">
      <div>
        <span>{say(t('把握', 'Sure'))}</span>
        <b>{confidence.toFixed(2)}</b>
        <div className="pb" aria-hidden="true">
          <i className={confidence < 0.8 ? 'low' : ''} style={{ width: `${confidence * 100}%` }} />
        </div>
      </div>
      <div>
        <span>{say(t('位置', 'Place'))}</span>
        <b>{say(t('字符 {a}–{b}', 'characters {a}–{b}'), { a: span[0], b: span[1] })}</b>
      </div>
      <div>
        <span>{say(t('原版', 'Line'))}</span>
        <b>{say(t('第 {n} 行', 'line {n}'), { n: line })}</b>
        <em>{lines === 1 ? say(t('同一行', 'on one line')) : say(t('跨 {n} 行', 'over {n} lines'), { n: lines })}</em>
      </div>
    </div>
  )
}

/** What an officer should also look at: the reader's hints, and doubts about the text right here. */
function Hints({ commitment, report }: OfOne) {
  const say = useT()
  const [start, end] = commitment.span
  const near = report.flags.filter(({ span }) => span[0] < end && span[1] > start)
  const hints: readonly Text[] = [...commitment.hints, ...near.map(({ message }) => message)]
  if (hints.length === 0) return null
  return (
    <div className="pad pl">
      <h3>{say(t('也请看一眼', 'Also worth a look'))}</h3>
      <ul className="nt">
        {hints.map((hint, at) => (
          <li key={at}>
            <LightShape light="warn" small word={false} />
            <span>{say(hint)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
