import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { buildCalendar } from '../calendar/work-calendar.ts'
import { cityClock } from '../city-clock.ts'
import { readHolidays, readOrganisation } from '../commands/sample/city-pack.ts'
import { postOf, unitOf } from '../commands/sample/organisation.ts'
import { setUpCity } from '../commands/set-up-city.ts'
import { newId } from '../storage/ids.ts'
import { withDatabase } from './with-database.ts'

export interface SetUpArguments {
  readonly cityName: string
  readonly region: string
  readonly login: string
  readonly city: string
  readonly pack?: string
}

type Out = (text: string) => void

/** `luoshi setup`: an empty database becomes a city with one administrator, who opens all other accounts. */
export async function runSetUp(root: string, options: SetUpArguments, out: Out, err: Out): Promise<number> {
  if (!/^\d{6}$/.test(options.region)) {
    err('区划代码应为六位数字，如 140600 / The region code has six digits\n')
    return 1
  }
  const password = process.env['LUOSHI_PASSWORD'] ?? (await askPassword(err))
  const holidays = await readHolidays(join(root, 'data'))
  const pack = options.pack === undefined ? { units: [], posts: [] } : await readOrganisation(options.pack)
  await withDatabase(root, (database) =>
    setUpCity(
      {
        database,
        city: options.city,
        now: cityClock(null, { sample: false, settings: {} }, null),
        newId,
        calendar: buildCalendar(holidays),
        publish: () => undefined,
      },
      {
        name: options.cityName,
        region: options.region,
        login: options.login,
        password,
        units: pack.units.map(unitOf),
        posts: pack.posts.map(postOf),
        holidays,
      },
    ),
  )
  out(`已建立${options.cityName}，管理员账号 ${options.login} / ${options.cityName} is set up\n`)
  return 0
}

/** From standard input: one line, not shown while it is typed. */
async function askPassword(err: Out): Promise<string> {
  const isTyped = process.stdin.isTTY
  if (isTyped) err('管理员口令 / Password of the administrator: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: isTyped })
  try {
    for await (const line of lines) return line
    return ''
  } finally {
    lines.close()
    if (isTyped) err('\n')
  }
}
