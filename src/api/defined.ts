/** A record without the keys that were not sent: zod gives them as undefined, commands want them missing. */
export type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

export function defined<T extends object>(record: T): Defined<T> {
  const sent = Object.entries(record).filter(([, value]) => value !== undefined)
  // Only undefined values are gone; the type keeps saying which keys may be missing.
  return Object.fromEntries(sent) as Defined<T>
}
