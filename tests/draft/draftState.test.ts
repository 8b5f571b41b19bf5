import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt, isBusy, isStored, mustWait } from '../../renderer/draft/draftState.ts'
import { act, always, anyActions, inWindows, TRIES } from './draftActions.ts'
import {
  BERIT,
  comeToRest,
  copyOf,
  doNext,
  happen,
  lostWords,
  only,
  pass,
  sign,
  tick,
  type,
  unstoredWords,
  type World,
  wordsShown,
  worldWith,
} from './draftWorld.ts'
import { type Fault, type Note, wordsStored } from './modelCore.ts'

/** Milliseconds between keys. */
const pauses = fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 25, size: 'max' })

test('stored half a second after a pause, every second while the keys go on', () => {
  fc.assert(
    fc.property(pauses, each => {
      const world = worldWith(1)
      let latestKey = world.now
      for (const milliseconds of each) {
        type(world, only(world))
        latestKey = world.now
        for (const end = world.now + milliseconds; world.now < end; ) {
          pass(world, Math.min(50, end - world.now))
          const longest = world.now - latestKey >= 500 ? 500 : 1_000
          const late = unstoredWords(world).filter(word => world.now - (world.typed.get(word) ?? 0) >= longest)
          expect(late).toEqual([])
        }
      }
    }),
    TRIES,
  )
})

test('stored at once on blur and on locking, however many keys were pressed before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 600 }), { minLength: 1, maxLength: 20 }), each => {
      const world = worldWith(1)
      for (const milliseconds of each) {
        type(world, only(world))
        pass(world, milliseconds)
      }
      happen(world, only(world), { type: 'storeNow' })
      expect(unstoredWords(world)).toEqual([])
      expect(isStored(only(world).state)).toBe(true)
    }),
    TRIES,
  )
})

test('sent at once when the page goes, beside a save that is under way, and the older text never lands on the newer', () => {
  always(1, world => {
    const leaving = copyOf(world)
    leaving.isPrompt = false
    const window = only(leaving)
    const { unstored, view } = window.state
    const sent = window.asked.length
    happen(leaving, window, { type: 'leaving' })
    const texts = window.asked.slice(sent).flatMap(each => ('content' in each.input ? [each.input.content] : []))
    expect(texts).toEqual(unstored === undefined ? [] : [JSON.stringify(view.value)])
    if (leaving.core.fault !== undefined || leaving.core.user !== BERIT || awaitsRefusal(leaving)) return
    while (window.requests.some(each => !each.isDone)) doNext(leaving, window) // nobody is there to hear the answers
    expect(unstoredWords(leaving)).toEqual([])
  })
})

/** True where a text has been refused and the window has not heard of it: a page that goes never will. */
function awaitsRefusal({ core, windows }: World): boolean {
  const { draft } = core
  return windows.some(
    ({ name, state, requests }) =>
      requests.some(each => each.answer?.type === 'refused' || (each.effect.type === 'restore' && !each.isDone)) ||
      (draft !== undefined && draft.window !== name && draft.revision !== state.basedOn),
  )
}

test.each([1, 2])(
  'nothing typed in %i windows is lost: it is on the screen until it is stored, and when all comes to rest it is stored',
  windows => {
    fc.assert(
      fc.property(anyActions(80, inWindows(windows)), actions => {
        const world = worldWith(windows)
        world.isPrompt = false
        for (const action of actions) {
          act(world, action)
          expect(lostWords(world)).toEqual([])
        }
        comeToRest(world)
        expect(unstoredWords(world)).toEqual([])
        for (const { state } of world.windows) expect(isStored(state)).toBe(true)
      }),
      { ...TRIES, numRuns: 1_500 },
    )
  },
)

test('where saving fails the text stays on the screen, and trying goes on every other second until it is stored', () => {
  always(1, (world, before, action) => {
    const [{ state }, { state: earlier }] = [only(world), only(before)]
    const isAnswer = action.does === 'answer' || action.does === 'lose'
    if (isAnswer && earlier.unstored?.byHand) expect(state.view.value).toBe(earlier.view.value)
    const mayTry =
      state.view.error === undefined || ['unexpected', 'disk-refuses'].includes(`${state.view.error.message}`)
    if (state.unstored === undefined || isBusy(state) || !mayTry) return
    expect(dueAt(state)).toBeLessThanOrEqual(world.now + 2_000)
  })
})

test.each<Fault>(['disk-refuses', 'unexpected'])(
  '%s passes: what was typed meanwhile is then stored within two seconds',
  fault => {
    fc.assert(
      fc.property(pauses, each => {
        const world = worldWith(1)
        world.core.fault = fault
        for (const milliseconds of each) {
          type(world, only(world))
          pass(world, milliseconds)
          expect(wordsShown(only(world))).toEqual([...world.typed.keys()])
        }
        world.core.fault = undefined
        pass(world, 2_000)
        expect(unstoredWords(world)).toEqual([])
        expect(only(world).state.view.error).toBeUndefined()
      }),
      TRIES,
    )
  },
)

test('a locked door is not knocked on: after the refusal nothing is tried until someone types or unlocks', () => {
  fc.assert(
    fc.property(pauses, fc.constantFrom<Fault[]>('locked', 'not-permitted'), (each, fault) => {
      const world = worldWith(1)
      world.core.fault = fault
      for (const milliseconds of each) {
        type(world, only(world))
        pass(world, milliseconds)
      }
      happen(world, only(world), { type: 'storeNow' })
      const asked = only(world).asked.length
      pass(world, 3_600_000)
      expect(only(world).asked).toHaveLength(asked)
      world.core.fault = undefined
      happen(world, only(world), { type: 'storeNow' })
      expect(unstoredWords(world)).toEqual([])
    }),
    TRIES,
  )
})

test('a window asks before it closes on what the core has refused, or has not answered for and is too long to send', () => {
  always(2, world => {
    for (const { state } of world.windows) {
      const isLeft = state.unstored !== undefined || state.sending.length > 0
      expect(mustWait(state, 0)).toBe(isLeft)
      expect(mustWait(state, Number.POSITIVE_INFINITY)).toBe(isLeft && state.view.error !== undefined)
    }
  })
})

test('what is signed is let go, also when a save of it was under way, and nothing that is typed afterwards', () => {
  const untroubled = anyActions(40, ['fail', 'unlock', 'lose', 'restore', 'leave'])
  fc.assert(
    fc.property(untroubled, fc.boolean(), (before, goesOn) => {
      const world = worldWith(1)
      world.isPrompt = false
      for (const action of before) act(world, action)
      const window = only(world)
      const signed = [...wordsShown(window)]
      sign(world, window)
      tick(world, window) // a clock on the form does not bring it back
      const word = goesOn ? type(world, window) : undefined
      comeToRest(world)
      if (word === undefined) expect(signed.filter(each => wordsStored(world.core).has(each))).toEqual([])
      else expect(wordsStored(world.core)).toContain(word)
    }),
    TRIES,
  )
})

test('no empty form writes over a draft that could not be fetched yet', () => {
  const stored: Note = { words: ['before'], minutes: 3 }
  const draft = { content: JSON.stringify(stored), window: 'earlier', attempt: 3, revision: 3, writer: BERIT }
  const actions = anyActions(40, ['fail', 'unlock'])
  fc.assert(
    fc.property(actions, fc.constantFrom<Fault[]>('unexpected', 'locked'), (each, fault) => {
      const world = worldWith(1, { draft, fault })
      const window = only(world)
      for (const action of each) {
        act(world, action)
        expect(window.state.view.value).toBeUndefined()
      }
      expect(window.asked.filter(asked => asked.type === 'save')).toEqual([])
      comeToRest(world)
      if (fault === 'locked' && window.state.shownBy > 0) happen(world, window, { type: 'hidden' }) // the door is in the way
      if (window.state.shownBy === 0) happen(world, window, { type: 'shown' })
      expect(window.state.view.value).toEqual(stored)
    }),
    TRIES,
  )
})

test('one save at a time, but for the last when the page goes', () => {
  always(2, (world, before, action) => {
    if (action.does === 'leave') return
    world.windows.forEach((window, index) => {
      const earlier = before.windows[index]?.state.sending.length ?? 0
      expect(window.state.sending.length).toBeLessThanOrEqual(Math.max(1, earlier))
    })
  })
})
