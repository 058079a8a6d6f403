import type * as z from 'zod'
import { badRequest } from '../zod-faults.ts'
import { checkText } from './clean-text.ts'

/** The parts of a form as the schema reads them; empty text parts count as not sent. Throws bad_request. */
export function parseFields<S extends z.ZodType>(form: FormData, schema: S): z.output<S> {
  const sent = [...form].filter(([, value]) => value !== '')
  for (const [name, value] of sent) if (typeof value === 'string') checkText(value, name)
  const parsed = schema.safeParse(Object.fromEntries(sent))
  if (!parsed.success) throw badRequest(parsed.error)
  return parsed.data
}
