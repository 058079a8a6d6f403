// Bounds the linter cannot see: bytes of the web app's first load, and files that grow past their room.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './lib/prepare.mjs'

const MAX_LINES = 400
const MAX_FIRST_LOAD = 250 * 1024

const faults = []
for (const file of list('src').filter((file) => /\.(tsx?|css)$/.test(file))) {
  const lines = readFileSync(join(root, file), 'utf8').split('\n').length
  if (lines > MAX_LINES + 1) faults.push(`${file}: ${lines} lines, at most ${MAX_LINES}`)
}
const first = firstLoad()
if (first !== null) {
  console.log(`web app, first load: ${(first / 1024).toFixed(0)} KB gzip of ${MAX_FIRST_LOAD / 1024}`)
  if (first > MAX_FIRST_LOAD) faults.push(`first load ${first} bytes gzip, at most ${MAX_FIRST_LOAD}`)
}
for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)

/** What index.html names, plus what the first scene brings in: the start page's chunk and its imports. */
function firstLoad() {
  const manifest = join(root, 'dist', 'web', '.vite', 'manifest.json')
  if (!existsSync(manifest)) return null
  const chunks = JSON.parse(readFileSync(manifest, 'utf8'))
  const seen = new Set()
  const files = new Set(['index.html'])
  const visit = (key) => {
    if (seen.has(key) || !chunks[key]) return
    seen.add(key)
    files.add(chunks[key].file)
    for (const css of chunks[key].css ?? []) files.add(css)
    for (const next of chunks[key].imports ?? []) visit(next)
  }
  for (const key of Object.keys(chunks))
    if (chunks[key].isEntry || key.endsWith('scenes/cockpit/cockpit.tsx')) visit(key)
  return [...files].reduce((bytes, file) => bytes + gzipSync(readFileSync(join(root, 'dist', 'web', file))).length, 0)
}

function list(folder) {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = join(folder, name)
    return statSync(join(root, path)).isDirectory() ? list(path) : [path]
  })
}
