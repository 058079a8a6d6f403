import { createHash } from 'node:crypto'
import { demand } from '../access/policies.ts'
import type { Actor } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { putFile } from '../storage/file-store.ts'
import { t } from '../text.ts'
import { committed, type Context } from './context.ts'
import { acceptedKinds, kindOf, nameFits } from './file-kind.ts'
import { badFields, fault } from './refused.ts'

export const LARGEST_FILE = 20 * 1024 * 1024
const LONGEST_NAME = 120

export interface StoredFile {
  readonly sha256: string
  readonly name: string
  readonly type: string
  readonly size: number
}

/**
 * Keeps a file under its hash; the same bytes twice are kept once. Refuses what is empty, larger than 20 MB, of another
 * kind, or named as something it is not.
 */
export async function uploadFile(
  context: Context,
  actor: Actor,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): Promise<StoredFile> {
  demand(actor, 'upload_file')
  const clean = cleanName(name)
  if (bytes.length === 0) throw badFields([fault('file', 'empty', '文件是空的', 'The file is empty')])
  if (bytes.length > LARGEST_FILE)
    throw new AppError('too_large', { detail: t('文件不能超过 20 MB', 'A file may have at most 20 MB') })
  const kind = kindOf(bytes)
  if (kind === null) throw new AppError('wrong_type', { detail: acceptedKinds })
  if (!nameFits(clean, kind))
    throw new AppError('wrong_type', {
      detail: t(
        `文件名“${clean}”和内容对不上，内容是 ${kind.endings[0]}`,
        `The name “${clean}” does not fit the content, which is ${kind.endings[0]}`,
      ),
    })
  const file = { sha256: sha256Of(bytes), name: clean, type: kind.type, size: bytes.length }
  await committed(context, (tx) => putFile(tx, context.city, { ...file, bytes, at: context.now() }))
  return file
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The last part of the path, without control characters and signs that file systems refuse. */
export function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  const clean = last.replace(/[\u0000-\u001f\u007f<>:"|?*\u202a-\u202e\u2066-\u2069]/g, '').trim()
  if (clean === '' || /^\.+$/.test(clean))
    throw badFields([fault('name', 'bad_name', '文件名不对', 'The file has no usable name')])
  if (clean.length <= LONGEST_NAME) return clean
  const ending = /\.[a-z0-9]{1,5}$/i.exec(clean)?.[0] ?? ''
  return clean.slice(0, LONGEST_NAME - ending.length) + ending
}
