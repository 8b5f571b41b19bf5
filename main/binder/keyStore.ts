import { type BinderFiles, readAttemptFile, readKeyring, writeWhole } from '../../db/binderFolder.ts'
import { refuse } from '../contract/errors.ts'
import { type AttemptMemory, attemptMemory, LOST_MEMORY } from './attemptMemory.ts'
import { type DerivationCost, type Keyring, keyring, parseKeyring } from './keyring.ts'

/** Where the keyring and the memory of attempts are kept: beside the database, or in memory for a test. */
export type KeyStore = {
  /** Refused as `keyring-damaged` when it cannot be understood. */
  readKeyring(): Keyring
  writeKeyring(ring: Keyring): void
  readAttempts(): AttemptMemory
  writeAttempts(memory: AttemptMemory): void
}

export function createKeyStore(files: BinderFiles, cost: DerivationCost): KeyStore {
  return {
    readKeyring() {
      const text = readKeyring(files)
      try {
        return parseKeyring(text, cost)
      } catch {
        return refuse('keyring-damaged')
      }
    },
    writeKeyring(ring) {
      const text = JSON.stringify(ring, undefined, 2)
      parseKeyring(text, cost) // what could not be read back is never written
      writeWhole(files, files.keyring, text)
    },
    readAttempts() {
      try {
        const memory = attemptMemory.parse(JSON.parse(readAttemptFile(files) ?? ''))
        return isOfThisBinder(memory, files) ? memory : LOST_MEMORY
      } catch {
        return LOST_MEMORY
      }
    },
    writeAttempts(memory) {
      const text = JSON.stringify({ ...memory, binderId: ringIn(files)?.binderId ?? memory.binderId }, undefined, 2)
      if (text !== readAttemptFile(files)) writeWhole(files, files.attempts, text)
    },
  }
}

/** A door of another binder, or one that bears no binder though this version has written the keyring, is nobody's memory. */
function isOfThisBinder({ binderId }: AttemptMemory, files: BinderFiles): boolean {
  const ring = ringIn(files)
  if (ring === undefined) return true // what is wrong with the keyring is told when someone tries to unlock
  if (binderId !== undefined) return binderId === ring.binderId
  return ring.slots.every(each => each.pair === undefined)
}

function ringIn(files: BinderFiles): Keyring | undefined {
  try {
    return keyring.parse(JSON.parse(readKeyring(files)))
  } catch {
    return undefined
  }
}
