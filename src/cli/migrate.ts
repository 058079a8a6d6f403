import { withDatabase } from './with-database.ts'

/** Brings the database up to the present schema and says what was done. */
export async function runMigrate(root: string, out: (text: string) => void): Promise<number> {
  return withDatabase(root, (_, migrations) => {
    out(
      migrations.length === 0
        ? '数据库已是当前结构 / The database is up to date\n'
        : `已执行 / Ran: ${migrations.join(', ')}\n`,
    )
    return Promise.resolve(0)
  })
}
