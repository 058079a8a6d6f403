import type { Context } from 'hono'
import type { StoredFile } from '../../storage/file-store.ts'

/** Shown in the page; everything else is downloaded. Types were told from the bytes when the file came in. */
const INLINE = /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf)$/

const LOCKED = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
/** Browsers refuse to show a PDF in a sandboxed document; their viewer runs in a process of its own and loads nothing. */
const PDF = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"

/**
 * A file of somebody else's, as safely as browsers can take it: never run, never sniffed, in a sandbox of its own.
 * The name goes by RFC 6266 with an ASCII stand-in.
 */
export function attachment(c: Context, { name, type, bytes }: StoredFile, inline = false): Response {
  const shown = inline && INLINE.test(type)
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': shown || type.startsWith('text/plain') ? type : 'application/octet-stream',
    'content-disposition': `${shown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': shown && type === 'application/pdf' ? PDF : LOCKED,
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
}
