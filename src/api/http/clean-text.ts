import { AppError } from '../../errors.ts'
import { t } from '../../text.ts'

/**
 * What no text column holds and no document may carry: NUL and other control characters but line breaks and tabs, and
 * halves of a character (a lone surrogate).
 */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const BROKEN = /[\u0000-\u0008\u000e-\u001f\u007f]|\p{Surrogate}/u

/** Throws bad_request naming the first text in a parsed body that cannot be stored. */
export function checkTexts(value: unknown, path: readonly string[] = []): void {
  if (typeof value === 'string') checkText(value, path.length > 0 ? path.join('.') : null)
  else if (Array.isArray(value)) value.forEach((part, index) => checkTexts(part, [...path, String(index)]))
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) {
      checkText(key, path.length > 0 ? path.join('.') : null)
      checkTexts(part, [...path, key])
    }
}

export function checkText(text: string, field: string | null): void {
  if (!BROKEN.test(text)) return
  const message = t('含有不能保存的控制字符或残缺的字符', 'It holds control characters or half a character')
  throw new AppError('bad_request', { errors: [{ field, code: 'broken_text', message }] })
}
