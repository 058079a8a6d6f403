import { inChunks } from './chunks.ts'
import type { Db } from './schema.ts'

export interface FileInfo {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
}

export interface StoredFile extends FileInfo {
  readonly bytes: Uint8Array
}

export interface NewFile {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  readonly at: string
}

/** Keeps bytes under their hash; the same bytes again change nothing, the first name stays. */
export async function putFile(db: Db, city: string, { sha256, name, type, bytes, at }: NewFile): Promise<void> {
  await db
    .insertInto('file')
    .values({ jurisdiction: city, sha256, name, type, size: bytes.length, bytes, created_at: at })
    .onConflict((on) => on.doNothing())
    .execute()
}

/** Many at once: an import, the sample. */
export async function putFiles(db: Db, city: string, files: readonly NewFile[]): Promise<void> {
  for (const chunk of inChunks(files, 100)) {
    await db
      .insertInto('file')
      .values(
        chunk.map(({ sha256, name, type, bytes, at }) => ({
          jurisdiction: city,
          sha256,
          name,
          type,
          bytes,
          size: bytes.length,
          created_at: at,
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute()
  }
}

export async function findFile(db: Db, city: string, sha256: string): Promise<StoredFile | null> {
  const row = await db
    .selectFrom('file')
    .select(['sha256', 'name', 'type', 'size', 'bytes'])
    .where('jurisdiction', '=', city)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ?? null
}

/** What a file is, without its bytes. */
export async function findFileInfo(db: Db, city: string, sha256: string): Promise<FileInfo | null> {
  const row = await db
    .selectFrom('file')
    .select(['sha256', 'name', 'type', 'size'])
    .where('jurisdiction', '=', city)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  return row ?? null
}

export async function countFiles(db: Db, city: string): Promise<number> {
  const { n } = await db
    .selectFrom('file')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('jurisdiction', '=', city)
    .executeTakeFirstOrThrow()
  return n
}
