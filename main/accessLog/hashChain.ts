import { hash } from 'node:crypto'
import type { LogEntry } from '../contract/accessLog.ts'

/** What the first entry of a log follows. */
export const GENESIS_HASH = ''

/**
 * The hash that ties an entry to the one before it: SHA-256, in hexadecimal, over a JSON array of the entry's fields in
 * this order and, last, the hash of the entry before. JSON tells every field from its neighbours and null from words.
 */
export function hashOf(entry: LogEntry, previous: string): string {
  const { sequence, at, userId, clientId, method, kind, detail } = entry
  return hash('sha256', JSON.stringify([sequence, at, userId, clientId, method, kind, detail, previous]))
}
