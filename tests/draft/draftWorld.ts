import { CoreError } from '../../main/contract/errors.ts'
import { type DraftEffect, type DraftEvent, type DraftState, dueAt, newDraft } from '../../renderer/draft/draftState.ts'
import { transition } from '../../renderer/draft/draftTransition.ts'
import { answerOf, failureOf, type ModelCore, type Note, newCore, restore, wordsStored } from './modelCore.ts'

/** Something asked of the core: sent, then done there, then answered. */
type Request = {
  readonly effect: DraftEffect | { readonly type: 'restore'; readonly id: string }
  isDone: boolean
  answer: DraftEvent<Note> | undefined
}

export type Window = {
  readonly name: string
  state: DraftState<Note>
  /** Not yet answered, oldest first. */
  requests: Request[]
  /** All that it ever asked. */
  readonly asked: DraftEffect[]
}

/** Windows where one user writes in one draft, and a core that is slow, fails and forgets to answer as the test likes. */
export type World = {
  /** Milliseconds. */
  now: number
  readonly core: ModelCore
  readonly windows: readonly Window[]
  /** Every word typed and when, in milliseconds; what is signed is taken away. */
  readonly typed: Map<string, number>
  /** Each request is answered before anything else happens. */
  isPrompt: boolean
  keys: number
}

export const BERIT = 'berit'

const identityOf = (window: string) => ({
  clientId: 'anna' as DraftState<Note>['identity']['clientId'],
  place: 'session:5',
  writer: BERIT as DraftState<Note>['identity']['writer'],
  window,
})

/** A world in which so many windows have been opened, and have asked for what there was. */
export function worldWith(windows: number, core: Partial<ModelCore> = {}): World {
  const world: World = {
    now: 1_000_000,
    core: { ...newCore(BERIT), ...core },
    windows: ['A', 'B'].slice(0, windows).map(name => ({
      name,
      state: newDraft<Note>(identityOf(name)),
      requests: [],
      asked: [],
    })),
    typed: new Map(),
    isPrompt: true,
    keys: 0,
  }
  for (const window of world.windows) happen(world, window, { type: 'shown' })
  for (const window of world.windows) happen(world, window, { type: 'look' })
  return world
}

/** A world of its own that stands as this one does. */
export function copyOf(world: World): World {
  const { core } = world
  return {
    ...world,
    core: { ...core, earlier: new Map(core.earlier), here: new Set(core.here) },
    windows: world.windows.map(each => ({
      ...each,
      requests: each.requests.map(request => ({ ...request })),
      asked: [...each.asked],
    })),
    typed: new Map(world.typed),
  }
}

/** Lets something happen to a window's draft. */
export function happen(world: World, window: Window, event: DraftEvent<Note>): void {
  const step = transition(window.state, event, world.now)
  window.state = step.state
  window.asked.push(...step.effects)
  window.requests.push(...step.effects.map(effect => ({ effect, isDone: false, answer: undefined })))
  if (world.isPrompt) answerAll(world, window)
}

export function answerAll(world: World, window: Window): void {
  while (window.requests.length > 0) answerNext(world, window, 0)
}

/** The core does what was asked first of what it has not done. */
export function doNext(world: World, window: Window): void {
  const request = window.requests.find(each => !each.isDone)
  if (request === undefined) return
  const { effect } = request
  request.isDone = true
  if (effect.type === 'restore') restore(world.core, effect.id, BERIT)
  request.answer = effect.type === 'restore' ? { type: 'restored' } : answerOf(world.core, effect)
}

/** A window hears the answer to the nth of its requests; those before it have then been done, and may be answered later. */
export function answerNext(world: World, window: Window, nth: number, isLost = false): void {
  const request = window.requests[nth % window.requests.length]
  if (request === undefined) return
  while (!request.isDone) doNext(world, window)
  window.requests = window.requests.filter(each => each !== request)
  const { effect } = request
  const lost = () =>
    effect.type === 'restore' ? undefined : failureOf(world.core, effect, new CoreError({ code: 'unexpected' }))
  const answer = isLost ? lost() : request.answer
  if (answer !== undefined) happen(world, window, answer)
}

/** Lets time go, and wakes each window when it asked to be. */
export function pass(world: World, milliseconds: number): void {
  const end = world.now + milliseconds
  for (;;) {
    const due = world.windows.map(window => ({ window, at: dueAt(window.state) ?? Number.POSITIVE_INFINITY }))
    const [next] = due.sort((one, other) => one.at - other.at)
    if (next === undefined || next.at > end) break
    world.now = Math.max(world.now, next.at)
    happen(world, next.window, { type: 'due' })
  }
  world.now = end
}

export const wordsShown = ({ state }: Window): readonly string[] => state.view.value?.words ?? []

/** A person adds a word to what the window shows. */
export function type(world: World, window: Window): string {
  world.keys += 1
  const word = `${window.name}${world.keys}`
  const { value } = window.state.view
  if (value === undefined) return ''
  world.typed.set(word, world.now)
  happen(world, window, { type: 'changed', value: { ...value, words: [...value.words, word] }, byHand: true })
  return word
}

/** A clock on the form goes on. */
export function tick(world: World, window: Window): void {
  const { value } = window.state.view
  if (value === undefined) return
  happen(world, window, { type: 'changed', value: { ...value, minutes: value.minutes + 1 }, byHand: false })
}

/** What the window shows is signed. */
export function sign(world: World, window: Window): void {
  for (const word of wordsShown(window)) world.typed.delete(word)
  happen(world, window, { type: 'discard' })
}

/** Makes an earlier text the draft again, by asking the core. */
export function bringBack(world: World, window: Window, nth: number): void {
  const ids = [...world.core.earlier.keys()]
  const id = ids[nth % ids.length]
  const { unstored, sending } = window.state
  if (id === undefined || unstored !== undefined || sending.length > 0) return // draftKeeper.ts stores first
  window.requests.push({ effect: { type: 'restore', id }, isDone: false, answer: undefined })
  if (world.isPrompt) answerAll(world, window)
}

/** All is well again and everyone has let go: every answer comes, and time goes. */
export function comeToRest(world: World): void {
  world.core.fault = undefined
  world.core.user = BERIT
  for (let round = 0; round < 6; round++) {
    for (const each of world.windows) answerAll(world, each)
    for (const each of world.windows) if (round === 0) happen(world, each, { type: 'storeNow' })
    pass(world, 2_000)
  }
}

/** Words typed, not signed, that neither the core nor any window has any more. */
export function lostWords(world: World): string[] {
  const found = new Set([...wordsStored(world.core), ...world.windows.flatMap(wordsShown)])
  return [...world.typed.keys()].filter(word => !found.has(word))
}

/** Words typed, not signed, that the core does not have. */
export function unstoredWords(world: World): string[] {
  const stored = wordsStored(world.core)
  return [...world.typed.keys()].filter(word => !stored.has(word))
}

/** The window of a world with one. */
export function only(world: World): Window {
  const [window] = world.windows
  if (window === undefined) throw new Error('no window')
  return window
}

/** The windows of a world with two. */
export function pair(world: World): readonly [Window, Window] {
  const [one, other] = world.windows
  if (one === undefined || other === undefined) throw new Error('no two windows')
  return [one, other]
}
