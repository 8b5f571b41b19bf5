import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, queryClient, useCore } from '../core.ts'
import { storeBeforeLeaving } from '../leaving.ts'

/** Milliseconds of pause in typing before it is stored. */
const PAUSE = 600

/** Words being typed about no client: stored as they come, so that neither a lock nor a crash takes them. */
export function useTyping(
  place: string,
  about: 'logReview' | 'training' = 'logReview',
): { words: string; set(words: string): void } {
  const kept = useCore(`${about}.typing`, {})
  const [typed, setTyped] = useState<string>()
  const unstored = useRef<string>(undefined)

  const store = useCallback(async () => {
    const words = unstored.current
    if (words === undefined) return true
    unstored.current = undefined
    try {
      await ask(`${about}.keepTyping`, { place, words })
      return true
    } catch {
      unstored.current ??= words
      return false
    }
  }, [place, about])

  useEffect(() => {
    const stop = storeBeforeLeaving({
      store,
      leave: () => void store(),
      mustWait: () => unstored.current !== undefined,
    })
    return () => {
      stop()
      void store().then(() => queryClient.invalidateQueries({ queryKey: [`${about}.typing`] }))
    }
  }, [store, about])

  useEffect(() => {
    if (typed === undefined) return
    const timer = window.setTimeout(() => void store(), PAUSE)
    return () => window.clearTimeout(timer)
  }, [typed, store])

  return {
    words: typed ?? kept.data?.[place] ?? '',
    set: words => {
      unstored.current = words
      setTyped(words)
    },
  }
}
