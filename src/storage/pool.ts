import type { PostgresPool } from 'kysely'

/** A pool as the database uses it, of either engine. */
export type CountingPool = PostgresPool & Readonly<{ counts: PoolCounts; waiting: number }>

const writing: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COPY'])

/** What went through a pool since it was opened. */
export class PoolCounts {
  queries = 0
  rowsWritten = 0

  /** `command` is the server's command tag. */
  add(command: string, rows: number): void {
    this.queries += 1
    if (writing.has(command)) this.rowsWritten += rows
  }
}

/**
 * A commit after a failed statement is answered with ROLLBACK and no error. Taken for a commit it would acknowledge
 * what was never stored, so it is turned into the error it is (SQLSTATE 25P02).
 */
export function refuseLostCommit(sql: string, command: string): void {
  if (command !== 'ROLLBACK' || sql !== 'commit') return
  throw Object.assign(new Error('The transaction had failed before it was committed; it was rolled back'), {
    code: '25P02',
  })
}
