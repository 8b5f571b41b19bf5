import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { z } from 'zod'
import { decrypted, encrypted } from './cipher.ts'

/** The database's key as it is left for the owner of a pair. */
const letter = z.strictObject({
  /** The public half of a pair made for this letter alone. */
  ephemeral: z.base64().length(44),
  nonce: z.base64().length(16),
  wrapped: z.base64().length(64),
  /** By the key in it: this pair was put here by someone who had that key. */
  mac: z.hex().length(64),
})
export type Letter = z.infer<typeof letter>

/**
 * A pair of X25519. Its private half lies wrapped under what its owner types, so that the database may get a new key while
 * nobody else is there: the new key is sealed to the public half.
 */
export const pair = z.strictObject({
  publicKey: z.base64().length(44),
  /** Two while the key is being changed: the one that was, and the one that comes. */
  letters: z.array(letter).min(1).max(2),
})

type Chance = (bytes: number) => Buffer

/** What X25519's halves look like before their 32 bytes, in the encodings that Node reads (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b656e04220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b656e032100', 'hex')

/** A new pair: 32 bytes each. The private half is the caller's to wipe. */
export function newPair(chance: Chance): { privateHalf: Buffer; publicHalf: Buffer } {
  const privateHalf = chance(32)
  return { privateHalf, publicHalf: publicOf(privateObject(privateHalf)) }
}

/** Seals the key to a public half. `whose` says whose pair it is, in which binder. */
export function sealKey(key: Buffer, publicHalf: Buffer, whose: string, chance: Chance): Letter {
  const own = newPair(chance)
  const shared = diffieHellman({ privateKey: privateObject(own.privateHalf), publicKey: publicObject(publicHalf) })
  own.privateHalf.fill(0)
  const under = derived(shared, own.publicHalf, publicHalf)
  const sealed = encrypted(key, under, Buffer.from(whose), chance)
  return { ephemeral: own.publicHalf.toString('base64'), ...sealed, mac: macOf(key, publicHalf, whose) }
}

/** The key in a letter; nothing when the letter is for another pair, or has been changed. */
export function openLetter(each: Letter, privateHalf: Buffer, whose: string): Buffer | undefined {
  const ephemeral = Buffer.from(each.ephemeral, 'base64')
  const own = privateObject(privateHalf)
  try {
    const shared = diffieHellman({ privateKey: own, publicKey: publicObject(ephemeral) })
    const key = decrypted(each, derived(shared, ephemeral, publicOf(own)), Buffer.from(whose))
    return key !== undefined && isVouchedFor(each, key, publicOf(own), whose) ? key : undefined
  } catch {
    return undefined // no point of the curve
  }
}

/** True when someone who had this key put the pair here: to no other is the next key sealed. */
export function isVouchedFor(each: Letter, key: Buffer, publicHalf: Buffer, whose: string): boolean {
  return timingSafeEqual(Buffer.from(each.mac, 'hex'), Buffer.from(macOf(key, publicHalf, whose), 'hex'))
}

function macOf(key: Buffer, publicHalf: Buffer, whose: string): string {
  const under = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'arton keyring', 32))
  return createHmac('sha256', under)
    .update(JSON.stringify([whose, publicHalf.toString('base64')]))
    .digest('hex')
}

/** The key of AES from what the two halves share; both stand in the salt. Wipes `shared`. */
function derived(shared: Buffer, ephemeral: Buffer, publicHalf: Buffer): Buffer {
  const under = Buffer.from(hkdfSync('sha256', shared, Buffer.concat([ephemeral, publicHalf]), 'arton letter', 32))
  shared.fill(0)
  return under
}

function privateObject(half: Buffer): KeyObject {
  const encoded = Buffer.concat([PRIVATE_PREFIX, half])
  try {
    return createPrivateKey({ key: encoded, format: 'der', type: 'pkcs8' })
  } finally {
    encoded.fill(0)
  }
}

const publicObject = (half: Buffer): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_PREFIX, half]), format: 'der', type: 'spki' })

const publicOf = (own: KeyObject): Buffer => createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(-32)
