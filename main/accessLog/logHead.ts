import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { ChainedEntry, ChainFault } from '../contract/accessLog.ts'

/** Where the head is kept: a small file outside the database, or in memory for a test. */
export type HeadStore = {
  /** Nothing when there is none. */
  read(): string | undefined
  write(text: string): void
}

/** The last entry of the log as it is remembered outside the database, so that a log put back in time is seen. */
const logHead = z.strictObject({
  format: z.literal(1),
  sequence: z.int().min(0),
  hash: z.string().max(64),
  /** The binder was locked in order after this entry: nothing may follow it. */
  closed: z.boolean(),
  /** Every entry through this one was gone through when the binder was opened. */
  checkedTo: z.int().min(0),
  /** Where going through the older ones anew had come. */
  recheckedTo: z.int().min(0),
  /** SHA-256 of the database's file, after an orderly lock. */
  database: z.hex().length(64).optional(),
})
export type LogHead = z.infer<typeof logHead>

/** The key that only someone with the database's key can have. */
export function headKey(databaseKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, Buffer.alloc(0), 'arton access log head', 32))
}

/** The head as text, with an HMAC-SHA-256 that nobody without the key can make. */
export function writtenHead(head: LogHead, key: Buffer): string {
  return JSON.stringify({ ...head, mac: macOf(head, key) })
}

/** The head, or what is the matter with it. */
export function readHead(text: string | undefined, key: Buffer): LogHead | 'headMissing' | 'headChanged' {
  if (text === undefined) return 'headMissing'
  try {
    const { mac, ...head } = logHead.extend({ mac: z.string().length(64) }).parse(JSON.parse(text))
    const fits = timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(head, key), 'hex'))
    return fits ? head : 'headChanged'
  } catch {
    return 'headChanged'
  }
}

function macOf({ format, sequence, hash, closed, checkedTo, recheckedTo, database }: LogHead, key: Buffer): string {
  const text = JSON.stringify([
    format,
    sequence,
    hash,
    closed,
    checkedTo,
    recheckedTo,
    ...(database === undefined ? [] : [database]),
  ])
  return createHmac('sha256', key).update(text).digest('hex')
}

/**
 * What the head says about a log that in itself is whole. `last` is its last entry and `hashAt` the hash of any.
 *
 * A head that is behind is no fault: the program ended before it was brought up to date. Unless it says that the binder
 * was locked in order; then what follows was added by something else.
 */
export function headFault(
  head: LogHead,
  last: Pick<ChainedEntry, 'sequence'>,
  hashAt: (sequence: number) => string,
): ChainFault | undefined {
  if (head.sequence > last.sequence) return { kind: 'rolledBack', sequence: last.sequence + 1 }
  if (head.sequence > 0 && hashAt(head.sequence) !== head.hash) return { kind: 'rewritten', sequence: head.sequence }
  if (head.closed && head.sequence < last.sequence) return { kind: 'inserted', sequence: head.sequence + 1 }
  return undefined
}
