// `npm run bench`: runs bench/run.ts on the built sources.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/prepare.mjs'

checkNode()
ensureInstalled()
ensureBuilt()
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs')
const { status } = spawnSync(process.execPath, [tsx, 'bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(status ?? 1)
