/** Something typed that must be stored before the window goes or the binder is locked. */
export type Unstored = {
  /** True when nothing is left unstored. */
  store(): Promise<boolean>
  /** Sends it this instant: the page is going and waits for no answer. */
  leave(): void
  /** True when something is unstored that cannot be relied on to arrive while the page goes. */
  mustWait(): boolean
}

const kept = new Set<Unstored>()

/** Has this stored before the window goes or the binder is locked; answers with how to stop. */
export function storeBeforeLeaving(each: Unstored): () => void {
  kept.add(each)
  return () => kept.delete(each)
}

/** Stores what has been typed this moment. True when nothing is left unstored. */
export async function storeEverything(): Promise<boolean> {
  const stored = await Promise.all([...kept].map(each => each.store()))
  return stored.every(Boolean)
}

const storeNow = () => void storeEverything()

window.addEventListener('blur', storeNow)
document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && storeNow())
window.addEventListener('pagehide', () => {
  for (const each of kept) each.leave()
})
window.addEventListener('beforeunload', event => {
  if (![...kept].some(each => each.mustWait())) return
  event.preventDefault() // the browser asks whether to leave, and meanwhile it is stored
  storeNow()
})

/**
 * Electron's window asks before it closes, through the preload: the answer is *left* when all is stored and *staying*
 * when it is not. Answered also where nothing is typed.
 */
window.addEventListener('leaving', () => {
  void storeEverything().then(stored => window.dispatchEvent(new Event(stored ? 'left' : 'staying')))
})
