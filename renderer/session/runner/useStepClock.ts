import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { shownFor } from './sessionTime.ts'

/** Milliseconds between two looks at the clock. */
const LOOK_INTERVAL = 10_000

type StepClock = {
  /** Milliseconds shown and not yet kept. */
  readonly waiting: number
  /** The waiting milliseconds, up to this moment; they wait no more. */
  readonly takeWaiting: () => number
}

/**
 * Counts how long the page has been shown, and hands it to `keep` at every look. While `mayKeep` is false, or another
 * window has the focus, the time waits: a session that is only looked into leaves no trace, and a window left open
 * elsewhere writes nothing.
 */
export function useStepClock(mayKeep: boolean, keep: (milliseconds: number) => void, now = Date.now): StepClock {
  const since = useRef(now())
  const counted = useRef(0)
  const [waiting, setWaiting] = useState(0)

  const takeWaiting = useCallback(() => {
    const at = now()
    const all = counted.current + shownFor(since.current, at)
    since.current = at
    counted.current = 0
    setWaiting(0)
    return all
  }, [now])

  const look = useEffectEvent(() => {
    const all = takeWaiting()
    if (mayKeep && document.hasFocus()) return keep(all)
    counted.current = all
    setWaiting(all)
  })

  useEffect(() => {
    const timer = window.setInterval(() => look(), LOOK_INTERVAL)
    return () => window.clearInterval(timer)
  }, [])

  return { waiting, takeWaiting }
}
