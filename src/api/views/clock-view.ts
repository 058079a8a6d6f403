import { explainClock } from '../../engine/explain-clock.ts'
import type { ItemState } from '../../engine/item.ts'
import type { AnyLedger } from '../../engine/ledger.ts'
import { markOf, stateOf } from '../../engine/rungs.ts'
import type { ClockView, WhyView } from '../present/item.ts'
import type { Viewing } from './viewing.ts'

/** The clocks of an item in the order of the definition: those that have started, and the steps of the ladder to come. */
export function clockViews(ledger: AnyLedger, item: ItemState, viewing: Viewing): ClockView[] {
  return Object.entries(ledger.clocks).flatMap(([name, definition]) => {
    const clock = item.clocks[name]
    const mark = markOf(definition, item.values)
    if (!clock && !mark) return []
    return [
      {
        id: name,
        label: definition.label,
        mark,
        state: clock ? stateOf(clock, item, viewing.now) : 'todo',
        startedAt: clock?.startedAt ?? null,
        dueAt: clock?.dueAt ?? null,
        stoppedAt: clock?.stoppedAt ?? null,
        provisional: clock?.provisional ?? null,
        extensions: clock?.extensions ?? 0,
        why: whyView(ledger, item, name, viewing),
      },
    ]
  })
}

function whyView(ledger: AnyLedger, item: ItemState, clock: string, { calendar }: Viewing): WhyView | null {
  const why = explainClock(ledger, item, clock, calendar)
  if (why === null) return null
  const days = why.days.map(({ day, role, mark, n }) => ({ day, role, mark, n: n ?? null }))
  return { rule: why.rule, steps: why.steps, days }
}
