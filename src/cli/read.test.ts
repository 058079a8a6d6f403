import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAX_TEXT_BYTES } from '../report/decode-text.ts'
import { runRead } from './read.ts'
import { runScore } from './score.ts'

const TEXT =
  '二、2024年重点工作\n\n今年主要预期目标是：地区生产总值增长5%以上。\n\n（一）建设宜居城市\n\n提升城市品质。年底前新建公园8个。规范停车秩序。\n'

let folder = ''
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luoshi-read-'))
  await writeFile(at('report.txt'), TEXT)
  await writeFile(at('empty.txt'), '')
  await writeFile(at('report.docx'), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]))
  await writeFile(at('large.txt'), new Uint8Array(MAX_TEXT_BYTES + 1))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(command: (out: (text: string) => void, err: (text: string) => void) => Promise<number>) {
  let out = ''
  let err = ''
  const code = await command(
    (text) => (out += text),
    (text) => (err += text),
  )
  return { code, out, err }
}
const read = (name: string, json: boolean) => run((out, err) => runRead({ file: at(name), json }, out, err))

describe('read', () => {
  test('--json prints one object with its source', async () => {
    const { code, out, err } = await read('report.txt', true)
    expect([code, err]).toEqual([0, ''])
    const printed: unknown = JSON.parse(out)
    expect(printed).toMatchObject({
      source: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), chars: TEXT.length, encoding: 'utf-8' },
      year: 2024,
      commitments: [{ id: 'C001' }, { deadline: { due: '2024-12-31', kind: 'stated' } }, { text: '规范停车秩序' }],
    })
  })

  test('without --json prints a table in Chinese', async () => {
    const { code, out } = await read('report.txt', false)
    expect(code).toBe(0)
    expect(out).toContain('【一　提升城市品质】')
    expect(out).toMatch(/C002 {2}数 {2}2024-12-31 +行 +7 {2}年底前新建公园8个/)
  })

  test.each([
    ['missing.txt', '找不到', 'no such file'],
    ['empty.txt', '空的', 'empty'],
    ['report.docx', '不是文本文件', 'not a text file'],
    ['large.txt', '超过 5 MB', 'larger than 5 MB'],
    ['.', '不是文件', 'not a file'],
  ])('%s is refused in both languages with exit code 2', async (name, zh, en) => {
    const { code, out, err } = await read(name, true)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(zh)
    expect(err).toContain(en)
  })
})

describe('score', () => {
  const gold = {
    meta: { source: 'report/report.txt' },
    quantities: [],
    commitments: [],
    otherClauses: [],
    structure: [],
    livelihood: { municipal: [] },
  }

  test('finds the text beside the gold, and fails below a floor', async () => {
    await writeFile(at('gold.json'), JSON.stringify(gold))
    const { code, out, err } = await run((out, err) => runScore({ gold: at('gold.json') }, out, err))
    expect(code).toBe(1)
    expect(out).toContain('任务准确率')
    expect(err).toContain('Below the floor: quantity precision')
  })

  test('refuses what is no gold or has no text', async () => {
    expect((await run((out, err) => runScore({ gold: at('report.txt') }, out, err))).code).toBe(2)
    await writeFile(at('lost.json'), JSON.stringify({ ...gold, meta: { source: 'nowhere.txt' } }))
    expect((await run((out, err) => runScore({ gold: at('lost.json') }, out, err))).code).toBe(2)
  })
})
