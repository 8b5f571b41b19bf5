import { timingSafeEqual } from 'node:crypto'
import { type BinderFiles, binderFiles, readLogHead, writeWhole } from '../../db/binderFolder.ts'
import type { Db } from '../../db/open.ts'
import { recordFirstUnlock, userById } from '../../db/repositories/user.ts'
import { type HeadStore, headKey } from '../accessLog/logHead.ts'
import type { World } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import type { Unit } from '../contract/unit.ts'
import type { User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { type AttemptLimiter, createAttemptLimiter } from './attemptLimiter.ts'
import { createKeyStore, type KeyStore } from './keyStore.ts'
import { createManualInUse, type ManualInUse } from './manualInUse.ts'
import { closeUnlocked, openUnlocked, type UnlockedBinder } from './unlockedBinder.ts'
import { openVaultLog, type VaultLog } from './vaultLog.ts'

type VaultParts = {
  /** The binder's folder; need not exist. */
  readonly folder: string
  readonly migrations: string
  readonly world: World
  /** Marks a new binder as one of invented people. */
  readonly demo: boolean
  /** Our own; the binder may have a content pack in its place. Asked for when it is first needed: reading it takes a moment. */
  manual(): Manual
}

/**
 * The binder of one folder, as all who are in it share it: one open database, its key, one access log, one manual.
 * Several users may be in, each from a seat of their own; the last to leave closes the database and wipes the key.
 */
export type Vault = {
  readonly files: BinderFiles
  readonly migrations: string
  readonly world: World
  readonly demo: boolean
  readonly store: KeyStore
  readonly attempts: AttemptLimiter
  readonly logHead: HeadStore
  readonly manual: ManualInUse
  unlocked: UnlockedBinder | undefined
  /** Begun when the first comes in. */
  log: VaultLog | undefined
  readonly visits: Set<Visit>
  /** What keeps the database open: the visits, and who is on the way in. */
  readonly holders: Set<object>
}

/** A user's being in, from unlocking to locking. The same user's next visit is another, and no call goes on from one to the next. */
export type Visit = {
  readonly db: Db
  readonly unit: Unit
  /** As their name and roles are now. */
  user: User
}

/** Nothing is opened yet. */
export function openBinderFolder({ folder, migrations, world, demo, manual }: VaultParts): Vault {
  const files = binderFiles(folder)
  const store = createKeyStore(files, world.derivationCost)
  return {
    files,
    migrations,
    world,
    demo,
    store,
    attempts: createAttemptLimiter(store, world),
    logHead: { read: () => readLogHead(files), write: text => writeWhole(files, files.logHead, text) },
    manual: createManualInUse(manual),
    unlocked: undefined,
    log: undefined,
    visits: new Set(),
    holders: new Set(),
  }
}

/** Has the database open while `use` goes on; afterwards it stays so as long as anything holds it. Takes over the key. */
export async function withVaultOpen<T>(
  vault: Vault,
  key: Buffer,
  use: (unlocked: UnlockedBinder) => Promise<T>,
): Promise<T> {
  const unlocked =
    vault.unlocked === undefined ? openUnlocked(vault.files, key, vault.migrations) : joinUnlocked(vault.unlocked, key)
  vault.unlocked = unlocked
  const holder = {}
  vault.holders.add(holder)
  try {
    return await use(unlocked)
  } finally {
    release(vault, holder)
  }
}

/** Others have it open already: one key is enough. */
function joinUnlocked(unlocked: UnlockedBinder, key: Buffer): UnlockedBinder {
  const isSame = timingSafeEqual(key, unlocked.key)
  key.fill(0)
  return isSame ? unlocked : refuse('binder-damaged')
}

/** Lets go of the database; the last to do so closes it and wipes the key. */
export function release(vault: Vault, holder: object): void {
  if (!vault.holders.delete(holder) || vault.holders.size > 0) return
  vault.log?.close()
  if (vault.unlocked !== undefined) closeUnlocked(vault.unlocked)
  vault.manual.forget()
  vault.log = undefined
  vault.unlocked = undefined
}

/** A user with a role in force; refused when there is none. */
export function admitted(db: Db, id: UserId): User {
  const user = userById(db, id)
  return user !== undefined && user.roles.length > 0 ? user : refuse('not-admitted')
}

/** Lets the user in, with a row in the log. */
export function beginVisit(vault: Vault, userId: UserId, how: Method): Visit {
  const { world, attempts } = vault
  const { db, unit, key } = vault.unlocked ?? refuse('locked')
  const visit: Visit = { db, unit, user: admitted(db, userId) }
  recordFirstUnlock(db, userId, world.now())
  vault.log ??= openVaultLog({ db, head: vault.logHead, key: headKey(key), now: world.now })
  vault.log.noteUnlock(userId, how, attempts.unreported())
  attempts.recordSuccess(userId)
  vault.visits.add(visit)
  vault.holders.add(visit)
  return visit
}

/** `by` is what ended it, for the log. */
export function endVisit(vault: Vault, visit: Visit, by: string): void {
  if (!vault.visits.delete(visit)) return
  vault.log?.noteLock(visit.user.id, by)
  release(vault, visit)
}

/** The way in that a user had is gone: whoever came in by it is out. */
export function endVisitsOf(vault: Vault, userId: UserId, by: string): void {
  for (const visit of [...vault.visits]) if (visit.user.id === userId) endVisit(vault, visit, by)
}

/** After users were changed: each visit goes on with the name and roles that its user has now, or ends where there is none. */
export function refreshVisits(vault: Vault): void {
  for (const visit of [...vault.visits]) {
    const user = userById(visit.db, visit.user.id)
    if (user === undefined || user.roles.length === 0) endVisit(vault, visit, 'disabled')
    else visit.user = user
  }
}
