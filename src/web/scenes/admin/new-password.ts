import { t, type Text } from '../../../text.ts'

/** Letters and digits that are not taken for one another when read out or copied by hand. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789'
const LENGTH = 14
const SHORTEST = 10
const DIFFERENT = 4

/** The rules a new password keeps, each met or not. The server has the last word. */
export function passwordRules(password: string, login: string): readonly { rule: Text; met: boolean }[] {
  return [
    {
      rule: t(`至少 ${SHORTEST} 个字符`, `At least ${SHORTEST} characters`),
      met: Array.from(password).length >= SHORTEST,
    },
    {
      rule: t(`至少 ${DIFFERENT} 个不同的字符`, `At least ${DIFFERENT} different characters`),
      met: new Set(password).size >= DIFFERENT,
    },
    {
      rule: t('不就是账号名', 'Not the login itself'),
      met: password !== '' && (login === '' || password.toLowerCase() !== login.toLowerCase()),
    },
  ]
}

/** A password at random: about 80 bits. `draw` gives a whole number below its argument. */
export function randomPassword(draw: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => SIGNS[draw(SIGNS.length)] ?? '').join('')
}

/** Even over its range: numbers from the uneven rest of the bytes are drawn again. */
export function drawFromCrypto(below: number): number {
  const limit = Math.floor(256 / below) * below
  for (;;) {
    const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
    if (byte < limit) return byte % below
  }
}
