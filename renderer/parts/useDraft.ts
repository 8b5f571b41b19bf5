import { useCallback, useEffect, useRef, useState } from 'react'
import type { Instant } from '../../main/contract/values.ts'
import { ask } from '../core.ts'

/** Milliseconds of pause in typing before the draft is saved; product.md section 7 allows two seconds. */
const PAUSE = 800

/** Milliseconds: unbroken typing is saved as often as this. */
const LONGEST = 1_500

const unsavedDrafts = new Set<() => Promise<void>>()

/** Stores what has been typed this moment. Before locking, since afterwards the core takes nothing more. */
export async function saveDraftsNow(): Promise<void> {
  await Promise.all([...unsavedDrafts].map(save => save()))
}

export type Draft<T> = {
  readonly value: T
  readonly set: (next: T | ((current: T) => T)) => void
  /** When the draft was last stored; undefined while nothing has been typed. */
  readonly savedAt: Instant | undefined
  /** True when what was typed could not be stored: the user must know before leaving. */
  readonly failed: boolean
  /** Forgets the draft, once what it was for has been signed. */
  readonly discard: () => Promise<void>
}

/**
 * Typing that survives a lock, a crash and another page. Returns undefined until the earlier draft, if
 * any, has been fetched, so that it is never overwritten by an empty form.
 */
export function useDraft<T>(clientId: string, place: string, initial: () => T): Draft<T> | undefined {
  const [value, setValue] = useState<T>()
  const [savedAt, setSavedAt] = useState<Instant>()
  const [failed, setFailed] = useState(false)
  const unsaved = useRef<T>(undefined)
  const timer = useRef<number>(undefined)
  const unsavedSince = useRef(0)
  const fresh = useRef(initial)

  const save = useCallback(async () => {
    window.clearTimeout(timer.current)
    if (unsaved.current === undefined) return
    const content = JSON.stringify(unsaved.current)
    unsaved.current = undefined
    try {
      const kept = await ask('draft.save', { clientId, place, content })
      setSavedAt(kept.savedAt)
      setFailed(false)
    } catch {
      setFailed(true)
    }
  }, [clientId, place])

  useEffect(() => {
    let current = true
    void ask('draft.get', { clientId, place }).then(
      draft => {
        if (!current) return
        setValue(() =>
          draft === undefined ? fresh.current() : { ...fresh.current(), ...(JSON.parse(draft.content) as T) },
        )
        setSavedAt(draft?.savedAt)
      },
      () => current && setValue(() => fresh.current()),
    )
    const saveNow = () => void save()
    unsavedDrafts.add(save)
    window.addEventListener('blur', saveNow)
    window.addEventListener('pagehide', saveNow)
    return () => {
      current = false
      unsavedDrafts.delete(save)
      window.removeEventListener('blur', saveNow)
      window.removeEventListener('pagehide', saveNow)
      saveNow()
    }
  }, [clientId, place, save])

  const set = useCallback(
    (next: T | ((current: T) => T)) => {
      setValue(current => {
        if (current === undefined) return current
        const changed = typeof next === 'function' ? (next as (current: T) => T)(current) : next
        if (unsaved.current === undefined) unsavedSince.current = Date.now()
        unsaved.current = changed
        window.clearTimeout(timer.current)
        const left = unsavedSince.current + LONGEST - Date.now()
        timer.current = window.setTimeout(() => void save(), Math.max(0, Math.min(PAUSE, left)))
        return changed
      })
    },
    [save],
  )

  const discard = useCallback(async () => {
    window.clearTimeout(timer.current)
    unsaved.current = undefined
    await ask('draft.discard', { clientId, place })
  }, [clientId, place])

  return value === undefined ? undefined : { value, set, savedAt, failed, discard }
}
