import { type BinderFiles, readAttemptFile, readKeyring, writeWhole } from '../../db/binderFolder.ts'
import { refuse } from '../contract/errors.ts'
import { type AttemptMemory, attemptMemory, LOST_MEMORY } from './attemptMemory.ts'
import { type DerivationCost, type Keyring, parseKeyring } from './keyring.ts'

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
        return attemptMemory.parse(JSON.parse(readAttemptFile(files) ?? ''))
      } catch {
        return LOST_MEMORY
      }
    },
    writeAttempts(memory) {
      const text = JSON.stringify(memory, undefined, 2)
      if (text !== readAttemptFile(files)) writeWhole(files, files.attempts, text)
    },
  }
}
