import { createCipheriv, createDecipheriv } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'
import { areRecoveryWords, tidyWords } from './wordCode.ts'

/** Parameters of Argon2id; stored beside each wrap, so that they can be raised later. */
const kdf = z.strictObject({
  name: z.literal('argon2id'),
  /** KiB; at least 64 MiB, and at most 1 GiB so that a tampered file cannot exhaust the machine. */
  memory: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(1).max(20),
  lanes: z.int().min(1).max(8),
  /** 16 random bytes. */
  salt: z.base64().length(24),
})

const slot = z.strictObject({
  /** The user whose passphrase opens it; the recovery sheet's has none. */
  userId: z.uuid().optional(),
  kind: z.enum(['passphrase', 'recovery']),
  kdf,
  /** 12 random bytes. */
  nonce: z.base64().length(16),
  /** The database key under AES-256-GCM, with its tag: 48 bytes. */
  wrapped: z.base64().length(64),
})
export type KeySlot = z.infer<typeof slot>

/** The file beside the database. It holds wrapped keys and ids, never a name. */
export const keyring = z.strictObject({
  format: z.literal(1),
  binderId: z.uuid(),
  demo: z.boolean(),
  slots: z.array(slot).min(1).max(200),
})
export type Keyring = z.infer<typeof keyring>

const COST = { memory: 65_536, passes: 3, lanes: 1 } as const

/** What a wrap is bound to: changed in the file, the key does not come out. */
type Bound = {
  readonly binderId: string
  readonly demo: boolean
  readonly kind: KeySlot['kind']
  readonly userId?: string | undefined
}

/** Wraps the database key under a passphrase; the wrap is bound to its binder and its user. */
export async function wrapKey(
  key: Buffer,
  secret: string,
  of: Bound,
  chance: (bytes: number) => Buffer,
): Promise<KeySlot> {
  const parameters = { name: 'argon2id' as const, ...COST, salt: chance(16).toString('base64') }
  const nonce = chance(12)
  const cipher = createCipheriv('aes-256-gcm', await derive(secret, of.kind, parameters), nonce)
  cipher.setAAD(boundTo(of))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return {
    kind: of.kind,
    ...(of.userId === undefined ? {} : { userId: of.userId }),
    kdf: parameters,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  }
}

/** The key of the database and the slot that gave it, or nothing when no slot opens with this secret. */
export async function unwrapKey(ring: Keyring, secret: string): Promise<{ key: Buffer; slot: KeySlot } | undefined> {
  const looksLikeSheet = areRecoveryWords(tidyWords(secret).split(' '))
  for (const each of ring.slots) {
    if ((each.kind === 'recovery') !== looksLikeSheet) continue
    const key = await openSlot(ring, each, secret)
    if (key !== undefined) return { key, slot: each }
  }
  return undefined
}

async function openSlot({ binderId, demo }: Keyring, each: KeySlot, secret: string): Promise<Buffer | undefined> {
  const sealed = Buffer.from(each.wrapped, 'base64')
  const decipher = createDecipheriv(
    'aes-256-gcm',
    await derive(secret, each.kind, each.kdf),
    Buffer.from(each.nonce, 'base64'),
  )
  decipher.setAAD(boundTo({ ...each, binderId, demo }))
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  }
}

async function derive(secret: string, kind: KeySlot['kind'], parameters: z.infer<typeof kdf>): Promise<Buffer> {
  const typed = kind === 'recovery' ? tidyWords(secret) : secret.normalize('NFC')
  return hashRaw(typed, {
    algorithm: 2, // Argon2id
    memoryCost: parameters.memory,
    timeCost: parameters.passes,
    parallelism: parameters.lanes,
    outputLen: 32,
    salt: Buffer.from(parameters.salt, 'base64'),
  })
}

function boundTo({ binderId, demo, kind, userId }: Bound): Buffer {
  return Buffer.from(`${binderId}|${demo ? 'demo|' : ''}${kind}|${userId ?? ''}`)
}
