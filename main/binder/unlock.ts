import { binderOnDisk } from '../../db/binderFolder.ts'
import { latestSheet, storeRecoverySheet } from '../../db/repositories/user.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Unlocked, User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { renewOldKeychain, unwrapByKeychain } from './keychainKeys.ts'
import { isWeak, type KeySlot, type TypedSlot, unwrapKey, wrapKey } from './keyring.ts'
import { keepPassphrase, removeSlots, replaceSlot, wrapPassphrase } from './keys.ts'
import { nextUnlockStep, type PendingUnlock, publicStep } from './pendingUnlock.ts'
import {
  currentVisit,
  keysOf,
  letIn,
  lockSeat,
  mayUseKeychain,
  namesAt,
  noteActivity,
  type Seat,
  setPendingUnlock,
} from './seat.ts'
import type { UnlockedBinder } from './unlockedBinder.ts'
import { admitted, endVisitsOf, type Vault, withVaultOpen } from './vault.ts'

/** By what is typed: a passphrase, temporary words, or those of the recovery sheet. */
export async function unlock(seat: Seat, { passphrase }: Checked<'user.unlock'>): Promise<Unlocked> {
  const { files, store, attempts } = seat.vault
  const disk = binderOnDisk(files)
  if (disk === 'none' || disk === 'noDatabase') refuse('binder-missing')
  if (disk === 'noKeyring') refuse('keyring-missing')
  const {
    key,
    next: nextKey,
    slot,
  } = await attempts.attempt(() => unwrapKey(store.readKeyring(), passphrase, attempts.latestUsers()))
  const visit = currentVisit(seat)
  if (visit !== undefined && slot.kind === 'passphrase' && slot.userId === visit.user.id) {
    key.fill(0)
    nextKey?.fill(0)
    return { next: 'in', user: visit.user } // two impatient presses of Enter
  }
  return enter(seat, { key, next: nextKey, slot, secret: passphrase }, 'user.unlock')
}

export async function unlockByKeychain(seat: Seat): Promise<Unlocked> {
  const { vault, keychain } = seat
  const ring = binderOnDisk(vault.files) === 'whole' ? vault.store.readKeyring() : undefined
  if (ring === undefined || keychain === undefined || !mayUseKeychain(seat)) return refuse('keychain-refused')
  const given = (await unwrapByKeychain(ring, keychain)) ?? refuse('keychain-refused')
  return enter(seat, given, 'user.unlockByKeychain')
}

/** After temporary words or the recovery sheet: with a passphrase of one's own one is in. */
export async function choosePassphrase(
  seat: Seat,
  { userId, passphrase }: Checked<'user.choosePassphrase'>,
): Promise<{ user: User }> {
  const { vault, pending } = seat
  if (pending?.step !== 'ownPassphrase' || pending.users.every(each => each.id !== userId))
    return refuse('nothing-begun')
  const { store, attempts, world } = vault
  refuseIfRevoked(vault, pending, userId)
  const keys = { key: pending.key, store, attempts, world, names: () => namesAt(seat), reportFailure: () => false }
  const own = await wrapPassphrase(keys, userId, passphrase)
  if (seat.pending !== pending) refuse('locked')
  refuseIfRevoked(vault, pending, userId)
  keepPassphrase(vault, own)
  removeSlots(vault, userId, 'keychain')
  endVisitsOf(vault, userId, 'renewed')
  if (pending.why === 'recovery' && latestSheet(pending.db) === undefined)
    storeRecoverySheet(pending.db, { testedAt: world.now(), madeBy: userId })
  return letIn(seat, userId, 'user.choosePassphrase')
}

/** Someone at another seat may meanwhile have disabled the user, taken away what was opened, or had the key changed. */
export function refuseIfRevoked({ store, unlocked }: Vault, pending: PendingUnlock, userId: UserId): void {
  const { db } = unlocked ?? refuse('locked')
  const { roles } = admitted(db, userId)
  const isRecovery = pending.step === 'ownPassphrase' && pending.why === 'recovery'
  if (isRecovery && !roles.includes('administrator')) refuse('not-admitted')
  if (store.readKeyring().slots.every(each => each.wrapped !== pending.wrapped)) refuse('not-admitted')
  if (pending.db !== db) refuse('key-changed')
}

/** What a secret gave: the keys, the slot it opened, and itself where it was typed. */
type Given = {
  readonly key: Buffer
  readonly next?: Buffer | undefined
  readonly slot: KeySlot
  readonly secret?: string
}

/** From the key to where it leads. Who was in from here is out. */
async function enter(
  seat: Seat,
  { key, next: nextKey, slot, secret }: Given,
  how: 'user.unlock' | 'user.unlockByKeychain',
): Promise<Unlocked> {
  lockSeat(seat, 'end')
  noteActivity(seat)
  const { vault } = seat
  const use = async (unlocked: UnlockedBinder): Promise<Unlocked> => {
    // a sheet is made anew before its step begins, a passphrase when its user is in
    const fresh = slot.kind === 'recovery' ? await renewedIfOld(vault, unlocked, slot, secret ?? '') : slot
    const next = await nextUnlockStep(vault, unlocked, fresh)
    if (!('step' in next)) return { next: 'in', ...letIn(seat, next.id, how) }
    setPendingUnlock(seat, next)
    return publicStep(next)
  }
  const entered = await withVaultOpen(vault, key, use, nextKey)
  if (entered.next === 'in') await renewOwn(seat, slot, secret)
  return entered
}

/** What the user came in by, and what their computer's keychain has, made anew where an earlier version made it. */
async function renewOwn(seat: Seat, slot: KeySlot, secret?: string): Promise<void> {
  const { vault, visit, keychain } = seat
  const { unlocked } = vault
  if (visit === undefined || unlocked === undefined) return
  const isIn = () => currentVisit(seat) === visit
  if (slot.kind === 'passphrase' && secret !== undefined) await renewedIfOld(vault, unlocked, slot, secret, isIn)
  if (isIn()) await renewOldKeychain(keysOf(seat), visit.user.id, keychain).catch(() => undefined)
}

/** The slot, made anew where it cost less than today's or has no pair; where that fails, the next time will do. */
async function renewedIfOld(
  vault: Vault,
  unlocked: UnlockedBinder,
  slot: TypedSlot,
  secret: string,
  mayKeep = () => true,
): Promise<TypedSlot> {
  const { world, store } = vault
  const isOld = slot.pair === undefined || isWeak(slot, world.derivationCost)
  if (!isOld || slot.kind === 'temporary') return slot // words are good for choosing a passphrase, which has its own
  const owner = slot.kind === 'recovery' ? { kind: slot.kind } : { kind: slot.kind, userId: slot.userId }
  try {
    const fresh = await wrapKey(unlocked.key, secret, store.readKeyring(), owner, world)
    if (vault.unlocked === unlocked && mayKeep() && replaceSlot({ store }, slot, fresh)) return fresh
  } catch {}
  return slot
}
