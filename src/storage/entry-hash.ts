import { createHash } from 'node:crypto'
import type { Entry } from '../engine/item.ts'

/**
 * The chain of an item: hash = SHA-256(hash before + '\n' + canonical entry), in hex. The first entry follows the item's
 * id, so that a chain cannot be moved to another item. Anybody can reckon it again from an export.
 */
export function entryHash(previous: string, entry: Entry): string {
  return createHash('sha256')
    .update(`${previous}\n${canonicalEntry(entry)}`)
    .digest('hex')
}

/** The entry's own fields and no others, in canonical form. */
export function canonicalEntry(entry: Entry): string {
  const { id, seq, action, at, actor, from, to, changes, note, evidence, reverts, ruleVersion } = entry
  return canonicalJson({ id, seq, action, at, actor, from, to, changes, note, evidence, reverts, ruleVersion })
}

/** JSON with sorted keys and no white space, so that it survives a database that reorders keys (RFC 8785 in spirit). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (isRecord(part) ? sorted(part) : part))
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
