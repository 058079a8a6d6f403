/** Opens a report for the commands: size, encoding, and a message in both languages when it cannot be read. */
import { readFile, stat } from 'node:fs/promises'
import { decodeText, MAX_TEXT_BYTES } from '../report/decode-text.ts'
import type { DecodeProblem, Encoding } from '../report/decode-text.ts'
import { t } from '../text.ts'
import type { Text } from '../text.ts'

export type LoadedText = { readonly text: string; readonly encoding: Encoding; readonly bytes: Uint8Array }
export type LoadProblem = DecodeProblem | 'not_found' | 'not_a_file' | 'unreadable'

const MEGABYTES = MAX_TEXT_BYTES / (1024 * 1024)

const PROBLEMS: Readonly<Record<LoadProblem, Text>> = {
  not_found: t('找不到这个文件', 'There is no such file'),
  not_a_file: t('这不是文件', 'This is not a file'),
  unreadable: t('文件打不开，请检查权限', 'The file cannot be opened; check its permissions'),
  empty: t('文件是空的', 'The file is empty'),
  too_large: t(
    `文件超过 ${MEGABYTES} MB，不是一篇报告的文本`,
    `The file is larger than ${MEGABYTES} MB: it is not the text of a report`,
  ),
  binary: t(
    '这不是文本文件。请把 Word、PDF 另存为 txt 或 md 后再读',
    'This is not a text file. Save Word or PDF files as txt or md first',
  ),
  wrong_encoding: t(
    '文件编码无法识别。请另存为 UTF-8 或 GB18030',
    'The encoding is not known. Save the file as UTF-8 or GB18030',
  ),
}

/** Reads and decodes the file. A problem comes back as its code; nothing is thrown for what a user can get wrong. */
export async function loadText(file: string): Promise<LoadedText | { readonly problem: LoadProblem }> {
  try {
    const found = await stat(file)
    if (!found.isFile()) return { problem: 'not_a_file' }
    if (found.size > MAX_TEXT_BYTES) return { problem: 'too_large' }
    const bytes = await readFile(file)
    const decoded = decodeText(bytes)
    return 'problem' in decoded ? decoded : { ...decoded, bytes }
  } catch (error) {
    return { problem: isMissing(error) ? 'not_found' : 'unreadable' }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}

/** One line for stderr, Chinese first. */
export function problemLine(file: string, problem: LoadProblem): string {
  const { zh, en } = PROBLEMS[problem]
  return `${file}：${zh} / ${en}\n`
}
