import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { lastHeldOn } from '../../db/repositories/identity.ts'
import { describeEntry } from '../../main/accessLog/describeEntry.ts'
import type { Input } from '../../main/contract/index.ts'
import type { MistakeAbout } from '../../main/contract/mistake.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import {
  addedClient,
  clientWithRecord,
  consentFor,
  heldSession,
  missedSession,
  newGoal,
  slotFor,
  toSeal,
} from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const SCALE = { formId: 'satisfactionScale', answers: { areas: { housing: 3 } } }

const mark = (core: SharedCore, clientId: string, about: MistakeAbout, given: Partial<Input<'mistake.mark'>> = {}) =>
  core.ask('mistake.mark', { clientId, about, reason: 'wrongClient', ...given })

const slotOf = async (core: SharedCore, clientId: string, number: number) =>
  (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number)

const signed = async (core: SharedCore, input: Input<'session.record'>) =>
  ({ kind: 'session', id: (await core.ask('session.record', input)).sessionId }) as const

describe('a session recorded by mistake', () => {
  test('stays readable, and everything that tells how things stand leaves it out', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const slotId = await slotFor(core, clientId, 3)
    await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-20', plannedAt: '10:00' })
    const before = {
      plan: await core.ask('plan.ofClient', { clientId }),
      homework: await core.ask('homework.ofClient', { clientId }),
      scale: await core.ask('scale.ofClient', { clientId }),
      forms: await core.ask('worksheet.formsOfClient', { clientId }),
      today: await core.ask('today.list', {}),
      clients: await core.ask('client.list', { words: '' }),
    }
    const given = { on: '2026-11-20', note: 'Om någon helt annan', worksheets: [SCALE] }
    const homeworkGiven = [{ what: 'Ring Sara', when: '', where: '', withWhom: '' }]
    const about = await signed(core, await heldSession(core, clientId, 3, { ...given, homeworkGiven }))
    expect((await core.ask('plan.ofClient', { clientId })).find(each => each.number === 3)?.outcome).toBe('held')

    const { id } = await mark(core, clientId, about, { words: 'Skulle till Lisa' })
    expect({
      plan: await core.ask('plan.ofClient', { clientId }),
      homework: await core.ask('homework.ofClient', { clientId }),
      scale: await core.ask('scale.ofClient', { clientId }),
      forms: await core.ask('worksheet.formsOfClient', { clientId }),
      today: await core.ask('today.list', {}),
      clients: await core.ask('client.list', { words: '' }),
    }).toEqual(before)
    expect(await core.ask('session.ofClient', { clientId })).toEqual([])
    expect(await core.ask('worksheet.ofClient', { clientId })).toEqual([])
    expect(await core.ask('worksheet.ofForm', { clientId, formId: SCALE.formId })).toEqual([])
    expect(await core.ask('session.search', { clientId, words: 'helt annan' })).toEqual([])
    expect(lastHeldOn(databaseOf(core), clientId as ClientId)).toBeUndefined()

    const struck = await core.ask('mistake.ofClient', { clientId })
    expect(struck.map(({ mistake, record }) => [record.kind, mistake.reason, mistake.cameWith])).toEqual(
      expect.arrayContaining([
        ['session', 'wrongClient', undefined],
        ['worksheet', 'wrongClient', id],
        ['homework', 'wrongClient', id],
      ]),
    )
    const found = struck.find(each => each.mistake.id === id)
    expect(found).toMatchObject({
      mistake: { about, words: 'Skulle till Lisa', author: 'Berit Exempel', mayTakeBack: true },
      record: { kind: 'session', session: { note: 'Om någon helt annan', minutes: 60 } },
    })
  })

  test('leaves its slot free: a new attempt is signed, and the struck one keeps its number', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    await core.ask(
      'session.record',
      await missedSession(core, clientId, 2, { on: '2026-11-10', offerAgainOn: '2026-11-15' }),
    )
    const about = await signed(core, await heldSession(core, clientId, 2))
    expect(await core.refusalCode('session.record', await heldSession(core, clientId, 2))).toBe('already-held')
    await mark(core, clientId, about, { reason: 'wrongSession' })
    expect(await slotOf(core, clientId, 2)).toMatchObject({
      outcome: 'declined',
      attempts: 1,
      offerAgainOn: '2026-11-15',
    })
    expect((await core.ask('today.list', {})).again).toMatchObject([{ clientId }])
    await core.ask('session.record', await heldSession(core, clientId, 2))
    expect(await slotOf(core, clientId, 2)).toMatchObject({ outcome: 'held', attempts: 2 })
    expect((await core.ask('session.ofClient', { clientId })).map(each => each.attempt)).toEqual([1, 3])
  })

  test('a planned day whose outcome was struck is asked for again', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const slotId = await slotFor(core, clientId, 1)
    await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-18' })
    const about = await signed(core, await missedSession(core, clientId, 1, { on: '2026-11-18' }))
    expect((await core.ask('today.list', {})).undocumented).toEqual([])
    await mark(core, clientId, about, { reason: 'wrongDay' })
    expect((await core.ask('today.list', {})).undocumented).toMatchObject([{ slotId }])
  })

  test('homework that it looked back on is outstanding again, and looked back on once more when the mark is taken back', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const homeworkGiven = [{ what: 'Ring Sara', when: '', where: '', withWhom: '' }]
    await core.ask('session.record', await heldSession(core, clientId, 1, { homeworkGiven }))
    const [first] = await core.ask('homework.ofClient', { clientId })
    const homeworkReviewed = [{ homeworkId: first?.id ?? '', done: 'partly' as const }]
    const about = await signed(core, await heldSession(core, clientId, 2, { homeworkReviewed }))
    const reviewed = await core.ask('homework.ofClient', { clientId })
    const before = await slotOf(core, clientId, 2)
    const { id: mistakeId } = await mark(core, clientId, about)
    expect((await core.ask('homework.ofClient', { clientId }))[0]).not.toHaveProperty('done')
    await core.ask('mistake.takeBack', { clientId, mistakeId })
    expect(await core.ask('homework.ofClient', { clientId })).toEqual(reviewed)
    expect(await slotOf(core, clientId, 2)).toEqual(before)
    expect(await core.ask('mistake.ofClient', { clientId })).toEqual([])
  })

  test('its mark is taken back the same day by who made it, and not over an attempt signed since', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const about = await signed(core, await heldSession(core, clientId, 4))
    const { id: mistakeId } = await mark(core, clientId, about)
    await core.ask('session.record', await heldSession(core, clientId, 4))
    expect(await core.refusalCode('mistake.takeBack', { clientId, mistakeId })).toBe('mistake-place-taken')
    const other = await signed(core, await heldSession(core, clientId, 5))
    const { id } = await mark(core, clientId, other)
    core.world.setToday('2026-11-22')
    expect(await core.refusalCode('mistake.takeBack', { clientId, mistakeId: id })).toBe('cannot-take-back')
    expect((await core.ask('mistake.ofClient', { clientId })).every(each => !each.mistake.mayTakeBack)).toBe(true)
  })

  test('is told as nothing by the draft beside it, and its steps are not earlier parts of the note', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const about = await signed(core, await heldSession(core, clientId, 1, { outcome: 'partlyHeld' }))
    await mark(core, clientId, about)
    const slotId = await slotFor(core, clientId, 1)
    const writer = core.binder.opened()?.user.id ?? ''
    const window = '11111111-0000-4000-8000-000000000000'
    const watched = await core.ask('draft.watch', { clientId, place: `session:${slotId}`, writer, window, here: true })
    expect(watched).not.toHaveProperty('signed')
    const { note: _, ...held } = await heldSession(core, clientId, 1)
    expect((await core.ask('session.noteText', held)).text).toMatch(/^Träff 1/)
  })
})

describe('goals, offers, sheets, homework, consents, remarks and placements', () => {
  test('are struck too, each left out of its own list and still to be read', async () => {
    const core = coreInMemory()
    const clientId = await clientWithRecord(core)
    await consentFor(core, clientId)
    const [session] = await core.ask('session.ofClient', { clientId })
    const remarkAbout = { kind: 'session', id: session?.id ?? '' } as const
    await core.ask('remark.add', { clientId, about: remarkAbout, kind: 'addition', words: 'Till fel person' })
    const ids = async () => ({
      goal: (await core.ask('goal.ofClient', { clientId })).map(each => each.id),
      offer: (await core.ask('offer.ofClient', { clientId })).map(each => each.id),
      worksheet: (await core.ask('worksheet.ofClient', { clientId })).map(each => each.id),
      homework: (await core.ask('homework.ofClient', { clientId })).map(each => each.id),
      consent: (await core.ask('consent.ofClient', { clientId })).map(each => each.id),
      remark: (await core.ask('remark.ofClient', { clientId })).map(each => each.id),
      placement: (await core.ask('careChain.ofClient', { clientId })).placements.map(each => each.id),
    })
    const all = await ids()
    for (const [kind, [id = '']] of Object.entries(all)) {
      await mark(core, clientId, { kind: kind as MistakeAbout['kind'], id }, { reason: 'other', words: 'Fel person' })
      const now = await ids()
      expect([kind, now[kind as keyof typeof now]]).toEqual([
        kind,
        all[kind as keyof typeof all].filter(each => each !== id),
      ])
      expect(
        (await core.ask('mistake.ofClient', { clientId })).find(each => each.mistake.about.id === id)?.record.kind,
      ).toBe(kind)
    }
  })

  test('a consent given by mistake gives no right to send', async () => {
    const core = coreInMemory()
    const clientId = await clientWithRecord(core)
    const consentId = await consentFor(core, clientId)
    await mark(core, clientId, { kind: 'consent', id: consentId })
    expect(await core.refusalCode('handover.seal', toSeal(clientId, consentId))).toBe('consent-not-in-force')
    expect(await core.refusalCode('consent.withdraw', { clientId, consentId })).toBe('not-found')
  })

  test('nor where it was struck while the user chose where the sealed file goes: nothing is left there', async () => {
    const core = coreInMemory()
    const clientId = await clientWithRecord(core)
    const consentId = await consentFor(core, clientId)
    const other = await mark(core, clientId, { kind: 'consent', id: await consentFor(core, clientId) })
    core.platform.whileChoosing = () =>
      void databaseOf(core)
        .$client.prepare(
          `INSERT INTO mistakes SELECT ?, client_id, epoch, about_kind, ?, NULL, reason, words, reviews, author_id, author_name,
             marked_at, NULL, NULL, NULL FROM mistakes WHERE id = ?`,
        )
        .run(core.world.newId(), consentId, other.id)
    expect(await core.refusalCode('handover.seal', toSeal(clientId, consentId))).toBe('consent-not-in-force')
    expect(core.platform.files.size).toBe(0)
  })

  test('the log says which kind of record was struck, and why', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    await mark(core, clientId, await signed(core, await heldSession(core, clientId, 1)))
    const last = [...entriesFrom(databaseOf(core), 1)].at(-1)
    expect(last && describeEntry(last, () => '')).toBe('Ändrat: det som förts in av misstag, träff, fel klient')
  })

  test('a struck goal is neither reviewed nor changed, and a struck answer is not asked about again', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const goal = await core.ask('goal.set', newGoal(clientId, { reviewOn: '2026-11-22' }))
    const offer = { clientId, offered: 'cra', answer: 'wait', manner: 'meeting', reasonCode: 'tired' } as const
    await core.ask('offer.record', { ...offer, on: '2026-11-01', askAgainOn: '2026-11-10' })
    const later = await core.ask('offer.record', { ...offer, on: '2026-11-05', askAgainOn: '2026-11-11' })
    core.world.setToday('2026-11-23')
    expect((await core.ask('today.list', {})).again).toMatchObject([{ since: '2026-11-11' }])
    expect(await core.ask('goal.due', {})).toHaveLength(1)

    await mark(core, clientId, { kind: 'offer', id: later.id })
    const { id } = await mark(core, clientId, { kind: 'goal', id: goal.id })
    expect((await core.ask('today.list', {})).again).toMatchObject([{ since: '2026-11-10' }])
    expect(await core.ask('goal.due', {})).toEqual([])
    expect(
      await core.refusalCode('goal.setStatus', {
        clientId,
        goalId: goal.id,
        status: 'ended',
        whatHelped: '',
        on: '2026-11-23',
      }),
    ).toBe('not-found')
    await core.ask('mistake.takeBack', { clientId, mistakeId: id })
    expect(await core.ask('goal.due', {})).toHaveLength(1)
  })

  test('the answer that a struck sheet put in the ledger is struck with it, and with the session of the sheet', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const map = { formId: 'craMap', answers: { answer: 'yes' } }
    const sheet = await core.ask('worksheet.answer', { ...map, clientId, answeredOn: '2026-11-18' })
    const about = await signed(core, await heldSession(core, clientId, 1, { worksheets: [map] }))
    expect(await core.ask('offer.ofClient', { clientId })).toHaveLength(2)
    await mark(core, clientId, about)
    expect((await core.ask('offer.ofClient', { clientId })).map(each => each.on)).toEqual(['2026-11-18'])
    const { id: mistakeId } = await mark(core, clientId, { kind: 'worksheet', id: sheet.id })
    expect(await core.ask('offer.ofClient', { clientId })).toEqual([])
    await core.ask('mistake.takeBack', { clientId, mistakeId })
    expect(await core.ask('offer.ofClient', { clientId })).toHaveLength(1)
  })
})

describe('who may strike', () => {
  test('the client’s therapist, whoever signed it; its coordinator what coordinators write; nobody else', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const about = await signed(core, await heldSession(core, clientId, 1))
    const goal = await core.ask('goal.set', newGoal(clientId))
    const offer = await core.ask('offer.record', {
      clientId,
      offered: 'cra',
      on: '2026-11-20',
      answer: 'yes',
      manner: 'meeting',
    })
    const input = { clientId, about, reason: 'wrongDay' } as const
    const kim = core.signIn({ roles: ['therapist', 'coordinator'] })
    expect(await core.refusalCode('mistake.mark', input)).toBe('not-own-client')
    const { $client } = databaseOf(core)
    $client.prepare('UPDATE clients SET coordinator_id = ? WHERE id = ?').run(kim, clientId)
    const before = everyRecord(core)
    expect(await core.refusalCode('mistake.mark', input)).toBe('not-the-therapist')
    expect(await core.refusalCode('mistake.mark', { ...input, about: { kind: 'goal', id: goal.id } })).toBe(
      'not-the-therapist',
    )
    expect(everyRecord(core)).toEqual(before)
    await mark(core, clientId, { kind: 'offer', id: offer.id })
    $client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(kim, clientId)
    expect(await core.ask('mistake.mark', input)).toMatchObject({ author: 'Kim Kollega' })
    expect(await core.refusalCode('mistake.mark', input)).toBe('not-found') // struck already
  })

  test('nothing that another unit wrote, and nothing of another client', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const other = await addedClient(core, { number: '', caseNumber: 'Ä 2', name: 'Lisa Påhittad' })
    const about = await signed(core, await heldSession(core, clientId, 1))
    expect(await core.refusalCode('mistake.mark', { clientId: other, about, reason: 'wrongDay' })).toBe('not-found')
    databaseOf(core).$client.exec(
      `INSERT INTO custodies SELECT client_id, 2, unit_id, since_on, NULL FROM custodies WHERE client_id = '${clientId}'`,
    )
    expect(await core.refusalCode('mistake.mark', { clientId, about, reason: 'wrongDay' })).toBe('mistake-not-ours')
  })

  test('why is said in words where no reason fits, and one’s own of today is undone without', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const berit = core.binder.opened()?.user.id
    const about = await signed(core, await heldSession(core, clientId, 1))
    expect(await core.refusalCode('mistake.mark', { clientId, about, reason: 'other', words: '  ' })).toBe(
      'mistake-words-missing',
    )
    expect(await core.ask('mistake.undoable', { clientId })).toEqual([about])
    const kim = core.signIn({ roles: ['therapist'] })
    databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(kim, clientId)
    expect(await core.ask('mistake.undoable', { clientId })).toEqual([])
    expect(await core.refusalCode('mistake.mark', { clientId, about, reason: 'undone' })).toBe('cannot-take-back')
    databaseOf(core).$client.prepare('UPDATE clients SET therapist_id = ? WHERE id = ?').run(berit, clientId)
    core.signIn({ ...(berit === undefined ? {} : { id: berit }), roles: ['therapist'] })
    core.world.setToday('2026-11-22')
    expect(await core.ask('mistake.undoable', { clientId })).toEqual([])
    expect(await core.refusalCode('mistake.mark', { clientId, about, reason: 'undone' })).toBe('cannot-take-back')
    core.world.setToday('2026-11-21')
    await mark(core, clientId, about, { reason: 'undone' })
  })

  test.each([
    "UPDATE mistakes SET words = 'x'",
    "UPDATE mistakes SET reason = 'other'",
    'UPDATE mistakes SET epoch = 2',
    'DELETE FROM mistakes',
    'INSERT OR REPLACE INTO mistakes SELECT * FROM mistakes',
    "UPDATE sessions SET note = ''",
  ])('a mark is an addition, and never changed: %s', async sql => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    await mark(core, clientId, await signed(core, await heldSession(core, clientId, 1)))
    const before = everyRecord(core)
    expect(() => databaseOf(core).$client.exec(sql)).toThrow(/never/)
    expect(everyRecord(core)).toEqual(before)
  })
})
