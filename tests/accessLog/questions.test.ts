import { beforeEach, describe, expect, test } from 'vitest'
import { accessTo } from '../../db/repositories/accessLog.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import type { Role } from '../../main/contract/user.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { isAboutClient } from '../../main/user/rights.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient, clientWithRecord, consentFor, newClient, testNumber, toSeal } from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const EARLIER = testNumber('1985-03-12', 981)
const NUMBER = testNumber('1985-03-12', 982)

/** Berit's client, who has had another number; and Kim, who has one of their own, is in. */
let core: SharedCore
let anna: ClientId
let own: ClientId
let kim: UserId
beforeEach(async () => {
  core = coreInMemory()
  anna = await clientWithRecord(core, { number: EARLIER })
  await core.ask('client.changeDetails', { clientId: anna, number: NUMBER, reason: 'Nytt nummer' })
  kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  own = await addedClient(core, { name: 'Bo Exempel', number: '' })
})

const logOf = (clientId: ClientId) => accessTo(databaseOf(core), clientId)
const lastOf = (clientId: ClientId) => logOf(clientId).at(-1)
const stored = () => everyRecord(core)

describe('that someone is in the binder is never told without a row on their log, which outlives the refusal', () => {
  const changed = (number: string) => ({ clientId: own, number, reason: 'Rättat' })
  test.each<[string, Method, () => object, string]>([
    ['a new client with the number', 'client.add', () => newClient({ number: NUMBER }), 'number-taken'],
    ['a new client with an earlier number', 'client.add', () => newClient({ number: EARLIER }), 'number-taken'],
    ['one’s own client given the number', 'client.changeDetails', () => changed(NUMBER), 'number-of-another'],
    ['one’s own client given an earlier number', 'client.changeDetails', () => changed(EARLIER), 'number-of-another'],
    ['a comparison', 'client.compare', () => ({ clientId: own, otherId: anna }), 'not-own-client'],
    [
      'a merge',
      'client.merge',
      () => ({ clientId: own, otherId: anna, take: [], reason: 'Samma', reference: 'A. E. 1985' }),
      'not-own-client',
    ],
  ])('%s', async (_what, method, input, code) => {
    const before = stored()
    expect(await core.refusalCode(method, input())).toBe(code)
    expect(lastOf(anna)).toMatchObject({ userId: kim, clientId: anna, method, kind: 'refused', detail: code })
    expect(stored()).toEqual(before)
  })

  test.each([['the number'], ['the earlier number'], ['the name']])('a search by %s', async what => {
    const words = { 'the number': NUMBER, 'the earlier number': EARLIER, 'the name': 'anna ex' }[what] ?? ''
    expect((await core.ask('client.list', { words })).clients).toMatchObject([{ id: anna }])
    expect(lastOf(anna)).toMatchObject({ userId: kim, method: 'client.list', kind: 'view' })
  })

  test('a search tells of no more clients than it shows', async () => {
    core.signIn({ name: 'Lo Kollega', roles: ['therapist'] })
    for (let nth = 0; nth < 60; nth++) await addedClient(core, { name: `Cia Exempel ${nth}`, number: '' })
    core.signIn({ id: kim, roles: ['therapist'] })
    const found = await core.ask('client.list', { words: 'cia' })
    expect([found.clients.length, found.total]).toEqual([50, 51])
  })

  test('every operation about a client who is another’s: refused, it stands there, and nothing is changed', async () => {
    const inputs = wellFormed({ clientId: anna, slotId: await slotOfAnna(), writerId: kim, otherId: own })
    const about = (Object.keys(contract) as Method[]).filter(isAboutClient)
    for (const [hours, roles] of [['therapist'], ['coordinator'], ['supervisor'], ['administrator']].entries()) {
      core.world.setToday('2026-11-21', `1${hours}:00`)
      core.signIn({ id: kim, roles: roles as Role[] })
      for (const method of about) {
        const [before, rows] = [stored(), logOf(anna).length]
        const reply = await core.call(method, inputs[method])
        if (reply.ok) continue // who may reach every client leaves the row of what was done
        expect([method, lastOf(anna)]).toMatchObject([method, { kind: 'refused', detail: reply.refusal.code }])
        expect([method, logOf(anna).length]).toEqual([method, rows + 1])
        expect(stored()).toEqual(before)
      }
    }
    expect(about.length).toBeGreaterThan(50)
  })

  async function slotOfAnna() {
    const db = databaseOf(core).$client
    return String(db.prepare('SELECT id FROM slots WHERE client_id = ? AND number = 4').pluck().get(anna))
  }

  test('what a page asks every few seconds is noted once in ten minutes', async () => {
    const watch = wellFormed({ clientId: anna, writerId: kim })['draft.watch']
    const rows = logOf(anna).length
    for (let nth = 0; nth < 5; nth++) expect(await core.refusalCode('draft.watch', watch)).toBe('not-own-client')
    expect(logOf(anna).length).toBe(rows + 1)
    core.world.setToday('2026-11-21', '09:00')
    await core.refusalCode('draft.watch', watch)
    expect(logOf(anna).length).toBe(rows + 2)
  })

  test('a package of someone who is here, looked at or accepted, by the number it has and by one it had', async () => {
    const sender = coreInMemory({ seed: 'sender', unit: { name: 'A', kind: 'lvmHome' } })
    const theirs = await addedClient(sender, { number: NUMBER })
    const sealed = await sender.ask('handover.seal', toSeal(theirs, await consentFor(sender, theirs)))
    for (const method of ['handover.preview', 'handover.accept'] as const) {
      const input = {
        ...sentFile(sender, sealed),
        ...(method === 'handover.accept' ? { readBack: 'Jag tar vid.', takenOnBecause: 'I provet' } : {}),
      }
      const rows = logOf(anna).length
      expect(await core.refusalCode(method, input)).toBe('client-already-here')
      expect(logOf(anna).slice(rows)).toMatchObject([
        { userId: kim, method, kind: 'refused', detail: 'client-already-here' },
      ])
    }
  })

  test('an id that is nobody’s is not found, and tells nothing', async () => {
    expect(await core.refusalCode('client.get', { clientId: kim })).toBe('not-found')
    expect(await core.refusalCode('client.compare', { clientId: own, otherId: kim })).toBe('not-found')
  })

  test('one’s own refusals are no one’s business', async () => {
    const rows = logOf(own).length
    expect(await core.refusalCode('client.recordDeath', { clientId: own, diedOn: '2027-01-01', source: 'x' })).toBe(
      'day-in-future',
    )
    expect(logOf(own).length).toBe(rows)
  })
})

describe('places and reasons are looked at before the number: what is refused for them says nothing of it', () => {
  const FREE = testNumber('1990-01-01', 983)
  const stay = { legalGround: 'lvm4', unit: { name: 'Hemmet', kind: 'lvmHome' } as const, fromOn: '2026-09-01' }
  test.each<[string, (number: string) => object]>([
    ['a ground that is in no list', number => newClient({ number, placement: { ...stay, legalGround: 'noSuch' } })],
    ['a municipality that there is not', number => newClient({ number, homeMunicipality: '0000' })],
    ['days in the wrong order', number => newClient({ number, placement: { ...stay, plannedToOn: '2026-08-01' } })],
    ['an end without its reason', number => newClient({ number, placement: { ...stay, toOn: '2026-10-01' } })],
    [
      'an end for a reason in no list',
      number => newClient({ number, placement: { ...stay, toOn: '2026-10-01', endReason: 'noSuch' } }),
    ],
    [
      'an end that lies ahead',
      number => newClient({ number, placement: { ...stay, toOn: '2027-10-01', endReason: 'asPlanned' } }),
    ],
    [
      'someone who does not work here',
      number => newClient({ number, therapistId: '00000000-0000-4000-8000-000000000009' as UserId }),
    ],
  ])('%s', async (_what, input) => {
    const rows = logOf(anna).length
    const [taken, free] = [
      await core.refusal('client.add', input(NUMBER)),
      await core.refusal('client.add', input(FREE)),
    ]
    expect(taken).toEqual(free)
    expect(logOf(anna).length).toBe(rows)
  })
})

describe('questions whether someone is here', () => {
  const askFor = (nth: number) => core.call('client.list', { words: testNumber('1970-01-01', 980 + nth) })
  const isAnswered = async (nth: number) => (await askFor(nth)).ok

  test('are answered ten times an hour, and then wait, longer each time', async () => {
    for (let nth = 0; nth < 10; nth++) expect(await isAnswered(nth)).toBe(true)
    const refusal = await core.refusal('client.list', { words: testNumber('1970-01-01', 990) })
    expect(refusal).toEqual({ code: 'asked-often', details: { seconds: expect.any(Number) } })
    expect(Number(refusal.details?.['seconds'])).toBeGreaterThan(5)
    core.world.setToday('2026-11-21', '08:05')
    expect(await isAnswered(11)).toBe(true)
    expect(await isAnswered(12)).toBe(false)
    core.world.setToday('2026-11-21', '09:20')
    for (let nth = 0; nth < 10; nth++) expect(await isAnswered(nth)).toBe(true)
  })

  test('wait also after a lock and unlock, whatever is asked, and whether or not there is anyone', async () => {
    for (let nth = 0; nth < 10; nth++) await askFor(nth)
    core.signIn({ id: kim, roles: ['therapist'] })
    for (const number of [NUMBER, testNumber('1990-01-01', 983)]) {
      core.world.setToday('2026-11-21', '08:00')
      expect(await core.refusalCode('client.list', { words: number })).toBe('asked-often')
      expect(await core.refusalCode('client.add', newClient({ number }))).toBe('asked-often')
      expect(await core.refusalCode('client.changeDetails', { clientId: own, number, reason: 'x y' })).toBe(
        'asked-often',
      )
    }
  })

  test('are counted when they were refused', async () => {
    for (let nth = 0; nth < 10; nth++)
      expect(await core.refusalCode('client.add', newClient({ number: NUMBER }))).toBe('number-taken')
    expect(await core.refusalCode('client.add', newClient({ number: NUMBER }))).toBe('asked-often')
    expect(logOf(anna).filter(each => each.detail === 'number-taken')).toHaveLength(10)
  })

  test('are one while a name is typed letter by letter, and none about one’s own', async () => {
    for (let nth = 1; nth <= 'anna exempel'.length; nth++)
      expect((await core.call('client.list', { words: 'anna exempel'.slice(0, nth) })).ok).toBe(true)
    for (let nth = 0; nth < 9; nth++) expect(await isAnswered(nth)).toBe(true)
    expect(await isAnswered(9)).toBe(false)
    for (let nth = 0; nth < 12; nth++) {
      await core.ask('client.list', { words: 'bo ex' })
      await core.ask('client.list', { words: '' })
    }
  })

  test('are each user’s own, and those of the one who follows up the log are counted too', async () => {
    for (let nth = 0; nth < 10; nth++) await askFor(nth)
    core.signIn({ name: 'Sven Granskare', roles: ['supervisor'] })
    for (let nth = 0; nth < 10; nth++) await core.ask('accessLog.findClient', { words: NUMBER })
    expect(await core.refusalCode('accessLog.findClient', { words: NUMBER })).toBe('asked-often')
  })

  test('wait no shorter when the clock is turned back', async () => {
    core.world.setToday('2026-11-21', '12:00')
    for (let nth = 0; nth < 10; nth++) await askFor(nth)
    core.world.setToday('2026-11-20', '12:00')
    expect(await isAnswered(11)).toBe(false)
  })
})
