import * as z from 'zod'
import { findSessionByCookie, signOut, switchPost } from '../access/sessions.ts'
import { signIn } from '../access/sign-in.ts'
import { changePassword } from '../commands/change-password.ts'
import { setPreferences } from '../commands/set-preferences.ts'
import { AppError } from '../errors.ts'
import { addressOf } from './http/address.ts'
import { dropSessionCookie, readSessionCookie, writeSessionCookie } from './http/session-cookie.ts'
import type { Api } from './route.ts'
import { preferencesSchema, sessionSchema } from './schemas/session.ts'
import { sessionView } from './views/session-view.ts'

const tag = '会话 / Session'
const credentials = z.strictObject({
  login: z.string().min(1).max(100),
  password: z.string().min(1).max(400),
  post: z.string().max(100).optional(),
})

/** Signing in and out, and what an account keeps for itself. */
export function sessionRoutes(api: Api): void {
  const { services } = api
  const { context, secureCookies } = services

  api.route(
    { method: 'get', path: '/api/session', tag, summary: '谁登录了 / Who is signed in', answer: sessionSchema },
    ({ who }) => sessionView(services, who),
  )

  api.openRoute(
    {
      method: 'post',
      path: '/api/session',
      tag,
      summary: '登录 / Sign in',
      body: credentials,
      answer: sessionSchema,
      refuses: ['wrong_password', 'locked_out', 'too_many', 'forbidden'],
    },
    async ({ c, body: { login, password, post } }) => {
      const signedIn = await signIn(context, { login, password, post: post ?? null, address: addressOf(c) })
      // A cookie that was planted before signing in is worth nothing afterwards: a new session has a new one.
      writeSessionCookie(c, secureCookies, signedIn.cookie)
      return sessionView(services, signedIn)
    },
  )

  api.route({ method: 'delete', path: '/api/session', tag, summary: '退出 / Sign out', status: 204 }, async ({ c }) => {
    const cookie = readSessionCookie(c, secureCookies)
    if (cookie) await signOut(context, cookie, addressOf(c))
    dropSessionCookie(c, secureCookies)
  })

  api.route(
    {
      method: 'post',
      path: '/api/session/post',
      tag,
      summary: '换一个岗位办事 / Act in another post',
      body: z.strictObject({ post: z.string().max(100) }),
      answer: sessionSchema,
      refuses: ['forbidden'],
    },
    async ({ who, body: { post } }) => {
      const actor = await switchPost(context, who, post)
      return sessionView(services, { ...who, actor })
    },
  )

  api.route(
    {
      method: 'patch',
      path: '/api/session/preferences',
      tag,
      summary: '大字、语言、单键 / Large type, language, keys',
      body: preferencesSchema.partial(),
      answer: sessionSchema,
    },
    async ({ c, actor, body }) => {
      await setPreferences(context, actor, body)
      const cookie = readSessionCookie(c, secureCookies)
      const who = cookie ? await findSessionByCookie(context, cookie) : null
      if (who === null) throw new AppError('not_signed_in')
      return sessionView(services, who)
    },
  )

  api.route(
    {
      method: 'post',
      path: '/api/session/password',
      tag,
      summary: '改口令 / Change the password',
      about: '其他地方的登录随之失效。 / Sessions elsewhere end.',
      body: z.strictObject({ old: z.string().min(1).max(400), new: z.string().min(1).max(400) }),
      status: 204,
      refuses: ['wrong_password'],
    },
    async ({ c, who, actor, body }) => {
      await changePassword(context, actor, { ...body, session: who.session.id, address: addressOf(c) })
    },
  )
}
