/** A process of its own for the kill tests: writes rows one by one and prints each number once it is acknowledged. */
import { sql } from 'kysely'
import { openDatabase } from '../../src/storage/database.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('writer needs a folder')
const { db } = await openDatabase({ folder })
await sql`create table if not exists written (n int primary key, filler text not null)`.execute(db)
const { rows } = await sql<{ next: number }>`select coalesce(max(n), 0) + 1 as next from written`.execute(db)
for (let n = rows[0]?.next ?? 1; ; n += 1) {
  await sql`insert into written values (${n}, ${'督'.repeat(200)})`.execute(db)
  process.stdout.write(`${n}\n`)
}
