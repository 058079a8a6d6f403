#!/usr/bin/env node
import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Command, CommanderError } from 'commander'
import { AppError } from '../errors.ts'
import { runMigrate } from './migrate.ts'
import { runRead } from './read.ts'
import { runScore } from './score.ts'
import { runSetUp, type SetUpArguments } from './set-up.ts'

/** `luoshi <verb>`: the command line. Help is Chinese first; exit codes: 0 done, 1 refused, 2 unreadable. */

/** The package's own folder, from src/cli as from dist/cli. */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const out = (text: string) => void process.stdout.write(text)
const err = (text: string) => void process.stderr.write(text)

function program(): Command {
  const luoshi = new Command('luoshi')
    .description(
      '落实：工作报告进来，变成有人管、有时限、有佐证的台账\nLuoshi: a work report becomes ledgers of promises',
    )
    .exitOverride()
    .configureOutput({ writeErr: err, writeOut: out })
    .helpOption('-h, --help', '看帮助 / show help')
    .helpCommand('help [verb]', '看某个命令的帮助 / help for a verb')
    .showHelpAfterError('（用 --help 看用法 / see --help）')

  luoshi
    .command('start')
    .description('启动服务 / start the server')
    .action(async () => {
      await import(pathToFileURL(join(here(), `main${extension()}`)).href)
    })
  luoshi
    .command('read <file>')
    .description('读一份报告，列出任务 / read a report and list its commitments')
    .option('--json', '输出一个 JSON / print one JSON object', false)
    .action(async (file: string, { json }: { json: boolean }) => exit(await runRead({ file, json }, out, err)))
  luoshi
    .command('score <gold> [text]')
    .description('对照标注给读取打分 / score the reader against a gold file')
    .action(async (gold: string, text?: string) =>
      exit(await runScore(text === undefined ? { gold } : { gold, text }, out, err)),
    )
  luoshi
    .command('migrate')
    .description('把数据库升到当前结构 / bring the database up to the present schema')
    .action(async () => exit(await runMigrate(root, out)))
  addSetUp(luoshi)
  luoshi
    .command('bench')
    .description('跑性能测试 / run the benchmarks')
    .allowUnknownOption()
    .argument('[args...]')
    .action((args: string[]) => {
      const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'bench.mjs'), ...args], {
        stdio: 'inherit',
      })
      exit(status ?? 1)
    })
  luoshi
    .command('version')
    .description('版本 / version')
    .action(async () => out(`${await version()}\n`))
  return luoshi
}

function addSetUp(luoshi: Command): void {
  luoshi
    .command('setup')
    .description('建立一座城市和第一个管理员 / set up a city and its first administrator')
    .requiredOption('--city-name <name>', '城市名称，如 朔州市 / name of the city')
    .requiredOption('--region <code>', '六位区划代码 / region code, GB/T 2260')
    .requiredOption('--login <login>', '管理员账号 / login of the administrator')
    .option('--city <id>', '城市代号，写进每一条数据 / id of the city, part of every key', 'city')
    .option('--pack <folder>', '单位和岗位：含 units.json、posts.json 的文件夹 / folder with units.json and posts.json')
    .addHelpText(
      'after',
      '\n口令从环境变量 LUOSHI_PASSWORD 或标准输入读，不写在命令行里。\nThe password is read from LUOSHI_PASSWORD or from standard input, never from the command line.',
    )
    .action(async (options: SetUpArguments) => exit(await runSetUp(root, options, out, err)))
}

/** Where main lies: beside the folder of this file, in src as in dist. */
function here(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..')
}

function extension(): string {
  return import.meta.url.endsWith('.ts') ? '.ts' : '.js'
}

async function version(): Promise<string> {
  const { version: number } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  return number
}

function exit(code: number): void {
  process.exitCode = code
}

try {
  await program().parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) exit(error.exitCode)
  else if (error instanceof AppError) {
    err(`${error.detail.zh} / ${error.detail.en}\n`)
    exit(1)
  } else {
    err(`${error instanceof Error ? error.message : String(error)}\n`)
    exit(1)
  }
}
