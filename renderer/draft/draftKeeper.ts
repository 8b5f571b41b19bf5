import type { Presence } from '../../main/contract/draft.ts'
import { CoreError } from '../../main/contract/errors.ts'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import type { Instant } from '../../main/contract/values.ts'

/** Milliseconds of pause in typing before the draft is stored; product.md section 7 allows two seconds. */
const PAUSE = 500
/** Milliseconds: unbroken typing is stored as often as this. */
const LONGEST = 1_000
/** Milliseconds between tries while storing fails. */
const TRY_AGAIN = 2_000
/** Milliseconds between two looks at who else is here. */
const BEAT = 5_000
/** What may pass by itself; other refusals wait for the user. */
const PASSING: readonly string[] = ['unexpected', 'disk-refuses'] satisfies CoreError['refusal']['code'][]

export type DraftState<T> = {
  /** Undefined until the earlier draft, if any, has been fetched, so that it is never overwritten by an empty form. */
  readonly value: T | undefined
  /** When the text was last stored; undefined while nothing has been typed. */
  readonly savedAt: Instant | undefined
  /** Why what was typed last is not stored. It stays on the screen. */
  readonly error: CoreError | undefined
  /** When another window stored a text that is not shown here. Both are safe, and the user chooses. */
  readonly changedAt: Instant | undefined
  readonly presence: Presence | undefined
}

export type DraftKeeper<T> = {
  state(): DraftState<T>
  /** Hears of every change; answers with how to stop. */
  subscribe(hear: () => void): () => void
  /** Fetches the draft and looks who else is here, for as long as someone shows it; answers with how to close it. */
  open(): () => Promise<void>
  /**
   * `byItself` for what no one typed, as a clock that goes: it is stored with the typing while another window is open,
   * and gives way to what was stored there, without a question.
   */
  set(next: T | ((current: T) => T), how?: 'byItself'): void
  /** Stores what has been typed, whatever the clock says. True when nothing is left unstored. */
  store(): Promise<boolean>
  /** The page is going: sends what has been typed this instant, beside a save that may be under way. */
  leave(): void
  /** True when something is unstored that cannot be relied on to arrive while the page goes. */
  mustWait(): boolean
  /** True when nobody shows it and nothing is left unstored. */
  settled(): boolean
  /** Looks who else is here, and fetches what another window of one's own has written. */
  look(): Promise<void>
  /** Forgets the draft, once what it was for has been signed. */
  discard(): Promise<void>
  /** After another window has written: its text, or the one shown here. The other one is kept. */
  choose(which: 'theirs' | 'mine'): Promise<void>
  /** Brings an earlier text back; the one shown here is kept in its stead. */
  restore(id: string): Promise<void>
}

export type DraftParts<T> = {
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  newId(): string
  /** Who types. */
  readonly writer: string
  /** This window's own id. */
  readonly window: string
  readonly clientId: string
  readonly place: string
  /** Signs that can be sent while the page goes. */
  readonly mostWhileGoing: number
  initial(): T
}

const refusalIn = (caught: unknown) => (caught instanceof CoreError ? caught : new CoreError({ code: 'unexpected' }))

/** Keeps one draft stored while it is typed. Knows nothing of the screen: useDraft.ts does. */
export function createDraftKeeper<T>(parts: DraftParts<T>): DraftKeeper<T> {
  const { ask, newId, writer, window, initial } = parts
  const at = { clientId: parts.clientId, place: parts.place }
  const hearers = new Set<() => void>()
  let state: DraftState<T> = {
    value: undefined,
    savedAt: undefined,
    error: undefined,
    changedAt: undefined,
    presence: undefined,
  }
  let shownBy = 0
  let unsaved = false
  let typed = false // by a person, and not stored
  let unsavedSince = 0
  let triedAt = 0
  let known = 0 // the stored revision that the text builds on
  let tried = 0 // the number of the latest try: none is used twice
  let aside: string | undefined // where the text is stored while another window's lies in its place
  let storing: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function change(part: Partial<DraftState<T>>): void {
    state = { ...state, ...part }
    for (const hear of hearers) hear()
  }

  async function load(): Promise<void> {
    let stored: Output<'draft.get'>
    try {
      stored = await ask('draft.get', at)
    } catch (caught) {
      return loadFailed(refusalIn(caught))
    }
    if (typed || storing !== undefined) return // typed meanwhile: the core will say that there are two texts
    show(stored)
  }

  function show(stored: Output<'draft.get'>): void {
    known = stored?.revision ?? 0
    tried = Math.max(tried, known)
    unsaved = false
    const value = stored === undefined ? (state.value ?? initial()) : merged(stored.content)
    change({ value, savedAt: stored?.savedAt, changedAt: undefined, error: undefined })
  }

  /** Where the draft cannot be fetched just now an empty form would hide it; where it never can be, nobody waits for it. */
  function loadFailed(error: CoreError): void {
    change({ error })
    if (state.value !== undefined || shownBy === 0) return
    if (PASSING.includes(error.refusal.code)) timer = setTimeout(() => void load(), TRY_AGAIN)
    else if (error.refusal.code !== 'locked') change({ value: initial() })
  }

  /** A form that has been given new fields since the draft was written has them empty. */
  const merged = (content: string): T => ({ ...initial(), ...(JSON.parse(content) as T) })

  async function save(content: string, takeOver?: string): Promise<Instant> {
    tried += 1
    const asked = { ...at, content, writer, window, basedOn: known, revision: tried }
    const { savedAt, revision } = await ask('draft.save', takeOver === undefined ? asked : { ...asked, takeOver })
    known = Math.max(known, revision)
    tried = Math.max(tried, revision)
    return savedAt
  }

  async function storeOnce(takeOver?: string): Promise<void> {
    if (!unsaved || state.value === undefined) return
    const content = JSON.stringify(state.value)
    const byHand = typed
    unsaved = false
    typed = false
    triedAt = Date.now()
    try {
      const savedAt =
        aside === undefined
          ? await save(content, takeOver)
          : (await ask('draft.setAside', { ...at, id: aside, content, writer })).savedAt
      change({ savedAt, error: undefined })
    } catch (caught) {
      const error = refusalIn(caught)
      const { code, details } = error.refusal
      typed ||= byHand
      if (code === 'draft-changed' && !typed) return giveWay()
      unsaved = true
      if (code !== 'draft-changed') return change({ error })
      aside ??= newId()
      change({ changedAt: String(details?.['at'] ?? '') })
      await storeOnce()
    }
  }

  /** Nobody has typed here what another window's text would write over. */
  async function giveWay(): Promise<void> {
    unsaved = false
    const stored = await ask('draft.get', at).catch(() => undefined)
    if (stored !== undefined && !typed) show(stored)
  }

  /** One save at a time. */
  function storeInTurn(takeOver?: string): Promise<void> {
    clearTimeout(timer)
    storing ??= storeOnce(takeOver).finally(() => {
      storing = undefined
      if (unsaved) storeSoon()
    })
    return storing
  }

  function storeSoon(): void {
    clearTimeout(timer)
    if (state.error !== undefined && !PASSING.includes(state.error.refusal.code) && !typedSinceTried()) return
    const now = Date.now()
    const wait = state.error === undefined ? Math.min(PAUSE, unsavedSince + LONGEST - now) : triedAt + TRY_AGAIN - now
    timer = setTimeout(() => void storeInTurn(), Math.max(0, wait))
  }

  const typedSinceTried = () => unsavedSince > triedAt

  async function store(): Promise<boolean> {
    do await storeInTurn()
    while (unsaved && state.error === undefined)
    return !unsaved
  }

  async function look(here = true): Promise<void> {
    const presence = await ask('draft.watch', { ...at, writer, window, here }).catch(() => undefined)
    if (presence === undefined || shownBy === 0) return
    change({ presence })
    const { stored } = presence
    const newer = stored !== undefined && stored.window !== window && stored.revision > known
    if (newer && aside === undefined && state.value !== undefined) await load()
  }

  let beating: ReturnType<typeof setInterval> | undefined
  function open(): () => Promise<void> {
    shownBy += 1
    if (shownBy === 1) {
      if (unsaved)
        void storeInTurn() // it could not be stored before; it is still here
      else void load()
      void look()
      beating = setInterval(() => void look(), BEAT)
    }
    return async () => {
      shownBy -= 1
      if (shownBy > 0) return
      clearInterval(beating)
      void look(false)
      await store()
    }
  }

  function set(next: T | ((current: T) => T), how?: 'byItself'): void {
    if (state.value === undefined) return
    const value = typeof next === 'function' ? (next as (current: T) => T)(state.value) : next
    if (Object.is(value, state.value)) return
    const now = Date.now()
    if (!unsaved || !typedSinceTried()) unsavedSince = now
    unsaved = true
    if (how === undefined) typed = true
    change({ value })
    if (typed || (state.presence?.otherWindows ?? 0) === 0) storeSoon()
  }

  async function discard(): Promise<void> {
    clearTimeout(timer)
    await storing
    unsaved = false
    const kept = aside
    aside = undefined
    change({ savedAt: undefined, changedAt: undefined, error: undefined })
    const asked = { ...at, writer, known }
    // where this fails the draft is found again under Påbörjat
    await ask('draft.discard', kept === undefined ? asked : { ...asked, aside: kept }).catch(() => {})
  }

  async function choose(which: 'theirs' | 'mine'): Promise<void> {
    if (!(await store()) || aside === undefined) return
    const own = aside
    aside = undefined
    if (which === 'theirs') return load()
    unsaved = true
    await storeInTurn(own)
    if (!unsaved) change({ changedAt: undefined })
  }

  async function restore(id: string): Promise<void> {
    if (!(await store())) return
    await ask('draft.restore', { ...at, id, window })
    await load()
    await look()
  }

  return {
    state: () => state,
    subscribe: hear => {
      hearers.add(hear)
      return () => hearers.delete(hear)
    },
    open,
    set,
    store,
    leave: () => {
      void storeOnce()
      void look(false)
    },
    mustWait: () =>
      (unsaved || storing !== undefined) &&
      (state.error !== undefined || JSON.stringify(state.value).length > parts.mostWhileGoing),
    settled: () => shownBy === 0 && !unsaved && storing === undefined,
    look: () => look(),
    discard,
    choose,
    restore,
  }
}
