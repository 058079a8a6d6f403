import { describe, expect, test } from 'vitest'
import { deadlineIn, recurrenceIn, sharesDeadline } from './times.ts'

describe('deadlines', () => {
  test.each([
    ['力争10月份开工建设', '10月份', '2024-10-31', 'stated'],
    ['6月底前完成', '6月底前', '2024-06-30', 'stated'],
    ['6月前完成', '6月前', '2024-05-31', 'stated'],
    ['9月15日前投用', '9月15日前', '2024-09-15', 'stated'],
    ['9月中旬投用', '9月中旬', '2024-09-20', 'stated'],
    ['2月底前完成', '2月底前', '2024-02-29', 'stated'],
    ['一季度开复工率', '一季度', '2024-03-31', 'stated'],
    ['上半年达到', '上半年', '2024-06-30', 'stated'],
    ['力争年底通车', '年底', '2024-12-31', 'stated'],
    ['年内开工', '年内', '2024-12-31', 'stated'],
    ['到2027年建成', '到2027年', '2027-12-31', 'stated'],
    ['全年新增', '全年', '2024-12-31', 'year'],
    ['年度计划投资', '年度', '2024-12-31', 'year'],
    ['尽快核准', '尽快', null, 'vague'],
  ])('%s', (words, text, due, kind) => {
    const found = deadlineIn(words, 2024)
    expect(found && { ...found, text: words.slice(found.start, found.end) }).toMatchObject({ text, due, kind })
  })

  test.each([
    '去年底完成',
    '2023年全市投资',
    '三年内见效',
    '本年度升学的学生',
    '6个月内',
    '1—5月完成',
    '深入实施三年行动',
    '抓好全年工作',
  ])('none in %s', (words) => {
    expect(deadlineIn(words, 2024)).toBeNull()
  })

  test('without a year, a stated time gives no date and so no deadline', () => {
    expect(deadlineIn('年底前完成', null)).toBeNull()
    expect(deadlineIn('到2027年建成', null)?.due).toBe('2027-12-31')
    expect(deadlineIn('早日开工', null)?.kind).toBe('vague')
  })

  test('recurrence and shared deadlines', () => {
    expect(recurrenceIn('每月发放补贴')).toBe('每月')
    expect(recurrenceIn('发放补贴')).toBeNull()
    expect(sharesDeadline('同步建成枢纽')).toBe(true)
    expect(sharesDeadline('与经济增长同步')).toBe(false)
  })
})
