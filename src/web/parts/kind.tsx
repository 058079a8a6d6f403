import { t } from '../../text.ts'
import type { Text } from '../../text.ts'
import { useLang, useT } from '../i18n/lang.tsx'

/** What a commitment promises: a number reached, a state reached, a trend, or work done. */
export type CommitmentLabel = 'number' | 'state' | 'trend' | 'activity'

export const kindWords: Readonly<Record<CommitmentLabel, Text>> = {
  number: t('数量目标', 'Number target'),
  state: t('状态目标', 'State target'),
  trend: t('趋势', 'Trend'),
  activity: t('工作动作', 'Activity'),
}

const signs: Readonly<Record<CommitmentLabel, Text>> = {
  number: t('数', 'N'),
  state: t('状', 'S'),
  trend: t('势', 'T'),
  activity: t('行', 'A'),
}

/** The class of a kind's rule and tint, for highlights in report text (`hl num`). */
export const kindClass: Readonly<Record<CommitmentLabel, string>> = {
  number: 'num',
  state: 'sta',
  trend: 'tre',
  activity: 'act',
}

/** The one-character sign of a kind. `named` writes the word beside it. */
export function Kind({ kind, named = false }: { kind: CommitmentLabel; named?: boolean }) {
  const say = useT()
  const { lang } = useLang()
  const word = say(kindWords[kind])
  return (
    <>
      <abbr className={`k ${kindClass[kind]}`} title={word} aria-label={word} aria-hidden={named || undefined}>
        {signs[kind][lang]}
      </abbr>
      {named && ` ${word}`}
    </>
  )
}
