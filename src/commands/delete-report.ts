import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { deleteReport as remove } from '../storage/report-store.ts'
import { committed, type Context } from './context.ts'

/** Takes away a report under review with all that was read from it. Throws `already_issued` for one that is issued. */
export async function deleteReport(
  context: Context,
  actor: Actor,
  { report }: { readonly report: string },
): Promise<void> {
  demand(actor, 'upload_report')
  await committed(context, async (tx, tell) => {
    await remove(tx, context.city, report)
    tell({ topic: 'report', id: report, post: actor.post })
  })
}
