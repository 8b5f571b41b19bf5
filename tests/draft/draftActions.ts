import fc from 'fast-check'
import {
  answerNext,
  BERIT,
  bringBack,
  copyOf,
  doNext,
  happen,
  pass,
  sign,
  tick,
  type,
  type World,
  worldWith,
} from './draftWorld.ts'
import type { Fault } from './modelCore.ts'

/** How often each property is tried, and with what chance: every day the same. */
export const TRIES = { numRuns: 300, seed: 18 }

export type Action = { readonly window: number } & (
  | { readonly does: 'type' | 'tick' | 'storeNow' | 'leave' | 'look' | 'toggle' | 'sign' | 'due' | 'arrive' }
  | { readonly does: 'answer' | 'lose' | 'restore'; readonly nth: number }
  | { readonly does: 'choose'; readonly which: 'theirs' | 'mine' }
  | { readonly does: 'pass'; readonly milliseconds: number }
  | { readonly does: 'fail'; readonly fault: Fault }
  | { readonly does: 'unlock'; readonly user: string }
)

/** Lets one of the things happen that may happen to a draft. */
export function act(world: World, action: Action): void {
  const window = world.windows[action.window % world.windows.length]
  if (window === undefined) return
  switch (action.does) {
    case 'type':
      type(world, window)
      break
    case 'tick':
      tick(world, window)
      break
    case 'storeNow':
    case 'look':
    case 'due':
      happen(world, window, { type: action.does })
      break
    case 'leave':
      happen(world, window, { type: 'leaving' })
      break
    case 'toggle':
      happen(world, window, { type: window.state.shownBy === 0 ? 'shown' : 'hidden' })
      break
    case 'sign':
      sign(world, window)
      break
    case 'arrive':
      doNext(world, window)
      break
    case 'answer':
    case 'lose':
      answerNext(world, window, action.nth, action.does === 'lose')
      break
    case 'restore':
      bringBack(world, window, action.nth)
      break
    case 'choose':
      happen(world, window, { type: 'chosen', which: action.which })
      break
    case 'pass':
      pass(world, action.milliseconds)
      break
    case 'fail':
      world.core.fault = action.fault
      break
    case 'unlock':
      world.core.user = action.user
  }
}

const window = fc.nat({ max: 1 })
const nth = fc.nat({ max: 3 })

/** What the user and the core do, most often type and answer. */
const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant('type' as const), window }) },
  { weight: 6, arbitrary: fc.record({ does: fc.constant('answer' as const), window, nth }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom('tick', 'storeNow', 'leave', 'look', 'toggle', 'due', 'arrive'),
      window,
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('pass' as const), window, milliseconds: fc.nat(3_000) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom('lose', 'restore'), window, nth }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('choose' as const), window, which: fc.constantFrom('theirs', 'mine') }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('sign' as const), window }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('fail' as const),
      window,
      fault: fc.constantFrom<Fault[]>(undefined, 'disk-refuses', 'unexpected', 'locked'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('unlock' as const), window, user: fc.constantFrom(BERIT, 'kim') }),
  },
)

/** Whatever may happen, one thing after the other; without some kinds of it. */
export const anyActions = (most: number, without: readonly Action['does'][] = []): fc.Arbitrary<Action[]> =>
  fc.array(
    anyAction.filter(each => !without.includes(each.does)),
    { maxLength: most, size: 'max' },
  )

/**
 * What is left out. A draft's numbers begin anew once it has been discarded: another window that holds a number from before
 * may take the new draft for the one it knows, so signing has properties of its own below.
 */
export const inWindows = (windows: number): readonly Action['does'][] => (windows > 1 ? ['sign'] : [])

/** Something is true after whatever may happen, in one window or two, to a core that answers late, fails or forgets. */
export function always(windows: number, holds: (world: World, before: World, action: Action) => void): void {
  fc.assert(
    fc.property(anyActions(60, inWindows(windows)), actions => {
      const world = worldWith(windows)
      world.isPrompt = false
      for (const action of actions) {
        const before = copyOf(world)
        act(world, action)
        holds(world, before, action)
      }
    }),
    TRIES,
  )
}
