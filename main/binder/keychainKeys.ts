import type { Keychain } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'
import type { KeychainUse } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import { type GivenKeys, type KeychainSlot, type Keyring, openKeychainSlot, wrapKeyUnder } from './keyring.ts'
import { type Keys, replaceSlot } from './keys.ts'

/** Whether the computer's own keychain may open for this user. */
export async function keychainUseOf(keys: Keys, user: UserId, keychain: Keychain | undefined): Promise<KeychainUse> {
  if (keychain === undefined) return 'absent'
  if (!keychain.protects()) return 'weak'
  const slots = keychainSlots(keys.store.readKeyring())
  if (slots.some(each => each.userId === user)) return 'on'
  for (const each of slots) if ((await secretIn(each, keychain)) !== undefined) return 'othersHere'
  return 'off'
}

/** A wrap under a random secret that the computer's own keychain keeps, proven to open. */
export async function wrapForKeychain(
  { key, store, world }: Keys,
  user: UserId,
  keychain: Keychain,
): Promise<KeychainSlot> {
  const ring = store.readKeyring()
  const secret = world.chance(32)
  const sealed = await keychain.seal(secret)
  const slot = wrapKeyUnder(key, { secret, sealed }, ring, user, world.chance)
  const given = await keychain.open(sealed)
  if (given === undefined || openKeychainSlot(ring, slot, given)?.key.equals(key) !== true) refuse('keychain-refused')
  return slot
}

/** The key of the database by the computer's keychain, and the slot that gave it; nothing when it opens none. */
export async function unwrapByKeychain(
  ring: Keyring,
  keychain: Keychain,
): Promise<(GivenKeys & { slot: KeychainSlot }) | undefined> {
  for (const each of keychainSlots(ring)) {
    const secret = await secretIn(each, keychain)
    const given = secret && openKeychainSlot(ring, each, secret)
    if (given !== undefined) return { ...given, slot: each }
  }
  return undefined
}

function keychainSlots(ring: Keyring): KeychainSlot[] {
  return ring.slots.filter(each => each.kind === 'keychain')
}

/** A keychain wrap from an earlier version is made anew, where this computer's keychain opens it. */
export async function renewOldKeychain(keys: Keys, user: UserId, keychain: Keychain | undefined): Promise<void> {
  const old = keychainSlots(keys.store.readKeyring()).find(each => each.userId === user && each.pair === undefined)
  if (keychain?.protects() !== true || old === undefined || (await secretIn(old, keychain)) === undefined) return
  const fresh = await wrapForKeychain(keys, user, keychain)
  replaceSlot(keys, old, fresh)
}

function secretIn(slot: KeychainSlot, keychain: Keychain): Promise<Buffer | undefined> {
  return keychain.open(Buffer.from(slot.sealed, 'base64'))
}
