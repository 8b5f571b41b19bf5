import { createCipheriv, createDecipheriv } from 'node:crypto'

/** 32 bytes under AES-256-GCM, with their tag; both in base64. */
export type Encrypted = { readonly nonce: string; readonly wrapped: string }

/** Leaves `under` zeroed: it has done its work. What is `bound` must be the same when it is opened. */
export function encrypted(bytes: Buffer, under: Buffer, bound: Buffer, chance: (count: number) => Buffer): Encrypted {
  const nonce = chance(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce)
  cipher.setAAD(bound)
  const wrapped = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  under.fill(0)
  return { nonce: nonce.toString('base64'), wrapped: wrapped.toString('base64') }
}

/** The bytes, or nothing when it is not what was encrypted, or under something else. Leaves `under` zeroed. */
export function decrypted({ nonce, wrapped }: Encrypted, under: Buffer, bound: Buffer): Buffer | undefined {
  const sealed = Buffer.from(wrapped, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', under, Buffer.from(nonce, 'base64'))
  decipher.setAAD(bound)
  decipher.setAuthTag(sealed.subarray(-16))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    return undefined
  } finally {
    under.fill(0)
  }
}
