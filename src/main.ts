import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { createApp } from './api/app.ts'
import { DirectoryCache } from './api/directory.ts'
import { LiveBus } from './api/http/live-bus.ts'
import type { Services } from './api/services.ts'
import { cityClock } from './city-clock.ts'
import { readCityCalendar } from './commands/city-calendar.ts'
import type { Context } from './commands/context.ts'
import { loadSample } from './commands/load-sample.ts'
import { readCityPack } from './commands/sample/city-pack.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { startJobs } from './jobs/runner.ts'
import { ticker } from './jobs/ticker.ts'
import { readSettings, type Settings } from './settings.ts'
import { type City, findCity, listCities } from './storage/city-store.ts'
import { DatabaseRefused } from './storage/database-errors.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { latestEntryAt } from './storage/entry-store.ts'
import { newId } from './storage/ids.ts'
import { migrate } from './storage/migrate.ts'
import type { Schema } from './storage/schema.ts'

/** Wires everything and serves. The environment is read here and handed down as settings. */
const ROOT = join(import.meta.dirname, '..')
const DATA = join(ROOT, 'data')
const SAMPLE = 'shuozhou'
const say = (line: string) => void process.stdout.write(`${line}\n`)
const complain = (line: string) => void process.stderr.write(`${line}\n`)

try {
  await main(readSettings(process.env, ROOT))
} catch (error) {
  complain(
    error instanceof DatabaseRefused
      ? `${error.text.zh}\n${error.text.en}`
      : String(error instanceof Error ? (error.stack ?? error) : error),
  )
  process.exitCode = 1
}

async function main(settings: Settings): Promise<void> {
  const folder = join(settings.data, 'database')
  const database = await openDatabase<Schema>({ url: settings.databaseUrl, folder, log: complain })
  await migrate(database.db)
  const city = (await listCities(database.db))[0] ?? (await firstRun(database))
  const services = await assemble(settings, database, city)
  const jobs = startJobs([ticker(services.context), housekeeping(services.context)], complain)
  const server = serve({ fetch: createApp(services).fetch, port: settings.port, hostname: settings.host }, ({ port }) =>
    greet(settings, services, port),
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    complain(portFault(error, settings))
    void end(1)
  })
  const end = async (code: number) => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
    await jobs.stop()
    await database.close()
    process.exit(code)
  }
  process.once('SIGINT', () => void end(0))
  process.once('SIGTERM', () => void end(0))
}

async function firstRun(database: Database<Schema>): Promise<City> {
  say('首次运行：装入示例城市，约需半分钟 … / first run: loading the sample city …')
  const { items, entries } = await loadSample({ database, city: SAMPLE }, { data: DATA, pack: SAMPLE })
  say(`${items} 个事项，${entries} 条记录 / ${items} items, ${entries} entries`)
  await database.checkpoint()
  const city = await findCity(database.db, SAMPLE)
  if (city === null) throw new Error('the sample city was not stored')
  return city
}

async function assemble(settings: Settings, database: Database<Schema>, city: City): Promise<Services> {
  const bus = new LiveBus()
  const context: Context = {
    database,
    city: city.id,
    now: cityClock(settings.today, city, await latestEntryAt(database.db, city.id)),
    newId,
    calendar: await readCityCalendar(database.db, city.id),
    publish: (event) => bus.publish(event),
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
  return {
    context,
    city,
    directory: new DirectoryCache(database.db, city.id),
    bus,
    startedAt: context.now(),
    version,
    webRoot: join(ROOT, 'dist', 'web'),
    sampleAccounts: city.sample ? (await readCityPack(DATA, city.id)).accounts : [],
    secureCookies: false,
    log: complain,
  }
}

function greet(settings: Settings, { city, sampleAccounts }: Services, port: number): void {
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host
  say(`落实 · ${city.name.zh}${city.sample ? '（示例数据 / sample data）' : ''}`)
  say(`http://${host}:${port}`)
  for (const { login, password, title } of sampleAccounts)
    say(`  ${login.padEnd(14)} ${password.padEnd(26)} ${title.zh}`)
}

function portFault(error: NodeJS.ErrnoException, { port, host }: Settings): string {
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已被占用。换一个：PORT=8714 npm start / port ${port} is in use; set PORT`
  if (error.code === 'EACCES')
    return `没有权限监听端口 ${port}。换 1024 以上的 / no permission to listen on port ${port}`
  return `不能监听 ${host}:${port}：${error.message} / cannot listen`
}
