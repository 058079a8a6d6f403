// `npm start`: from a fresh clone to a running city. `--dev` runs from the sources and reloads on change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/prepare.mjs'

checkNode()
ensureInstalled()
if (process.argv.includes('--dev')) {
  const bin = (name) => join(root, 'node_modules', '.bin', name)
  const children = [
    spawn(bin('tsx'), ['watch', 'src/main.ts'], { cwd: root, stdio: 'inherit' }),
    spawn(bin('vite'), [], { cwd: root, stdio: 'inherit' }),
  ]
  for (const child of children) child.on('exit', () => children.forEach((other) => other.kill()))
} else {
  ensureBuilt()
  await import(pathToFileURL(join(root, 'dist', 'main.js')).href)
}
