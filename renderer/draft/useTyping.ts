import { useCallback, useEffect, useRef, useState } from 'react'
import { CoreError } from '../../main/contract/errors.ts'
import type { Instant } from '../../main/contract/values.ts'
import { ask, queryClient, useCore } from '../core/core.ts'
import { storeBeforeLeaving } from './leaving.ts'

/** Milliseconds after a key that what has been typed is stored; product.md section 7 allows two seconds. */
const SOON = 600
/** Milliseconds between tries while storing fails. */
const TRY_AGAIN = 2_000

export type Typing = {
  readonly words: string
  /** Empty words forget the place: what was typed has been saved, or let go. */
  set(words: string): void
  /** When it was last stored; undefined while nothing is typed. */
  readonly savedAt: Instant | undefined
  /** Why what was typed last is not stored. It stays on the screen. */
  readonly error: CoreError | undefined
}

/** Words typed in no own client's record: stored as they come, so that neither a lock nor a crash takes them. */
export function useTyping(place: string): Typing {
  const writer = useCore('user.me', {}).data?.user.id
  const earlier = useCore('typing.kept', {}).data?.[place]
  const [typed, setTyped] = useState<string>()
  const [latestSave, setLatestSave] = useState<{ at?: Instant | undefined; error?: CoreError }>()
  const unstored = useRef<string>(undefined)
  const timer = useRef<number>(undefined)
  const saving = useRef<Promise<boolean>>(Promise.resolve(true))

  const store = useCallback(() => {
    window.clearTimeout(timer.current)
    timer.current = undefined
    const storeOnce = async () => {
      const words = unstored.current
      if (words === undefined || writer === undefined) return words === undefined
      unstored.current = undefined
      try {
        const { savedAt } = await ask('typing.keep', { place, words, writer })
        setLatestSave({ at: words === '' ? undefined : savedAt })
        return true
      } catch (caught) {
        unstored.current ??= words
        setLatestSave({ error: caught instanceof CoreError ? caught : new CoreError({ code: 'unexpected' }) })
        return false
      }
    }
    saving.current = saving.current.then(storeOnce) // an older text never lands on a newer one
    return saving.current
  }, [place, writer])

  useEffect(() => {
    if (latestSave?.error === undefined) return
    const again = window.setTimeout(() => void store(), TRY_AGAIN)
    return () => window.clearTimeout(again)
  }, [latestSave, store])

  useEffect(() => {
    const stop = storeBeforeLeaving({
      store,
      leave: () => void store(),
      mustWait: () => unstored.current !== undefined,
    })
    return () => {
      stop()
      void store().then(() => queryClient.invalidateQueries({ queryKey: ['typing.kept'] }))
    }
  }, [store])

  return {
    words: typed ?? earlier?.words ?? '',
    set: words => {
      unstored.current = words
      setTyped(words)
      timer.current ??= window.setTimeout(() => void store(), SOON)
    },
    savedAt: latestSave === undefined ? earlier?.savedAt : latestSave.at,
    error: latestSave?.error,
  }
}

/** The fields of a form: those that differ from how it is when `untouched` are kept, the rest follow. */
export function useTypedForm<T extends object>(place: string, untouched: T) {
  const { words, set, ...saved } = useTyping(place)
  const values: T = { ...untouched, ...(words === '' ? {} : (JSON.parse(words) as Partial<T>)) } // written by `keep` only
  function keep(next: T): void {
    const typed = Object.entries(next).filter(([field, value]) => !isSame(value, untouched[field as keyof T]))
    set(typed.length === 0 ? '' : JSON.stringify(Object.fromEntries(typed)))
  }
  return {
    ...saved,
    values,
    keep,
    change: (part: Partial<T>) => keep({ ...values, ...part }),
    forget: () => set(''),
  }
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
