import { expect, test } from 'vitest'
import { placeMarks, widthOf } from './milestone-rows.ts'

test('names that fit alternate between the rows, whole', () => {
  const placed = placeMarks([
    { x: 130, name: '报告通过', toLeft: true },
    { x: 210, name: '一季度开复工 ≥35%', toLeft: false },
    { x: 420, name: '上半年开复工 ≥80%', toLeft: false },
  ])
  expect(placed.map(({ row }) => row)).toEqual([0, 1, 0])
  expect(placed.map(({ text }) => text)).toEqual(['报告通过', '一季度开复工 ≥35%', '上半年开复工 ≥80%'])
})

test('a name without room in either row is cut, and never writes over another', () => {
  const marks = [
    { x: 100, name: 'Starts and resumptions in the first half', toLeft: false },
    { x: 400, name: 'Coal-to-olefins plant starts production', toLeft: true },
    { x: 460, name: 'High-speed line from Jining to Yuanping opens', toLeft: true },
  ]
  const placed = placeMarks(marks)
  const spans = placed.map(({ row, text }, at) => {
    const { x = 0, toLeft = false } = marks[at] ?? {}
    const width = widthOf(text)
    return { row, from: toLeft ? x - 5 - width : x + 5, to: toLeft ? x - 5 : x + 5 + width }
  })
  for (const a of spans)
    for (const b of spans) if (a !== b && a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true)
  expect(placed.some(({ text }) => text.endsWith('…'))).toBe(true)
})
