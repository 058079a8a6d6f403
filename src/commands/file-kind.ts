import { t, type Text } from '../text.ts'

export interface FileKind {
  /** Media type the file is kept and sent with. */
  readonly type: string
  readonly endings: readonly string[]
}

const jpeg: FileKind = { type: 'image/jpeg', endings: ['jpg', 'jpeg'] }
const png: FileKind = { type: 'image/png', endings: ['png'] }
const webp: FileKind = { type: 'image/webp', endings: ['webp'] }
const gif: FileKind = { type: 'image/gif', endings: ['gif'] }
const pdf: FileKind = { type: 'application/pdf', endings: ['pdf'] }
const plain: FileKind = { type: 'text/plain; charset=utf-8', endings: ['txt', 'csv', 'md'] }
const docx: FileKind = {
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  endings: ['docx'],
}
const xlsx: FileKind = { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] }

/** Said to whoever hands in something else. */
export const acceptedKinds: Text = t(
  '只收图片（jpg、png、webp、gif）、pdf、docx、xlsx 和 txt',
  'Pictures (jpg, png, webp, gif), pdf, docx, xlsx and txt are accepted',
)

/**
 * What a file is by its first bytes, never by its name; null for a kind that is not accepted. Office files are zip
 * archives that name their main part in clear, so the part decides; macros (vbaProject) are not accepted.
 */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpeg
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return webp
  if (latin(bytes, 0, 6) === 'GIF87a' || latin(bytes, 0, 6) === 'GIF89a') return gif
  if (latin(bytes, 0, 5) === '%PDF-') return pdf
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return officeKind(bytes)
  return isText(bytes) ? plain : null
}

/** Whether the name's ending tells the same story as the bytes. A name without an ending does. */
export function nameFits(name: string, kind: FileKind): boolean {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase()
  return ending === undefined || kind.endings.includes(ending)
}

function officeKind(bytes: Uint8Array): FileKind | null {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (names.includes('vbaProject.bin')) return null
  if (names.includes('word/document.xml')) return docx
  return names.includes('xl/workbook.xml') ? xlsx : null
}

/** UTF-8 without control characters. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return false
  try {
    // oxlint-disable-next-line no-control-regex -- control characters are what tells text from other bytes
    return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return false
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte)
}

function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
