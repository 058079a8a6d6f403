import { type Fault, fault } from './faults.ts'
import { type Action, type AnyLedger, entryFor, many } from './ledger.ts'

/**
 * The life of an item: every stage is reached from the first one, every stage but the done ones leads on to a done one,
 * a done stage is left only by an action that goes back to work and must give its reason (返销), and every clock that
 * can start can be stopped.
 */
export function checkLife(ledger: AnyLedger): Fault[] {
  return [...stageFaults(ledger), ...doneFaults(ledger), ...clockFaults(ledger)]
}

function stageFaults(ledger: AnyLedger): Fault[] {
  const faults: Fault[] = []
  const reached = reachableFrom(ledger, ledger.initial)
  const done = Object.keys(ledger.stages).filter((id) => isDone(ledger, id))
  if (done.length === 0) faults.push(fault(ledger.id, 'stages', 'no stage is done: items could never be closed'))
  for (const id of Object.keys(ledger.stages)) {
    if (!reached.has(id)) faults.push(fault(ledger.id, `stages.${id}`, 'cannot be reached'))
    const onward = reachableFrom(ledger, id)
    if (!done.some((end) => onward.has(end)))
      faults.push(fault(ledger.id, `stages.${id}`, 'cannot be left for a done stage'))
  }
  return faults
}

function doneFaults(ledger: AnyLedger): Fault[] {
  return moves(ledger).flatMap(([id, action, to]) => {
    if (!many(action.from).some((stage) => isDone(ledger, stage))) return []
    if (!isDone(ledger, to) && action.note === 'required') return []
    return [fault(ledger.id, `actions.${id}`, 'leaves a done stage: it must reopen the item and require a note')]
  })
}

function clockFaults(ledger: AnyLedger): Fault[] {
  return Object.entries(ledger.clocks).flatMap(([name, clock]) => {
    const begins = many(clock.starts).flatMap((start) => stagesAfter(ledger, start))
    const stoppable = begins.every((stage) => {
      const onward = reachableFrom(ledger, stage)
      const stops = many(clock.stops).flatMap((id) => many(entryFor(ledger.actions, id)?.from))
      return stops.some((from) => onward.has(from))
    })
    return stoppable ? [] : [fault(ledger.id, `clocks.${name}.stops`, 'cannot be reached once the clock has started')]
  })
}

/** The stages an item may stand at just after an action. */
function stagesAfter(ledger: AnyLedger, start: string): readonly string[] {
  if (start === 'create') return [ledger.initial]
  const action = entryFor(ledger.actions, start)
  if (!action) return []
  return action.to === undefined ? many(action.from) : [action.to]
}

function reachableFrom(ledger: AnyLedger, start: string): Set<string> {
  const reached = new Set([start])
  for (const stage of reached) {
    for (const [, action, to] of moves(ledger)) if (many(action.from).includes(stage)) reached.add(to)
  }
  return reached
}

function moves(ledger: AnyLedger): [string, Action, string][] {
  return Object.entries(ledger.actions).flatMap(([id, action]) =>
    action.to === undefined ? [] : [[id, action, action.to] as [string, Action, string]],
  )
}

function isDone(ledger: AnyLedger, stage: string): boolean {
  return entryFor(ledger.stages, stage)?.standing === 'done'
}
