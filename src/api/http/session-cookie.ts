import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * SameSite=Strict: a link in a mail opens the page, which needs no cookie, and the page's own calls carry it. The
 * __Host- prefix keeps a neighbouring subdomain from planting one; it needs https.
 */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-luoshi' : 'luoshi'
}

export function readSessionCookie(c: Context, always: boolean): string | undefined {
  return getCookie(c, sessionCookieName(isSecure(c, always)))
}

export function writeSessionCookie(c: Context, always: boolean, cookie: string): void {
  const secure = isSecure(c, always)
  setCookie(c, sessionCookieName(secure), cookie, { httpOnly: true, sameSite: 'Strict', path: '/', secure })
}

export function dropSessionCookie(c: Context, always: boolean): void {
  const secure = isSecure(c, always)
  deleteCookie(c, sessionCookieName(secure), { path: '/', secure })
}

/** Also behind a proxy that ends https. Who sends the header without one gets a cookie his browser keeps to itself. */
function isSecure(c: Context, always: boolean): boolean {
  return always || c.req.header('x-forwarded-proto') === 'https'
}
