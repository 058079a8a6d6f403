import { Button as AriaButton } from 'react-aria-components/Button'
import { findLedger } from '../../../ledgers/index.ts'
import { entryFor } from '../../../engine/ledger.ts'
import { t, type Text } from '../../../text.ts'
import { useT } from '../../i18n/lang.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { Icon } from '../../parts/icon.tsx'
import { useParams } from 'wouter'

const DUE: Readonly<Record<string, Text>> = {
  past: t('已过期', 'past due'),
  today: t('今日到期', 'due today'),
  week: t('7 天内到期', 'due in 7 days'),
}
const MET: Readonly<Record<string, Text>> = {
  in_time: t('按期办结', 'settled in time'),
  late: t('迟办', 'settled late'),
  overdue: t('逾期未办', 'overdue'),
  running: t('未到期', 'still running'),
}

type FigureChipsProps = { params: URLSearchParams; onChange: (params: URLSearchParams) => void }

/** What a number elsewhere has filtered by and no chip offers: a month of limits, a metric's items. Only to be taken away. */
export function FigureChips({ params, onChange }: FigureChipsProps) {
  const say = useT()
  const words = useWords()
  const groups = [['due'], ['month', 'met'], ['metric', 'part'], ['role'], ['region'], ['leader']]
  return groups.map((keys) => {
    const label = words(params, keys)
    if (label === null) return null
    return (
      <span key={keys.join(' ')} className="chip fl on">
        <span className="chipb">{label}</span>
        <AriaButton
          className="chipx"
          aria-label={say(t('去掉 {label}', 'Remove {label}'), { label })}
          onPress={() => {
            const next = new URLSearchParams(params)
            for (const key of keys) next.delete(key)
            onChange(next)
          }}
        >
          <Icon name="x" size="xs" />
        </AriaButton>
      </span>
    )
  })
}

function useWords() {
  const say = useT()
  const format = useFormat()
  const ledger = findLedger(useParams<{ ledger: string }>().ledger)
  return (params: URLSearchParams, keys: readonly string[]): string | null => {
    const [key = '', second = ''] = keys
    const value = params.get(key)
    const extra = params.get(second)
    if (value === null && extra === null) return null
    if (key === 'due') return say(DUE[value ?? ''] ?? t('时限', 'Limit'))
    if (key === 'month') {
      const met = MET[extra ?? '']
      const month = value ? say(t('{month}到期', 'Due {month}'), { month: format.month(value) }) : ''
      return [month, met && say(met)].filter(Boolean).join(say(t('：', ': ')))
    }
    if (key === 'metric') {
      const metric = ledger && entryFor(ledger.metrics, value ?? '')
      const part = extra === 'per' ? t('（分母）', ' (all)') : t('', '')
      return `${say(metric?.label ?? t('口径', 'Metric'))}${say(part)}`
    }
    if (key === 'role') return say(value === 'co' ? t('协办', 'As co-unit') : t('牵头', 'As lead unit'))
    return `${say(key === 'region' ? t('属地', 'Region') : t('分管领导', 'Leader'))} ${value ?? ''}`
  }
}
