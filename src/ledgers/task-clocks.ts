import { monthlyOn, workingDays } from '../calendar/duration.ts'
import type { Clock, Rung } from '../engine/ledger.ts'
import { t } from '../text.ts'

/** Reminded the working day before and on the day; late, the office learns of it next morning, the leader on the third. */
export const ladder = [
  { id: 'before_1', workingDays: -1, does: 'remind', to: 'owner' },
  { id: 'due_day', workingDays: 0, does: 'remind', to: 'owner' },
  { id: 'late_1', workingDays: 1, does: 'escalate', to: ['owner', 'supervisor'] },
  { id: 'late_3', workingDays: 3, does: 'escalate', to: ['supervisor', 'leader'] },
] as const satisfies readonly Rung[]

/** For small duties: no leader is troubled with them. */
export const shortLadder = [ladder[1], ladder[2]] as const

/**
 * 3 working days to sign for or dispute: the strictest of the local limits for saying “not ours” (3 working days, 7, or
 * 10 natural days) in the handling of deputies' proposals; a city parameter.
 */
export const signClock = {
  label: t('签收', 'Signing'),
  mark: { is: t('签', 'S') },
  starts: 'create',
  stops: 'sign',
  limit: workingDays(3),
  rungs: shortLadder,
} as const satisfies Clock

/** Monthly report by the 28th, as 盘锦 asks of the lead units of its report; the first falls in the month after signing. */
export const monthlyClock = {
  label: t('月报', 'Monthly report'),
  mark: { is: t('月', 'M') },
  starts: ['sign', 'reopen'],
  stops: 'report',
  repeats: true,
  limit: monthlyOn(28),
  rungs: shortLadder,
} as const satisfies Clock

/** To the agreed date. It stands while the office reviews the request to close. */
export const finishClock = {
  label: t('办结', 'Settling'),
  mark: { is: t('结', 'F') },
  starts: ['create', 'reopen'],
  stops: 'submit',
  continues: 'send_back',
  limit: { until: 'deadline' },
  rungs: ladder,
} as const satisfies Clock
