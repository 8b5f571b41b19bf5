import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../main/contract/index.ts'
import { type HeldSession, newSessionDraft, toRecordInput } from '../../renderer/session/runner/sessionDraft.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, missedSession, slotFor } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})
const planned = async (number: number) =>
  (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number)
const attempts = () => core.ask('session.ofClient', { clientId })
const record = async (input: Input<'session.record'>) => (await core.ask('session.record', input)).sessionId

describe('a planned session ends in one of six outcomes', () => {
  test.each(['held', 'partlyHeld'] as const)('%s: with time and place, and no reason', async outcome => {
    const id = await record(
      await heldSession(core, clientId, 3, {
        outcome,
        on: '2026-11-20',
        minutes: 45,
        setting: 'section27',
        craving: 0,
        importance: 10,
        confidence: 0,
        readiness: 7,
        attendance: 'leftEarly',
        coTherapists: [' Karl Kollega '],
        present: ['relative', 'socialWorker'],
        steps: [{ step: 'checkIn', minutes: 8, done: true }],
        changeTalk: '  Jag vill hem ',
        takesAlong: 'Bra',
        wouldChange: ' Kortare',
        howItWas: '',
        note: 'Rad ett\nRad två',
        procedures: [
          { code: 'P17', extent: 'part', rolePlays: 0 },
          { code: 'P04', extent: 'whole', rolePlays: 2 },
        ],
      }),
    )
    expect(await attempts()).toEqual([
      {
        id,
        slotId: await slotFor(core, clientId, 3),
        clientId,
        number: 3,
        epoch: 1,
        attempt: 1,
        outcome,
        on: '2026-11-20',
        minutes: 45,
        setting: 'section27',
        craving: 0,
        importance: 10,
        confidence: 0,
        readiness: 7,
        attendance: 'leftEarly',
        coTherapists: ['Karl Kollega'],
        present: ['relative', 'socialWorker'],
        steps: [{ step: 'checkIn', minutes: 8, done: true }],
        changeTalk: 'Jag vill hem',
        takesAlong: 'Bra',
        wouldChange: 'Kortare',
        howItWas: '',
        note: 'Rad ett\nRad två',
        procedures: [
          { code: 'P04', extent: 'whole', rolePlays: 2 },
          { code: 'P17', extent: 'part', rolePlays: 0 },
        ],
        manualVersion: 'arton 1.0.0',
        author: 'Berit Exempel',
        signedAt: expect.stringMatching(/^2026-11-21T08:/),
      },
    ])
    expect(await planned(3)).toMatchObject({ outcome, settledOn: '2026-11-20', attempts: 1 })
  })

  test.each([
    ['declined', 'tired', 'staffing'],
    ['noShow', 'clientReasonUnknown', 'serviceReasonUnknown'],
    ['cancelledByUs', 'staffIll', 'ill'],
    ['notOffered', 'noTrainedStaff', 'notMotivated'],
  ] as const)(
    '%s: with a reason of the right side, and a day to offer it again',
    async (outcome, reasonCode, wrongSide) => {
      const input = await missedSession(core, clientId, 2, { outcome, reasonCode, offerAgainOn: '2026-12-01' })
      expect(await core.refusalCode('session.record', { ...input, reasonCode: wrongSide })).toBe('reason-does-not-fit')
      const id = await record(input)
      expect(await attempts()).toEqual([
        {
          id,
          slotId: input.slotId,
          clientId,
          number: 2,
          epoch: 1,
          attempt: 1,
          outcome,
          on: '2026-11-21',
          reasonCode,
          reasonWords: expect.any(String),
          offerAgainOn: '2026-12-01',
          present: [],
          coTherapists: [],
          steps: [],
          procedures: [],
          changeTalk: '',
          takesAlong: '',
          wouldChange: '',
          howItWas: '',
          note: '',
          manualVersion: 'arton 1.0.0',
          author: 'Berit Exempel',
          signedAt: expect.any(String),
        },
      ])
      expect(await planned(2)).toMatchObject({
        outcome,
        attempts: 1,
        offerAgainOn: '2026-12-01',
        reasonWords: expect.any(String),
      })
    },
  )
})

describe('the order is free and nothing is overwritten', () => {
  test('the third session may be held before the second', async () => {
    await record(await heldSession(core, clientId, 3))
    await record(await heldSession(core, clientId, 2))
    expect((await attempts()).map(each => each.number)).toEqual([3, 2])
  })

  test('a session declined and then held keeps both attempts', async () => {
    await record(await missedSession(core, clientId, 1, { on: '2026-11-14', note: 'Orkade inte.' }))
    await record(
      await missedSession(core, clientId, 1, { on: '2026-11-19', outcome: 'cancelledByUs', reasonCode: 'staffIll' }),
    )
    await record(await heldSession(core, clientId, 1))
    expect((await attempts()).map(({ attempt, outcome, on, note }) => ({ attempt, outcome, on, note }))).toEqual([
      { attempt: 1, outcome: 'declined', on: '2026-11-14', note: 'Orkade inte.' },
      { attempt: 2, outcome: 'cancelledByUs', on: '2026-11-19', note: '' },
      { attempt: 3, outcome: 'held', on: '2026-11-21', note: '' },
    ])
    expect(await planned(1)).toMatchObject({ outcome: 'held', attempts: 3 })
    expect(await planned(1)).not.toHaveProperty('reasonWords')
  })

  test('a session held in part may be continued, and then counts as held', async () => {
    await record(await heldSession(core, clientId, 6, { outcome: 'partlyHeld', on: '2026-11-14' }))
    await record(await heldSession(core, clientId, 6))
    expect((await attempts()).map(each => each.outcome)).toEqual(['partlyHeld', 'held'])
  })

  test('a session that was held is closed: neither recorded nor planned anew', async () => {
    await record(await heldSession(core, clientId, 1))
    const before = everyRecord(core)
    const slotId = await slotFor(core, clientId, 1)
    expect(await core.refusalCode('session.record', await heldSession(core, clientId, 1))).toBe('already-held')
    expect(await core.refusalCode('session.record', await missedSession(core, clientId, 1))).toBe('already-held')
    expect(await core.refusalCode('plan.schedule', { clientId, slotId, plannedOn: '2026-12-01' })).toBe('already-held')
    expect(everyRecord(core)).toEqual(before)
  })
})

describe('homework and worksheets', () => {
  const ring = { what: 'Ring Sara', when: 'tisdag kl 10', where: 'på rummet', withWhom: 'kontaktpersonen' }
  const write = { what: 'Skriv tre bra saker', when: 'varje kväll', where: '', withWhom: '' }

  test('homework followed up in another session since it was ticked does not stop the first from being signed', async () => {
    await record(await heldSession(core, clientId, 1, { on: '2026-11-14', homeworkGiven: [ring, write] }))
    const held = async (number: number): Promise<HeldSession> => {
      const all = await core.ask('homework.ofClient', { clientId })
      const slot = (await planned(number)) ?? expect.fail('no such slot')
      return {
        client: await core.ask('client.get', { clientId }),
        chapter: await core.ask('manual.chapter', { session: number }),
        homework: all.filter(each => each.done === undefined),
        followedUp: all.filter(each => each.done !== undefined),
        slot,
        earlier: [],
        today: core.world.today(),
      }
    }
    const [first, second] = (await held(2)).homework
    const ticked = { [first?.id ?? '']: 'yes', [second?.id ?? '']: 'no' } as const
    const draft = { ...newSessionDraft(await held(2)), homeworkReviewed: ticked }
    const lapse = { ...newSessionDraft(await held(16)), homeworkReviewed: { [first?.id ?? '']: 'partly' } as const }
    const in16 = await record({ ...toRecordInput(lapse, await held(16)), minutes: 60, note: '' })
    await record({ ...toRecordInput(draft, await held(2)), minutes: 60, note: '' })
    expect((await core.ask('homework.ofClient', { clientId })).map(({ what, done }) => [what, done])).toEqual([
      ['Ring Sara', 'partly'],
      ['Skriv tre bra saker', 'no'],
    ])
    expect((await held(2)).followedUp[0]).toMatchObject({ what: 'Ring Sara', reviewedIn: in16 })
  })

  test('homework is given in one session and reviewed in the next; what waits stands first', async () => {
    await record(await heldSession(core, clientId, 1, { on: '2026-11-14', homeworkGiven: [ring, write] }))
    const given = await core.ask('homework.ofClient', { clientId })
    expect(given.map(({ id: _, ...each }) => each)).toEqual([
      { ...ring, givenOn: '2026-11-14' },
      { ...write, givenOn: '2026-11-14' },
    ])
    const homeworkReviewed = [{ homeworkId: given[0]?.id ?? '', done: 'partly' as const }]
    await record(await heldSession(core, clientId, 2, { homeworkReviewed, homeworkGiven: [ring] }))
    expect(
      (await core.ask('homework.ofClient', { clientId })).map(({ id: _, reviewedIn: _in, ...each }) => each),
    ).toEqual([
      { ...ring, givenOn: '2026-11-21' },
      { ...write, givenOn: '2026-11-14' },
      { ...ring, givenOn: '2026-11-14', reviewedOn: '2026-11-21', done: 'partly' },
    ])
    expect(await core.refusalCode('session.record', await heldSession(core, clientId, 3, { homeworkReviewed }))).toBe(
      'not-found',
    )
  })

  test('a worksheet filled in during the session is kept with it, its day and the version of its form', async () => {
    const worksheets = [{ formId: 'satisfactionScale', answers: { areas: { housing: 4 } } }]
    const sessionId = await record(await heldSession(core, clientId, 4, { on: '2026-11-20', worksheets }))
    expect(await core.ask('worksheet.ofClient', { clientId })).toEqual([
      {
        id: expect.any(String),
        clientId,
        sessionNumber: 4,
        formId: 'satisfactionScale',
        version: 1,
        answeredOn: '2026-11-20',
        sessionId,
        answers: { areas: { housing: 4 } },
        author: 'Berit Exempel',
      },
    ])
  })
})

describe('a session is recorded whole or not at all', () => {
  const good = { formId: 'satisfactionScale', answers: { areas: { housing: 4 } } }
  const given = [{ what: 'Ring', when: '', where: '', withWhom: '' }]
  const NOBODY = '00000000-0000-4000-8000-000000000000'
  const once = { code: 'P01', extent: 'whole', rolePlays: 0 }

  test.each<[string, object, string]>([
    [
      'a worksheet with a score of eleven',
      { worksheets: [good, { formId: 'satisfactionScale', answers: { areas: { housing: 11 } } }] },
      'invalid-input',
    ],
    [
      'a worksheet that the manual does not have',
      { worksheets: [good, { formId: 'horoscope', answers: {} }] },
      'not-found',
    ],
    ['homework that nobody gave', { homeworkReviewed: [{ homeworkId: NOBODY, done: 'yes' }] }, 'not-found'],
    ['a slot that is not the client’s', { slotId: NOBODY }, 'not-found'],
    ['a day that has not come', { on: '2026-11-22', worksheets: [] }, 'day-in-future'],
    ['the same procedure twice', { procedures: [once, { ...once, extent: 'part' }] }, 'invalid-input'],
  ])('%s stops it all', async (_what, wrong, code) => {
    const input = await heldSession(core, clientId, 5, { homeworkGiven: given, worksheets: [good] })
    const before = everyRecord(core)
    expect(await core.refusalCode('session.record', { ...input, ...wrong })).toBe(code)
    expect(everyRecord(core)).toEqual(before)
  })

  test('another client’s slot and homework are out of reach', async () => {
    const other = await addedClient(core, { number: '' })
    await record(await heldSession(core, other, 1, { homeworkGiven: given }))
    const [theirs] = await core.ask('homework.ofClient', { clientId: other })
    const before = everyRecord(core)
    const input = await heldSession(core, clientId, 1)
    const reviewed = { homeworkReviewed: [{ homeworkId: theirs?.id, done: 'yes' }] }
    expect(await core.refusalCode('session.record', { ...input, ...reviewed })).toBe('not-found')
    expect(await core.refusalCode('session.record', await heldSession(core, other, 2, { clientId } as object))).toBe(
      'not-found',
    )
    expect(everyRecord(core)).toEqual(before)
  })

  test('a missed session is not offered again before it was missed', async () => {
    const input = await missedSession(core, clientId, 1, { offerAgainOn: '2026-11-20' })
    expect(await core.refusalCode('session.record', input)).toBe('days-reversed')
  })
})
