import * as z from 'zod'
import { parseDay } from '../calendar/day.ts'
import { type AnyLedger, entryFor, type Where } from '../engine/ledger.ts'
import { AppError, type FieldFault } from '../errors.ts'
import { getLedger, ledgers } from '../ledgers/index.ts'
import type { ItemFilter, ItemPage } from '../storage/item-filter.ts'
import { t } from '../text.ts'
import { defined } from './defined.ts'
import { cursor, flag, pageSize } from './schemas/common.ts'

function few<S extends z.ZodType<string>>(value: S) {
  return z.array(value).max(100).optional()
}
const word = z.string().max(100)
const day = z.string().refine((text) => parseDay(text) !== null)

/** The address parameters of a list of items. Repeated values mean “one of”. */
export const itemQuery = {
  stage: few(word).describe('环节，可多个 / Stages'),
  standing: few(z.enum(['wait', 'open', 'review', 'paused', 'done'])),
  light: few(z.enum(['ok', 'warn', 'late', 'back', 'done', 'wait', 'pause'])),
  silent: flag.optional(),
  unit: few(word).describe('单位；配 role 说明是牵头还是协办 / Units; role says how they take part'),
  role: z.enum(['lead', 'co']).optional(),
  section: few(z.string().max(10)),
  region: few(z.string().regex(/^\d{6}$/)),
  leader: few(word),
  due: z.enum(['past', 'today', 'week']).optional(),
  month: z
    .string()
    .regex(/^(?:19|2[01])\d{2}-(?:0[1-9]|1[0-2])$/)
    .optional(),
  met: z.enum(['in_time', 'late', 'overdue', 'running']).optional(),
  openedFrom: day.optional(),
  openedTo: day.optional(),
  q: z.string().max(100).optional(),
  metric: word.optional().describe('口径的编号：它数的事项 / Id of a metric: the items it counts'),
  part: z.enum(['of', 'per']).optional(),
}

export const itemPaging = {
  sort: z.enum(['gravity', 'due', 'number', 'title', 'opened', 'recent', 'unit']).optional(),
  dir: z.enum(['asc', 'desc']).optional(),
  after: cursor,
  limit: pageSize(200, 50),
}

export const ledgerQuery = { ledger: few(word).describe('台账，可多个 / Ledgers') }

/** f.<field>=: filters by a field of the ledger. */
export const FIELD_QUERY = /^f\.[a-z][a-z0-9_]*$/

type Asked = z.output<z.ZodObject<typeof itemQuery & typeof itemPaging & typeof ledgerQuery>>

/** The filter the stores take. Throws bad_request for ledgers, stages, fields and metrics that do not exist. */
export function itemFilter(asked: Partial<Asked>, search: URLSearchParams): ItemFilter & ItemPage {
  const { metric, part, ...rest } = asked
  const chosen = ledgersOf(asked.ledger)
  const faults: FieldFault[] = []
  for (const stage of asked.stage ?? [])
    if (!chosen.some((ledger) => entryFor(ledger.stages, stage)))
      faults.push(fault('stage', `没有“${stage}”这个环节`, `There is no stage “${stage}”`))
  const fields = fieldsOf(search, chosen, faults)
  const where = metric === undefined ? undefined : whereOf(chosen, metric, part ?? 'of', faults)
  if (faults.length > 0) throw new AppError('bad_request', { errors: faults })
  return { ...defined(rest), ...(fields && { fields }), ...(where && { where }) }
}

function ledgersOf(ids: readonly string[] | undefined): readonly AnyLedger[] {
  if (ids === undefined) return ledgers
  const unknown = ids.filter((id) => !ledgers.some((ledger) => ledger.id === id))
  if (unknown.length === 0) return ids.map(getLedger)
  throw new AppError('bad_request', {
    errors: unknown.map((id) => fault('ledger', `没有“${id}”这本台账`, `There is no ledger “${id}”`)),
  })
}

function fieldsOf(search: URLSearchParams, chosen: readonly AnyLedger[], faults: FieldFault[]) {
  const fields: Record<string, string[]> = {}
  for (const key of new Set(search.keys())) {
    if (!FIELD_QUERY.test(key)) continue
    const field = key.slice(2)
    if (chosen.some((ledger) => entryFor(ledger.fields, field))) fields[field] = search.getAll(key)
    else faults.push(fault(key, `没有“${field}”这一栏`, `There is no field “${field}”`))
  }
  return Object.keys(fields).length > 0 ? fields : null
}

function whereOf(chosen: readonly AnyLedger[], id: string, part: 'of' | 'per', faults: FieldFault[]) {
  const [ledger] = chosen
  const metric = ledger && chosen.length === 1 ? entryFor(ledger.metrics, id) : undefined
  const is: Where | undefined = metric?.[part]
  if (ledger && is) return { ledger: ledger.id, is }
  faults.push(fault('metric', `这本台账没有“${id}”这个口径`, `There is no metric “${id}” in one ledger`))
  return undefined
}

function fault(field: string, zh: string, en: string): FieldFault {
  return { field, code: 'unknown', message: t(zh, en) }
}
