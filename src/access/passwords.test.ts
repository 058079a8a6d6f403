import { describe, expect, test } from 'vitest'
import { AppError } from '../errors.ts'
import { checkNewPassword, hashPassword, verifyNothing, verifyPassword } from './passwords.ts'

describe('passwords', () => {
  test('a hash verifies its own password and no other, and is salted', async () => {
    const [one, two] = await Promise.all([hashPassword('落实到位-2024'), hashPassword('落实到位-2024')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword(one, '落实到位-2024')).toBe(true)
    expect(await verifyPassword(one, '落实到位-2025')).toBe(false)
  })

  test('composed and decomposed spellings are the same password', async () => {
    expect(await verifyPassword(await hashPassword('caf\u00e9-password'), 'cafe\u0301-password')).toBe(true)
  })

  test('a stored text that is no hash lets nobody in', async () => {
    expect(await verifyPassword('', 'anything at all')).toBe(false)
    expect(await verifyNothing('no account has this password')).toBe(false)
  })

  test.each([
    ['short', 'too_short'],
    ['supervisor', 'is_login'],
    ['Supervisor1', 'is_login'],
    ['aaaaaaaaaaaaaa', 'too_plain'],
    ['x1y2'.repeat(51), 'too_long'],
  ])('%s is refused with the rule it breaks', (password, code) => {
    const broken = () => checkNewPassword(password, 'supervisor')
    expect(broken).toThrow(AppError)
    try {
      broken()
    } catch (error) {
      expect((error as AppError).errors[0]).toMatchObject({ field: 'password', code })
    }
  })

  test('a good password passes', () => {
    expect(() => checkNewPassword('Luoshi-2024-sz', 'sz')).not.toThrow()
    expect(() => checkNewPassword('今天一定要把事情办完', 'dcs-kz')).not.toThrow()
  })
})
