import { OF_ANOTHER } from '../accessLog/describeEntry.ts'
import type { Keychain } from '../context/platform.ts'
import { refuse } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import type { Access, RecoverySheet } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'
import type { Door, KeyStore } from './door.ts'
import {
  type BinderMark,
  type Keyring,
  type KeySlot,
  openKeychainSlot,
  openSlot,
  type TypedSlot,
  type WrapWorld,
  withoutUser,
  withSlot,
  wrapKey,
  wrapKeyUnder,
} from './keyring.ts'
import { areRecoveryWords, recoveryWords, tidyWords } from './wordCode.ts'

/** A recovery sheet that has not been tried yet, with the wrap it will open. */
export type UntriedSheet = RecoverySheet & { readonly slot: TypedSlot }

/** What someone who is in may do with the keyring. A wrap is made and proven first, and then kept in one go. */
export type Keys = {
  /** Under temporary words from the administrator. */
  temporaryFor(user: UserId, words: string): Promise<KeySlot>
  /**
   * Under a passphrase of the user's own. Refused when it would open for someone else too, since the passphrase tells
   * who comes in; that counts as a wrong attempt, so that no one can search for a colleague's this way.
   */
  ownFor(user: UserId, passphrase: string): Promise<KeySlot>
  /** Refused as `wrong-passphrase`, and the next must wait, unless it is this user's. */
  prove(user: UserId, passphrase: string, during: Method): Promise<void>
  sheet(): Promise<UntriedSheet>
  /** Under a random secret that the computer's own keychain keeps. */
  keychainFor(user: UserId, keychain: Keychain): Promise<KeySlot>
  /** True when the keychain of this computer's account already opens for someone else. */
  keychainOfOther(user: UserId, keychain: Keychain): Promise<boolean>
  keep(slot: KeySlot): void
  /** Takes away all that opens for the user, or their keychain only. */
  take(user: UserId, what?: 'keychain'): void
  access(user: UserId): Access
  hasKeychain(user: UserId): boolean
}

export type KeysParts = {
  readonly key: Buffer
  readonly store: Pick<KeyStore, 'ring' | 'keepRing'>
  readonly door: Door
  readonly world: WrapWorld
  /** Notes in the access log that someone who is in failed; false where it cannot be noted now. */
  tell?(failed: FailedInside): boolean
}

/** A secret that someone who is in gave, and that was refused. */
export type FailedInside = { readonly userId: UserId; readonly method: Method; readonly detail: string }

export function keysOf({ key, store, door, world, tell = () => false }: KeysParts): Keys {
  const slotsOf = (user: UserId) => store.ring().slots.filter(each => 'userId' in each && each.userId === user)

  async function wrapFor(user: UserId, kind: 'passphrase' | 'temporary', secret: string): Promise<KeySlot> {
    const ring = store.ring()
    const slot = await wrapKey(key, secret, ring, { kind, userId: user }, world)
    return proven(key, ring, slot, secret)
  }

  return {
    temporaryFor: (user, words) => wrapFor(user, 'temporary', words),

    async ownFor(user, passphrase) {
      if (areRecoveryWords(tidyWords(passphrase).split(' '))) refuse('passphrase-not-new')
      const typed = typedSlots(store.ring()).filter(each => each.kind !== 'recovery')
      const [own, others] = [typed.filter(each => each.userId === user), typed.filter(each => each.userId !== user)]
      if (await opensAny(store.ring(), own, passphrase)) refuse('passphrase-not-new')
      await door.hear(
        async () => ((await opensAny(store.ring(), others, passphrase)) ? undefined : true),
        'passphrase-unusable',
        () => tell({ userId: user, method: 'user.changePassphrase', detail: OF_ANOTHER }),
      )
      return wrapFor(user, 'passphrase', passphrase)
    },

    async prove(user, passphrase, during) {
      const own = typedSlots(store.ring()).filter(each => each.kind === 'passphrase' && each.userId === user)
      await door.hear(
        async () => ((await opensAny(store.ring(), own, passphrase)) ? true : undefined),
        'wrong-passphrase',
        () => tell({ userId: user, method: during, detail: '' }),
      )
    },

    sheet: () => newSheet(key, store.ring(), world),

    async keychainFor(user, keychain) {
      const ring = store.ring()
      const secret = world.chance(32)
      const sealed = await keychain.seal(secret)
      const slot = wrapKeyUnder(key, { secret, sealed }, ring, user, world.chance)
      const given = await keychain.open(sealed)
      if (given === undefined || openKeychainSlot(ring, slot, given)?.equals(key) !== true) refuse('keychain-refused')
      return slot
    },

    async keychainOfOther(user, keychain) {
      for (const each of store.ring().slots) {
        if (each.kind !== 'keychain' || each.userId === user) continue
        if ((await keychain.open(Buffer.from(each.sealed, 'base64'))) !== undefined) return true
      }
      return false
    },

    keep: slot => store.keepRing(withSlot(store.ring(), slot)),
    take(user, what) {
      const ring = store.ring()
      const rest = withoutUser(ring, user, what && [what])
      if (rest.slots.length < ring.slots.length) store.keepRing(rest)
    },
    access(user) {
      const kinds = slotsOf(user).map(each => each.kind)
      return kinds.includes('passphrase') ? 'own' : kinds.includes('temporary') ? 'temporary' : 'none'
    },
    hasKeychain: user => slotsOf(user).some(each => each.kind === 'keychain'),
  }
}

export async function newSheet(key: Buffer, mark: BinderMark, world: WrapWorld): Promise<UntriedSheet> {
  const words = recoveryWords(world.chance)
  const slot = await wrapKey(key, words.join(' '), mark, { kind: 'recovery' }, world)
  return { words, asked: twoPlaces(words.length, world.chance), slot: await proven(key, mark, slot, words.join(' ')) }
}

/** A wrap is never kept before it has been seen to give the key back. */
async function proven(key: Buffer, mark: BinderMark, slot: TypedSlot, secret: string): Promise<TypedSlot> {
  const given = await openSlot(mark, slot, secret)
  if (given?.equals(key) !== true) throw new Error('a fresh wrap does not open')
  given.fill(0)
  return slot
}

function typedSlots(ring: Keyring): TypedSlot[] {
  return ring.slots.filter((each): each is TypedSlot => each.kind !== 'keychain')
}

async function opensAny(ring: Keyring, slots: readonly TypedSlot[], secret: string): Promise<boolean> {
  for (const each of slots) {
    const given = await openSlot(ring, each, secret)
    given?.fill(0)
    if (given !== undefined) return true
  }
  return false
}

/** Two different places, in order, counted from 0. */
function twoPlaces(count: number, chance: WrapWorld['chance']): number[] {
  const first = chance(4).readUInt32BE(0) % count
  const second = (first + 1 + (chance(4).readUInt32BE(0) % (count - 1))) % count
  return [first, second].toSorted((one, other) => one - other)
}
