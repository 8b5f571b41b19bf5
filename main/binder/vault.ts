import { timingSafeEqual } from 'node:crypto'
import { type BinderFiles, binderFiles, readLogHead, writeWhole } from '../../db/binderFolder.ts'
import type { Db } from '../../db/open.ts'
import { removeNextDatabase } from '../../db/rekey.ts'
import { recordFirstUnlock, userById } from '../../db/repositories/user.ts'
import { type HeadStore, headKey, readHead, writtenHead } from '../accessLog/logHead.ts'
import type { World } from '../context/context.ts'
import type { ChainFault } from '../contract/accessLog.ts'
import type { KeyStage } from '../contract/binder.ts'
import { CoreError, refuse } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import type { Unit } from '../contract/unit.ts'
import type { User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { type AttemptLimiter, createAttemptLimiter } from './attemptLimiter.ts'
import { settled } from './keyring.ts'
import { createKeyStore, type KeyStore } from './keyStore.ts'
import { withDatedWords } from './keys.ts'
import { brokenSeals, sealLocked, unseal } from './lockSeal.ts'
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
  /** What was found changed since the orderly lock, until the log is told. */
  broken: readonly ChainFault[]
  /** Begun when the first comes in. */
  log: VaultLog | undefined
  /** While the database is being given another key: all else waits until it is done. */
  keyChange: KeyChange | undefined
  readonly visits: Set<Visit>
  /** What keeps the database open: the visits, and who is on the way in. */
  readonly holders: Set<object>
}

type KeyChange = { stage: KeyStage; readonly done: Promise<void> }

/** A user's being in, from unlocking to locking. The same user's next visit is another, and no call goes on from one to the next. */
export type Visit = {
  /** Another one after the database was given another key. */
  db: Db
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
    broken: [],
    log: undefined,
    keyChange: undefined,
    visits: new Set(),
    holders: new Set(),
  }
}

/** Has the database open while `use` goes on; afterwards it stays so as long as anything holds it. Takes over the keys: `next` is there after a change of key that was cut short. */
export async function withVaultOpen<T>(
  vault: Vault,
  key: Buffer,
  use: (unlocked: UnlockedBinder) => Promise<T>,
  next?: Buffer,
): Promise<T> {
  const unlocked = vault.unlocked === undefined ? openVault(vault, key, next) : joinUnlocked(vault.unlocked, key, next)
  vault.unlocked = unlocked
  const holder = {}
  vault.holders.add(holder)
  try {
    return await use(unlocked)
  } finally {
    release(vault, holder)
  }
}

function openVault(vault: Vault, key: Buffer, next: Buffer | undefined): UnlockedBinder {
  const { files, migrations, store, world } = vault
  vault.broken = next === undefined ? brokenSeals(vault, key) : []
  const secret = headKey(key)
  if (vault.broken.length === 0) unseal(vault, secret)
  secret.fill(0)
  const unlocked = next === undefined ? openUnlocked(files, key, migrations) : openAfterCut(vault, key, next)
  removeNextDatabase(files)
  const ring = store.readKeyring()
  const dated = withDatedWords(ring, world.now())
  if (JSON.stringify(dated) !== JSON.stringify(ring)) store.writeKeyring(dated)
  return unlocked
}

/** A change of key was cut short: the file tells how far it had come, and the keyring and the head of the log follow it. */
function openAfterCut(vault: Vault, key: Buffer, next: Buffer): UnlockedBinder {
  const { files, migrations, store, logHead } = vault
  const kept = opensWith(files, key, migrations) ? 'key' : 'next'
  const [right, other] = kept === 'key' ? [key, next] : [next, key]
  const unlocked = openUnlocked(files, right, migrations)
  const head = readHead(logHead.read(), headKey(other))
  if (typeof head !== 'string') logHead.write(writtenHead(head, headKey(right)))
  store.writeKeyring(settled(store.readKeyring(), kept))
  other.fill(0)
  return unlocked
}

function opensWith(files: BinderFiles, key: Buffer, migrations: string): boolean {
  try {
    closeUnlocked(openUnlocked(files, Buffer.from(key), migrations))
    return true
  } catch (error) {
    if (error instanceof CoreError && error.refusal.code === 'binder-damaged') return false
    throw error
  }
}

/** Others have it open already: one key is enough. */
function joinUnlocked(unlocked: UnlockedBinder, key: Buffer, next?: Buffer): UnlockedBinder {
  const isSame = timingSafeEqual(key, unlocked.key) || (next !== undefined && timingSafeEqual(next, unlocked.key))
  key.fill(0)
  next?.fill(0)
  return isSame ? unlocked : refuse('binder-damaged')
}

/** The database was closed and is open anew, under another key: whoever is in goes on in it. Wipes the key that was. */
export function moveTo(vault: Vault, unlocked: UnlockedBinder): void {
  vault.unlocked?.key.fill(0)
  vault.unlocked = unlocked
  vault.manual.forget()
  for (const visit of vault.visits) visit.db = unlocked.db
  vault.log?.moveTo(unlocked.db, headKey(unlocked.key))
}

/** Lets go of the database; the last to do so closes it and wipes the key. */
export function release(vault: Vault, holder: object): void {
  if (!vault.holders.delete(holder) || vault.holders.size > 0) return
  const isTold = vault.log !== undefined || vault.broken.length === 0
  vault.log?.close()
  if (vault.unlocked !== undefined) {
    const secret = headKey(vault.unlocked.key)
    closeUnlocked(vault.unlocked)
    if (isTold) sealLocked(vault, secret) // otherwise it is found again the next time
    secret.fill(0)
  }
  vault.manual.forget()
  vault.log = undefined
  vault.broken = []
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
  vault.log ??= openVaultLog({ db, head: vault.logHead, key: headKey(key), now: world.now, broken: vault.broken })
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
