import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'
import { type Instant, instant, type UserId, userId } from '../contract/values.ts'
import { decrypted, encrypted } from './cipher.ts'
import { isVouchedFor, newPair, openLetter, pair, sealKey } from './keyPair.ts'
import { areListedWords, areRecoveryWords, TEMPORARY_WORDS, tidyWords } from './wordCode.ts'

/** Parameters of Argon2id; stored beside each wrap, so that they can be raised later. */
const kdf = z.strictObject({
  name: z.literal('argon2id'),
  /** KiB; see `LEAST_MEMORY`, and at most 1 GiB so that a tampered file cannot exhaust the machine. */
  memory: z.int().min(8).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
  /** 16 random bytes. */
  salt: z.base64().length(24),
})
type Kdf = z.infer<typeof kdf>

const wrap = {
  /** 12 random bytes. */
  nonce: z.base64().length(16),
  /** The private half of the pair under AES-256-GCM, with its tag: 48 bytes. Without a pair, the database key itself. */
  wrapped: z.base64().length(64),
  /** Wraps made before December 2026 have none until they are next opened. */
  pair: pair.optional(),
}

const slot = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('passphrase'), userId, kdf, ...wrap }),
  /** Six words from the administrator, good for choosing a passphrase and nothing else. */
  z.strictObject({
    kind: z.literal('temporary'),
    userId,
    kdf,
    ...wrap,
    /** Words are good for a week. */ madeAt: instant.optional(),
  }),
  z.strictObject({ kind: z.literal('recovery'), kdf, ...wrap }),
  /** `sealed` is the random secret that wraps the key, as the computer's own keychain keeps it. */
  z.strictObject({ kind: z.literal('keychain'), userId, sealed: z.base64().max(4_000), ...wrap }),
])
export type KeySlot = z.infer<typeof slot>
/** A slot that a person opens by typing. */
export type TypedSlot = Exclude<KeySlot, { kind: 'keychain' }>
export type KeychainSlot = Extract<KeySlot, { kind: 'keychain' }>

/** The file beside the database. It holds wrapped keys and ids, never a name. */
export const keyring = z.strictObject({
  format: z.literal(1),
  binderId: z.uuid(),
  demo: z.boolean(),
  slots: z.array(slot).min(1).max(200),
})
export type Keyring = z.infer<typeof keyring>

/** KiB: 64 MiB. */
const LEAST_MEMORY = 65_536

/** Throws when the text is no keyring, or holds a wrap that took less memory than the least, or than a new one takes where that is less. */
export function parseKeyring(text: string, { memory }: DerivationCost): Keyring {
  const ring = keyring.parse(JSON.parse(text))
  const least = Math.min(LEAST_MEMORY, memory)
  if (ring.slots.some(each => each.kind !== 'keychain' && each.kdf.memory < least))
    throw new Error('a wrap is too cheap')
  return ring
}

/** Which binder a wrap belongs to. Together with its owner it is bound to that: changed in the file, the key does not come out. */
export type BinderMark = Pick<Keyring, 'binderId' | 'demo'>
type TypedOwner =
  | { readonly kind: 'passphrase'; readonly userId: UserId }
  | { readonly kind: 'temporary'; readonly userId: UserId; readonly madeAt?: Instant | undefined }
  | { readonly kind: 'recovery' }
type Owner = TypedOwner | { readonly kind: 'keychain'; readonly userId: UserId }

/** The keys that a slot gives: the database's, and while that is being changed the one that comes. */
export type GivenKeys = { readonly key: Buffer; readonly next?: Buffer }

type Chance = (bytes: number) => Buffer

/** What one try at a wrap costs, in the terms of Argon2id. */
export type DerivationCost = Readonly<Pick<Kdf, 'memory' | 'passes' | 'lanes'>>

/** What of the world a wrap is made with. */
export type WrapWorld = { chance(bytes: number): Buffer; readonly derivationCost: DerivationCost }

/** Wraps the database key under what a person types. */
export async function wrapKey(
  key: Buffer,
  secret: string,
  mark: BinderMark,
  owner: TypedOwner,
  { chance, derivationCost }: WrapWorld,
): Promise<TypedSlot> {
  const parameters = { name: 'argon2id' as const, ...derivationCost, salt: chance(16).toString('base64') }
  const under = await derive(secret, owner.kind, parameters)
  return { ...owner, kdf: parameters, ...wrappedPair(key, under, mark, owner, chance) }
}

/** A new pair: its private half under what its owner has, and the database's key sealed to its public half. */
function wrappedPair(key: Buffer, under: Buffer, mark: BinderMark, owner: Owner, chance: Chance) {
  const { privateHalf, publicHalf } = newPair(chance)
  const publicKey = publicHalf.toString('base64')
  const sealed = encrypted(privateHalf, under, boundTo(mark, owner, publicKey), chance)
  privateHalf.fill(0)
  return { ...sealed, pair: { publicKey, letters: [sealKey(key, publicHalf, whose(mark, owner), chance)] } }
}

/** Wraps it under 32 random bytes, which are left to the computer's own keychain as `sealed`. */
export function wrapKeyUnder(
  key: Buffer,
  { secret, sealed }: { secret: Buffer; sealed: Buffer },
  mark: BinderMark,
  userId: UserId,
  chance: Chance,
): KeychainSlot {
  const owner = { kind: 'keychain', userId } as const
  return { ...owner, sealed: sealed.toString('base64'), ...wrappedPair(key, secret, mark, owner, chance) }
}

/**
 * The key of the database and the slot that gave it, or nothing when no slot opens with this secret.
 *
 * Each slot costs one derivation: those of the users named in `first` are tried in that order, then the others.
 */
export async function unwrapKey(
  ring: Keyring,
  secret: string,
  first: readonly string[] = [],
): Promise<(GivenKeys & { slot: TypedSlot }) | undefined> {
  const rank = (each: TypedSlot) => {
    const place = 'userId' in each ? first.indexOf(each.userId) : -1
    return place === -1 ? first.length : place
  }
  for (const each of slotsFor(ring, secret).toSorted((one, other) => rank(one) - rank(other))) {
    const given = await openSlot(ring, each, secret)
    if (given !== undefined) return { ...given, slot: each }
  }
  return undefined
}

/** The slots that what was typed may be for: it tells by its form whether it is a sheet or temporary words. */
function slotsFor(ring: Keyring, secret: string): TypedSlot[] {
  const words = tidyWords(secret).split(' ')
  const kinds: KeySlot['kind'][] = areRecoveryWords(words)
    ? ['recovery']
    : words.length === TEMPORARY_WORDS && areListedWords(words)
      ? ['temporary', 'passphrase']
      : ['passphrase']
  return ring.slots.filter((each): each is TypedSlot => each.kind !== 'keychain' && kinds.includes(each.kind))
}

/** What one slot gives, or nothing when the secret is not its own. */
export async function openSlot(mark: BinderMark, each: TypedSlot, secret: string): Promise<GivenKeys | undefined> {
  return opened(mark, each, await derive(secret, each.kind, each.kdf))
}

export function openKeychainSlot(mark: BinderMark, each: KeychainSlot, secret: Buffer): GivenKeys | undefined {
  return opened(mark, each, secret)
}

function opened(mark: BinderMark, each: KeySlot, under: Buffer): GivenKeys | undefined {
  const bytes = decrypted(each, under, boundTo(mark, each, each.pair?.publicKey))
  if (bytes === undefined || each.pair === undefined) return bytes && { key: bytes }
  const [key, next] = each.pair.letters.flatMap(letter => openLetter(letter, bytes, whose(mark, each)) ?? [])
  bytes.fill(0)
  return key && (next === undefined ? { key } : { key, next })
}

/** True when the next key can be sealed to the slot by whoever has the present one. */
export function canBeResealed(ring: Keyring, { pair, ...owner }: KeySlot, key: Buffer): boolean {
  const [letter] = pair?.letters ?? []
  if (pair === undefined || letter === undefined) return false
  return isVouchedFor(letter, key, Buffer.from(pair.publicKey, 'base64'), whose(ring, owner))
}

/** The ring in which every slot that can be holds the next key beside the present one; the others are left out. */
export function withNextKey(ring: Keyring, key: Buffer, next: Buffer, chance: Chance): Keyring {
  const slots = ring.slots.flatMap(each => {
    if (each.pair === undefined || !canBeResealed(ring, each, key)) return []
    const { publicKey, letters } = each.pair
    const letter = sealKey(next, Buffer.from(publicKey, 'base64'), whose(ring, each), chance)
    return [{ ...each, pair: { publicKey, letters: [...letters.slice(0, 1), letter] } }]
  })
  return { ...ring, slots }
}

/** The ring after a change of key that came through, or did not: one key a slot. */
export function settled(ring: Keyring, kept: 'key' | 'next'): Keyring {
  const one = (each: KeySlot): KeySlot => {
    if (each.pair === undefined || each.pair.letters.length < 2) return each
    const letters = kept === 'key' ? each.pair.letters.slice(0, 1) : each.pair.letters.slice(1)
    return { ...each, pair: { ...each.pair, letters } }
  }
  return { ...ring, slots: ring.slots.map(one) }
}

/** True when the wrap was made at a lower cost than a new one. */
export function isWeak({ kdf: { memory, passes, lanes } }: TypedSlot, cost: DerivationCost): boolean {
  return memory < cost.memory || memory * passes < cost.memory * cost.passes || lanes < cost.lanes
}

/** The ring with these slots for what is theirs: a user's typed secret, a user's keychain, the binder's sheet. */
export function withSlot(ring: Keyring, fresh: KeySlot): Keyring {
  return { ...ring, slots: [...ring.slots.filter(each => placeOf(each) !== placeOf(fresh)), fresh] }
}

function placeOf(each: KeySlot): string {
  if (each.kind === 'recovery') return 'recovery'
  return each.kind === 'keychain' ? `keychain ${each.userId}` : `typed ${each.userId}`
}

/** The ring without what opens it for this user, or without their keychain only. */
export function withoutUser(ring: Keyring, id: UserId, kinds?: readonly KeySlot['kind'][]): Keyring {
  const taken = (each: KeySlot) =>
    'userId' in each && each.userId === id && (kinds === undefined || kinds.includes(each.kind))
  return { ...ring, slots: ring.slots.filter(each => !taken(each)) }
}

async function derive(secret: string, kind: TypedSlot['kind'], parameters: Kdf): Promise<Buffer> {
  const typed = kind === 'passphrase' ? secret.normalize('NFC') : tidyWords(secret)
  return hashRaw(typed, {
    algorithm: 2, // Argon2id
    memoryCost: parameters.memory,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: 32,
    salt: Buffer.from(parameters.salt, 'base64'),
  })
}

/** Whose a slot is, in which binder. */
function whose({ binderId, demo }: BinderMark, owner: Pick<KeySlot, 'kind'> & { userId?: UserId }): string {
  return `${binderId}|${demo ? 'demo|' : ''}${owner.kind}|${owner.userId ?? ''}`
}

/** What a wrap is bound to; one made before there were pairs to nothing more than whose it is. */
function boundTo(mark: BinderMark, owner: Owner, publicKey?: string): Buffer {
  const madeAt = 'madeAt' in owner ? (owner.madeAt ?? '') : ''
  return Buffer.from(publicKey === undefined ? whose(mark, owner) : `${whose(mark, owner)}|${madeAt}|${publicKey}`)
}
