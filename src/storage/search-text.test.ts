import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { bigrams, likePatterns, tsQuery } from './search-text.ts'

test('cuts runs of letters and digits into pairs, with the last character alone', () => {
  expect(bigrams('老旧小区，改造5处')).toBe("'老旧' '旧小' '小区' '区' '改造' '造5' '5处' '处'")
})

test('a text of one character and a text without any', () => {
  expect(bigrams('市')).toBe("'市'")
  expect(bigrams('——。')).toBe('')
  expect(tsQuery('市')).toBe("'市':*")
  expect(tsQuery('。')).toBeNull()
})

test('all words of a query must occur, full width and case aside', () => {
  expect(tsQuery('ＡＢ 小区')).toBe("'ab' & '小区'")
})

test('signs that LIKE reads are taken literally', () => {
  expect(likePatterns(' 50% a_b ')).toEqual(['%50\\%%', '%a\\_b%'])
})

test('nothing in a term needs escaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => /^('[\p{L}\p{N}]+' ?)*$/u.test(bigrams(text))),
  )
})

test('every pair looked for in a part of a run is a pair of the whole', () => {
  const run = fc.array(fc.constantFrom(...Array.from('老旧小区改造五十处a1')), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(run, fc.nat(), fc.nat(), (whole, from, length) => {
      const start = from % whole.length
      const part = whole.slice(start, start + 1 + (length % (whole.length - start))).join('')
      const terms = new Set(bigrams(whole.join('')).split(' '))
      const found = (term: string) =>
        term.endsWith(':*') ? [...terms].some((t) => t.startsWith(term.slice(0, -3))) : terms.has(term)
      return (tsQuery(part) ?? '').split(' & ').every(found)
    }),
  )
})
