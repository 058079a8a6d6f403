import { mayCreate } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import type { Values } from '../engine/condition.ts'
import type { Common, ItemState } from '../engine/item.ts'
import type { AnyLedger } from '../engine/ledger.ts'
import { openItem } from '../engine/open-item.ts'
import { AppError } from '../errors.ts'
import { getLedger } from '../ledgers/index.ts'
import { insertItem } from '../storage/item-store.ts'
import { takeNumbers } from '../storage/number-store.ts'
import { t } from '../text.ts'
import { checkReferences } from './check-references.ts'
import { committed, type Context } from './context.ts'
import { notifyOfAction } from './notify-of-action.ts'
import { refused } from './refused.ts'

export interface NewItemRequest {
  readonly ledger: string
  readonly title: string
  readonly lead_unit: string
  readonly co_units?: readonly string[]
  readonly leader_post?: string | null
  readonly region?: string | null
  readonly values: Values
  readonly note?: string | null
}

/** Opens an item (交办) under the ledger's next number. Throws `forbidden`, or `refused` with every reason. */
export async function createItem(context: Context, actor: Actor, request: NewItemRequest): Promise<ItemState> {
  const ledger = getLedger(request.ledger)
  if (!mayCreate(actor, ledger))
    throw new AppError('forbidden', {
      detail: t(`本岗位不能新建“${ledger.label.zh}”`, `This post may not open “${ledger.label.en}”`),
    })
  return committed(context, async (tx, tell) => {
    const { city, calendar } = context
    const common = commonFrom(request)
    await checkReferences(tx, city, ledger, request.values, common)
    const [n = 0] = await takeNumbers(tx, city, ledger.id, 1)
    const outcome = openItem(
      ledger,
      {
        id: context.newId(),
        number: numberText(ledger, n),
        common,
        values: request.values,
        actor,
        at: context.now(),
        entryId: context.newId(),
        note: request.note ?? null,
      },
      { calendar },
    )
    if (!outcome.ok) throw refused(outcome.refusals)
    const { item, entry } = outcome
    await insertItem(tx, city, { state: item, entry, ledger, calendar })
    await notifyOfAction(tx, context, { ledger, before: null, after: item, entry }, tell)
    tell({ topic: 'item', id: item.id, ledger: ledger.id, post: actor.post })
    return item
  })
}

/** 督0412: the ledger's code and at least four digits. */
export function numberText(ledger: AnyLedger, n: number): string {
  return `${ledger.code.zh}${String(n).padStart(4, '0')}`
}

function commonFrom(request: NewItemRequest): Common {
  const { title, lead_unit, co_units = [], leader_post = null, region = null } = request
  return { title, lead_unit, co_units, leader_post, region, section: null }
}
