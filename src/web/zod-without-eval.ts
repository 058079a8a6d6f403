import * as z from 'zod'

/**
 * zod compiles its checks with `new Function`, which the page's content security policy forbids; the browser would
 * log a violation for each page. Imported before anything that builds a schema.
 */
z.config({ jitless: true })
