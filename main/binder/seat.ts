import { binderOnDisk, readKeyring } from '../../db/binderFolder.ts'
import { idleMinutesOf } from '../../db/repositories/unit.ts'
import { allUsers } from '../../db/repositories/user.ts'
import { logAccess } from '../accessLog/service.ts'
import type { Keychain } from '../context/platform.ts'
import type { BinderState } from '../contract/binder.ts'
import { refuse } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import type { User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { parseKeyring } from './keyring.ts'
import type { FailedSecret, Keys, UntriedSheet } from './keys.ts'
import type { PendingUnlock } from './pendingUnlock.ts'
import { beginVisit, endVisit, release, type Vault, type Visit } from './vault.ts'

/** A seat at the vault: one window, from which one user at a time unlocks, is in, and locks. */
export type Seat = {
  readonly vault: Vault
  /** The keychain of the computer that the seat stands at. */
  readonly keychain: Keychain | undefined
  /** See `currentVisit`, which first looks whether it has ended. */
  visit: Visit | undefined
  pending: PendingUnlock | undefined
  /** A new sheet, of which two words are to be written back. */
  untriedSheet: UntriedSheet | undefined
  /** When someone was last here, by the clock that nobody can set, in milliseconds. */
  activeAt: number
  /** True when this seat was left or locked by hand: then its computer's keychain is not enough, whoever comes in elsewhere. */
  passphraseOnly: boolean
}

/** Who locks: a person or their absence, the computer's own lock, or the program that ends. */
export type LockedBy = 'hand' | 'computer' | 'end'

/** Milliseconds beyond the idle time: the screen locks first, after saving what was typed; the core when it did not. */
const GRACE = 15_000

/** Milliseconds: until then nobody need look how long the idle time is. */
const SHORTEST_IDLE = 60_000

/** Milliseconds that a pending unlock waits for a passphrase of one's own, or for two words. */
const LONGEST_STEP = 15 * 60_000

export function createSeat(vault: Vault, keychain?: Keychain): Seat {
  return {
    vault,
    keychain,
    visit: undefined,
    pending: undefined,
    untriedSheet: undefined,
    activeAt: vault.world.monotonic(),
    passphraseOnly: false,
  }
}

/** Who is in from here; nobody when it was locked, left too long, or the user may no longer be in. */
export function currentVisit(seat: Seat): Visit | undefined {
  lockIfIdle(seat)
  return seat.visit
}

/** Someone is here. */
export function noteActivity(seat: Seat): void {
  seat.activeAt = seat.vault.world.monotonic()
}

/** Locks, and answers true, when nobody has been here for the idle time or the user was disabled. Asked now and then, and before every call. */
export function lockIfIdle(seat: Seat): boolean {
  const { vault, visit, pending } = seat
  const idle = vault.world.monotonic() - seat.activeAt
  if (pending !== undefined && idle > LONGEST_STEP) lockSeat(seat)
  if (visit === undefined) return false
  const isOver = !vault.visits.has(visit)
  if (!isOver && (idle <= SHORTEST_IDLE || idle <= idleMinutesOf(visit.db) * 60_000 + GRACE)) return false
  lockSeat(seat)
  return true
}

export function lockSeat(seat: Seat, by: LockedBy = 'hand'): void {
  const { vault, visit, pending } = seat
  if (by === 'computer' && binderOnDisk(vault.files) === 'whole') setPassphraseOnly(seat, false) // the computer itself asks who is there
  if (by === 'hand' && visit !== undefined) setPassphraseOnly(seat, true)
  if (visit !== undefined) endVisit(vault, visit, by)
  if (pending !== undefined) release(vault, pending)
  seat.visit = undefined
  seat.pending = undefined
  seat.untriedSheet = undefined
}

function setPassphraseOnly(seat: Seat, passphraseOnly: boolean): void {
  seat.passphraseOnly = passphraseOnly
  seat.vault.attempts.setPassphraseOnly(passphraseOnly)
}

/** One thing is to be done here before anyone is in. */
export function setPendingUnlock(seat: Seat, pending: PendingUnlock): void {
  seat.vault.holders.add(pending)
  if (seat.pending !== undefined) release(seat.vault, seat.pending)
  seat.pending = pending
  noteActivity(seat)
}

/** The user is in from here. */
export function letIn(seat: Seat, userId: UserId, how: Method): { user: User } {
  const { vault, pending } = seat
  const visit = beginVisit(vault, userId, how)
  if (seat.visit !== undefined) endVisit(vault, seat.visit, 'end')
  if (pending !== undefined) release(vault, pending)
  seat.visit = visit
  seat.pending = undefined
  seat.passphraseOnly = false
  return { user: visit.user }
}

/** Where one stands at this seat. */
export function stateOf(seat: Seat): BinderState {
  const { vault } = seat
  const isIn = currentVisit(seat) !== undefined
  const disk = binderOnDisk(vault.files)
  const ring = disk === 'whole' ? readableKeyring(vault) : undefined
  const inKeychain = ring?.slots.some(each => each.kind === 'keychain') === true
  return {
    state: isIn ? 'open' : disk === 'none' && vault.unlocked === undefined ? 'none' : 'locked',
    today: vault.world.today(),
    demo: disk === 'whole' ? ring?.demo === true : vault.demo,
    waitSeconds: disk === 'whole' ? vault.attempts.waitSeconds() : 0,
    keychain: inKeychain && mayUseKeychain(seat),
  }
}

export function mayUseKeychain({ keychain, passphraseOnly, vault }: Seat): boolean {
  return keychain?.protects() === true && !passphraseOnly && !vault.attempts.passphraseOnly()
}

/** A damaged keyring is named when someone tries to unlock. */
function readableKeyring({ files, world }: Vault) {
  try {
    return parseKeyring(readKeyring(files), world.derivationCost)
  } catch {
    return undefined
  }
}

/** Refused while nobody is in from here. */
export function keysOf(seat: Seat): Keys {
  const { vault, visit } = seat
  const { key } = vault.unlocked ?? refuse('locked')
  if (visit === undefined) return refuse('locked')
  const { store, attempts, world } = vault
  const reportFailure = (failed: FailedSecret) => noteFailure(vault, visit, failed)
  return { key, store, attempts, world, names: () => namesIn(visit), reportFailure }
}

/** What the unit and its users are called, for whoever is in here or is choosing a passphrase; nothing for a stranger. */
export function namesAt({ visit, pending }: Seat): string[] {
  const opened = visit ?? pending
  return opened === undefined ? [] : namesIn(opened)
}

function namesIn({ db, unit }: Pick<Visit, 'db' | 'unit'>): string[] {
  return [unit.name, ...allUsers(db).map(each => each.name)]
}

/** A full disk must not hide that it was wrong: then it is told when someone comes in next. */
function noteFailure({ visits, log, world }: Vault, visit: Visit, failed: FailedSecret): boolean {
  if (!visits.has(visit)) return false
  try {
    logAccess(visit.db, { at: world.now(), clientId: null, kind: 'failedUnlock', ...failed })
    log?.moved()
    return true
  } catch {
    return false
  }
}
