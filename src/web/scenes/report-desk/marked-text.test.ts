import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Span } from '../../../api/present/report.ts'
import { keptText, markText, originalOffset } from './marked-text.ts'
import type { MarkedParagraph, MarkedTextInput } from './marked-text.ts'

const text = '  抓好供水。新建\n水厂 3 \n座，提升水\n质。\n\n绿化两片山坡'
const at = (part: string): Span => {
  const start = text.indexOf(part)
  return [start, start + part.length]
}
const input: MarkedTextInput = {
  text,
  paragraphs: [
    [0, text.indexOf('绿')],
    [text.indexOf('绿'), text.length],
  ],
  headings: [],
  heads: [at('抓好供水')],
  greys: [[text.indexOf('提升'), text.indexOf('质') + 1]],
  marks: [
    {
      commitment: 'a',
      span: [text.indexOf('新建'), text.indexOf('座') + 1],
      strong: [[text.indexOf('3'), text.indexOf('座') + 1]],
    },
    { commitment: 'b', span: at('绿化两片山坡'), strong: [] },
  ],
}
const joined = (paragraph: MarkedParagraph) =>
  paragraph.pieces
    .flatMap((piece) => (piece.kind === 'mark' ? piece.parts.map((part) => part.text) : [piece.text]))
    .join('')

describe('markText', () => {
  test('cuts a paragraph into head, mark, plain and grey pieces', () => {
    const [first] = markText(input)
    expect(first?.pieces).toEqual([
      { kind: 'head', start: 2, text: '抓好供水。' },
      {
        kind: 'mark',
        commitment: 'a',
        last: true,
        parts: [
          { start: 7, text: '新建水厂', strong: false },
          { start: 13, text: '3座', strong: true },
        ],
      },
      { kind: 'plain', start: 17, text: '，' },
      { kind: 'grey', start: 18, text: '提升水质' },
      { kind: 'plain', start: text.indexOf('质') + 1, text: '。' },
    ])
  })

  test('counts the lines of the original', () => {
    expect(markText(input).map((paragraph) => paragraph.lines)).toEqual([
      [1, 5],
      [6, 6],
    ])
  })

  test('gives the earlier of two overlapping marks the characters both claim', () => {
    const both = { ...input, marks: [...input.marks, { commitment: 'c', span: at('两片山坡'), strong: [] }] }
    const marked = markText(both)[1]?.pieces.filter((piece) => piece.kind === 'mark')
    expect(marked?.map((piece) => piece.commitment)).toEqual(['b'])
  })

  test('numbers a mark that runs over a paragraph only at its end', () => {
    const wide = { ...input, marks: [{ commitment: 'a', span: [7, text.length] as const, strong: [] }] }
    const lasts = markText(wide).flatMap((paragraph) =>
      paragraph.pieces.flatMap((piece) => (piece.kind === 'mark' ? [piece.last] : [])),
    )
    expect(lasts).toEqual([false, true])
  })

  test('sets a heading by itself', () => {
    const heading = markText({ ...input, headings: [at('绿化两片山坡')] })
    expect(heading.map((paragraph) => paragraph.heading)).toEqual([false, true])
  })

  test('the pieces of a paragraph are its text without white space, whatever is marked', () => {
    const word = fc.string({
      unit: fc.constantFrom('水', '厂', '3', '，', '。', ' ', '\n', '　', '*', 'a'),
      maxLength: 80,
    })
    const spans = (length: number) =>
      fc.array(
        fc
          .tuple(fc.nat({ max: length }), fc.nat({ max: length }))
          .map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]),
        { maxLength: 6 },
      )
    const whole = word.chain((text) =>
      fc.record({
        text: fc.constant(text),
        paragraphs: spans(text.length),
        headings: spans(text.length),
        heads: spans(text.length),
        greys: spans(text.length),
        marks: fc.array(fc.tuple(spans(text.length), spans(text.length)), { maxLength: 5 }).map((pairs) =>
          pairs.map(([[span], strong], index) => ({
            commitment: String(index),
            span: span ?? ([0, 0] as const),
            strong,
          })),
        ),
      }),
    )
    fc.assert(
      fc.property(whole, (random: MarkedTextInput) => {
        const marked = markText(random)
        expect(marked.map(joined)).toEqual(random.paragraphs.map((span) => keptText(random.text, span)))
        for (const { pieces, span } of marked) {
          for (const piece of pieces) {
            const stretches = piece.kind === 'mark' ? piece.parts : [piece]
            for (const { start, text } of stretches) {
              expect(random.text.charAt(start)).toBe(text.charAt(0))
              expect(start >= span[0] && start < span[1]).toBe(true)
            }
          }
        }
      }),
    )
  })
})

describe('originalOffset', () => {
  test('finds the original place of a kept character', () => {
    const start = text.indexOf('新建')
    expect(text.charAt(originalOffset(text, start, 2))).toBe('水')
    expect(text.charAt(originalOffset(text, start, 4))).toBe('3')
    expect(originalOffset(text, start, 99)).toBe(text.length)
  })

  test('is the inverse of counting kept characters', () => {
    fc.assert(
      fc.property(fc.nat({ max: keptText(text, [0, text.length]).length - 1 }), (count) => {
        expect(keptText(text, [0, originalOffset(text, 0, count)]).length).toBe(count)
      }),
    )
  })
})
