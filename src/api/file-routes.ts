import * as z from 'zod'
import { scopeOf } from '../access/scope.ts'
import { uploadFile } from '../commands/upload-file.ts'
import { AppError } from '../errors.ts'
import { findFile } from '../storage/file-store.ts'
import { findEvidenceName } from '../storage/file-use-store.ts'
import { attachment } from './http/attachment.ts'
import { parseFields } from './http/form-fields.ts'
import type { FileView } from './present/item.ts'
import type { Api } from './route.ts'
import { binary, flag } from './schemas/common.ts'
import { dbOf } from './services.ts'

const tag = '文件 / Files'
const fileSchema = z.object({ sha256: z.string(), name: z.string(), type: z.string(), size: z.int() })
const form = z.strictObject({ file: z.instanceof(File) })
/** Uploads that hang on no item yet; whoever restarts the server has them attached by then. */
const MOST_FRESH = 1000

/** Proof: kept under its hash, given to those who can see an item that carries it. */
export function fileRoutes(api: Api): void {
  const { services } = api
  const { context } = services
  const fresh = new Set<string>()

  api.route(
    {
      method: 'post',
      path: '/api/files',
      tag,
      summary: '上传佐证 / Upload proof',
      about: '种类按内容认，不按文件名；上限 20 MB。 / Told by its bytes, not its name; at most 20 MB.',
      doing: 'upload_file',
      form: z.object({ file: binary }),
      limit: 'file',
      status: 201,
      answer: fileSchema,
      refuses: ['too_large', 'wrong_type'],
    },
    async ({ actor, form: sent, header }): Promise<FileView> => {
      const { file } = parseFields(sent ?? new FormData(), form)
      const stored = await uploadFile(context, actor, {
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })
      fresh.add(`${actor.account} ${stored.sha256}`)
      const [oldest] = fresh
      if (fresh.size > MOST_FRESH && oldest !== undefined) fresh.delete(oldest)
      header('location', `/api/files/${stored.sha256}`)
      return stored
    },
  )

  api.route(
    {
      method: 'get',
      path: '/api/files/{sha256}',
      tag,
      summary: '看或下载文件；图片和 PDF 直接显示 / A file; pictures and PDF are shown',
      params: { sha256: z.string().regex(/^[0-9a-f]{64}$/) },
      query: { download: flag.optional() },
      answer: binary,
      type: 'application/octet-stream',
      refuses: ['not_found'],
    },
    async ({ c, actor, params: { sha256 }, query: { download = false } }) => {
      const name = await findEvidenceName(dbOf(services), context.city, sha256, scopeOf(actor))
      if (name === null && !fresh.has(`${actor.account} ${sha256}`)) throw new AppError('not_found')
      const file = await findFile(dbOf(services), context.city, sha256)
      if (file === null) throw new AppError('not_found')
      return attachment(c, { ...file, name: name ?? file.name }, !download)
    },
  )
}
