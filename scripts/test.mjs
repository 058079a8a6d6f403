// `npm test`: every suite that can run on this machine, and a plain word on those that cannot.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureBuilt, ensureInstalled, root } from './lib/prepare.mjs'

checkNode()
ensureInstalled()
const reports = mkdtempSync(join(tmpdir(), 'luoshi-test-'))
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const sum = { passed: 0, failed: 0, skipped: 0 }
const notRun = []

run('unit')
if (findPostgres()) run('pg')
else notRun.push('PostgreSQL：没有找到服务器程序（Debian：apt-get install postgresql），也没有设 LUOSHI_TEST_PG_URL')
if (findChromium()) {
  ensureBuilt()
  run('e2e')
} else
  notRun.push('浏览器：没有找到 Chromium（Debian：apt-get install chromium fonts-noto-cjk），也没有设 LUOSHI_CHROMIUM')

for (const reason of notRun) console.log(`没有运行 / not run — ${reason}`)
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped ? `, ${sum.skipped} skipped` : ''}`)
process.exit(sum.failed > 0 ? 1 : 0)

function run(project) {
  const file = join(reports, `${project}.json`)
  const args = [
    vitest,
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  sum.passed += result?.numPassedTests ?? 0
  sum.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  const failed = result?.numFailedTests ?? 0
  // A suite that breaks before its first test counts as one failure: it must not pass in silence.
  sum.failed += status !== 0 && failed === 0 ? 1 : failed
}

function findPostgres() {
  if (process.env.LUOSHI_TEST_PG_URL) return true
  const base = '/usr/lib/postgresql'
  return existsSync(base) && readdirSync(base).some((version) => existsSync(join(base, version, 'bin', 'initdb')))
}

function findChromium() {
  const known = [
    process.env.LUOSHI_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ]
  return known.some((path) => path && existsSync(path))
}
