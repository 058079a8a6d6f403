import type { Kysely } from 'kysely'
import { sql } from 'kysely'

/** How often the counters are looked at. Nothing is asked of the database unless something was written. */
const lookEveryMs = 2_000
/** A row costs some 5 to 10 KB of log right after a checkpoint, so this is some 50 MB: half a second of recovery. */
const checkpointRows = 5_000
/** A quiet city writes a few rows a minute: then the log is cut at this pace. */
const checkpointMs = 5 * 60_000
/** Statistics older than this many rows make the planner take scans for lookups; autovacuum looks each minute too. */
const tidyRows = 20_000
const tidyMs = 60 * 60_000

export type Maintained = Readonly<{
  // The maintenance asks the catalogue only, whatever the schema is.
  // oxlint-disable-next-line typescript/no-explicit-any -- Kysely is invariant in its schema
  db: Kysely<any>
  /** Rows written since the database was opened. */
  rowsWritten: () => number
  log: (line: string) => void
}>

export type Maintenance = Readonly<{ stop: () => Promise<void> }>

/**
 * Does for the embedded database what a server's background processes do: CHECKPOINT, VACUUM and ANALYZE. Runs by
 * timers that keep no process alive; a round that fails is logged and tried again at the next one.
 */
export function startMaintenance({ db, rowsWritten, log }: Maintained): Maintenance {
  const checkpoint = dueTask(checkpointRows, checkpointMs, () => sql`checkpoint`.execute(db))
  const tidy = dueTask(tidyRows, tidyMs, () => tidyTables(db))
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const round = async (): Promise<void> => {
    try {
      const written = rowsWritten()
      await tidy(written)
      await checkpoint(written)
    } catch (error) {
      log(`database: maintenance failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    busy = false
  }
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = round()
  }, lookEveryMs)
  timer.unref()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

/** A task that runs when enough rows were written since it last ran, or some rows and long enough ago. */
function dueTask(rows: number, ms: number, run: () => Promise<unknown>): (written: number) => Promise<void> {
  let doneRows = 0
  let doneAt = performance.now()
  return async (written) => {
    const since = written - doneRows
    if (since === 0 || (since < rows && performance.now() - doneAt < ms)) return
    doneRows = written
    doneAt = performance.now()
    await run()
  }
}

/**
 * Tables of which a tenth changed since they were last looked after; the single rows are the fewest worth it.
 * The counts begin anew with every start, so a table that was never analyzed is taken by that.
 */
const untidy = sql<{ name: string }>`
  select format('%I.%I', schemaname, s.relname) as name
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where n_dead_tup > 50 + 0.1 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup
    or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup or (c.reltuples < 0 and pg_relation_size(c.oid) > 0)
  order by 1`

/** Looks after the tables that need it, one by one, so that others get the session in between. Returns their names. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely is invariant in its schema
export async function tidyTables(db: Kysely<any>): Promise<readonly string[]> {
  // Single-user mode hands its counts over only when told to; they are there for the next statement.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await untidy.execute(db)
  for (const { name } of rows) await sql`vacuum (analyze) ${sql.raw(name)}`.execute(db)
  return rows.map(({ name }) => name)
}
