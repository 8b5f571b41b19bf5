import { type BrowserWindow, powerMonitor } from 'electron'

type Lockable = {
  /** Another object each time someone comes in; nothing while locked. */
  visit(): object | undefined
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
export function lockWithComputer(window: BrowserWindow, core: Lockable, empty: () => void): void {
  const lockSoon = (by: 'hand' | 'computer') => {
    const visit = core.visit()
    if (visit === undefined) return core.lock(by)
    window.webContents.send('locking')
    setTimeout(() => {
      const now = core.visit()
      if (now !== undefined && now !== visit) return // the page locked, and someone has come in again
      core.lock(by)
      if (now !== undefined) empty()
    }, TO_SAVE)
  }
  powerMonitor.on('lock-screen', () => lockSoon('computer'))
  powerMonitor.on('suspend', () => lockSoon('hand'))
}
