import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../errors.ts'
import { t } from '../text.ts'

/**
 * argon2id with 19 MiB, two passes, one lane: the least that OWASP's cheat sheet (and RFC 9106 in spirit) asks for. About
 * 25 ms and 19 MiB each, so that a small machine stands a morning's rush of sign-ins; a guess still costs as much.
 */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const SHORTEST = 10
const LONGEST = 200

/** The password in PHC form, with its salt and parameters: the only form that is stored. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), PARAMETERS)
}

/** False for a wrong password, also where the stored text is no argon2 hash. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, password.normalize('NFC'))
  } catch {
    return false
  }
}

let spare: Promise<string> | undefined

/** Takes as long as a real check and always fails: an unknown login must not answer sooner than a known one. */
export async function verifyNothing(password: string): Promise<false> {
  spare ??= hashPassword('no account has this password')
  await verifyPassword(await spare, password)
  return false
}

/** Refuses (bad_request, field `password`) a password that breaks a rule, naming the rule. */
export function checkNewPassword(password: string, login: string, field = 'password'): void {
  const length = Array.from(password).length
  if (length < SHORTEST)
    refuse(field, 'too_short', `口令至少 ${SHORTEST} 个字符`, `A password has at least ${SHORTEST} characters`)
  if (length > LONGEST)
    refuse(field, 'too_long', `口令至多 ${LONGEST} 个字符`, `A password has at most ${LONGEST} characters`)
  if (password.toLowerCase().includes(login.toLowerCase()) && length - login.length < SHORTEST / 2)
    refuse(field, 'is_login', '口令不能就是账号', 'The password must not be the login')
  if (new Set(password).size < 4)
    refuse(field, 'too_plain', '口令里至少要有 4 个不同的字符', 'A password has at least 4 different characters')
}

function refuse(field: string, code: string, zh: string, en: string): never {
  const message = t(zh, en)
  throw new AppError('bad_request', { detail: message, errors: [{ field, code, message }] })
}
