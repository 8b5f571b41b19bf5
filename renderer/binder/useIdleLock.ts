import { useEffect, useState } from 'react'
import { ask } from '../core/core.ts'

/** Seconds before it locks that the page says so. */
const WARNING = 30

/** Milliseconds between two times that the core is told that someone is here. */
const TELL_EVERY = 20_000

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks when nobody has touched keys, mouse or screen for so many minutes. Returns the seconds left while it warns.
 *
 * Counted by the longer of two clocks: the one that nobody can set may stand still while the computer sleeps.
 */
export function useIdleLock(minutes: number | undefined, lock: () => void): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    if (minutes === undefined) return
    let sign = { steady: performance.now(), wall: Date.now() }
    let told = 0

    function someoneIsHere() {
      sign = { steady: performance.now(), wall: Date.now() }
      setLeft(undefined)
      if (Math.abs(sign.wall - told) < TELL_EVERY) return
      told = sign.wall
      void ask('user.active', {}).catch(() => undefined) // locked meanwhile: asking has shown the door
    }

    function look() {
      const idle = Math.max(performance.now() - sign.steady, Date.now() - sign.wall)
      const seconds = Math.ceil((minutes ?? 0) * 60 - idle / 1000)
      setLeft(seconds > WARNING ? undefined : Math.max(0, seconds))
      if (seconds <= 0) lock()
    }

    const looking = window.setInterval(look, 1_000)
    for (const each of SIGNS) window.addEventListener(each, someoneIsHere, { capture: true, passive: true })
    return () => {
      window.clearInterval(looking)
      for (const each of SIGNS) window.removeEventListener(each, someoneIsHere, { capture: true })
    }
  }, [minutes, lock])
  return left
}
