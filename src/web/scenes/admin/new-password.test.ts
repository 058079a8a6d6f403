import { expect, test } from 'vitest'
import { drawFromCrypto, passwordRules, randomPassword } from './new-password.ts'

const met = (password: string, login = 'zjj-bgs') => passwordRules(password, login).map((rule) => rule.met)

test('each rule is told apart', () => {
  expect(met('short')).toEqual([false, true, true])
  expect(met('aaaaaaaaaaaa')).toEqual([true, false, true])
  expect(met('zjj-bgs')).toEqual([false, true, false])
  expect(met('')).toEqual([false, false, false])
})

test('a password at random keeps the rules and is not the same twice', () => {
  const made = Array.from({ length: 50 }, () => randomPassword(drawFromCrypto))
  expect(new Set(made).size).toBe(made.length)
  for (const password of made) expect(met(password)).toEqual([true, true, true])
})

test('draws stay below their bound', () => {
  const drawn = Array.from({ length: 500 }, () => drawFromCrypto(54))
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...drawn)).toBeLessThan(54)
})
