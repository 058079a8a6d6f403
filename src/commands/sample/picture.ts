import { crc32, deflateSync } from 'node:zlib'
import { digitGlyphs, sampleMark } from './glyphs.ts'
import { seededRandom } from './random.ts'

const width = 320
const height = 240

/** 0 sky · 1 far hills · 2 ground · 3–8 blocks · 9 band · 10 ink */
const palettes = [
  [0xcfe0ee, 0xa9bccb, 0xb8ad97, 0x8d99a6, 0xb5745a, 0xd9c9a8, 0x6f8f7a, 0xc2a15b, 0x7a6a5d, 0x1d2b3a, 0xffffff],
  [0xe6e2d6, 0xb9b6a4, 0x8fa07a, 0x7d8894, 0xa9655a, 0xcbb98f, 0x5f7f8d, 0xd0b067, 0x66594f, 0x1d2b3a, 0xffffff],
  [0xd8dde6, 0xaab2c0, 0xa08f7c, 0x6c7a89, 0x9b5e4c, 0xe0d3b8, 0x74937c, 0xb89a55, 0x5d5149, 0x1d2b3a, 0xffffff],
] as const

/**
 * A small drawn scene that stands for a photo of the sample city: it carries the mark 示例, and digits such as a number
 * and a date, so that nobody takes it for a real one. PNG with a palette, about 1 KB; the seed decides the scene.
 */
export function samplePicture(seed: number, digits: string): Uint8Array {
  const dots = new Uint8Array(width * height)
  drawScene(dots, seed)
  fill(dots, 0, height - 46, width, 46, 9)
  let x = 12
  for (const glyph of sampleMark()) x = stamp(dots, glyph, x, height - 40, 2)
  x += 10
  for (const glyph of digitGlyphs(digits)) x = stamp(dots, glyph, x, height - 34, 2)
  return encodePng(dots, palettes[seed % palettes.length] ?? palettes[0])
}

function drawScene(dots: Uint8Array, seed: number): void {
  const random = seededRandom(seed)
  fill(dots, 0, 0, width, 90, 0)
  let ridge = random.between(60, 80)
  for (let column = 0; column < width; column += 8) {
    ridge = Math.min(86, Math.max(52, ridge + random.between(-4, 4)))
    fill(dots, column, ridge, 8, 96 - ridge, 1)
  }
  fill(dots, 0, 94, width, height - 94, 2)
  const blocks = random.between(3, 6)
  for (let block = 0; block < blocks; block += 1) {
    const wide = random.between(28, 70)
    const tall = random.between(30, 90)
    const left = random.between(0, width - wide)
    const foot = random.between(130, 180)
    fill(dots, left, foot - tall, wide, tall, random.between(3, 8))
    for (let y = foot - tall + 6; y < foot - 8; y += 12)
      for (let x = left + 5; x < left + wide - 8; x += 11) fill(dots, x, y, 5, 6, 0)
  }
}

function fill(dots: Uint8Array, left: number, top: number, wide: number, tall: number, colour: number): void {
  for (let y = Math.max(0, top); y < Math.min(height, top + tall); y += 1)
    dots.fill(colour, y * width + Math.max(0, left), y * width + Math.min(width, left + wide))
}

/** Returns where the next glyph begins. */
function stamp(dots: Uint8Array, glyph: readonly string[], left: number, top: number, size: number): number {
  for (const [row, line] of glyph.entries())
    for (const [column, dot] of line.split('').entries())
      if (dot === '#') fill(dots, left + column * size, top + row * size, size, size, 10)
  return left + ((glyph[0]?.length ?? 0) + 1) * size
}

/** Colour type 3 (palette), 8 bits a dot, no filters. PNG specification, W3C, clauses 5 and 11. */
function encodePng(dots: Uint8Array, palette: readonly number[]): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(dots.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const colours = Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
