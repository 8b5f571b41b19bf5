import { createHash, type Hash } from 'node:crypto'
import { type ChainedEntry, type ChainFault, chainFault, type LogEntry } from '../contract/accessLog.ts'
import { GENESIS_HASH, hashOf } from './hashChain.ts'

/** Reads the log in order from a number on. */
export type EntriesFrom = (sequence: number) => Iterable<ChainedEntry>

/** What was found, and what it was found by: a digest of every entry from the break on. */
export type DetectedFault = ChainFault & { readonly breakAt: number; readonly evidence: string }

/** Entries on each side of a break that are looked at to say what has happened. */
const NEARBY = 50

/** What an entry of kind `chainBroken` says: the fault, and by what evidence. */
export function faultDetail({ kind, sequence, breakAt, evidence }: DetectedFault): string {
  return [kind, sequence, breakAt, evidence].join(' ')
}

/** The fault that an entry of kind `chainBroken` tells of. One that has been altered says only that it has. */
export function faultIn({ sequence: entry, detail }: Pick<LogEntry, 'sequence' | 'detail'>): DetectedFault {
  const [kind, sequence, breakAt, evidence = ''] = detail.split(' ')
  const known = chainFault.safeParse({ kind, sequence: Number(sequence) })
  const fault = known.success ? known.data : ({ kind: 'changed', sequence: entry } as const)
  return { ...fault, breakAt: Number(breakAt) || 0, evidence }
}

/**
 * Goes through the log from the entry `from` through `to`, and on to the end where it finds a break. Answers with the
 * first fault that has not been told before.
 *
 * A break that was found earlier is known by the `chainBroken` entry added then, which holds a digest of everything
 * between: while that still fits, nothing more has happened there, and the log is gone through from that entry on.
 */
export function firstFault(entriesFrom: EntriesFrom, from: number, to: number): DetectedFault | undefined {
  let previous = from === 1 ? { sequence: 0, hash: GENESIS_HASH } : undefined
  let broken: { at: number; evidence: Hash } | undefined
  for (const entry of entriesFrom(Math.max(1, from - 1))) {
    const expected: number = previous === undefined ? from - 1 : previous.sequence + 1
    if (broken === undefined) {
      if (expected > to) return undefined
      if (previous === undefined ? entry.sequence === expected : follows(entry, previous)) {
        previous = entry
        continue
      }
      broken = { at: expected, evidence: createHash('sha256') }
    } else if (previous !== undefined && reportsBreak(entry, previous, broken)) {
      broken = undefined
      previous = entry
      continue
    }
    broken.evidence.update(JSON.stringify(entry))
    previous = entry
  }
  if (broken === undefined) return undefined
  const { at } = broken
  return { ...describeFault(entriesFrom, at), breakAt: at, evidence: broken.evidence.digest('hex') }
}

type Link = Pick<ChainedEntry, 'sequence' | 'hash'>

function follows(entry: ChainedEntry, previous: Link): boolean {
  return entry.sequence === previous.sequence + 1 && hashOf(entry, previous.hash) === entry.hash
}

/** True for the entry in which this very break was told, with nothing changed since. */
function reportsBreak(entry: ChainedEntry, previous: Link, broken: { at: number; evidence: Hash }): boolean {
  if (entry.kind !== 'chainBroken' || !follows(entry, previous)) return false
  const told = faultIn(entry)
  return told.breakAt === broken.at && told.evidence === broken.evidence.copy().digest('hex')
}

/** Says what happened where entry `at` does not follow: by finding the true entries among those nearby. */
function describeFault(entriesFrom: EntriesFrom, at: number): ChainFault {
  const around = takeFirst(entriesFrom(Math.max(1, at - NEARBY - 1)), 2 * NEARBY)
  const before = around.filter(each => each.sequence < at)
  const [here, ...after] = around.filter(each => each.sequence >= at)
  if (here === undefined || here.sequence > at) return { kind: 'missing', sequence: at }

  const isTruly = (entry: ChainedEntry, sequence: number, previous: string) =>
    hashOf({ ...entry, sequence }, previous) === entry.hash
  const isTrulyLater = (entry: ChainedEntry, previous: string) =>
    steps.some(step => isTruly(entry, entry.sequence + step, previous))

  const previousHash = before.at(-1)?.hash ?? GENESIS_HASH
  if (after.some(each => isTruly(each, at, previousHash))) {
    const isElsewhere = after.some(each => isTrulyLater(here, each.hash))
    return { kind: isElsewhere ? 'moved' : 'inserted', sequence: at }
  }
  const [next] = after
  if (next !== undefined && isTrulyLater(next, here.hash)) return { kind: 'missing', sequence: at }
  for (const step of steps) {
    const hash = at - step === 1 ? GENESIS_HASH : before.find(each => each.sequence === at - step - 1)?.hash
    if (hash !== undefined && isTruly(here, at - step, hash)) return { kind: 'inserted', sequence: at - step }
  }
  return { kind: 'changed', sequence: at }
}

const steps: readonly number[] = Array.from({ length: NEARBY }, (_, nth) => nth + 1)

function takeFirst<T>(all: Iterable<T>, most: number): T[] {
  const found: T[] = []
  for (const each of all) {
    found.push(each)
    if (found.length === most) break
  }
  return found
}
