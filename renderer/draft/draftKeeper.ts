import { CoreError } from '../../main/contract/errors.ts'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import {
  type DraftEffect,
  type DraftEvent,
  type DraftIdentity,
  type DraftState,
  type DraftView,
  dueAt,
  isBusy,
  isStored,
  mustWait,
  newDraft,
} from './draftState.ts'
import { transition } from './draftTransition.ts'

/** Milliseconds between two looks at who else is here. */
const BEAT = 5_000

export type DraftKeeper<T> = {
  state(): DraftView<T>
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

export type DraftParts<T> = DraftIdentity & {
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  newId(): string
  /** Signs that can be sent while the page goes. */
  readonly mostWhileGoing: number
  initial(): T
}

/**
 * Keeps one draft stored while it is typed: does what draftTransition.ts decides, with timers and the core. Knows
 * nothing of the screen: useDraft.ts does.
 */
export function createDraftKeeper<T>(parts: DraftParts<T>): DraftKeeper<T> {
  const { ask, newId, clientId, place, writer } = parts
  const { state, dispatch, rest, subscribe } = startDraft(parts)
  let beating: ReturnType<typeof setInterval> | undefined

  function open(): () => Promise<void> {
    void dispatch({ type: 'shown' })
    beating ??= setInterval(() => void dispatch({ type: 'look' }), BEAT)
    return async () => {
      void dispatch({ type: 'hidden' })
      if (state().shownBy > 0) return
      clearInterval(beating)
      beating = undefined
      await rest()
    }
  }

  function set(next: T | ((current: T) => T), how?: 'byItself'): void {
    const { value } = state().view
    if (value === undefined) return
    const changed = typeof next === 'function' ? (next as (current: T) => T)(value) : next
    void dispatch({ type: 'changed', value: changed, byHand: how === undefined })
  }

  async function store(): Promise<boolean> {
    void dispatch({ type: 'storeNow' })
    await rest()
    return state().unstored === undefined
  }

  async function discard(): Promise<void> {
    void dispatch({ type: 'discard' })
    await rest()
  }

  async function choose(which: 'theirs' | 'mine'): Promise<void> {
    if (await store()) await dispatch({ type: 'chosen', which })
  }

  /**
   * The text comes back under a window's id of its own, as if it were written there: should anything be typed here
   * meanwhile, the core says that there are two texts.
   */
  async function restore(id: string): Promise<void> {
    if (!(await store())) return
    await ask('draft.restore', { clientId, place, writer, id, window: newId() })
    await dispatch({ type: 'restored' })
  }

  return {
    state: () => state().view,
    subscribe,
    open,
    set,
    store,
    leave: () => void dispatch({ type: 'leaving' }),
    mustWait: () => mustWait(state(), parts.mostWhileGoing),
    settled: () => state().shownBy === 0 && isStored(state()),
    look: () => dispatch({ type: 'look' }),
    discard,
    choose,
    restore,
  }
}

/** One draft's state as time goes: asks the core what each event leads to, and wakes when something is due. */
function startDraft<T>(parts: DraftParts<T>) {
  const { clientId, place, writer, window } = parts
  const listeners = new Set<() => void>()
  const awaitingRest = new Set<() => void>()
  let state: DraftState<T> = newDraft({ clientId, place, writer, window })
  let alarm: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | undefined

  /** Resolves when the core has answered all that this led to. */
  async function dispatch(event: DraftEvent<T>): Promise<void> {
    const { view } = state
    const step = transition(state, event, Date.now())
    state = step.state
    const answers = Promise.all(step.effects.map(carryOut)) // asked at once: the page may be going
    setAlarm()
    if (!isBusy(state)) {
      for (const goOn of awaitingRest) goOn()
      awaitingRest.clear()
    }
    if (state.view !== view) for (const listener of listeners) listener()
    await answers
  }

  async function carryOut(effect: DraftEffect): Promise<void> {
    const answer = await answerTo(effect, parts)
    if (answer !== undefined) await dispatch(answer)
  }

  function setAlarm(): void {
    const at = dueAt(state)
    if (alarm?.at === at) return
    clearTimeout(alarm?.timer)
    alarm = at === undefined ? undefined : { at, timer: setTimeout(wake, Math.max(0, at - Date.now())) }
  }

  function wake(): void {
    alarm = undefined
    void dispatch({ type: 'due' })
  }

  /** Resolves when nothing is under way to the core. */
  async function rest(): Promise<void> {
    if (isBusy(state)) await new Promise<void>(resolve => awaitingRest.add(resolve))
  }

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  return { state: () => state, dispatch, rest, subscribe }
}

/** What the core answers, as an event; undefined where nobody has to hear of it. */
async function answerTo<T>(effect: DraftEffect, parts: DraftParts<T>): Promise<DraftEvent<T> | undefined> {
  const { ask } = parts
  try {
    switch (effect.type) {
      case 'fetch': {
        const stored = await ask('draft.get', effect.input)
        return { type: 'fetched', attempt: effect.attempt, stored, emptyForm: parts.initial() }
      }
      case 'save':
        return { type: 'saved', attempt: effect.attempt, ...(await ask('draft.save', effect.input)) }
      case 'setAside':
        return { type: 'setAside', attempt: effect.attempt, ...(await ask('draft.setAside', effect.input)) }
      case 'discard':
        await ask('draft.discard', effect.input)
        return { type: 'discarded' }
      case 'watch':
        return { type: 'watched', presence: await ask('draft.watch', effect.input) }
    }
  } catch (caught) {
    return failureOf(effect, caught instanceof CoreError ? caught : new CoreError({ code: 'unexpected' }), parts)
  }
}

function failureOf<T>(effect: DraftEffect, error: CoreError, parts: DraftParts<T>): DraftEvent<T> | undefined {
  switch (effect.type) {
    case 'fetch':
      return { type: 'fetchFailed', attempt: effect.attempt, error, emptyForm: parts.initial() }
    case 'save':
    case 'setAside':
      return { type: 'refused', attempt: effect.attempt, error, newId: parts.newId() }
    case 'discard':
      return { type: 'discarded' } // the draft is found again under Påbörjat
    case 'watch':
      return undefined // the next look may tell
  }
}
