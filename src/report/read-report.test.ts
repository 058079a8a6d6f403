import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import type { Reading } from './reading.ts'
import { plainSlice } from './unwrap.ts'

const PARAGRAPHS = [
  '一、2023年工作回顾',
  '一年来，我们着力打基础。新建公园8个，改造老旧小区34个，城镇新增就业23608人，外贸出口增长6.5%，居全省第四。',
  '二、2024年重点工作',
  '今年经济社会发展主要预期目标是：地区生产总值增长5%以上，居民收入增速与经济增长同步。',
  '（一）以产业升级为牵引，全力构建现代化产业体系',
  '改造提升传统产业。推进北坡2×35万千瓦热电项目并网，新建智慧车间13座，不断提高先进产能占比。培育链主企业1—2家。',
  '优化营商环境。围绕企业关切，简化审批流程，压缩审批时限，激发市场活力。力争年底建成政务大厅，同步建成档案馆。',
  '各位代表，发展是第一要务。我们一定要只争朝夕，奋勇向前！',
  '（二）以民生改善为根本，全力办好群众身边事',
  '提高公共服务水平。打造示范社区30个、提升村镇230个。尽快启动儿童医院建设，坚决杜绝重特大事故。',
  '我们要常怀民心，在办好15件省定实事的基础上，再办好2件民生实事。一是实施北山供水工程，惠及2.6万户居民。二是新购置公交车25辆，改造候车亭50个。',
] as const
const TEXT = PARAGRAPHS.join('\n\n')

/** What must not change when the same report is printed in narrower or wider columns. */
const essence = (reading: Reading): unknown => ({
  year: reading.year,
  quantities: reading.quantities.map(({ text, value, low, high, unit, op, role }) => [
    text,
    value,
    low,
    high,
    unit,
    op,
    role,
  ]),
  commitments: reading.commitments.map((one) => [
    one.text,
    one.label,
    one.strength,
    one.deadline?.due,
    one.section,
    one.topic,
    one.targets,
  ]),
  clauses: reading.clauses.map(({ text, label }) => [text, label]),
  livelihood: reading.livelihood.map(({ no, commitments }) => [no, commitments]),
})

/** Prints the paragraphs in columns of `width`, as a newspaper does. */
function printed(width: number, spaced: boolean, marked: boolean): string {
  const lines: string[] = marked ? [' （上接第1版）'] : []
  for (const paragraph of PARAGRAPHS) {
    const inked = spaced ? paragraph.replace(/([\u4e00-\u9fa5])(?=[0-9])/g, '$1 ') : paragraph
    for (let at = 0; at < inked.length; at += width) lines.push(inked.slice(at, at + width))
    lines.push('')
  }
  return lines.join('\n') + (marked ? '（下转第3版）\n ' : '')
}

const allSpans = (reading: Reading): { span: readonly [number, number]; text: string }[] => [
  ...reading.quantities,
  ...reading.commitments,
  ...reading.clauses,
  ...reading.achievements,
  ...reading.livelihood,
  ...reading.commitments.flatMap(({ means, purposes, deadline }) => [
    ...means,
    ...purposes,
    ...(deadline === null ? [] : [deadline]),
  ]),
]

describe('readReport', () => {
  const reading = readReport(TEXT)

  test('finds the year, the sections, the promises and their terms', () => {
    expect(reading.year).toBe(2024)
    expect(reading.outline.filter(({ level }) => level === 1).map(({ no }) => no)).toEqual(['一', '二'])
    expect(reading.commitments.map(({ text }) => text)).toEqual([
      '地区生产总值增长5%以上',
      '居民收入增速与经济增长同步',
      '推进北坡2×35万千瓦热电项目并网',
      '新建智慧车间13座',
      '不断提高先进产能占比',
      '培育链主企业1—2家',
      '简化审批流程',
      '压缩审批时限',
      '力争年底建成政务大厅',
      '同步建成档案馆',
      '打造示范社区30个',
      '提升村镇230个',
      '尽快启动儿童医院建设',
      '坚决杜绝重特大事故',
      '在办好15件省定实事的基础上',
      '再办好2件民生实事',
      '一是实施北山供水工程，惠及2.6万户居民',
      '二是新购置公交车25辆',
      '改造候车亭50个',
    ])
    expect(reading.commitments.map(({ deadline }) => deadline?.due ?? deadline?.kind).filter(Boolean)).toEqual([
      '2024-12-31',
      '2024-12-31',
      'vague',
    ])
    expect(reading.livelihood.map(({ no, commitments }) => [no, commitments.length])).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect(reading.achievements).toHaveLength(5)
  })

  test('appeals are told apart, means and purposes go with their action', () => {
    expect(reading.clauses.filter(({ label }) => label === 'appeal').map(({ text }) => text.slice(0, 4))).toEqual([
      '各位代表',
      '我们一定',
      '我们要常',
    ])
    const simplified = reading.commitments.find(({ text }) => text === '简化审批流程')
    expect(simplified?.means.map(({ text }) => text)).toEqual(['围绕企业关切'])
    expect(reading.commitments.find(({ text }) => text === '压缩审批时限')?.purposes).toHaveLength(1)
  })

  test('the year can be given by the caller', () => {
    const given = readReport('重点工作\n\n年底前建成滨河步道。', { year: 2026 })
    expect(given.year).toBe(2026)
  })

  test('any width, spaces and page marks give the same entries, and every span holds its text', () => {
    fc.assert(
      fc.property(fc.integer({ min: 9, max: 160 }), fc.boolean(), fc.boolean(), (width, spaced, marked) => {
        const text = printed(width, spaced, marked)
        const again = readReport(text)
        expect(essence(again)).toEqual(essence(reading))
        for (const { span, text: words } of allSpans(again)) expect(plainSlice(text, span)).toBe(words)
      }),
      { numRuns: 120 },
    )
  })

  test('no text makes it throw, and spans stay inside', () => {
    const pieces = fc.constantFrom(
      '一、',
      '（一）',
      '2024年重点工作',
      '预期目标是：',
      '增长5%',
      '“',
      '”',
      '（',
      '、',
      '，',
      '。',
      '\n',
      '\n\n',
      ' ',
      '12',
      '.',
      '亿元',
      '推进',
      '项目',
      '实事',
      '一是',
      '第',
      '**',
      '（下转第3版）',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const text = parts.join('')
        for (const { span, text: words } of allSpans(readReport(text))) {
          expect(span[0]).toBeGreaterThanOrEqual(0)
          expect(span[1]).toBeLessThanOrEqual(text.length)
          expect(plainSlice(text, span)).toBe(words)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('says what is wrong with the text', () => {
    const codes = (text: string): string[] => readReport(text).flags.map(({ code }) => code)
    expect(codes('')).toEqual(['no_tasks', 'no_year'])
    expect(codes('生产总值约4.万亿元，增长5%。')).toContain('half_number')
    expect(codes('改造旧桥�座。')).toContain('lost_character')
    expect(codes(`（上接第1版）\n${TEXT}\n（下转第3版）`)).toEqual(['missing_start', 'missing_end'])
    expect(codes(`${TEXT}\n\n名词解释\n\n1.链主企业：产业链上的龙头。`)).toEqual(['glossary_cut'])
  })
})
