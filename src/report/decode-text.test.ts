import { expect, test } from 'vitest'
import { decodeText, MAX_TEXT_BYTES } from './decode-text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

test('UTF-8 with and without a mark, UTF-16, GB18030', () => {
  expect(decodeText(utf8('报告'))).toEqual({ text: '报告', encoding: 'utf-8' })
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('报告')]))).toEqual({ text: '报告', encoding: 'utf-8' })
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0xa5, 0x62, 0x4a, 0x54]))).toEqual({
    text: '报告',
    encoding: 'utf-16le',
  })
  expect(decodeText(new Uint8Array([0xfe, 0xff, 0x62, 0xa5, 0x54, 0x4a]))).toEqual({
    text: '报告',
    encoding: 'utf-16be',
  })
  expect(decodeText(new Uint8Array([0xb1, 0xa8, 0xb8, 0xe6]))).toEqual({ text: '报告', encoding: 'gb18030' })
})

test('what cannot be a report is refused by name', () => {
  expect(decodeText(new Uint8Array())).toEqual({ problem: 'empty' })
  expect(decodeText(utf8(' \n\t'))).toEqual({ problem: 'empty' })
  expect(decodeText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ problem: 'binary' })
  expect(decodeText(new Uint8Array([0xb1, 0xff, 0xff, 0x41]))).toEqual({ problem: 'wrong_encoding' })
  expect(decodeText(new Uint8Array(MAX_TEXT_BYTES + 1))).toEqual({ problem: 'too_large' })
})
