import { crc32, deflateSync } from 'node:zlib'

export interface SentFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const SIDE = 160

/** A real PNG of one colour with a darker band; another `shade` makes another file. */
export function pngPicture(name: string, shade: number): SentFile {
  const rows = Array.from({ length: SIDE }, (_, y) => rowOf(y, shade))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(SIDE, 0)
  head.writeUInt32BE(SIDE, 4)
  // 8 bits a channel, RGB.
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]
  return { name, mimeType: 'image/png', buffer: Buffer.concat([signature, ...parts]) }
}

function rowOf(y: number, shade: number): Buffer {
  const [red, green, blue] = y > SIDE * 0.6 ? [90, 80, shade / 2] : [120, shade, 200]
  const row = Buffer.alloc(1 + SIDE * 3)
  for (let x = 0; x < SIDE; x += 1) row.set([red, green, blue].map(Math.round), 1 + x * 3)
  return row
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data])
  const frame = Buffer.alloc(8 + body.length)
  frame.writeUInt32BE(data.length, 0)
  frame.set(body, 4)
  frame.writeUInt32BE(crc32(body), 4 + body.length)
  return frame
}
