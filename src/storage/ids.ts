import { v7 } from 'uuid'

/**
 * A new id: UUID version 7, in the order of making within this process, also when the clock stands or steps back.
 * Made by the app, never by the database: it is known before the row is written and it needs no server function.
 */
export function newId(): string {
  return v7()
}
