import { ask, showLocked } from '../core/core.ts'
import { storeEverything } from '../draft/leaving.ts'

/** Milliseconds: what cannot be saved in this time does not keep the binder open. */
const LONGEST_SAVE = 1_200

/** Saves what has been typed this moment, forgets the key, and empties the screen. */
export function lockNow(): void {
  const tooLong = new Promise(resolve => window.setTimeout(resolve, LONGEST_SAVE))
  void Promise.race([storeEverything().catch(() => false), tooLong])
    .then(() => ask('user.lock', {}))
    .then(showLocked, showLocked)
}
