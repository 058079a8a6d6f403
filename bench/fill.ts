import { addDays } from '../src/calendar/day.ts'
import { momentAt } from '../src/calendar/moment.ts'
import type { WorkCalendar } from '../src/calendar/work-calendar.ts'
import type { Actor } from '../src/engine/actor.ts'
import { openItem } from '../src/engine/open-item.ts'
import { getLedger } from '../src/ledgers/index.ts'
import type { Database } from '../src/storage/database.ts'
import { newId } from '../src/storage/ids.ts'
import { insertItems } from '../src/storage/item-store.ts'
import { listUnits } from '../src/storage/org-store.ts'
import { inTransaction } from '../src/storage/retry.ts'
import type { Schema } from '../src/storage/schema.ts'

const SUPERVISOR: Actor = { account: 'bench', post: 'post_dcs_kz', unit: 'org_dcs', roles: ['supervisor'], line: [] }
const PLACES = ['管网', '道路', '学校', '医院', '村庄', '园区', '河道', '公园', '市场', '社区']
const WORKS = ['改造', '新建', '整治', '扩容', '验收', '排查', '修复', '招商', '培训', '督查']
const BATCH = 2_000

/** Opens so many 13710 matters over the year before `today`, through the engine, like genuine ones. */
export async function fill(
  database: Database<Schema>,
  city: string,
  calendar: WorkCalendar,
  today: string,
  count: number,
): Promise<void> {
  const units = (await listUnits(database.db, city)).filter((unit) => unit.kind === 'department').map((unit) => unit.id)
  for (let done = 0; done < count; done += BATCH) {
    const size = Math.min(BATCH, count - done)
    const list = Array.from({ length: size }, (_, at) => matter(done + at, units, calendar, today))
    await inTransaction(database, (tx) => insertItems(tx, city, list))
  }
}

function matter(n: number, units: readonly string[], calendar: WorkCalendar, today: string) {
  const ledger = getLedger('supervision_13710')
  const at = momentAt(addDays(today, -((n * 7) % 300)), '09:00')
  const outcome = openItem(
    ledger,
    {
      id: newId(),
      entryId: newId(),
      number: `测${String(n + 1).padStart(6, '0')}`,
      actor: SUPERVISOR,
      at,
      common: {
        title: `${WORKS[n % 10]}${PLACES[Math.floor(n / 10) % 10]}第${n + 1}项`,
        lead_unit: units[n % units.length] ?? 'org_zjj',
        co_units: [],
        leader_post: null,
        region: null,
        section: null,
      },
      values: {
        item_class: 'key_task',
        gravity: n % 4 === 0 ? 'major' : 'general',
        source_type: 'meeting',
        content: '测试数据，按期反馈并报送结果。',
      },
    },
    { calendar },
  )
  if (!outcome.ok) throw new Error(`the bench's matter is refused: ${JSON.stringify(outcome.refusals)}`)
  return { state: outcome.item, entry: outcome.entry, ledger, calendar }
}
