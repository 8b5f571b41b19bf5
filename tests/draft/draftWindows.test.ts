import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dueAt } from '../../renderer/draft/draftState.ts'
import { type Action, act, always, anyActions, TRIES } from './draftActions.ts'
import {
  answerAll,
  BERIT,
  comeToRest,
  copyOf,
  happen,
  lostWords,
  pair,
  pass,
  sign,
  tick,
  type,
  unstoredWords,
  type Window,
  type World,
  worldWith,
} from './draftWorld.ts'
import { wordsOf, wordsStored } from './modelCore.ts'

test('a save names its writer, its window and a number used for no other, and what it writes over it builds on', () => {
  always(2, (world, before) => {
    for (const window of world.windows) {
      const saves = window.asked.filter(each => each.type === 'save').map(each => each.input)
      for (const save of saves) expect(save).toMatchObject({ writer: BERIT, window: window.name, place: 'session:5' })
      const attempts = saves.map(each => each.attempt)
      expect(attempts).toEqual([...new Set(attempts)].sort((one, other) => one - other))
    }
    const { draft } = world.core
    const { draft: writtenOver } = before.core
    if (draft === undefined || writtenOver === undefined || draft === writtenOver) return
    const beside = [...world.core.earlier.values()].flatMap(wordsOf)
    const kept = [...wordsOf(draft.content), ...beside]
    expect(kept).toEqual(expect.arrayContaining([...wordsOf(writtenOver.content)]))
  })
})

test('what one window has stored no other writes over: it is stored until it is signed', () => {
  always(2, (world, before) => {
    const stored = wordsStored(world.core)
    const gone = [...wordsStored(before.core)].filter(word => world.typed.has(word) && !stored.has(word))
    expect(gone).toEqual([])
  })
})

const underOneUser = anyActions(30, ['unlock', 'sign'])

test('one user’s words are never stored as another’s: the text stays, and is stored when its writer is back', () => {
  fc.assert(
    fc.property(underOneUser, underOneUser, (first, then) => {
      const world = worldWith(2)
      world.isPrompt = false
      for (const action of first) act(world, action)
      world.core.user = 'kim'
      for (const each of world.windows) type(world, each)
      const { draft, earlier } = copyOf(world).core
      for (const action of then) act(world, action)
      expect(world.core).toMatchObject({ draft, earlier })
      expect(lostWords(world)).toEqual([])
      comeToRest(world)
      expect(unstoredWords(world)).toEqual([])
    }),
    TRIES,
  )
})

/** Two windows that have written each their text without knowing of the other's, and whatever came before. */
function twoTexts(before: readonly Action[]): World {
  const world = worldWith(2)
  for (const action of before) act(world, action)
  comeToRest(world)
  const [one, other] = pair(world)
  for (const each of world.windows) {
    if (each.state.shownBy === 0) happen(world, each, { type: 'shown' })
    happen(world, each, { type: 'chosen', which: 'theirs' })
  }
  comeToRest(world)
  for (const each of [one, other]) happen(world, each, { type: 'look' })
  type(world, one)
  type(world, other)
  pass(world, 600)
  return world
}

/** The window that asks which of two texts is to stand. */
function askingIn(world: World): Window {
  const asking = world.windows.filter(each => each.state.view.changedAt !== undefined)
  expect(asking).toHaveLength(1)
  return asking[0] ?? pair(world)[0]
}

const shownIn = ({ state }: Window) => JSON.stringify(state.view.value)

test('where two windows have written both texts are stored, and the user is asked, as often as it happens', () => {
  fc.assert(
    fc.property(anyActions(15, ['sign']), fc.constantFrom('theirs', 'mine'), (before, which) => {
      const world = twoTexts(before)
      const chooser = askingIn(world)
      expect(unstoredWords(world)).toEqual([])
      const mine = shownIn(chooser)
      happen(world, chooser, { type: 'look' })
      expect(shownIn(chooser)).toBe(mine) // the choice is the user's
      expect(askingIn(world)).toBe(chooser)

      happen(world, chooser, { type: 'chosen', which })
      for (const each of world.windows) happen(world, each, { type: 'look' })
      for (const each of world.windows) type(world, each)
      pass(world, 600)
      askingIn(world)
      expect(unstoredWords(world)).toEqual([])
    }),
    TRIES,
  )
})

test('the text that is not chosen lies beside the draft, and the chosen one follows to the other window', () => {
  fc.assert(
    fc.property(anyActions(15, ['sign']), fc.constantFrom('theirs', 'mine'), (before, which) => {
      const world = twoTexts(before)
      const chooser = askingIn(world)
      const theirs = world.core.draft?.content ?? ''
      const mine = shownIn(chooser)
      happen(world, chooser, { type: 'chosen', which })
      expect(chooser.state.view.changedAt).toBeUndefined()
      expect(world.core.draft?.content).toBe(which === 'mine' ? mine : theirs)
      expect([...world.core.earlier.values()]).toContain(which === 'mine' ? theirs : mine)
      for (const each of world.windows) happen(world, each, { type: 'look' })
      expect(world.windows.map(shownIn)).toEqual([world.core.draft?.content, world.core.draft?.content])
    }),
    TRIES,
  )
})

test('a choice that cannot be stored stands, and is carried out as soon as it can be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_000 }), milliseconds => {
      const world = twoTexts([])
      const chooser = askingIn(world)
      world.core.fault = 'disk-refuses'
      happen(world, chooser, { type: 'chosen', which: 'mine' })
      pass(world, milliseconds)
      world.core.fault = undefined
      pass(world, 2_000)
      expect(chooser.state.view).toMatchObject({ changedAt: undefined, error: undefined })
      expect(world.core.draft?.content).toBe(shownIn(chooser))
      expect(world.core.earlier.size).toBe(1)
    }),
    TRIES,
  )
})

test('where the other text cannot be fetched the question stays, and what is typed meanwhile lies in the same place', () => {
  const world = twoTexts([])
  const chooser = askingIn(world)
  world.core.fault = 'unexpected'
  happen(world, chooser, { type: 'chosen', which: 'theirs' })
  type(world, chooser)
  pass(world, 5_000)
  world.core.fault = undefined
  pass(world, 2_000)
  expect(askingIn(world)).toBe(chooser)
  expect([...world.core.earlier.values()]).toEqual([shownIn(chooser)])
})

test('a text that is refused twice over, as the page goes and comes back, lies beside the draft once', () => {
  const world = worldWith(2)
  const [one, other] = pair(world)
  type(world, other)
  happen(world, other, { type: 'storeNow' })
  world.isPrompt = false
  type(world, one)
  happen(world, one, { type: 'storeNow' })
  type(world, one)
  happen(world, one, { type: 'leaving' })
  answerAll(world, one)
  expect([...world.core.earlier.values()]).toEqual([shownIn(one)])
})

test('what goes by itself asks nothing, writes over nothing, and waits for the typing while another window is open', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('type', 'tick'), fc.nat({ max: 7_000 })), { maxLength: 40 }),
      each => {
        const world = worldWith(2)
        const [typing, ticking] = pair(world)
        for (const [does, milliseconds] of each) {
          if (does === 'type') type(world, typing)
          else tick(world, ticking)
          if (does === 'tick') expect(dueAt(ticking.state)).toBeUndefined()
          pass(world, milliseconds)
          expect(ticking.asked.filter(asked => asked.type === 'save')).toEqual([])
        }
        comeToRest(world) // all is stored now, whatever the clock says
        for (const window of world.windows) expect(window.state.view.changedAt).toBeUndefined()
        expect(world.core.earlier.size).toBe(0)
        expect(unstoredWords(world)).toEqual([])
      },
    ),
    TRIES,
  )
})

test('signing in one window lets go of nothing that another has written and that is not shown here', () => {
  fc.assert(
    fc.property(anyActions(40, ['sign']), before => {
      const world = worldWith(2)
      world.isPrompt = false
      for (const action of before) act(world, action)
      const stored = [...wordsStored(world.core)]
      const [signing] = pair(world)
      sign(world, signing) // its words are no longer among the typed
      answerAll(world, signing)
      expect(stored.filter(word => world.typed.has(word) && !wordsStored(world.core).has(word))).toEqual([])
      expect(lostWords(world)).toEqual([])
    }),
    TRIES,
  )
})

test('signing anew lets go of nothing that another window has begun since the last signing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (before, since) => {
      const world = worldWith(2)
      const [signing, other] = pair(world)
      for (let key = 0; key < before; key++) {
        type(world, signing)
        pass(world, 600)
      }
      sign(world, signing)
      for (let key = 0; key < since; key++) {
        type(world, other)
        pass(world, 600)
      }
      sign(world, signing)
      expect(unstoredWords(world)).toEqual([])
    }),
    TRIES,
  )
})
