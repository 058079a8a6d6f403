import { describe, expect, test } from 'vitest'
import type { Actor, PostRole } from '../engine/actor.ts'
import { AppError } from '../errors.ts'
import { demand, may, navOf } from './policies.ts'

function as(...roles: PostRole[]): Actor {
  return { account: 'a', post: 'p', unit: 'u', roles, line: [] }
}

describe('policies', () => {
  test('only the supervision office reads a report into a ledger', () => {
    for (const doing of ['upload_report', 'review_report', 'issue_report'] as const) {
      expect(may(as('supervisor'), doing)).toBe(true)
      for (const role of ['owner', 'co', 'leader', 'admin', 'viewer'] as const) expect(may(as(role), doing)).toBe(false)
    }
  })

  test('the administrator runs accounts and sees no matters', () => {
    expect(may(as('admin'), 'administer_accounts')).toBe(true)
    expect(may(as('admin'), 'read_items')).toBe(false)
    expect(may(as('supervisor'), 'administer_accounts')).toBe(false)
  })

  test('a refusal says whose business it is', () => {
    expect(() => demand(as('owner'), 'issue_report')).toThrow(AppError)
    expect(() => demand(as('owner'), 'issue_report')).toThrow(/supervision office/)
    expect(() => demand(as('supervisor'), 'issue_report')).not.toThrow()
  })

  test('the navigation shows what the post may open', () => {
    expect(navOf(as('owner', 'co'))).toEqual(['cockpit', 'my_work', 'ledgers'])
    expect(navOf(as('supervisor'))).toEqual(['cockpit', 'day', 'reports', 'ledgers'])
    expect(navOf(as('admin'))).toEqual(['admin'])
    expect(navOf(as())).toEqual([])
  })
})
