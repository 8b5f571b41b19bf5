import { OF_ANOTHER } from '../accessLog/describeEntry.ts'
import { refuse } from '../contract/errors.ts'
import type { Method } from '../contract/index.ts'
import type { Access, RecoverySheet } from '../contract/user.ts'
import type { Instant, UserId } from '../contract/values.ts'
import type { AttemptLimiter } from './attemptLimiter.ts'
import {
  type BinderMark,
  type Keyring,
  type KeySlot,
  openSlot,
  type TypedSlot,
  type WrapWorld,
  withoutUser,
  withSlot,
  wrapKey,
} from './keyring.ts'
import type { KeyStore } from './keyStore.ts'
import { refuseIfWeak } from './passphraseStrength.ts'
import { areRecoveryWords, recoveryWords, tidyWords } from './wordCode.ts'

/** What it takes to change the keyring. A wrap is made and proven first, and then kept in one go. */
export type Keys = {
  /** The database's. */
  readonly key: Buffer
  readonly store: Pick<KeyStore, 'readKeyring' | 'writeKeyring'>
  readonly attempts: AttemptLimiter
  readonly world: WrapWorld
  /** What the unit and its users are called: no passphrase is made of that. */
  names(): string[]
  /** Notes in the access log that someone who is in failed; false where it cannot be noted now. */
  reportFailure(failed: FailedSecret): boolean
}

/** A secret that someone who is in gave, and that was refused. */
export type FailedSecret = { readonly userId: UserId; readonly method: Method; readonly detail: string }

/** A wrap under a passphrase of the user's own, with the wraps of others that it was seen not to open. */
type OwnWrap = { readonly user: UserId; readonly slot: KeySlot; readonly others: readonly string[] }

/** A recovery sheet that has not been tried yet, with the wrap it will open. */
export type UntriedSheet = RecoverySheet & { readonly slot: TypedSlot }

/** A wrap under temporary words from the administrator. */
export function wrapTemporary(keys: Keys, user: UserId, words: string, madeAt: Instant): Promise<KeySlot> {
  return wrapFor(keys, { kind: 'temporary', userId: user, madeAt }, words)
}

/** Milliseconds that temporary words are good for. */
const WORDS_LAST = 7 * 24 * 3_600_000

/** True when the words of the slot are more than seven days old. Undated ones, of an earlier version, are dated when next seen. */
export function areExpired(slot: KeySlot, now: Instant): boolean {
  if (slot.kind !== 'temporary' || slot.madeAt === undefined) return false
  return Date.parse(now) - Date.parse(slot.madeAt) > WORDS_LAST
}

/** The ring with today's date on temporary words that have none: an earlier version did not write it. */
export function withDatedWords(ring: Keyring, now: Instant): Keyring {
  const dated = (each: KeySlot) =>
    each.kind === 'temporary' && each.madeAt === undefined ? Object.assign({ madeAt: now }, each) : each
  return { ...ring, slots: ring.slots.map(dated) }
}

/**
 * A wrap under a passphrase of the user's own. Refused when it would open for someone else too, since the passphrase tells
 * who comes in; that counts as a wrong attempt, so that no one can search for a colleague's this way.
 */
export async function wrapPassphrase(keys: Keys, user: UserId, passphrase: string): Promise<OwnWrap> {
  if (areRecoveryWords(tidyWords(passphrase).split(' '))) refuse('passphrase-not-new')
  refuseIfWeak(passphrase, keys.names())
  const ring = () => keys.store.readKeyring()
  const typed = typedSlots(ring()).filter(each => each.kind !== 'recovery')
  const [own, others] = [typed.filter(each => each.userId === user), typed.filter(each => each.userId !== user)]
  if (await opensAny(ring(), own, passphrase)) refuse('passphrase-not-new')
  await keys.attempts.attempt(
    async () => ((await opensAny(ring(), others, passphrase)) ? undefined : true),
    'passphrase-unusable',
    () => keys.reportFailure({ userId: user, method: 'user.changePassphrase', detail: OF_ANOTHER }),
  )
  const slot = await wrapFor(keys, { kind: 'passphrase', userId: user }, passphrase)
  return { user, slot, others: others.map(each => each.wrapped) }
}

/** Refused when someone else has chosen a passphrase meanwhile: it may be the same, and trying it takes too long now. */
export function keepPassphrase({ store }: Pick<Keys, 'store'>, { user, slot, others }: OwnWrap): void {
  const ring = store.readKeyring()
  const chosen = ring.slots.filter(each => each.kind === 'passphrase' && each.userId !== user)
  if (chosen.some(each => !others.includes(each.wrapped))) refuse('passphrase-unusable')
  store.writeKeyring(withSlot(ring, slot))
}

/** Refused as `wrong-passphrase`, and the next must wait, unless it is this user's. */
export async function verifyPassphrase(keys: Keys, user: UserId, passphrase: string, during: Method): Promise<void> {
  const ring = keys.store.readKeyring()
  const own = typedSlots(ring).filter(each => each.kind === 'passphrase' && each.userId === user)
  await keys.attempts.attempt(
    async () => ((await opensAny(ring, own, passphrase)) ? true : undefined),
    'wrong-passphrase',
    () => keys.reportFailure({ userId: user, method: during, detail: '' }),
  )
}

export async function newSheet(key: Buffer, mark: BinderMark, world: WrapWorld): Promise<UntriedSheet> {
  const words = recoveryWords(world.chance)
  const slot = await wrapKey(key, words.join(' '), mark, { kind: 'recovery' }, world)
  return { words, asked: twoPlaces(words.length, world.chance), slot: await proven(key, mark, slot, words.join(' ')) }
}

export function keepSlot({ store }: Pick<Keys, 'store'>, slot: KeySlot): void {
  store.writeKeyring(withSlot(store.readKeyring(), slot))
}

/** Takes away all that opens for the user, or their keychain only. */
export function removeSlots({ store }: Pick<Keys, 'store'>, user: UserId, kind?: 'keychain'): void {
  const ring = store.readKeyring()
  const rest = withoutUser(ring, user, kind && [kind])
  if (rest.slots.length < ring.slots.length) store.writeKeyring(rest)
}

/** Refused when the passphrase that was verified has been replaced meanwhile: an administrator gave the user new words. */
export function refuseIfReplaced(keys: Pick<Keys, 'store'>, user: UserId): void {
  if (slotsOf(keys.store.readKeyring(), user).every(each => each.kind !== 'passphrase')) refuse('wrong-passphrase')
}

/** How the user comes in. */
export function accessOf({ store }: Pick<Keys, 'store'>, user: UserId, now: Instant): Access {
  const own = slotsOf(store.readKeyring(), user)
  if (own.some(each => each.kind === 'passphrase')) return 'own'
  const words = own.find(each => each.kind === 'temporary')
  return words === undefined ? 'none' : areExpired(words, now) ? 'expired' : 'temporary'
}

function slotsOf(ring: Keyring, user: UserId): KeySlot[] {
  return ring.slots.filter(each => 'userId' in each && each.userId === user)
}

/** Puts a fresh slot in the place of one, unless that has been replaced or taken away meanwhile; true when it was put there. */
export function replaceSlot({ store }: Pick<Keys, 'store'>, old: KeySlot, fresh: KeySlot): boolean {
  const ring = store.readKeyring()
  const isStillThere = ring.slots.some(each => each.wrapped === old.wrapped)
  if (isStillThere) store.writeKeyring(withSlot(ring, fresh))
  return isStillThere
}

async function wrapFor(
  { key, store, world }: Keys,
  owner: { readonly kind: 'passphrase' | 'temporary'; readonly userId: UserId; readonly madeAt?: Instant },
  secret: string,
): Promise<KeySlot> {
  const ring = store.readKeyring()
  const slot = await wrapKey(key, secret, ring, owner, world)
  return proven(key, ring, slot, secret)
}

/** A wrap is never kept before it has been seen to give the key back. */
async function proven(key: Buffer, mark: BinderMark, slot: TypedSlot, secret: string): Promise<TypedSlot> {
  const given = await openSlot(mark, slot, secret)
  if (given?.key.equals(key) !== true) throw new Error('a fresh wrap does not open')
  given.key.fill(0)
  return slot
}

function typedSlots(ring: Keyring): TypedSlot[] {
  return ring.slots.filter((each): each is TypedSlot => each.kind !== 'keychain')
}

async function opensAny(ring: Keyring, slots: readonly TypedSlot[], secret: string): Promise<boolean> {
  for (const each of slots) {
    const given = await openSlot(ring, each, secret)
    given?.key.fill(0)
    given?.next?.fill(0)
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
