import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

type Start = Parameters<NodeFS['init']>[1]
type Stream = { nfd?: number | null; node: unknown }
type NodeFsModule = {
  NODEFS: { realPath: (node: unknown) => string; stream_ops: { fsync?: (stream: Stream) => number } }
  FS: { ErrnoError: new (errno: number) => Error }
}

/** WASI's number for EIO. PostgreSQL panics on it, which is right: what was not synced must not be acknowledged. */
const inputOutputError = 29

/**
 * PGlite's file system on a folder, with an fsync that reaches the disk. Emscripten's has none: a power cut then
 * loses everything since the start. Only fsync() is wired (fdatasync is a stub inside the WASM build), therefore
 * `wal_sync_method=fsync` is among the start parameters.
 */
export class DurableNodeFS extends NodeFS {
  override async init(pglite: PGlite, start: Start) {
    const made = await super.init(pglite, start)
    const preRun = made.emscriptenOpts.preRun ?? []
    // oxlint-disable-next-line typescript/no-explicit-any -- the module's type hides what NODEFS holds
    preRun.unshift((module: any) => wireSync(module as NodeFsModule))
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun } }
  }
}

function wireSync({ NODEFS, FS }: NodeFsModule): void {
  NODEFS.stream_ops.fsync = (stream) => {
    try {
      if (typeof stream.nfd === 'number') fs.fsyncSync(stream.nfd)
      else syncPath(NODEFS.realPath(stream.node))
      return 0
    } catch {
      throw new FS.ErrnoError(inputOutputError)
    }
  }
}

/** Syncs one file or folder by its path. A folder's sync makes its names durable; Windows has none. */
export function syncPath(target: string): void {
  if (process.platform === 'win32' && fs.statSync(target).isDirectory()) return
  const file = fs.openSync(target, 'r')
  try {
    fs.fsyncSync(file)
  } finally {
    fs.closeSync(file)
  }
}

/** Syncs a whole tree, contents before names: needed once, after a data folder was made. */
export function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const target = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(target)
    else if (entry.isFile()) syncPath(target)
  }
  syncPath(folder)
}
