import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { headKey, readHead, writtenHead } from '../accessLog/logHead.ts'
import type { ChainFault } from '../contract/accessLog.ts'
import type { LockSeal } from './attemptMemory.ts'
import type { Vault } from './vault.ts'

type Sealed = Pick<Vault, 'files' | 'logHead' | 'attempts'>

/**
 * After an orderly lock: what the database and the keyring are, in `door.json`, and the database in the head of the log too.
 * So neither single pages, nor database and head together, are put back unseen. The database is closed.
 */
export function sealLocked({ files, logHead, attempts }: Sealed, secret: Buffer): void {
  try {
    const head = readHead(logHead.read(), secret)
    if (typeof head === 'string' || !head.closed) return
    const database = digestOf(files.database)
    const seal = { sequence: head.sequence, database, keyring: digestOf(files.keyring) }
    attempts.setSeal({ ...seal, mac: macOf(seal, secret) })
    logHead.write(writtenHead({ ...head, database }, secret))
  } catch {
    // a full disk: there is no seal, as after a crash
  }
}

/** While it is open, or after a crash, nothing is sealed: then nobody cries wolf. */
export function unseal({ logHead, attempts }: Sealed, secret: Buffer): void {
  if (attempts.seal() !== undefined) attempts.setSeal(undefined)
  const head = readHead(logHead.read(), secret)
  if (typeof head === 'string' || head.database === undefined) return
  const { database: _, ...rest } = head
  logHead.write(writtenHead(rest, secret))
}

/** What was changed since the orderly lock, before the database is opened; nothing where there was none. */
export function brokenSeals({ files, logHead, attempts }: Sealed, key: Buffer): ChainFault[] {
  const secret = headKey(key)
  const head = readHead(logHead.read(), secret)
  const inHead = typeof head === 'string' || !head.closed ? undefined : head.database
  const seal = attempts.seal()
  const isDoorLost = attempts.unreported().lost
  if (inHead === undefined && seal === undefined) return []
  const sequence = typeof head === 'string' ? 0 : head.sequence
  const isForged = seal !== undefined && !isGenuine(seal, secret)
  const isOld = seal !== undefined && inHead !== undefined && seal.sequence < sequence
  const isDoorWrong = isForged || isOld || (seal === undefined && !isDoorLost)
  const now = digestOf(files.database)
  const isChanged = [inHead, isDoorWrong ? undefined : seal?.database].some(each => each !== undefined && each !== now)
  const isRingChanged = seal !== undefined && !isDoorWrong && seal.keyring !== digestOf(files.keyring)
  secret.fill(0)
  return [
    ...(isChanged ? [{ kind: 'databaseChanged', sequence } as const] : []),
    ...(isRingChanged ? [{ kind: 'keyringChanged', sequence } as const] : []),
    ...(isDoorWrong ? [{ kind: 'doorChanged', sequence } as const] : []),
  ]
}

/** About half a second for a gigabyte. */
function digestOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function isGenuine({ mac, ...seal }: LockSeal, secret: Buffer): boolean {
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(seal, secret), 'hex'))
}

function macOf({ sequence, database, keyring }: Omit<LockSeal, 'mac'>, secret: Buffer): string {
  return createHmac('sha256', secret)
    .update(JSON.stringify(['lock', sequence, database, keyring]))
    .digest('hex')
}
