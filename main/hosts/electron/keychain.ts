import { safeStorage } from 'electron'
import type { Keychain } from '../../context/platform.ts'

/** Electron's own names for a Linux desktop without a real keychain: the text is hidden there under a known word. */
const PLAIN: readonly string[] = ['basic_text', 'unknown']

/** macOS Keychain, Windows DPAPI, or the desktop's keyring on Linux. Asked after `ready` only. */
export function electronKeychain(): Keychain {
  return {
    protects() {
      if (process.platform === 'linux' && PLAIN.includes(safeStorage.getSelectedStorageBackend())) return false
      return safeStorage.isEncryptionAvailable()
    },
    async seal(secret) {
      const text = secret.toString('base64')
      // Electron 45 has the asynchronous pair; the one that tests run in has not
      return 'encryptStringAsync' in safeStorage
        ? await safeStorage.encryptStringAsync(text)
        : (safeStorage as Synchronous).encryptString(text)
    },
    async open(sealed) {
      try {
        const text =
          'decryptStringAsync' in safeStorage
            ? (await safeStorage.decryptStringAsync(sealed)).result
            : (safeStorage as Synchronous).decryptString(sealed)
        return Buffer.from(text, 'base64')
      } catch {
        return undefined // sealed by another account, or on another computer
      }
    },
  }
}

type Synchronous = { encryptString(text: string): Buffer; decryptString(sealed: Buffer): string }
