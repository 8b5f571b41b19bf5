import { expect, test } from 'vitest'
import { removeClient } from '../../db/repositories/retention.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient, heldSession, slotFor } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const NOTE = JSON.stringify({ note: 'Halvvägs i en mening och' })
const OTHER = JSON.stringify({ note: 'Skrivet i det andra fönstret' })
const ONE_WINDOW = '11111111-0000-4000-8000-000000000000'
const ANOTHER = '22222222-0000-4000-8000-000000000000'
const ASIDE = '33333333-0000-4000-8000-000000000000'

const whoIsIn = (core: SharedCore) => core.binder.opened()?.user.id ?? ''

/** A client with a draft's place at session 5, and what a save of it names. */
async function atSessionFive(core: SharedCore) {
  const clientId = await addedClient(core)
  const place = { clientId, place: 'session:5', writer: whoIsIn(core) }
  const save = { ...place, content: NOTE, window: ONE_WINDOW, basedOn: 0, attempt: 1 }
  return { clientId, place, save }
}

test('what is typed and not signed is kept, newest text only, until it is let go', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  expect(await core.ask('draft.get', place)).toBeUndefined()
  await core.ask('draft.save', { ...save, content: '{}' })
  const saved = await core.ask('draft.save', { ...save, basedOn: 1, attempt: 2 })
  await core.ask('draft.save', { ...save, place: 'goal:new', content: '"annat"' })
  expect(await core.ask('draft.get', place)).toEqual({ content: NOTE, ...saved })
  await core.ask('draft.discard', { ...place, writer: save.writer, known: 2 })
  await core.ask('draft.discard', { ...place, writer: save.writer, known: 2 })
  expect(await core.ask('draft.get', place)).toBeUndefined()
  expect(await core.ask('draft.earlier', place)).toEqual([])
  expect(await core.ask('draft.get', { ...place, place: 'goal:new' })).toMatchObject({ content: '"annat"' })
})

test('a draft is its writer’s own: no one else reads it, lists it or writes over it', async () => {
  const core = coreInMemory()
  const { clientId, place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  await core.ask('draft.setAside', { ...place, id: ASIDE, content: OTHER, writer: save.writer })
  const kim = core.signIn({ roles: ['therapist'] })
  databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(kim, clientId)
  const kims = { ...place, writer: kim }
  expect(await core.ask('draft.get', kims)).toBeUndefined()
  expect(await core.ask('draft.earlier', kims)).toEqual([])
  expect(await core.ask('draft.list', {})).toEqual([])
  expect(await core.refusalCode('draft.restore', { ...kims, id: ASIDE, window: ANOTHER })).toBe('not-found')
  await core.ask('draft.save', { ...save, writer: kim, window: ANOTHER, content: OTHER })
  expect(databaseOf(core).$client.prepare('SELECT content FROM drafts ORDER BY content').pluck().all()).toEqual([
    NOTE,
    OTHER,
  ])
})

test('a window that was open when someone else came in can neither store its words as theirs nor read or drop theirs', async () => {
  const core = coreInMemory()
  const { clientId, place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  const kim = core.signIn({ roles: ['therapist'] })
  databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(kim, clientId)
  const before = everyRecord(core)
  expect(await core.refusalCode('draft.save', { ...save, basedOn: 1, attempt: 2 })).toBe('other-user')
  const { writer } = save
  expect(await core.refusalCode('draft.setAside', { ...place, id: ASIDE, content: NOTE, writer })).toBe('other-user')
  expect(await core.refusalCode('draft.discard', { ...place, writer, known: 1 })).toBe('other-user')
  expect(await core.refusalCode('draft.watch', { ...place, writer, window: ONE_WINDOW, here: true })).toBe('other-user')
  for (const method of ['draft.get', 'draft.earlier', 'draft.drop'] as const)
    expect(await core.refusalCode(method, place)).toBe('other-user')
  expect(await core.refusalCode('draft.restore', { ...place, id: ASIDE, window: ANOTHER })).toBe('other-user')
  expect(await core.refusalCode('draft.keepPlace', { path: '/settings', field: '', writer })).toBe('other-user')
  expect(everyRecord(core)).toEqual(before)
})

test.each(['', 'ingen JSON', '{"note":'])('a draft that cannot be read back is refused (%#)', async content => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  const before = everyRecord(core)
  const refused = { code: 'invalid-input', details: { field: 'content' } }
  expect(await core.refusal('draft.save', { ...save, content })).toEqual(refused)
  const aside = { ...place, id: ASIDE, content, writer: save.writer }
  expect(await core.refusal('draft.setAside', aside)).toEqual(refused)
  expect(everyRecord(core)).toEqual(before)
})

test('where another window has written since, nothing is written over until the user chooses, and the other text is kept', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  const first = await core.ask('draft.save', save)
  const theirs = await core.ask('draft.save', { ...save, window: ANOTHER, content: OTHER, basedOn: 1, attempt: 2 })
  expect(theirs.revision).toBe(first.revision + 1)
  const late = { ...save, basedOn: 1, attempt: 2 }
  expect(await core.refusal('draft.save', late)).toEqual({ code: 'draft-changed', details: { at: theirs.savedAt } })
  expect(await core.ask('draft.get', place)).toMatchObject({ content: OTHER })

  await core.ask('draft.setAside', { ...place, id: ASIDE, content: '{"note":"Hal"}', writer: save.writer })
  await core.ask('draft.setAside', { ...place, id: ASIDE, content: NOTE, writer: save.writer })
  expect(await core.ask('draft.earlier', place)).toMatchObject([{ id: ASIDE, content: NOTE }])
  await core.ask('draft.save', { ...late, takeOver: ASIDE })
  expect(await core.ask('draft.get', place)).toMatchObject({ content: NOTE, revision: 3 })
  expect(await core.ask('draft.earlier', place)).toMatchObject([{ content: OTHER, savedAt: theirs.savedAt }])
})

test('an older text that arrives late from the same window never lies above a newer one', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  const newest = await core.ask('draft.save', { ...save, content: OTHER, basedOn: 1, attempt: 3 })
  expect(await core.ask('draft.save', { ...save, basedOn: 1, attempt: 2 })).toEqual(newest)
  expect(await core.ask('draft.get', place)).toEqual({ content: OTHER, ...newest })
})

test('signing lets go of what was signed, and of nothing that another window wrote meanwhile', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  await core.ask('draft.save', { ...save, window: ANOTHER, content: OTHER, basedOn: 1, attempt: 2 })
  await core.ask('draft.setAside', { ...place, id: ASIDE, content: NOTE, writer: save.writer })
  await core.ask('draft.discard', { ...place, writer: save.writer, known: 1, aside: ASIDE })
  expect(await core.ask('draft.get', place)).toBeUndefined()
  expect(await core.ask('draft.earlier', place)).toMatchObject([{ content: OTHER }])
})

test('a draft that was let go comes back whole, and changes places with the one that lies there', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  const { id = '' } = await core.ask('draft.drop', place)
  expect(await core.ask('draft.get', place)).toBeUndefined()
  expect(await core.ask('draft.drop', place)).toEqual({})
  await core.ask('draft.save', { ...save, content: OTHER })
  await core.ask('draft.restore', { ...place, id, window: ANOTHER })
  expect(await core.ask('draft.get', place)).toMatchObject({ content: NOTE, revision: 3 })
  expect(await core.ask('draft.earlier', place)).toMatchObject([{ content: OTHER }])
  expect(await core.refusalCode('draft.restore', { ...place, id, window: ANOTHER })).toBe('not-found')
})

test('the ten newest earlier texts of a place are kept, and none longer than thirty days', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  const setAside = (nth: number) =>
    core.ask('draft.setAside', {
      ...place,
      content: `{"nth":${nth}}`,
      writer: save.writer,
      id: `${String(nth).padStart(8, '0')}-0000-4000-8000-000000000000`,
    })
  for (let nth = 1; nth <= 12; nth++) await setAside(nth)
  const kept = await core.ask('draft.earlier', place)
  expect(kept.map(each => each.content)).toEqual(Array.from({ length: 10 }, (_, index) => `{"nth":${12 - index}}`))
  core.world.setToday('2026-12-22')
  await setAside(13)
  expect(await core.ask('draft.earlier', place)).toMatchObject([{ content: '{"nth":13}' }])
})

test('two windows with the same session open know of each other, until one leaves or falls silent', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  const watch = (window: string, here = true) =>
    core.ask('draft.watch', { ...place, writer: save.writer, window, here })
  expect(await watch(ONE_WINDOW)).toEqual({ otherWindows: 0, others: [], earlier: 0 })
  expect(await watch(ANOTHER)).toMatchObject({ otherWindows: 1, others: [] })
  expect(await watch(ONE_WINDOW)).toMatchObject({ otherWindows: 1 })
  const elsewhere = { ...place, place: 'session:6', writer: save.writer, window: ASIDE, here: true }
  expect(await core.ask('draft.watch', elsewhere)).toMatchObject({ otherWindows: 0 })
  await watch(ANOTHER, false)
  expect(await watch(ONE_WINDOW)).toMatchObject({ otherWindows: 0 })

  await watch(ANOTHER)
  core.world.setToday('2026-11-21', '09:00')
  await watch(ANOTHER)
  core.world.setToday('2026-11-21', '09:01')
  expect(await watch(ONE_WINDOW)).toMatchObject({ otherWindows: 0 })

  const saved = await core.ask('draft.save', { ...save, window: ANOTHER })
  expect(await watch(ONE_WINDOW)).toMatchObject({ stored: { ...saved, window: ANOTHER } })
})

test('two users at the same session are told of each other, by name and time and without a word of the text', async () => {
  const core = coreInMemory()
  const { clientId, place, save } = await atSessionFive(core)
  const { savedAt } = await core.ask('draft.save', save)
  await core.ask('draft.watch', { ...place, writer: save.writer, window: ONE_WINDOW, here: true })
  const kim = core.signIn({ roles: ['coordinator'] })
  databaseOf(core).$client.prepare('UPDATE clients SET coordinator_id = ? WHERE id = ?').run(kim, clientId)
  const watch = { ...place, writer: kim, window: ANOTHER, here: true }
  const seen = await core.ask('draft.watch', watch)
  expect(seen).toEqual({
    otherWindows: 0,
    others: [{ name: 'Berit Exempel', here: true, savedAt }],
    earlier: 0,
  })
  core.world.setToday('2026-11-22', '09:00')
  expect((await core.ask('draft.watch', watch)).others).toEqual([{ name: 'Berit Exempel', here: false, savedAt }])
})

test('a session that is signed meanwhile is told of, by whom and when', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const slotId = await slotFor(core, clientId, 5)
  const watch = { clientId, place: `session:${slotId}`, writer: whoIsIn(core), window: ONE_WINDOW, here: true }
  expect(await core.ask('draft.watch', watch)).not.toHaveProperty('signed')
  await core.ask('session.record', await heldSession(core, clientId, 5))
  const [{ signedAt } = { signedAt: '' }] = await core.ask('session.ofClient', { clientId })
  expect(await core.ask('draft.watch', watch)).toMatchObject({
    signed: { attempt: 1, author: 'Berit Exempel', at: signedAt },
  })
})

test('what has been begun is listed newest first, with the session it is, and a protected client by case number only', async () => {
  const core = coreInMemory()
  const anna = await addedClient(core)
  const hidden = await addedClient(core, { number: '', caseNumber: 'Ä 7', protectedIdentity: true })
  const save = { content: NOTE, writer: whoIsIn(core), window: ONE_WINDOW, basedOn: 0, attempt: 1 }
  const session = `session:${await slotFor(core, anna, 5)}`
  await core.ask('draft.save', { ...save, clientId: anna, place: session })
  await core.ask('draft.save', { ...save, clientId: hidden, place: 'goal' })
  const begun = { closed: false, savedAt: expect.any(String) }
  expect(await core.ask('draft.list', {})).toEqual([
    { ...begun, clientId: hidden, place: 'goal', clientName: '', caseNumber: 'Ä 7' },
    { ...begun, clientId: anna, place: session, clientName: 'Anna Exempel', caseNumber: '', number: 5 },
  ])
  await core.ask('session.record', await heldSession(core, anna, 5))
  expect((await core.ask('draft.list', {})).map(each => each.closed)).toEqual([false, true])
})

test('each user comes back to their own place', async () => {
  const core = coreInMemory()
  const writer = whoIsIn(core)
  const berit = core.binder.opened()?.user.id
  expect(await core.ask('draft.lastPlace', {})).toBeUndefined()
  await core.ask('draft.keepPlace', { path: '/settings', field: '', writer })
  await core.ask('draft.keepPlace', { path: '/client/anna/session/5', field: '0 Anteckning', writer })
  const other = core.signIn({ roles: ['supervisor'] })
  expect(await core.ask('draft.lastPlace', {})).toBeUndefined()
  await core.ask('draft.keepPlace', { path: '/manual', field: '', writer: other })
  core.signIn({ ...(berit === undefined ? {} : { id: berit }), roles: ['therapist'] })
  expect(await core.ask('draft.lastPlace', {})).toMatchObject({ path: '/client/anna/session/5', field: '0 Anteckning' })
})

test.each(['', 'settings', '//evil.example\n', '/client/å'])('%o is no place', async path => {
  const core = coreInMemory()
  expect(await core.refusalCode('draft.keepPlace', { path, field: '', writer: whoIsIn(core) })).toBe('invalid-input')
})

test('a revision is never used twice: what an old window shows does not write over a draft begun after it was signed', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  const { revision: basedOn } = await core.ask('draft.save', save) // what the other window shows
  for (const letGo of ['draft.discard', 'draft.drop'] as const) {
    if (letGo === 'draft.drop') await core.ask(letGo, place)
    else await core.ask(letGo, { ...place, known: basedOn })
    for (const attempt of [1, 2, 3]) await core.ask('draft.save', { ...save, window: ANOTHER, content: OTHER, attempt })
    const late = { ...save, basedOn, attempt: 9 }
    expect(await core.refusalCode('draft.save', late)).toBe('draft-changed')
    expect(await core.ask('draft.get', place)).toMatchObject({ content: OTHER })
  }
  const elsewhere = await core.ask('draft.save', { ...save, place: 'goal:new' })
  const here = await core.ask('draft.get', place)
  expect(elsewhere.revision).toBeGreaterThan(here?.revision ?? Number.POSITIVE_INFINITY)
})

test('a window whose first answer was lost stores what it sends next, whatever revision the core had come to', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  for (const attempt of [1, 2, 3, 4]) await core.ask('draft.save', { ...save, attempt })
  await core.ask('draft.discard', { ...place, known: 4 })
  await core.ask('draft.save', save)
  await core.ask('draft.save', { ...save, content: OTHER, attempt: 2 })
  expect(await core.ask('draft.get', place)).toMatchObject({ content: OTHER })
})

test('who only reads, having broken the glass, asks nothing of drafts: neither whose they are nor what a note would say', async () => {
  const core = coreInMemory()
  const { clientId, place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  const slotId = await slotFor(core, clientId, 5)
  const kim = core.signIn({ roles: ['therapist'] })
  await core.ask('breakGlass.open', { clientId, reason: 'Berit är sjuk och klienten ringer' })
  await core.ask('session.ofClient', { clientId })
  const kims = { ...place, writer: kim }
  expect(await core.refusalCode('draft.get', kims)).toBe('not-own-client')
  expect(await core.refusalCode('draft.earlier', kims)).toBe('not-own-client')
  expect(await core.refusalCode('draft.watch', { ...kims, window: ANOTHER, here: true })).toBe('not-own-client')
  const when = { on: '2026-11-20', minutes: 60, setting: 'locked' }
  const held = { clientId, slotId, outcome: 'held', ...when, ...NOTHING_TICKED }
  expect(await core.refusalCode('session.noteText', held)).toBe('not-own-client')
})

test('a full disk is named, and what was stored stays as it was', async () => {
  const core = coreInMemory()
  const { place, save } = await atSessionFive(core)
  await core.ask('draft.save', save)
  const { $client } = databaseOf(core)
  $client.pragma(`max_page_count = ${$client.pragma('page_count', { simple: true })}`)
  const large = { ...save, content: JSON.stringify({ note: 'ord '.repeat(50_000) }), basedOn: 1, attempt: 2 }
  expect(await core.refusalCode('draft.save', large)).toBe('disk-refuses')
  expect(await core.ask('draft.get', place)).toMatchObject({ content: NOTE })
  $client.pragma('max_page_count = 1000000')
  await core.ask('draft.save', { ...large, attempt: 3 })
  expect(await core.ask('draft.get', place)).toMatchObject({ content: large.content })
})

test('what is typed in no own client’s record is its writer’s own, and kept until it is saved', async () => {
  const core = coreInMemory()
  const anna = core.signIn({ roles: ['therapist'] })
  const typed = { place: 'new-client', words: '{"name":"Lisa Påhittad"}', writer: anna }
  const { savedAt } = await core.ask('typing.keep', typed)
  expect(await core.ask('typing.kept', {})).toEqual({ 'new-client': { words: typed.words, savedAt } })

  const kim = core.signIn({ roles: ['administrator'] })
  expect(await core.ask('typing.kept', {})).toEqual({})
  expect(await core.refusalCode('typing.keep', { ...typed, words: 'Annas ord' })).toBe('other-user')
  await core.ask('typing.keep', { ...typed, words: 'Kims egna', writer: kim })

  core.signIn({ id: anna, roles: ['therapist'] })
  await core.ask('typing.keep', { ...typed, words: '' })
  expect(await core.ask('typing.kept', {})).toEqual({})
  expect(databaseOf(core).$client.prepare('SELECT words FROM typing').pluck().all()).toEqual(['Kims egna'])
})

test('a reason that was being written about a client is forgotten with the client', async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const writer = whoIsIn(core)
  await core.ask('typing.keep', { place: `break-glass:${clientId}`, words: 'Klienten ringde', writer })
  await core.ask('typing.keep', { place: 'new-client', words: '{}', writer })
  removeClient(databaseOf(core), clientId)
  expect(Object.keys(await core.ask('typing.kept', {}))).toEqual(['new-client'])
})
