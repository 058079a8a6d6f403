import { describe, expect, test } from 'vitest'
import { kindOf, nameFits } from './file-kind.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

describe('what a file is', () => {
  test.each([
    ['\xff\xd8\xff\xe0 rest', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n rest', 'image/png'],
    ['RIFF\x00\x00\x00\x00WEBPVP8 ', 'image/webp'],
    ['GIF89a rest', 'image/gif'],
    ['%PDF-1.7 rest', 'application/pdf'],
    ['PK\x03\x04 word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['PK\x03\x04 xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['plain words\r\n', 'text/plain; charset=utf-8'],
  ])('%j is told by its bytes', (head, type) => {
    expect(kindOf(bytes(head))?.type).toBe(type)
  })

  test.each([
    ['an empty file', ''],
    ['a program', 'MZ\x90\x00\x03'],
    ['a bare zip', 'PK\x03\x04 readme'],
    ['a document with macros', 'PK\x03\x04 word/document.xml word/vbaProject.bin'],
    ['another encoding', '\xc2\xe4\xca\xb5'],
  ])('%s is not accepted', (_, head) => {
    expect(kindOf(bytes(head))).toBeNull()
  })

  test('a page with scripts is kept as text, never as a page', () => {
    expect(kindOf(bytes('<script>alert(1)</script>'))?.type).toBe('text/plain; charset=utf-8')
  })

  test('a name that says something else does not fit', () => {
    const png = kindOf(bytes('\x89PNG\r\n\x1a\n'))
    expect(png && nameFits('现场照片.PNG', png)).toBe(true)
    expect(png && nameFits('现场照片', png)).toBe(true)
    expect(png && nameFits('现场照片.pdf', png)).toBe(false)
    expect(png && nameFits('setup.exe', png)).toBe(false)
  })
})
