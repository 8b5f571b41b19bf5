import type { Db } from '../../db/open.ts'
import { lastLogRow } from '../../db/repositories/accessLog.ts'
import { type DetectedFault, faultDetail } from '../accessLog/chainFault.ts'
import { type HeadStore, type LogHead, readHead, writtenHead } from '../accessLog/logHead.ts'
import { checkLogAtOpening, logAccess } from '../accessLog/service.ts'
import type { ChainFault, LogKind } from '../contract/accessLog.ts'
import type { Method } from '../contract/index.ts'
import type { Instant, UserId } from '../contract/values.ts'
import type { UnreportedAttempts } from './attemptMemory.ts'

/** The head outside follows after so many milliseconds, or so many entries, whichever comes first. */
const HEAD_LAGS_MS = 2_000
const HEAD_LAGS_ENTRIES = 200

/** The access log while the database is open, whoever and however many are in. */
export type VaultLog = {
  /** Notes who came in and how, and before it what was unreported. */
  noteUnlock(userId: UserId, how: Method, unreported: UnreportedAttempts): void
  /** Something was added and is committed: the head outside the database follows soon. */
  moved(): void
  /** Notes that a user is out, and by what. Never throws: nothing may keep anyone in. */
  noteLock(userId: UserId, by: string): void
  /** Goes on in the same log after the database was given another key. */
  moveTo(db: Db, key: Buffer): void
  /** Brings the head up to date when nobody is left, and wipes its key. Never throws. */
  close(): void
}

type VaultLogParts = {
  readonly db: Db
  readonly head: HeadStore
  /** See `headKey`. Wiped when the log is closed. */
  readonly key: Buffer
  /** What was found changed before the database was opened. */
  readonly broken?: readonly ChainFault[]
  /** Older entries gone through anew; a test takes fewer. */
  readonly recheck?: number
  now(): Instant
}

/**
 * Begins the log of a database that was opened: looks whether it is whole. What is found is told with the first to come in.
 *
 * Gone through are all entries since the last opening, and some of the older ones in turn.
 */
export function openVaultLog({
  db: opened,
  head: store,
  key: firstKey,
  now,
  recheck,
  broken = [],
}: VaultLogParts): VaultLog {
  let [db, key] = [opened, firstKey]
  const found = checkLogAtOpening(db, readHead(store.read(), key), recheck)
  const head = followHead(
    () => lastLogRow(db),
    found.head,
    next => store.write(writtenHead(next, key)),
  )
  let isInOrder = true
  const add = adding(() => db, now)
  head.write({}) // before anything is added, so that the head never says that the binder is closed while it is not
  return {
    noteUnlock: noteUnlocksIn(() => db, add, head.write, faultsOf(found.fault, broken, lastLogRow(db)?.sequence ?? 0)),
    moved: head.moved,
    noteLock(userId, by) {
      try {
        add('lock', userId, 'user.lock', by)
        head.moved()
      } catch {
        isInOrder = false // it cannot be noted, but the user is out
      }
    },
    moveTo(nextDb, nextKey) {
      key.fill(0)
      ;[db, key] = [nextDb, nextKey]
      head.write({})
    },
    close() {
      head.write({ closed: isInOrder })
      key.fill(0)
    },
  }
}

function adding(db: () => Db, now: () => Instant): Add {
  return (kind, userId, method, detail = '', at = now()) =>
    logAccess(db(), { at, userId, clientId: null, method, kind, detail })
}

/** All that is to be told: of a log that is broken it need not be said as well that the file is another. */
function faultsOf(inLog: DetectedFault | undefined, broken: readonly ChainFault[], last: number): DetectedFault[] {
  const outside = broken.filter(each => inLog === undefined || each.kind !== 'databaseChanged')
  const detected = outside.map(({ kind }) => ({ kind, sequence: last, breakAt: 0, evidence: '' }))
  return inLog === undefined ? detected : [inLog, ...detected]
}

/** Who comes in is told; before the first of them, what was found wrong. */
function noteUnlocksIn(
  db: () => Db,
  add: Add,
  writeHead: (change: Partial<Pick<LogHead, 'checkedTo'>>) => void,
  faults: readonly DetectedFault[],
): VaultLog['noteUnlock'] {
  let untold = faults
  let isFirst = true
  return (userId, how, unreported) => {
    const lastBefore = lastLogRow(db())?.sequence ?? 0
    db().$client.transaction(() => {
      for (const each of untold) add('chainBroken', userId, how, faultDetail(each))
      addUnreported(add, unreported, { userId, how, lastBefore })
      add('unlock', userId, how)
    })()
    untold = []
    writeHead(isFirst ? { checkedTo: lastLogRow(db())?.sequence ?? 0 } : {})
    isFirst = false
  }
}

type Add = (kind: LogKind, userId: UserId | null, method: Method, detail?: string, at?: Instant) => void

/** What was tried at the locked door, and that what was remembered of it was gone. */
function addUnreported(
  add: Add,
  { failedAt, unlisted, lost }: UnreportedAttempts,
  { userId, how, lastBefore }: { userId: UserId; how: Method; lastBefore: number },
): void {
  const memoryLost = { kind: 'doorMissing', sequence: lastBefore, breakAt: 0, evidence: '' } as const
  if (lost && lastBefore > 0) add('chainBroken', userId, how, faultDetail(memoryLost))
  if (unlisted > 0) add('failedUnlock', null, 'user.unlock', `earlier ${unlisted}`, failedAt[0])
  for (const at of failedAt) add('failedUnlock', null, 'user.unlock', '', at)
}

/** Keeps what is remembered of the last entry outside the database a little behind it, and in step when told to `write`. */
function followHead(
  last: () => Pick<LogHead, 'sequence' | 'hash'> | undefined,
  first: LogHead,
  keep: (head: LogHead) => void,
) {
  let head: LogHead = { ...first, closed: false }
  let waiting: NodeJS.Timeout | undefined
  let behind = 0

  function write(change: Partial<Pick<LogHead, 'closed' | 'checkedTo'>>): void {
    clearTimeout(waiting)
    waiting = undefined
    behind = 0
    try {
      head = { ...head, ...(last() ?? { sequence: 0, hash: '' }), ...change }
      keep(head)
    } catch {
      // a full disk must not stop anyone's work: the head is behind until the next time
    }
  }
  return {
    write,
    moved() {
      behind++
      if (behind >= HEAD_LAGS_ENTRIES) return write({})
      waiting ??= setTimeout(() => write({}), HEAD_LAGS_MS).unref()
    },
  }
}
