import type { Context } from '../commands/context.ts'
import { fireRungs } from '../commands/fire-rungs.ts'
import type { Job } from './runner.ts'

/** Reminders are told to the minute: often enough, and one index read where nothing is due. */
export function ticker(context: Context, everySeconds = 30): Job {
  return { name: 'ticker', everySeconds, run: () => fireRungs(context) }
}
