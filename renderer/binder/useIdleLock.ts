import { useEffect, useState } from 'react'
import { ask } from '../core/core.ts'

/** Seconds before it locks that the page says so. */
const WARNING = 30

/** Milliseconds between two times that the core hears that someone is here. */
const REPORT_INTERVAL = 20_000

const ACTIVITY_EVENTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/**
 * Locks when nobody has touched keys, mouse or screen for so many minutes. Returns the seconds left while it warns.
 *
 * Counted by the longer of two clocks: the one that nobody can set may stand still while the computer sleeps.
 */
export function useIdleLock(minutes: number | undefined, lock: () => void): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    if (minutes === undefined) return
    let lastActivity = { steady: performance.now(), wall: Date.now() }
    let reportedAt = 0

    function noteActivity() {
      lastActivity = { steady: performance.now(), wall: Date.now() }
      setLeft(undefined)
      if (Math.abs(lastActivity.wall - reportedAt) < REPORT_INTERVAL) return
      reportedAt = lastActivity.wall
      void ask('user.active', {}).catch(() => undefined) // locked meanwhile: asking has shown the door
    }

    function check() {
      const idle = Math.max(performance.now() - lastActivity.steady, Date.now() - lastActivity.wall)
      const seconds = Math.ceil((minutes ?? 0) * 60 - idle / 1000)
      setLeft(seconds > WARNING ? undefined : Math.max(0, seconds))
      if (seconds <= 0) lock()
    }

    const timer = window.setInterval(check, 1_000)
    for (const each of ACTIVITY_EVENTS) window.addEventListener(each, noteActivity, { capture: true, passive: true })
    return () => {
      window.clearInterval(timer)
      for (const each of ACTIVITY_EVENTS) window.removeEventListener(each, noteActivity, { capture: true })
    }
  }, [minutes, lock])
  return left
}
