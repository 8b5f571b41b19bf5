import { type BrowserWindow, powerMonitor } from 'electron'

type Door = {
  opened(): unknown
  lock(by: 'hand' | 'computer'): void
}

/** Milliseconds that the page has to save what was typed and lock itself. Sleep is held back for about as long. */
const TO_SAVE = 1_500

/**
 * Locks with the computer: at its screen lock, and before it sleeps.
 *
 * After the screen lock the computer itself has asked who is there, so its keychain is enough; after sleep it may not
 * have. `empty` is called when the page did not lock in time and may still show what it showed.
 */
export function lockWithComputer(window: BrowserWindow, door: Door, empty: () => void): void {
  const lockSoon = (by: 'hand' | 'computer') => {
    if (door.opened() === undefined) return door.lock(by)
    window.webContents.send('locking')
    setTimeout(() => {
      const didNotLock = door.opened() !== undefined
      door.lock(by)
      if (didNotLock) empty()
    }, TO_SAVE)
  }
  powerMonitor.on('lock-screen', () => lockSoon('computer'))
  powerMonitor.on('suspend', () => lockSoon('hand'))
}
