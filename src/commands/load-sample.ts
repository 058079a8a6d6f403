import { dayOf, type Moment } from '../calendar/moment.ts'
import { buildCalendar } from '../calendar/work-calendar.ts'
import type { Entry } from '../engine/item.ts'
import { nextRungAt } from '../storage/clock-store.ts'
import { putFiles } from '../storage/file-store.ts'
import { type History, saveHistories } from '../storage/history-store.ts'
import { clearLeftovers } from '../storage/leftovers.ts'
import { takeNumbers } from '../storage/number-store.ts'
import { committed, type Context } from './context.ts'
import { fireRungs } from './fire-rungs.ts'
import { castOf } from './sample/cast.ts'
import { type CityPack, readCityPack } from './sample/city-pack.ts'
import type { Stage } from './sample/deeds.ts'
import type { Life } from './sample/life.ts'
import { liveMatters } from './sample/matters.ts'
import { completeCity, loadOrganisation } from './sample/organisation.ts'
import { liveProjects } from './sample/projects.ts'
import { ProofRoom } from './sample/proofs.ts'
import { seededRandom } from './sample/random.ts'
import { liveReportTasks } from './sample/report-tasks.ts'
import { takeReportIn } from './sample/sample-report.ts'
import { countedIds, officeTime } from './sample/sample-time.ts'
import { liveSpecials } from './sample/specials.ts'
import { liveSupplements } from './sample/supplements.ts'

/** The seed of the sample city: every load gives the same city. */
const SEED = 13_710

export interface SampleRequest {
  /** The folder `data/` of the package. */
  readonly data: string
  /** The city pack, a folder of data/cities. */
  readonly pack: string
}

export interface SampleCounts {
  readonly items: number
  readonly entries: number
  readonly files: number
  /** The moment the sample stands at. */
  readonly now: Moment
}

/**
 * Fills an empty database with the sample city: its organisation, its report taken in, reviewed and issued, and what
 * came of it until the sample's moment, all through the engine. A load that was cut short is taken away and done again.
 * Throws `conflict` where the city is there already.
 */
export async function loadSample(
  context: Pick<Context, 'database' | 'city'>,
  { data, pack: id }: SampleRequest,
): Promise<SampleCounts> {
  const pack = await readCityPack(data, id)
  const sample = sampleContext(context, pack)
  await committed(sample.context, async (tx) => {
    await clearLeftovers(tx, context.city)
    await loadOrganisation(tx, sample.context, pack)
  })
  const cast = castOf(pack)
  const random = seededRandom(SEED)
  const issued = await takeReportIn({ ...sample, pack, cast, random })
  const { calendar, newId } = sample.context
  const proofs = new ProofRoom(newId)
  const time = officeTime(calendar, random)
  const stage: Stage = { calendar, newId, now: pack.city.now, random, time, cast, proofs }
  const tasks = liveReportTasks(issued, stage)
  const opened = [
    ...liveSupplements(issued.length + 1, stage),
    ...liveMatters(pack.matters, stage),
    ...liveSpecials(pack.specials, stage),
    ...liveProjects(pack.projects, stage),
  ]
  await write(sample.context, tasks, opened, proofs)
  await remind(sample, pack.city.now)
  await committed(sample.context, (tx) => completeCity(tx, context.city, pack))
  const lives = [...tasks, ...opened.map(([life]) => life)]
  return {
    items: lives.length,
    entries: lives.reduce((sum, { steps }) => sum + steps.length + 1, 0),
    files: proofs.files.length + 1,
    now: pack.city.now,
  }
}

interface SampleWorld {
  readonly context: Context
  readonly setNow: (moment: Moment) => void
}

/** Time and ids of the sample are its own; nobody is told, because nobody is there yet. */
function sampleContext({ database, city }: Pick<Context, 'database' | 'city'>, pack: CityPack): SampleWorld {
  let now: Moment = '2024-01-02T09:00:00+08:00'
  const calendar = buildCalendar(pack.holidays)
  const newId = countedIds(dayOf(now))
  return {
    context: { database, city, now: () => now, newId, calendar, publish: () => undefined },
    setNow: (moment) => {
      now = moment
    },
  }
}

/** One transaction: a load that is cut short leaves no half-lived items. */
async function write(
  context: Context,
  tasks: readonly Life[],
  opened: readonly (readonly [Life, Entry])[],
  proofs: ProofRoom,
): Promise<void> {
  const { city, calendar } = context
  await committed(context, async (tx) => {
    await putFiles(tx, city, proofs.files)
    for (const ledger of new Set(opened.map(([life]) => life.ledger)))
      await takeNumbers(tx, city, ledger.id, opened.filter(([life]) => life.ledger === ledger).length)
    const history = ({ ledger, steps, item }: Life, opening: Entry | null): History => {
      return { opened: steps[0]?.before ?? item, opening, steps, ledger, calendar }
    }
    await saveHistories(tx, city, [
      ...tasks.map((life) => history(life, null)),
      ...opened.map(([life, entry]) => history(life, entry)),
    ])
  })
}

/** Reminders that would have gone out by now, each at its time; those of past days are read. */
async function remind({ context, setNow }: SampleWorld, until: Moment): Promise<void> {
  const { database, city } = context
  for (;;) {
    const at = await nextRungAt(database.db, city)
    if (at === null || at > until) break
    setNow(at)
    await fireRungs(context)
  }
  setNow(until)
}
