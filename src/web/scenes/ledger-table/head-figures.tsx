import type { LedgerFigures, MetricView } from '../../../api/present/ledger.ts'
import type { AnyLedger } from '../../../engine/ledger.ts'
import { t } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Num } from '../../parts/num.tsx'
import { ACROSS } from './use-items.ts'

/** So many of the ledger's rates stand in its head; the others are in 说明. */
const RATES_SHOWN = 2

/** 交办 412 · 已销号 371 · 在办 41 · 办结率: each opens its items, each rate says over what. */
export function HeadFigures({ ledger, figures }: { ledger: AnyLedger | null; figures: LedgerFigures }) {
  const say = useT()
  const { total, done, open, asOf, metrics } = figures
  const base = `/ledgers/${ledger?.id ?? ACROSS}`
  const rates = ledger ? metrics.filter(({ per }) => per !== null).slice(0, RATES_SHOWN) : []
  const counts = [
    { label: t('交办', 'Issued'), value: total, href: base },
    { label: t('已销号', 'Closed'), value: done, href: `${base}?standing=done` },
    { label: t('在办', 'Open'), value: open, href: `${base}?tab=open` },
  ]
  return (
    <>
      {counts.map(({ label, value, href }, at) => (
        <span key={label.en}>
          {say(label)}{' '}
          <Num
            value={value}
            label={say(label)}
            href={href}
            zero="digit"
            source={{ asOf, items: value, ...(ledger && { ledger: ledger.label }) }}
          />
          {(at !== counts.length - 1 || rates.length > 0) && ' · '}
        </span>
      ))}
      {ledger &&
        rates.map((metric) => (
          <span key={metric.id} className="rate">
            {say(metric.label)} <Rate metric={metric} ledger={ledger} asOf={asOf} />
          </span>
        ))}
    </>
  )
}

/** A metric's value; it opens the items above the line. */
export function Rate({ metric, ledger, asOf }: { metric: MetricView; ledger: AnyLedger; asOf: string }) {
  const say = useT()
  const format = useFormat()
  const { value, per, unit, label, formula, of } = metric
  const words = per !== null ? `${format.number(value, { digits: 1 })}%` : format.number(value)
  const source = { metric: label, version: ledger.version, counts: formula, asOf, ledger: ledger.label, items: of }
  return (
    <Num value={value} label={say(label)} href={metric.href} source={source}>
      {per === null && unit ? `${words} ${say(unit)}` : words}
    </Num>
  )
}
