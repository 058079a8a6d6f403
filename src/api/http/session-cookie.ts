import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * SameSite=Strict: a link in a mail opens the page, which needs no cookie, and the page's own calls carry it. The
 * __Host- prefix keeps a neighbouring subdomain from planting one; it needs https.
 */
function nameFor(secure: boolean): string {
  return secure ? '__Host-luoshi' : 'luoshi'
}

export function readSessionCookie(c: Context, secure: boolean): string | undefined {
  return getCookie(c, nameFor(secure))
}

export function writeSessionCookie(c: Context, secure: boolean, cookie: string): void {
  setCookie(c, nameFor(secure), cookie, { httpOnly: true, sameSite: 'Strict', path: '/', secure })
}

export function dropSessionCookie(c: Context, secure: boolean): void {
  deleteCookie(c, nameFor(secure), { path: '/', secure })
}
