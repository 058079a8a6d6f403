import * as z from 'zod'
import { assignPost, createAccount, resetPassword, setAccountDisabled } from '../commands/administer-accounts.ts'
import { dayOf } from '../calendar/moment.ts'
import { listAccounts } from '../storage/account-store.ts'
import { listAssignments } from '../storage/assignment-store.ts'
import { defined } from './defined.ts'
import type { AccountView } from './present/admin.ts'
import type { Api } from './route.ts'
import { accountSchema } from './schemas/admin.ts'
import { dbOf } from './services.ts'

const tag = '管理 / Administration'
const doing = 'administer_accounts'
const word = z.string().max(100)
const day = z.string().max(10)

/** Accounts and who holds which post: the administrator's business, and his alone. */
export function accountRoutes(api: Api): void {
  const { services } = api
  const { context, directory } = services

  api.route(
    {
      method: 'get',
      path: '/api/admin/accounts',
      tag,
      summary: '账号 / Accounts',
      doing,
      answer: z.array(accountSchema),
    },
    async (): Promise<AccountView[]> => {
      const now = context.now()
      const [accounts, held, names] = await Promise.all([
        listAccounts(dbOf(services), context.city),
        listAssignments(dbOf(services), context.city, dayOf(now)),
        directory.get(),
      ])
      return accounts.map(({ id, login, lockedUntil, disabledAt, seenAt }) => {
        const first = held.find(({ account }) => account === id)
        return {
          id,
          login,
          lastSeen: seenAt,
          post: first ? names.post(first.post) : null,
          since: first?.from ?? null,
          locked: lockedUntil !== null && lockedUntil > now,
          disabled: disabledAt !== null,
        }
      })
    },
  )

  api.route(
    {
      method: 'post',
      path: '/api/admin/accounts',
      tag,
      summary: '开账号 / Open an account',
      doing,
      body: z.strictObject({ login: word, password: z.string().max(400), post: word, from: day.optional() }),
      status: 201,
      answer: z.object({ id: z.string() }),
      refuses: ['conflict'],
    },
    ({ actor, body }) => createAccount(context, actor, defined(body)),
  )
  oneAccountRoutes(api)
}

function oneAccountRoutes(api: Api): void {
  const { context } = api.services

  api.route(
    {
      method: 'post',
      path: '/api/admin/accounts/{id}/password',
      tag,
      summary: '重设口令 / Reset a password',
      doing,
      params: { id: word },
      body: z.strictObject({ password: z.string().max(400) }),
      status: 204,
    },
    ({ actor, params: { id }, body: { password } }) => resetPassword(context, actor, { account: id, password }),
  )

  api.route(
    {
      method: 'post',
      path: '/api/admin/accounts/{id}/disabled',
      tag,
      summary: '停用或启用 / Disable or enable',
      doing,
      params: { id: word },
      body: z.strictObject({ disabled: z.boolean() }),
      status: 204,
      refuses: ['refused'],
    },
    ({ actor, params: { id }, body: { disabled } }) => setAccountDisabled(context, actor, { account: id, disabled }),
  )

  api.route(
    {
      method: 'post',
      path: '/api/admin/accounts/{id}/posts',
      tag,
      summary: '任职：给岗位，或调任 / Give a post, or move to one',
      doing,
      params: { id: word },
      body: z.strictObject({ post: word, from: day, to: day.nullable().optional(), moves: z.boolean().optional() }),
      status: 204,
    },
    ({ actor, params: { id }, body }) => assignPost(context, actor, { ...defined(body), account: id }),
  )
}
