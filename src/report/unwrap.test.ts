import { describe, expect, test } from 'vitest'
import { originalSpan, plainSlice, unwrap } from './unwrap.ts'

const paragraphsOf = (text: string): string[] => {
  const unwrapped = unwrap(text)
  return unwrapped.paragraphs.map(({ start, end }) => unwrapped.text.slice(start, end))
}

describe('unwrap', () => {
  test('joins hard-wrapped lines and closes up spaces', () => {
    const text = '加快城北水厂扩建，改造老旧管\n网 12公里，新建泵站 3座，完\n善智慧调度平台。'
    expect(paragraphsOf(text)).toEqual(['加快城北水厂扩建，改造老旧管网12公里，新建泵站3座，完善智慧调度平台。'])
  })

  test('a blank line in mid-sentence is no paragraph break', () => {
    const text =
      '加快城北水厂扩建，改造老旧管\n\n“三网”十二公里，新建泵站三座，\n完善智慧调度平台，确保供水安。\n\n优化公交线网布局，新增公交线路\n四条。'
    expect(paragraphsOf(text)).toHaveLength(2)
  })

  test('a short last line ends a paragraph without a blank', () => {
    const text =
      '加快城北水厂扩建，改造老旧管网\n长度十二公里，新建泵站共计三座，\n完善平台。\n优化公交线网布局，新增公交线路\n四条。'
    expect(paragraphsOf(text)).toEqual([
      '加快城北水厂扩建，改造老旧管网长度十二公里，新建泵站共计三座，完善平台。',
      '优化公交线网布局，新增公交线路四条。',
    ])
  })

  test('reads Markdown: front matter, headings, emphasis', () => {
    const text = '---\ntitle: 某市政府工作报告\n---\n\n## 二、工作安排\n\n**优化线网。**新增公交线路4条。'
    expect(paragraphsOf(text)).toEqual(['二、工作安排', '优化线网。新增公交线路4条。'])
    expect(unwrap(text).frontTitle).toBe('某市政府工作报告')
  })

  test('drops page marks and page numbers, and remembers the marks', () => {
    const text = '（上接第1版）\n加快城北水厂扩建，改造老\n- 12 -\n旧管网。（下转第3版）'
    const unwrapped = unwrap(text)
    expect(unwrapped.text).toBe('加快城北水厂扩建，改造老旧管网。')
    expect(unwrapped.pageMarks.map(({ kind }) => kind)).toEqual(['continued_from', 'continued_on'])
  })

  test('maps every kept character back to its place', () => {
    const text = '  新 建公\n园 8个。\n'
    const unwrapped = unwrap(text)
    const span = originalSpan(unwrapped, 0, unwrapped.text.length)
    expect(plainSlice(text, span)).toBe('新建公园8个。')
    for (let at = 0; at < unwrapped.text.length; at += 1) {
      expect(text[unwrapped.toOriginal[at] ?? -1]).toBe(unwrapped.text[at])
    }
  })
})
