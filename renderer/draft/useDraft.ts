import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { ask, KEEPALIVE_LIMIT, queryClient, useCore } from '../core/core.ts'
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts'
import type { DraftView } from './draftState.ts'
import { storeBeforeLeaving } from './leaving.ts'

/** This window, among others that may have the same draft open. */
const windowId = crypto.randomUUID()

/** A draft whatever its form: it can be stored. */
type OpenDraft = {
  readonly writer: string
  readonly keeper: Pick<DraftKeeper<unknown>, 'store' | 'leave' | 'mustWait' | 'look'>
}

/** Drafts that are shown, and those that wait to be stored though their screen is gone. */
const openDrafts = new Map<string, OpenDraft>()
const keepers = () => [...openDrafts.values()].map(each => each.keeper)

storeBeforeLeaving({
  store: async () => (await Promise.all(keepers().map(each => each.store()))).every(Boolean),
  leave: () => {
    for (const each of keepers()) each.leave()
  },
  mustWait: () => keepers().some(each => each.mustWait()),
})
for (const event of ['focus', 'visibilitychange']) {
  window.addEventListener(event, () => {
    if (document.visibilityState === 'visible') for (const each of keepers()) void each.look()
  })
}

/** Stores what this user had typed when the binder was locked under them, or when the disk would not take it. */
export function flushDraftsOf(writer: string): void {
  for (const each of openDrafts.values()) if (each.writer === writer) void each.keeper.store()
}

export type Draft<T> = Omit<DraftView<T>, 'value'> &
  Pick<DraftKeeper<T>, 'set' | 'discard' | 'choose' | 'restore'> & {
    readonly value: T
    readonly writer: string
    readonly clientId: string
    readonly place: string
  }

/**
 * Typing that survives a lock, a crash, another page and another window. Returns undefined until the earlier draft, if
 * any, has been fetched, so that it is never overwritten by an empty form.
 */
export function useDraft<T>(clientId: string, place: string, initial: () => T): Draft<T> | undefined {
  const writer = useCore('user.me', {}).data?.user.id ?? ''
  const emptyForm = useRef(initial)
  const keeper = useKeeper<T>(writer, clientId, place, () => emptyForm.current())
  const { value, ...state } = useSyncExternalStore(keeper.subscribe, keeper.state)
  if (value === undefined) return undefined
  const { set, choose, restore } = keeper

  async function discard(): Promise<void> {
    await keeper.discard()
    void queryClient.invalidateQueries({ queryKey: ['draft.list'] })
  }
  return { ...state, value, set, discard, choose, restore, writer, clientId, place }
}

/** The keeper of this draft: the one that still waits to store its text, where there is one. */
function useKeeper<T>(writer: string, clientId: string, place: string, initial: () => T): DraftKeeper<T> {
  const key = `${writer} ${clientId} ${place}`
  const make = () => ({ key, keeper: openOrNew<T>(key, { writer, clientId, place, initial }) })
  const [current, setCurrent] = useState(make)
  const { keeper } = current.key === key ? current : make()
  if (current.key !== key) setCurrent({ key, keeper })

  useEffect(() => {
    if (writer === '') return // not yet known who types
    openDrafts.set(key, { writer, keeper })
    const close = keeper.open()
    return () =>
      void close().then(() => {
        if (keeper.settled()) openDrafts.delete(key)
        void queryClient.invalidateQueries({ queryKey: ['draft.list'] })
      })
  }, [key, writer, keeper])
  return keeper
}

type DraftPlace<T> = { writer: string; clientId: string; place: string; initial(): T }

function openOrNew<T>(key: string, place: DraftPlace<T>): DraftKeeper<T> {
  const open = openDrafts.get(key)
  if (open !== undefined) return open.keeper as DraftKeeper<T> // the place decides what a draft holds
  return createDraftKeeper<T>({
    ...place,
    ask,
    newId: () => crypto.randomUUID(),
    window: windowId,
    mostWhileGoing: KEEPALIVE_LIMIT,
  })
}
