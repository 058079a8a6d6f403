import { checkCondition } from './check-conditions.ts'
import { checkLabels } from './check-labels.ts'
import { checkLife } from './check-life.ts'
import { type Fault, fault, FaultList } from './faults.ts'
import { RESERVED_ACTIONS } from './built-in-actions.ts'
import { COMMON_KEYS } from './item.ts'
import { type Action, type AnyLedger, type Clock, type Limit, many, type Metric, type Where } from './ledger.ts'
import { CLOSING_RUNG } from './rungs.ts'

export type { Fault } from './faults.ts'

/** What is wrong with a definition, each fault with its path; empty when nothing is. */
export function checkLedger(ledger: AnyLedger): Fault[] {
  const list = new FaultList(ledger)
  checkIds(list)
  checkFields(list)
  checkCreate(list)
  for (const [id, action] of Object.entries(ledger.actions)) checkAction(list, `actions.${id}`, action)
  for (const [id, clock] of Object.entries(ledger.clocks)) checkClock(list, `clocks.${id}`, clock)
  for (const [id, metric] of Object.entries(ledger.metrics)) checkMetric(list, `metrics.${id}`, metric)
  checkProgress(list)
  checkPublicView(list)
  return [...list.faults, ...checkLabels(ledger), ...checkLife(ledger)]
}

const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/
const CONDITION_WORDS: readonly string[] = ['all', 'any', 'not']

function checkIds(list: FaultList): void {
  const { ledger } = list
  const tables = ['fields', 'stages', 'actions', 'clocks', 'metrics'] as const
  if (!SNAKE_CASE.test(ledger.id)) list.faults.push(fault(ledger.id, 'id', 'is not in snake_case'))
  for (const table of tables) {
    for (const id of Object.keys(ledger[table]))
      list.must(SNAKE_CASE.test(id), `${table}.${id}`, 'is not in snake_case')
  }
  for (const id of Object.keys(ledger.actions)) {
    list.must(!RESERVED_ACTIONS.includes(id), `actions.${id}`, 'every ledger already has an action of this name')
  }
  for (const id of Object.keys(ledger.clocks)) {
    list.must(id !== CLOSING_RUNG, `clocks.${id}`, 'this name is kept for the last rung, 0')
  }
}

function checkFields(list: FaultList): void {
  for (const id of Object.keys(list.ledger.fields)) {
    const taken = (COMMON_KEYS as readonly string[]).includes(id)
    list.must(!taken, `fields.${id}`, 'every item already has a column of this name')
    list.must(!CONDITION_WORDS.includes(id), `fields.${id}`, 'this name is a word of conditions')
  }
}

/** A required field is asked for when the item is opened or by an action, or it could never be filled in. */
function checkCreate(list: FaultList): void {
  const { ledger } = list
  list.stage('initial', ledger.initial)
  list.fields('create.asks', ledger.create.asks)
  const asked = new Set([...ledger.create.asks, ...Object.values(ledger.actions).flatMap(({ asks }) => asks ?? [])])
  for (const [id, { required }] of Object.entries(ledger.fields)) {
    list.must(!required || asked.has(id), `fields.${id}`, 'is required, but nothing asks for it')
  }
}

function checkAction(list: FaultList, path: string, action: Action): void {
  const { ledger } = list
  many(action.from).forEach((stage, index) => list.stage(`${path}.from[${index}]`, stage))
  list.must(many(action.from).length > 0, `${path}.from`, 'names no stage')
  list.must(many(action.by).length > 0, `${path}.by`, 'names no role')
  if (action.to !== undefined) list.stage(`${path}.to`, action.to)
  list.fields(`${path}.asks`, action.asks ?? [])
  list.fields(`${path}.requires`, action.requires ?? [])
  list.fields(`${path}.clears`, action.clears ?? [])
  checkReachable(list, path, action)
  if (action.when) checkCondition(list, `${path}.when`, action.when)
  for (const [key, value] of Object.entries(action.set ?? {})) {
    if (!list.field(`${path}.set.${key}`, key)) continue
    const valid = value === null || ledger.fields[key]?.schema.safeParse(value).success === true
    list.must(valid, `${path}.set.${key}`, `${JSON.stringify(value)} is no value of this field`)
  }
  if (action.notBySamePersonAs !== undefined) list.action(`${path}.notBySamePersonAs`, action.notBySamePersonAs)
  if (action.clock && 'extend' in action.clock) {
    list.clock(`${path}.clock.extend`, action.clock.extend)
    list.fieldOf(`${path}.clock.to`, action.clock.to, ['date'])
  }
  list.must((action.proof?.atLeast ?? 1) >= 1, `${path}.proof.atLeast`, 'is less than 1')
}

/** What an action requires is asked for by it, by another action, or when the item is opened. */
function checkReachable(list: FaultList, path: string, { requires }: Action): void {
  const { create, actions } = list.ledger
  const sources = Object.values(actions)
  requires?.forEach((key, index) => {
    const reachable =
      create.asks.includes(key) ||
      sources.some(({ asks, set }) => asks?.includes(key) === true || set?.[key] !== undefined)
    list.must(reachable, `${path}.requires[${index}]`, 'nothing asks for this field')
  })
}

function checkClock(list: FaultList, path: string, clock: Clock): void {
  many(clock.starts).forEach((id, index) => {
    if (id !== 'create') list.action(`${path}.starts[${index}]`, id)
  })
  many(clock.stops).forEach((id, index) => list.action(`${path}.stops[${index}]`, id))
  many(clock.continues).forEach((id, index) => list.action(`${path}.continues[${index}]`, id))
  list.must(many(clock.starts).length > 0, `${path}.starts`, 'nothing starts this clock')
  list.must(many(clock.stops).length > 0, `${path}.stops`, 'nothing stops this clock')
  checkLimit(list, `${path}.limit`, clock.limit)
  many(clock.mark).forEach(({ when }, index) => {
    if (when) checkCondition(list, `${path}.mark[${index}].when`, when)
  })
  const ids = (clock.rungs ?? []).map(({ id }) => id)
  ids.forEach((id, index) => {
    list.must(SNAKE_CASE.test(id), `${path}.rungs[${index}].id`, 'is not in snake_case')
    list.must(ids.indexOf(id) === index, `${path}.rungs[${index}].id`, 'stands twice')
  })
}

function checkLimit(list: FaultList, path: string, limit: Limit): void {
  if ('until' in limit) {
    list.fieldOf(`${path}.until`, limit.until, ['date'])
    return
  }
  if (!Array.isArray(limit)) return
  const choices = limit as Extract<Limit, readonly unknown[]>
  choices.forEach(({ when }, index) => {
    if (when) checkCondition(list, `${path}[${index}].when`, when)
  })
  list.must(
    choices.at(-1)?.when === undefined,
    path,
    'leaves some items without a limit: the last one needs no condition',
  )
}

function checkMetric(list: FaultList, path: string, metric: Metric): void {
  checkWhere(list, `${path}.of`, metric.of)
  if (metric.per) checkWhere(list, `${path}.per`, metric.per)
  if (metric.sum !== undefined) list.fieldOf(`${path}.sum`, metric.sum, ['number', 'money'])
  if (metric.perSum === undefined) return
  list.fieldOf(`${path}.perSum`, metric.perSum, ['number', 'money'])
  list.must(metric.sum !== undefined && metric.per !== undefined, `${path}.perSum`, 'needs sum and per')
}

function checkWhere(list: FaultList, path: string, where: Where): void {
  where.stage?.forEach((stage, index) => list.stage(`${path}.stage[${index}]`, stage))
  if (where.late !== undefined) list.clock(`${path}.late`, where.late)
  if (where.met) list.clock(`${path}.met.clock`, where.met.clock)
  if (where.dueSoFar !== undefined) list.clock(`${path}.dueSoFar`, where.dueSoFar)
  if (where.values) checkCondition(list, `${path}.values`, where.values)
}

function checkProgress(list: FaultList): void {
  const { progress } = list.ledger
  if (!progress) return
  const amounts = { target: progress.target, reported: progress.reported }
  for (const [part, key] of Object.entries(amounts)) list.fieldOf(`progress.${part}`, key, ['number', 'money'])
  progress.plan.forEach((key, index) => list.fieldOf(`progress.plan[${index}]`, key, ['number', 'money']))
  if (progress.unit !== undefined) list.fieldOf('progress.unit', progress.unit, ['text', 'choice'])
}

function checkPublicView(list: FaultList): void {
  const { publicView, fields } = list.ledger
  publicView?.stages.forEach((stage, index) => list.stage(`publicView.stages[${index}]`, stage))
  publicView?.fields.forEach((key, index) => {
    const path = `publicView.fields[${index}]`
    if (!list.field(path, key)) return
    list.must(fields[key]?.personal !== true, path, 'is personal and may not be public')
    list.must(fields[key]?.kind !== 'post', path, 'names a post; the public sees units only')
  })
}
