import fs from 'node:fs'
import path from 'node:path'

/** Where in its folder the embedded database keeps its files. Apart from the engine: the main thread loads no PGlite. */
export function dataOf(folder: string): string {
  return path.join(folder, 'pgdata')
}

/** Whether the folder holds a whole database already. */
export function hasData(folder: string): boolean {
  return fs.existsSync(dataOf(folder))
}
