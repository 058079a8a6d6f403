import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { type HolidayYear, parseHolidayYear } from '../../calendar/holiday-year.ts'

const text = z.object({ zh: z.string(), en: z.string() })
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const role = z.enum(['owner', 'co', 'supervisor', 'leader', 'admin', 'viewer'])
const origin = z.object({ type: z.string(), ref: z.string() })

const city = z.object({
  id: z.string(),
  name: text,
  region: z.string(),
  sample: z.boolean(),
  today: day,
  now: z.string(),
  report: z.object({ year: z.number(), file: z.string(), title: text, adoptedOn: day }),
})
const unit = z.object({
  id: z.string(),
  parent: z.string().nullable(),
  name: text,
  short: text,
  kind: z.string(),
  region: z.string().nullable(),
  order: z.number(),
  duties: z.array(z.string()),
})
const post = z.object({
  id: z.string(),
  unit: z.string(),
  title: text,
  roles: z.array(role),
  order: z.number(),
  line: z.union([z.literal('all'), z.array(z.string())]).optional(),
})
const account = z.object({ login: z.string(), post: z.string(), password: z.string(), title: text })
const milestone = z.object({ id: z.string(), day, name: text })
const observation = z.object({
  id: z.string(),
  period: z.string(),
  label: text,
  endsOn: day,
  value: z.string(),
  status: z.enum(['flash', 'preliminary', 'revised', 'final']),
  releasedOn: day,
  replaces: z.string().nullable(),
})
const indicator = z.object({
  id: z.string(),
  name: text,
  short: text,
  unit: z.string(),
  basisText: text,
  order: z.number(),
  target: z.looseObject({ op: z.string(), value: z.string().nullable(), unit: z.string(), text }),
  frequency: z.string(),
  source: z.object({ kind: z.string(), name: text, unit: z.string() }),
  leadUnit: z.string(),
  lastYear: z.string().nullable(),
  lastYearNote: z.string().nullable(),
  observations: z.array(observation),
})
const matter = z.object({
  id: z.string(),
  title: z.string(),
  class: z.string(),
  grade: z.enum(['general', 'major']),
  lead: z.string(),
  co: z.array(z.string()),
  source: origin,
  issuedOn: day,
  content: z.string(),
})
const special = z.object({
  id: z.string(),
  title: z.string(),
  source: origin,
  lead: z.string(),
  co: z.array(z.string()),
  due: day,
  content: z.string(),
})
const project = z.object({
  id: z.string(),
  title: z.string(),
  code: z.string(),
  region: z.string(),
  industry: z.string(),
  owner: z.string(),
  totalInvestment: z.string(),
  yearPlan: z.string(),
  unit: z.literal('亿元'),
  kind: z.string(),
  lead: z.string(),
})

export type PackUnit = z.infer<typeof unit>
export type PackPost = z.infer<typeof post>
export type PackAccount = z.infer<typeof account>
export type PackMatter = z.infer<typeof matter>
export type PackSpecial = z.infer<typeof special>
export type PackProject = z.infer<typeof project>
export type PackIndicator = z.infer<typeof indicator>

export interface CityPack {
  readonly city: z.infer<typeof city>
  readonly units: readonly PackUnit[]
  readonly posts: readonly PackPost[]
  readonly accounts: readonly PackAccount[]
  readonly indicators: readonly PackIndicator[]
  readonly milestones: readonly z.infer<typeof milestone>[]
  readonly matters: readonly PackMatter[]
  readonly specials: readonly PackSpecial[]
  readonly projects: readonly PackProject[]
  readonly report: Uint8Array
  readonly holidays: readonly HolidayYear[]
}

/** Reads data/cities/<id> and data/holidays. Throws with the file and the place of the fault. */
export async function readCityPack(data: string, id: string): Promise<CityPack> {
  const folder = join(data, 'cities', id)
  const list = <S extends z.ZodType>(file: string, schema: S) => parsed(join(folder, file), z.array(schema))
  const head = await parsed(join(folder, 'city.json'), city)
  return {
    city: head,
    units: await list('units.json', unit),
    posts: await list('posts.json', post),
    accounts: await list('accounts.json', account),
    indicators: await list('indicators.json', indicator),
    milestones: await list('milestones.json', milestone),
    matters: await list('matters-13710.json', matter),
    specials: await list('special-tasks.json', special),
    projects: await list('projects.json', project),
    report: await readFile(join(folder, head.report.file)),
    holidays: await readHolidays(data),
  }
}

/** Units and posts alone, as a real city brings them. */
export async function readOrganisation(folder: string): Promise<Pick<CityPack, 'units' | 'posts'>> {
  return {
    units: await parsed(join(folder, 'units.json'), z.array(unit)),
    posts: await parsed(join(folder, 'posts.json'), z.array(post)),
  }
}

/** The holiday years of data/holidays, one file each. */
export async function readHolidays(data: string): Promise<HolidayYear[]> {
  const folder = join(data, 'holidays')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => parseHolidayYear(JSON.parse(await readFile(join(folder, file), 'utf8')))),
  )
}

async function parsed<S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S>> {
  const result = schema.safeParse(JSON.parse(await readFile(file, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${file}: ${z.prettifyError(result.error)}`)
}
