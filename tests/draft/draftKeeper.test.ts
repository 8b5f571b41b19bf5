import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CoreError } from '../../main/contract/errors.ts'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import { createDraftKeeper, type DraftKeeper } from '../../renderer/draft/draftKeeper.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

type Note = { note: string; feedback: string }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Milliseconds. Everything that falls due is done, and waits for its answer. */
const pass = (time: number) => vi.advanceTimersByTimeAsync(time)

/** A clinic where a note is being written, in as many windows as the test opens. */
async function writing() {
  const core = coreInMemory()
  const place = { clientId: await addedClient(core), place: 'session:5' }
  const writer = core.binder.opened()?.user.id ?? ''
  const asked: Method[] = []
  const ask = async <M extends Method>(method: M, input: Input<M>) => {
    asked.push(method)
    const reply = await core.call(method, input)
    if (!reply.ok) throw new CoreError(reply.refusal)
    return reply.value as Output<M>
  }
  async function openWindow() {
    const keeper = createDraftKeeper<Note>({
      ...place,
      ask,
      writer,
      window: randomUUID(),
      newId: randomUUID,
      mostWhileGoing: 100,
      initial: () => ({ note: '', feedback: '' }),
    })
    const close = keeper.open()
    await pass(0)
    return { keeper, close }
  }
  const stored = async (): Promise<Note | undefined> => {
    const draft = await core.ask('draft.get', { ...place, writer })
    return draft && JSON.parse(draft.content)
  }
  const earlier = async () =>
    (await core.ask('draft.earlier', { ...place, writer })).map(each => JSON.parse(each.content).note)
  return { core, place, writer, asked, openWindow, stored, earlier }
}

const type = (keeper: DraftKeeper<Note>, note: string) => keeper.set(current => ({ ...current, note }))
const noteIn = (keeper: DraftKeeper<Note>) => keeper.state().value?.note

/** As long as this nothing more can be written. */
function withFullDisk(core: SharedCore): () => void {
  const { $client } = databaseOf(core)
  $client.pragma(`max_page_count = ${$client.pragma('page_count', { simple: true })}`)
  return () => void $client.pragma('max_page_count = 1000000')
}

test('what is typed is stored half a second after the last key, and every second while the keys go on', async () => {
  const { openWindow, stored } = await writing()
  const { keeper } = await openWindow()
  type(keeper, 'Hon kom')
  await pass(499)
  expect(await stored()).toBeUndefined()
  await pass(1)
  expect(await stored()).toEqual({ note: 'Hon kom', feedback: '' })
  for (let key = 1; key <= 30; key++) {
    type(keeper, 'x'.repeat(key))
    await pass(100)
    const missing = key - ((await stored())?.note.replaceAll(/[^x]/g, '').length ?? 0)
    expect(missing).toBeLessThanOrEqual(10)
  }
})

test('a form that has been given a field since the draft was written has it empty, and keeps the rest', async () => {
  const { core, place, openWindow } = await writing()
  const writer = core.binder.opened()?.user.id ?? ''
  const save = { ...place, writer, window: randomUUID(), basedOn: 0, attempt: 1 }
  await core.ask('draft.save', { ...save, content: '{"note":"Från förr"}' })
  const { keeper } = await openWindow()
  expect(keeper.state().value).toEqual({ note: 'Från förr', feedback: '' })
})

test('a full disk is told of at once, the text stays, and trying goes on until it is stored', async () => {
  const { core, openWindow, stored } = await writing()
  const { keeper } = await openWindow()
  type(keeper, 'Det här ska inte gå förlorat. ')
  await pass(500)
  const makeRoom = withFullDisk(core)
  type(keeper, 'Det här ska inte gå förlorat. '.repeat(2_000))
  await pass(500)
  expect(keeper.state().error?.refusal.code).toBe('disk-refuses')
  expect(keeper.mustWait()).toBe(true)
  expect(await keeper.store()).toBe(false)
  type(keeper, `${noteIn(keeper)}Och det här.`)
  await pass(5_000)
  expect((await stored())?.note).toHaveLength(30)
  makeRoom()
  await pass(2_000)
  expect((await stored())?.note).toMatch(/^(Det här ska inte gå förlorat\. ){2000}Och det här\.$/)
  expect(keeper.state().error).toBeUndefined()
  expect(keeper.mustWait()).toBe(false)
})

test('a text whose screen was left while the disk was full is stored all the same', async () => {
  const { core, openWindow, stored } = await writing()
  const { keeper, close } = await openWindow()
  const makeRoom = withFullDisk(core)
  type(keeper, 'Kvar. '.repeat(20_000))
  await close()
  expect(keeper.settled()).toBe(false)
  makeRoom()
  await pass(2_000)
  expect((await stored())?.note).toHaveLength(120_000)
  expect(keeper.settled()).toBe(true)
})

test('what was typed in the moment of a lock waits, and is stored after unlocking', async () => {
  const { core, openWindow, stored, asked } = await writing()
  const { keeper, close } = await openWindow()
  const user = core.binder.opened()?.user
  type(keeper, 'Sista ordet')
  core.binder.lock()
  await close()
  await pass(60_000)
  expect(keeper.state().error?.refusal.code).toBe('locked')
  expect(asked.filter(each => each === 'draft.save')).toHaveLength(1) // a locked door is not knocked on
  if (user !== undefined) core.signIn({ id: user.id, roles: user.roles })
  keeper.open()
  await pass(0)
  expect(await stored()).toMatchObject({ note: 'Sista ordet' })
  expect(noteIn(keeper)).toBe('Sista ordet')
})

test('two windows that take turns follow each other, without a question', async () => {
  const { openWindow, earlier } = await writing()
  const one = await openWindow()
  const two = await openWindow()
  type(one.keeper, 'Första fönstret.')
  await pass(5_500)
  expect(noteIn(two.keeper)).toBe('Första fönstret.')
  type(two.keeper, 'Första fönstret. Andra fönstret.')
  await pass(5_500)
  expect(noteIn(one.keeper)).toBe('Första fönstret. Andra fönstret.')
  for (const { keeper } of [one, two]) {
    expect(keeper.state()).toMatchObject({ changedAt: undefined, error: undefined, presence: { otherWindows: 1 } })
  }
  expect(await earlier()).toEqual([])
})

test('what goes by itself waits for the typing while another window is open, and so asks nothing of it', async () => {
  const { openWindow, stored } = await writing()
  const one = await openWindow()
  const two = await openWindow()
  await pass(5_000)
  type(one.keeper, 'Typed by hand')
  await pass(5_500)
  two.keeper.set(current => ({ ...current, feedback: '10 minutes' }), 'byItself')
  await pass(1_500)
  type(one.keeper, 'Typed by hand, and on')
  await pass(5_500)
  for (const { keeper } of [one, two]) {
    expect(keeper.state()).toMatchObject({ value: { note: 'Typed by hand, and on' }, changedAt: undefined })
  }
  await two.close()
  await pass(5_000)
  one.keeper.set(current => ({ ...current, feedback: '20 minutes' }), 'byItself')
  await pass(1_000)
  expect(await stored()).toEqual({ note: 'Typed by hand, and on', feedback: '20 minutes' })
})

test('what goes by itself, as a clock does, gives way to what was typed in another window', async () => {
  const { openWindow, stored, earlier } = await writing()
  const two = await openWindow() // first, so that it knows of no other
  const one = await openWindow()
  type(one.keeper, 'Typed by hand')
  two.keeper.set(current => ({ ...current, feedback: '10 minutes' }), 'byItself')
  await pass(600)
  expect(two.keeper.state()).toMatchObject({ value: { note: 'Typed by hand', feedback: '' }, changedAt: undefined })
  two.keeper.set(current => ({ ...current, feedback: '20 minutes' }), 'byItself')
  await pass(600)
  expect(await stored()).toEqual({ note: 'Typed by hand', feedback: '20 minutes' })
  type(two.keeper, 'Typed by hand, and here')
  two.keeper.set(current => ({ ...current, feedback: '30 minutes' }), 'byItself')
  type(one.keeper, 'Typed there')
  await pass(600)
  expect([one.keeper, two.keeper].map(each => each.state().changedAt !== undefined)).toContain(true)
  expect(await earlier()).toHaveLength(1)
})

/** Two windows in which different things have been typed within the same few seconds. */
async function twoTexts() {
  const clinic = await writing()
  const one = await clinic.openWindow()
  const two = await clinic.openWindow()
  type(one.keeper, 'I det ena')
  await pass(600)
  type(two.keeper, 'I det andra')
  await pass(600)
  expect(two.keeper.state().changedAt).toBeDefined()
  expect(await clinic.stored()).toMatchObject({ note: 'I det ena' })
  return { ...clinic, one: one.keeper, two: two.keeper, closeTwo: two.close }
}

test('two texts written at once are both safe before anyone has chosen, and while the typing goes on', async () => {
  const { two, stored, earlier } = await twoTexts()
  expect(await earlier()).toEqual(['I det andra'])
  type(two, 'I det andra fönstret')
  await pass(600)
  expect(await earlier()).toEqual(['I det andra fönstret'])
  expect(await stored()).toMatchObject({ note: 'I det ena' })
})

test('one may fetch what was written in the other window, and one’s own text is kept', async () => {
  const { two, earlier, stored } = await twoTexts()
  await two.choose('theirs')
  expect(noteIn(two)).toBe('I det ena')
  expect(two.state().changedAt).toBeUndefined()
  expect(await earlier()).toEqual(['I det andra'])
  type(two, 'I det ena och vidare')
  await pass(600)
  expect(await stored()).toMatchObject({ note: 'I det ena och vidare' })
  expect(two.state().changedAt).toBeUndefined()
})

test('one may keep what is shown here, and the other window’s text is kept and follows', async () => {
  const { one, two, earlier, stored } = await twoTexts()
  await two.choose('mine')
  expect(two.state().changedAt).toBeUndefined()
  expect(await stored()).toMatchObject({ note: 'I det andra' })
  expect(await earlier()).toEqual(['I det ena'])
  await pass(5_000)
  expect(noteIn(one)).toBe('I det andra')
  expect(one.state().changedAt).toBeUndefined()
})

test('an earlier text comes back in the window that asks for it, and what stood there is kept', async () => {
  const { core, place, writer, two, earlier } = await twoTexts()
  await two.choose('theirs')
  const [{ id } = { id: '' }] = await core.ask('draft.earlier', { ...place, writer })
  await two.restore(id)
  expect(noteIn(two)).toBe('I det andra')
  expect(await earlier()).toEqual(['I det ena'])
})

test('a window with a choice left to make that is closed leaves both texts', async () => {
  const { two, closeTwo, earlier, stored } = await twoTexts()
  type(two, 'I det andra, i sista stund')
  await closeTwo()
  expect(await earlier()).toEqual(['I det andra, i sista stund'])
  expect(await stored()).toMatchObject({ note: 'I det ena' })
})

test('a save under way when the page goes does not overtake what was typed last', async () => {
  const { openWindow, stored } = await writing()
  const { keeper } = await openWindow()
  type(keeper, 'Nästan allt')
  const saving = keeper.store()
  type(keeper, 'Nästan allt, och slutet')
  keeper.leave()
  await saving
  await pass(0)
  expect(await stored()).toMatchObject({ note: 'Nästan allt, och slutet' })
})

test('only what is large or refused holds a page that goes', async () => {
  const { openWindow } = await writing()
  const { keeper } = await openWindow()
  expect(keeper.mustWait()).toBe(false)
  type(keeper, 'kort')
  expect(keeper.mustWait()).toBe(false)
  type(keeper, 'lång'.repeat(50))
  expect(keeper.mustWait()).toBe(true)
  await keeper.store()
  expect(keeper.mustWait()).toBe(false)
})

test('a draft that is signed is gone, also when a save of it was under way', async () => {
  const { openWindow, stored } = await writing()
  const { keeper } = await openWindow()
  type(keeper, 'Ska signeras')
  void keeper.store()
  type(keeper, 'Ska signeras nu')
  await keeper.discard()
  await pass(5_000)
  expect(await stored()).toBeUndefined()
})

test('where the draft cannot be fetched just now, no empty form stands in its place', async () => {
  const { core, openWindow } = await writing()
  const first = await openWindow()
  type(first.keeper, 'Finns redan')
  await first.close()
  const { $client } = databaseOf(core)
  $client.exec('ALTER TABLE drafts RENAME TO lost')
  const { keeper } = await openWindow()
  expect(keeper.state().value).toBeUndefined()
  $client.exec('ALTER TABLE lost RENAME TO drafts')
  await pass(2_000)
  expect(noteIn(keeper)).toBe('Finns redan')
})
