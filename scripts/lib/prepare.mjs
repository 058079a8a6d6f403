// What every script needs first: dependencies that fit the lock file, and a build that fits the sources.
// Node's own modules only, because on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const installStamp = join(root, 'node_modules', '.luoshi-lock')
const buildStamp = join(root, 'dist', '.luoshi-sources')

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`落实需要 Node 20.19 以上，现在是 ${process.versions.node}。/ Luoshi needs Node 20.19 or newer.`)
  process.exit(1)
}

/** Installs when the lock file has changed since the last install. All talk goes to stderr: stdout belongs to the command. */
export function ensureInstalled() {
  const lock = sha256(readFileSync(join(root, 'package-lock.json')))
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === lock) return
  console.error('安装依赖，首次约需一两分钟 … / installing dependencies …')
  npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(installStamp, lock)
}

/** Builds server and web app when a source is newer than the last build. */
export function ensureBuilt() {
  const sources = fingerprint()
  if (existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sources) return
  console.error('构建程序，约需半分钟 … / building …')
  npm(['run', '--silent', 'build'])
  mkdirSync(dirname(buildStamp), { recursive: true })
  writeFileSync(buildStamp, sources)
}

export function npm(args) {
  const cli = process.env.npm_execpath
  const [command, rest] = cli?.endsWith('.js') ? [process.execPath, [cli, ...args]] : ['npm', args]
  const { status, error } = spawnSync(command, rest, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error(
    `npm ${args.join(' ')} 没有成功${error ? `：${error.message}` : ''}。请看上面的输出。/ failed, see above.`,
  )
  process.exit(status ?? 1)
}

function fingerprint() {
  const hash = createHash('sha256')
  const files = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', ...list('src')]
  for (const file of files.filter((file) => !/\.test\.tsx?$/.test(file))) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function list(folder) {
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name)
      return statSync(join(root, path)).isDirectory() ? list(path) : [path]
    })
}

function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('hex')
}
