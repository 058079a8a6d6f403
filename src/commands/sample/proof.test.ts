import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { kindOf } from '../file-kind.ts'
import { samplePaper } from './paper.ts'
import { samplePicture } from './picture.ts'
import { seededRandom } from './random.ts'

describe('sample proof', () => {
  test('a picture is a PNG of the size it says, small, and every seed its own', () => {
    const picture = Buffer.from(samplePicture(7, '0123 2024-09-13'))
    expect(kindOf(picture)?.type).toBe('image/png')
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([320, 240])
    const at = picture.indexOf('IDAT')
    const rows = inflateSync(picture.subarray(at + 4, at + 4 + picture.readUInt32BE(at - 4)))
    expect(rows.length).toBe(321 * 240)
    expect(picture.length).toBeLessThan(4000)
    expect(picture.equals(Buffer.from(samplePicture(8, '0123 2024-09-13')))).toBe(false)
    expect(picture.equals(Buffer.from(samplePicture(7, '0124 2024-09-13')))).toBe(false)
  })

  test('a paper is a PDF whose table of objects points at them', () => {
    const paper = Buffer.from(samplePaper(['验收单', '编号 重0001'])).toString('latin1')
    expect(kindOf(Buffer.from(paper, 'latin1'))?.type).toBe('application/pdf')
    const start = Number(/startxref\n(\d+)/.exec(paper)?.[1])
    const offsets = [...paper.slice(start).matchAll(/(\d{10}) 00000 n/g)].map((match) => Number(match[1]))
    expect(offsets).toHaveLength(7)
    for (const [index, offset] of offsets.entries())
      expect(paper.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj`))
    expect(paper).toContain(Buffer.from('示例', 'utf16le').swap16().toString('hex'))
  })

  test('the same seed gives the same numbers, evenly spread', () => {
    const [one, two] = [seededRandom(13710), seededRandom(13710)]
    const numbers = Array.from({ length: 1000 }, () => one.next())
    expect(numbers).toEqual(Array.from({ length: 1000 }, () => two.next()))
    const mean = numbers.reduce((sum, x) => sum + x, 0) / numbers.length
    expect(mean).toBeGreaterThan(0.45)
    expect(mean).toBeLessThan(0.55)
    const dice = Array.from({ length: 600 }, () => one.between(1, 6))
    expect(new Set(dice)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  })
})
