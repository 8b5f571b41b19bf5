import { binderOnDisk } from '../../db/binderFolder.ts'
import { latestSheet, storeRecoverySheet } from '../../db/repositories/user.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked } from '../contract/index.ts'
import type { Unlocked, User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { unwrapByKeychain } from './keychainKeys.ts'
import { isWeak, type KeySlot, type TypedSlot, unwrapKey, withSlot, wrapKey } from './keyring.ts'
import { keepPassphrase, removeSlots, wrapPassphrase } from './keys.ts'
import { nextUnlockStep, type PendingUnlock, publicStep } from './pendingUnlock.ts'
import {
  currentVisit,
  letIn,
  lockSeat,
  mayUseKeychain,
  namesAt,
  noteActivity,
  type Seat,
  setPendingUnlock,
} from './seat.ts'
import { admitted, endVisitsOf, type Vault, withVaultOpen } from './vault.ts'

/** By what is typed: a passphrase, temporary words, or those of the recovery sheet. */
export async function unlock(seat: Seat, { passphrase }: Checked<'user.unlock'>): Promise<Unlocked> {
  const { files, store, attempts } = seat.vault
  const disk = binderOnDisk(files)
  if (disk === 'none' || disk === 'noDatabase') refuse('binder-missing')
  if (disk === 'noKeyring') refuse('keyring-missing')
  const { key, slot } = await attempts.attempt(() => unwrapKey(store.readKeyring(), passphrase, attempts.latestUsers()))
  const visit = currentVisit(seat)
  if (visit !== undefined && slot.kind === 'passphrase' && slot.userId === visit.user.id) {
    key.fill(0)
    return { next: 'in', user: visit.user } // two impatient presses of Enter
  }
  const next = await enter(seat, key, slot, 'user.unlock')
  if (next.next === 'in') await renewIfWeak(seat, slot, passphrase)
  return next
}

export async function unlockByKeychain(seat: Seat): Promise<Unlocked> {
  const { vault, keychain } = seat
  const ring = binderOnDisk(vault.files) === 'whole' ? vault.store.readKeyring() : undefined
  if (ring === undefined || keychain === undefined || !mayUseKeychain(seat)) return refuse('keychain-refused')
  const { key, slot } = (await unwrapByKeychain(ring, keychain)) ?? refuse('keychain-refused')
  return enter(seat, key, slot, 'user.unlockByKeychain')
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

/** Someone at another seat may meanwhile have disabled the user, or taken away what was opened. */
export function refuseIfRevoked({ store }: Vault, pending: PendingUnlock, userId: UserId): void {
  const { roles } = admitted(pending.db, userId)
  const isRecovery = pending.step === 'ownPassphrase' && pending.why === 'recovery'
  if (isRecovery && !roles.includes('administrator')) refuse('not-admitted')
  if (store.readKeyring().slots.every(each => each.wrapped !== pending.wrapped)) refuse('not-admitted')
}

/** From the key to where it leads. Who was in from here is out. */
async function enter(
  seat: Seat,
  key: Buffer,
  slot: KeySlot,
  how: 'user.unlock' | 'user.unlockByKeychain',
): Promise<Unlocked> {
  lockSeat(seat, 'end')
  noteActivity(seat)
  return withVaultOpen(seat.vault, key, async unlocked => {
    const next = await nextUnlockStep(seat.vault, unlocked, slot)
    if (!('step' in next)) return { next: 'in', ...letIn(seat, next.id, how) }
    setPendingUnlock(seat, next)
    return publicStep(next)
  })
}

/** A wrap made at a lower cost than today's is made anew; where that fails, the next time will do. */
async function renewIfWeak(seat: Seat, slot: TypedSlot, secret: string): Promise<void> {
  const { visit, vault } = seat
  const { unlocked, world, store } = vault
  if (visit === undefined || unlocked === undefined || !isWeak(slot, world.derivationCost)) return
  const { kdf: _, nonce: __, wrapped, ...owner } = slot
  try {
    const fresh = await wrapKey(unlocked.key, secret, store.readKeyring(), owner, world)
    const ring = store.readKeyring()
    const isStillTheirs = ring.slots.some(each => each.wrapped === wrapped)
    if (currentVisit(seat) === visit && isStillTheirs) store.writeKeyring(withSlot(ring, fresh)) // the key was whole all along
  } catch {}
}
