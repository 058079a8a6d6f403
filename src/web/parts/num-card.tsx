import { useState } from 'react'
import { Link } from 'wouter'
import { t } from '../../text.ts'
import { useT } from '../i18n/lang.tsx'
import { useFormat } from '../i18n/use-format.ts'
import type { OpenNum } from './num.tsx'

/** A second Enter then goes to the items. */
const takeFocus = (link: HTMLAnchorElement | null) => link?.focus()

/** The card of a number: value, how it counts, as of when, from which items, the value before; then the way to the items. */
export function NumCard({ num, onClose }: { num: OpenNum; onClose: () => void }) {
  const say = useT()
  const format = useFormat()
  const { metric, version, counts, items, evidence, last, ledger, asOf = format.now } = num.source
  const name =
    metric && `${say(metric)}${version ? say(t(' 第 {version} 版', ', version {version}'), { version }) : ''}`
  const from = items === undefined ? null : say(t('{items} 个事项', '{items} items'), { items: format.number(items) })
  const proof =
    evidence === undefined
      ? ''
      : say(t('，佐证 {evidence} 件', ', {evidence} pieces of proof'), { evidence: format.number(evidence) })
  return (
    <>
      <div className="row">
        <b className="numv">{num.text}</b>
        <span>{num.label}</span>
        <span className="sp" />
        {ledger && <span className="tag o">{say(ledger)}</span>}
      </div>
      <dl>
        {(name ?? counts) && (
          <>
            <dt>{say(t('口径', 'Counts'))}</dt>
            <dd>{[name, counts && say(counts)].filter(Boolean).join(say(t('：', ': ')))}</dd>
          </>
        )}
        <dt>{say(t('截至', 'As of'))}</dt>
        <dd>{format.moment(asOf)}</dd>
        {from && (
          <>
            <dt>{say(t('来自', 'From'))}</dt>
            <dd>
              {from}
              {proof}
            </dd>
          </>
        )}
        {last && (
          <>
            <dt>{say(t('上次', 'Before'))}</dt>
            <dd>
              {format.day(last.at)} {format.number(last.value)}
              {num.value !== null && `${say(t('，', ', '))}${format.number(num.value - last.value, { signed: true })}`}
            </dd>
          </>
        )}
      </dl>
      <div className="row foot">
        <Link href={num.href} onClick={onClose} ref={takeFocus}>
          {say(t('看事项', 'See items'))}
        </Link>
        <CopyCited
          citation={`${num.label} ${num.text}${say(t('（截至 ', ' (as of '))}${format.moment(asOf, true)}${say(t('）', ')'))} ${location.origin}${num.href}`}
        />
        <span className="sp" />
        <kbd aria-hidden="true">⏎</kbd>
      </div>
    </>
  )
}

/** Copies the number with where it comes from. The clipboard is closed to plain http; the button is then left out. */
function CopyCited({ citation }: { citation: string }) {
  const say = useT()
  const [copied, setCopied] = useState(false)
  if (!('clipboard' in navigator)) return null
  return (
    <button
      type="button"
      className="lk-btn"
      onClick={() => void navigator.clipboard.writeText(citation).then(() => setCopied(true))}
    >
      {copied ? say(t('已复制', 'Copied')) : say(t('复制带出处', 'Copy with source'))}
    </button>
  )
}
