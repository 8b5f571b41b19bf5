import { mayDelayClosing } from '../core/core.ts'

/** Something typed that must be stored before the window goes or the binder is locked. */
export type Unstored = {
  /** True when nothing is left unstored. */
  store(): Promise<boolean>
  /** Sends it this instant: the page is going and waits for no answer. */
  leave(): void
  /** True when something is unstored that cannot be relied on to arrive while the page goes. */
  mustWait(): boolean
}

/** Milliseconds that a closing window waits for what was typed last. */
const LONGEST_WAIT = 2_000

const registered = new Set<Unstored>()

/** Has this stored before the window goes or the binder is locked; answers with how to stop. */
export function storeBeforeLeaving(each: Unstored): () => void {
  registered.add(each)
  return () => registered.delete(each)
}

/** Stores what has been typed this moment. True when nothing is left unstored. */
export async function storeEverything(): Promise<boolean> {
  const stored = await Promise.all([...registered].map(each => each.store()))
  return stored.every(Boolean)
}

const storeNow = () => void storeEverything()

window.addEventListener('blur', storeNow)
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && storeNow())
window.addEventListener('pagehide', () => {
  for (const each of registered) each.leave()
})

let goesAnyway = false
let askUser: (() => void) | undefined

/** Who asks the user when the window is to close and something cannot be stored; answers with how to stop. */
export function askBeforeLeaving(ask: () => void): () => void {
  askUser = ask
  return () => {
    askUser = undefined
  }
}

/** Closes the window whatever is unstored: the user has been asked. */
export function leaveAnyway(): void {
  goesAnyway = true
  window.close()
}

/**
 * A browser asks whether to leave a page that holds on, and meanwhile it is stored. Electron asks nothing and stays, so
 * there the window closes itself as soon as all is stored, and asks in its own words when it cannot be.
 */
window.addEventListener('beforeunload', event => {
  if (goesAnyway || ![...registered].some(each => each.mustWait())) return
  event.preventDefault()
  if (!mayDelayClosing) return storeNow()
  const tooLong = new Promise<boolean>(resolve => {
    window.setTimeout(() => resolve(false), LONGEST_WAIT)
  })
  void Promise.race([storeEverything(), tooLong]).then(stored => {
    if (stored) window.close()
    else askUser?.()
  })
})
