import { describe, expect, test } from 'vitest'
import { logAccess } from '../../main/accessLog/service.ts'
import { monthsAfter } from '../../main/calendar/days.ts'
import { beginningOf, inSweden } from '../../main/calendar/swedishTime.ts'
import type { LogEntry } from '../../main/contract/accessLog.ts'
import type { Input } from '../../main/contract/index.ts'
import { type LogReview, USUAL_SETTINGS } from '../../main/contract/logReview.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { randomSample } from '../../main/logReview/randomSample.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient, newGoal, testNumber } from '../support/people.ts'
import { databaseOf, everyRow } from '../support/tables.ts'

const NOVEMBER = { fromOn: '2026-11-01', toOn: '2026-11-21', settings: USUAL_SETTINGS }

type Clinic = SharedCore & { berit: UserId; kim: UserId; sam: UserId }

/** Berit and Kim are therapists, Sam supervises and is signed in. Nothing has been opened yet. */
function clinic(): Clinic {
  const core = coreInMemory({ roles: ['therapist'] })
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  const sam = core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
  return { ...core, berit, kim, sam }
}

/** What happened at a time, HH:MM in Swedish winter, as the log would tell it. */
function happened(core: Clinic, day: string, time: string, told: Partial<LogEntry>): void {
  const at = new Date(Date.parse(`${day}T${time}:00Z`) - 3_600_000).toISOString()
  const usual = { userId: core.berit, clientId: null, method: 'client.get', kind: 'view', detail: '' } as const
  logAccess(databaseOf(core), { at, ...usual, ...told })
}

const asSam = (core: Clinic) => core.signIn({ id: core.sam, name: 'Sam Sakta', roles: ['supervisor'] })

async function client(core: Clinic, name: string, of: UserId = core.berit): Promise<ClientId> {
  core.signIn({ id: core.berit, roles: ['therapist'] })
  const id = await addedClient(core, { name, number: '', caseNumber: `Ä ${name}`, therapistId: of })
  asSam(core)
  return id
}

async function reviewed(core: Clinic, input: Input<'logReview.begin'> = NOVEMBER): Promise<LogReview> {
  const { reviewId } = await core.ask('logReview.begin', input)
  return core.ask('logReview.get', { reviewId })
}

const hints = ({ content }: LogReview, reason: string) => content.items.filter(each => each.reason === reason)

describe('the totals of a review', () => {
  test('add up by user and by kind, and every one of them opens its entries', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    for (let nth = 0; nth < 30; nth++)
      happened(core, '2026-11-05', '10:00', { clientId: anna, userId: nth % 3 === 0 ? core.kim : core.berit })
    happened(core, '2026-11-06', '10:00', { clientId: anna, method: 'goal.set', kind: 'create' })
    const { content, fromOn, toOn } = await reviewed(core)
    const sum = (counts: Partial<Record<string, number>>) =>
      Object.values(counts).reduce<number>((all, each) => all + (each ?? 0), 0)
    expect(content.users.map(each => each.name)).toEqual(['Berit Exempel', 'Kim Kollega', 'Sam Sakta'])
    expect(content.users.map(each => sum(each.counts))).toEqual(content.users.map(each => each.total))
    expect(content.users.reduce((all, each) => all + each.total, 0)).toBe(content.total)
    expect(sum(content.counts)).toBe(content.total)
    const last = (await core.ask('accessLog.entries', { fromOn, toOn, most: 1 })).total
    expect(content.total).toBeLessThan(last) // the review’s own entry came after
    for (const { userId, counts } of content.users) {
      for (const [kind, count] of Object.entries(counts)) {
        if (userId === core.sam || userId === null) continue
        const part = { fromOn, toOn, userId, kind: kind as LogEntry['kind'], most: 1 }
        expect([kind, (await core.ask('accessLog.entries', part)).total]).toEqual([kind, count])
      }
    }
  })

  test('hold whole days in Sweden, whatever the clock says in UTC', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    happened(core, '2026-11-09', '23:59', { clientId: anna })
    happened(core, '2026-11-10', '00:00', { clientId: anna })
    happened(core, '2026-11-10', '23:59', { clientId: anna })
    happened(core, '2026-11-11', '00:00', { clientId: anna })
    const { content } = await reviewed(core, { ...NOVEMBER, fromOn: '2026-11-10', toOn: '2026-11-10' })
    expect(content.total).toBe(2)
  })
})

describe('the sample', () => {
  test('is drawn by chance from every occasion: one user, one client, one day', async () => {
    const core = clinic()
    const clients = [await client(core, 'Anna Ek'), await client(core, 'Bo Al'), await client(core, 'Cia Lind')]
    for (const clientId of clients) {
      for (let day = 10; day < 20; day++) {
        happened(core, `2026-11-${day}`, '09:00', { clientId })
        happened(core, `2026-11-${day}`, '15:00', { clientId, method: 'goal.ofClient' })
      }
    }
    const review = await reviewed(core, { ...NOVEMBER, settings: { ...USUAL_SETTINGS, sampleSize: 7 } })
    const sample = hints(review, 'sample')
    expect(review.content.occasions).toBe(33) // and the three days the clients were added
    expect(sample).toHaveLength(7)
    for (const each of sample) {
      const { entries, total } = await core.ask('accessLog.entries', {
        fromOn: review.fromOn,
        toOn: review.toOn,
        sequences: each.sequences,
        most: 200,
      })
      expect([
        total,
        new Set(entries.map(({ userId, clientId, at }) => `${userId} ${clientId} ${inSweden(at).day}`)).size,
      ]).toEqual([each.entries, 1])
    }
  })

  test('can be drawn again from its seed, and another seed draws others', () => {
    const all = Array.from({ length: 500 }, (_, nth) => nth)
    const [one, again, other] = ['a'.repeat(32), 'a'.repeat(32), 'b'.repeat(32)].map(seed =>
      randomSample(all, 20, seed),
    )
    expect(one).toEqual(again)
    expect(one).not.toEqual(other)
    expect(new Set(one).size).toBe(20)
    expect(randomSample(all.slice(0, 3), 20, 'x')).toEqual([0, 1, 2])
  })

  test('gives everyone the same chance', () => {
    const times = new Map<number, number>()
    for (let seed = 0; seed < 4000; seed++)
      for (const each of randomSample([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3, `${seed}`))
        times.set(each, (times.get(each) ?? 0) + 1)
    expect(times.size).toBe(10)
    for (const each of times.values()) expect(Math.abs(each - 1200)).toBeLessThan(120) // four standard deviations
  })
})

describe('a pattern is told', () => {
  test('when a user has a client’s surname, also within a double name', async () => {
    const core = clinic()
    const same = await client(core, 'Anna Lind-Exempel')
    const other = await client(core, 'Bo Exempelsson')
    happened(core, '2026-11-10', '10:00', { clientId: same })
    happened(core, '2026-11-12', '10:00', { clientId: same })
    happened(core, '2026-11-12', '11:00', { clientId: other })
    const [told, ...others] = hints(await reviewed(core), 'sameSurname')
    expect(told).toMatchObject({ userName: 'Berit Exempel', clientReference: 'Ä Anna Lind-Exempel', clients: 1 })
    expect(others).toEqual([])
  })

  test('when someone opens many clients within an hour', async () => {
    const core = clinic()
    const settings = { ...USUAL_SETTINGS, clientsAnHour: 3 }
    const clients: ClientId[] = []
    for (const each of ['Anna Ek', 'Bo Al', 'Cia Lind', 'Dan Alm']) clients.push(await client(core, each))
    for (const [nth, clientId] of clients.entries()) {
      happened(core, '2026-11-10', `10:${nth}0`, { clientId })
      happened(core, '2026-11-11', `1${nth}:00`, { clientId, userId: core.kim })
    }
    const told = hints(await reviewed(core, { ...NOVEMBER, toOn: '2026-11-20', settings }), 'manyClients')
    expect(told).toMatchObject([{ userName: 'Berit Exempel', clients: 4, entries: 4 }])
  })

  test('when a record is read outside ordinary hours', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    for (const time of ['05:59', '06:00', '21:59', '22:00', '02:30'])
      happened(core, '2026-11-10', time, { clientId: anna })
    happened(core, '2026-11-10', '03:00', { method: 'today.list' })
    expect(hints(await reviewed(core), 'oddHours')).toMatchObject([{ userName: 'Berit Exempel', entries: 3 }])
  })

  test('when glass was broken: with the reason, and with what was read', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    core.signIn({ id: core.kim, roles: ['therapist'] })
    await core.ask('breakGlass.open', { clientId: anna, reason: 'Jour: klienten ringde akut' })
    await core.ask('client.get', { clientId: anna })
    await core.ask('goal.ofClient', { clientId: anna })
    asSam(core)
    const review = await reviewed(core)
    expect(hints(review, 'breakGlass')).toMatchObject([
      {
        userName: 'Kim Kollega',
        clientReference: 'Ä Anna Ek',
        words: 'Jour: klienten ringde akut',
        counts: { breakGlass: 1, view: 2 },
      },
    ])
    expect(hints(review, 'notOwn')).toMatchObject([{ userName: 'Kim Kollega', clients: 1 }])
  })

  test('when a client who is not the user’s own was opened, and not when one was handed on by the administrator', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek', core.kim)
    happened(core, '2026-11-10', '10:00', { clientId: anna, userId: core.kim })
    happened(core, '2026-11-10', '10:00', { clientId: anna, userId: core.sam, method: 'client.assign', kind: 'change' })
    happened(core, '2026-11-10', '11:00', { clientId: anna })
    const [told, ...others] = hints(await reviewed(core, { ...NOVEMBER, toOn: '2026-11-20' }), 'notOwn')
    expect([told?.userName, others]).toEqual(['Berit Exempel', []])
  })

  test('by whose client it was when it was opened, and not by whose it is now', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    happened(core, '2026-11-10', '10:00', { clientId: anna })
    happened(core, '2026-11-10', '11:00', { clientId: anna, userId: core.kim })
    core.signIn({ id: core.berit, roles: ['therapist'] })
    await core.ask('client.assign', { clientId: anna, therapistId: core.kim })
    asSam(core)
    const told = hints(await reviewed(core, { ...NOVEMBER, toOn: '2026-11-20' }), 'notOwn')
    expect(told).toMatchObject([{ userName: 'Kim Kollega', clients: 1, clientReference: 'Ä Anna Ek', entries: 1 }])
  })

  test('when someone gave themself a client, with the reason, and not when they gave one away', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    const bo = await client(core, 'Bo Al')
    core.signIn({ id: core.kim, name: 'Kim Kollega', roles: ['therapist', 'administrator'] })
    await core.ask('client.assign', { clientId: anna, therapistId: core.kim, reason: 'Berit är sjuk' })
    await core.ask('client.get', { clientId: anna })
    await core.ask('client.assign', { clientId: anna, therapistId: core.berit, reason: 'Berit är åter' })
    core.signIn({ id: core.berit, roles: ['therapist'] })
    await core.ask('client.assign', { clientId: bo, therapistId: core.kim })
    asSam(core)
    const review = await reviewed(core)
    expect(hints(review, 'tookOver')).toMatchObject([
      { userName: 'Kim Kollega', clientReference: 'Ä Anna Ek', words: 'Berit är sjuk', entries: 1 },
    ])
    expect(hints(review, 'notOwn')).toEqual([]) // Anna was Kim's while Kim read, and Berit's before
  })

  test('when wrong passphrases were tried three times in a day', async () => {
    const core = clinic()
    for (const day of ['2026-11-10', '2026-11-10', '2026-11-10', '2026-11-11', '2026-11-11'])
      happened(core, day, '10:00', { userId: null, method: 'user.unlock', kind: 'failedUnlock' })
    const told = hints(await reviewed(core), 'failedUnlocks')
    expect(told).toMatchObject([{ key: 'failedUnlocks:2026-11-10', userId: null, entries: 3 }])
  })

  test('when someone who is in tries passphrases: by name, and once is enough where it opens for someone else', async () => {
    const core = clinic()
    const failed = { method: 'user.changePassphrase', kind: 'failedUnlock' } as const
    for (const userId of [core.berit, core.berit, core.kim])
      happened(core, '2026-11-10', '10:00', { ...failed, userId })
    happened(core, '2026-11-11', '10:00', { ...failed, detail: 'ofAnother' })
    expect(hints(await reviewed(core), 'failedUnlocks')).toMatchObject([
      { key: `failedUnlocks:2026-11-11:${core.berit}`, userName: 'Berit Exempel', entries: 1 },
    ])
  })

  test('when someone searches again and again among others’ clients, with the clients that came up', async () => {
    const core = clinic()
    for (const name of ['Anna Ek', 'Anna Bok']) await client(core, name)
    core.signIn({ id: core.kim, roles: ['therapist'] })
    for (let nth = 0; nth < 29; nth++) await core.ask('client.list', { words: 'anna' })
    asSam(core)
    const early = await reviewed(core)
    expect([hints(early, 'manySearches'), hints(early, 'notOwn'), hints(early, 'manyClients')]).toEqual([[], [], []])
    await core.ask('logReview.breakOff', { reviewId: early.id, words: 'Börjar om efter fler sökningar.' })
    core.signIn({ id: core.kim, roles: ['therapist'] })
    await core.ask('client.list', { words: 'anna' })
    asSam(core)
    const [told, ...others] = hints(await reviewed(core), 'manySearches')
    expect(others).toEqual([])
    expect(told).toMatchObject({ userName: 'Kim Kollega', clients: 2, entries: 32 })
  })

  test('when someone’s access was renewed: by whom, whose, and what came first after it', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    const renewal = { userId: core.kim, method: 'user.renewAccess', kind: 'change', detail: core.berit } as const
    happened(core, '2026-11-10', '10:00', renewal)
    happened(core, '2026-11-10', '10:05', { method: 'user.choosePassphrase', kind: 'unlock' })
    happened(core, '2026-11-10', '10:06', { method: 'today.list' })
    happened(core, '2026-11-10', '10:07', { clientId: anna })
    happened(core, '2026-11-10', '10:08', { clientId: anna })
    const [told, ...others] = hints(await reviewed(core), 'accessRenewed')
    expect(others).toEqual([])
    expect(told).toMatchObject({
      userName: 'Kim Kollega',
      aboutUser: 'Berit Exempel',
      counts: { change: 1, unlock: 1, view: 1 },
      lastAt: '2026-11-10T09:07:00.000Z',
    })
  })

  test('and nothing where there is nothing', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    happened(core, '2026-11-10', '10:00', { clientId: anna })
    const { content } = await reviewed(core)
    expect(content.items.filter(each => each.reason !== 'sample')).toEqual([])
  })
})

const NUMBER = testNumber('1985-03-12')
const find = async (core: Clinic, words: string) => (await core.ask('accessLog.findClient', { words }))?.clientId

describe('whoever reviews the log', () => {
  test('sees clients by case number or initials, and never a name', async () => {
    const core = clinic()
    core.signIn({ id: core.berit, roles: ['therapist'] })
    const ids = [
      await addedClient(core, { name: 'Hemlig Kanarie', protectedIdentity: true }),
      await addedClient(core, { name: 'Öppen Kanarie', number: '', caseNumber: 'Ä 7' }),
    ]
    for (const clientId of ids) await core.ask('client.get', { clientId })
    asSam(core)
    const review = await reviewed(core)
    const shown = await core.ask('accessLog.entries', { ...NOVEMBER_DAYS, most: 5000 })
    const found = await core.ask('accessLog.findClient', { words: 'Ä 7' })
    expect(found).toEqual({ clientId: ids[1], reference: 'Ä 7' })
    await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, form: 'csv' })
    await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, form: 'json' })
    const files = [...core.platform.files].map(([name, bytes]) => name + Buffer.from(bytes).toString('utf8'))
    expect(files).toHaveLength(2)
    expect(JSON.stringify([review, shown, found, files])).not.toContain('Kanarie')
  })

  test('finds a client by the whole number or case number, and by nothing less', async () => {
    const core = clinic()
    core.signIn({ id: core.berit, roles: ['therapist'] })
    const clientId = await addedClient(core, { number: NUMBER, caseNumber: 'Ä 7' })
    asSam(core)
    for (const words of [NUMBER, NUMBER.slice(2), `${NUMBER.slice(2, 8)}-${NUMBER.slice(8)}`, 'Ä 7'])
      expect([words, await find(core, words)]).toEqual([words, clientId])
    for (const words of ['Ä', 'Anna', 'Anna Exempel', NUMBER.slice(0, 8), NUMBER.slice(0, 10), NUMBER.slice(2, 8)])
      expect([words, await find(core, words)]).toEqual([words, undefined])
  })

  test('finds a client by what stands on an old paper: the number and case number from before, and those of one merged with them', async () => {
    const core = clinic()
    core.signIn({ id: core.berit, roles: ['therapist'] })
    const [before, merged] = [testNumber('1985-03-72'), testNumber('1985-03-12', 984)]
    const clientId = await addedClient(core, { number: before, caseNumber: 'Ä 7' })
    const otherId = await addedClient(core, { number: merged, caseNumber: 'R-12' })
    const given = { reason: 'Har fått personnummer', earlierNumber: 'own' } as const
    await core.ask('client.changeDetails', { clientId, number: NUMBER, caseNumber: 'Ä 9', ...given })
    await core.ask('client.merge', { clientId, otherId, take: [], reason: 'Samma person', reference: 'R-12' })
    asSam(core)
    for (const words of [NUMBER, before, before.slice(2), 'Ä 9', 'Ä 7', merged, 'R-12'])
      expect([words, await find(core, words)]).toEqual([words, clientId])
  })
})

const NOVEMBER_DAYS = { fromOn: '2026-11-01', toOn: '2026-11-30' }

describe('a review', () => {
  async function begun() {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    happened(core, '2026-11-10', '10:00', { clientId: anna })
    happened(core, '2026-11-10', '03:00', { clientId: anna, userId: core.kim })
    const review = await reviewed(core)
    return { core, review, reviewId: review.id, keys: review.content.items.map(each => each.key) }
  }

  test('is signed when every item is decided, and is then kept as it is', async () => {
    const { core, reviewId, keys } = await begun()
    const decide = (key: string, rest: Partial<Input<'logReview.decide'>> = {}) =>
      core.call('logReview.decide', { reviewId, key, decision: 'noRemark', words: '', ...rest })
    expect(keys.length).toBeGreaterThan(3)
    expect(await core.refusal('logReview.sign', { reviewId, words: '' })).toEqual({
      code: 'items-undecided',
      details: { left: keys.length },
    })
    for (const key of keys) expect(await decide(key)).toMatchObject({ ok: true })
    expect(await decide(keys[0] ?? '', { decision: 'askUser' })).toMatchObject({ refusal: { code: 'words-missing' } })
    expect(await decide(keys[0] ?? '', { decision: 'askUser', words: 'Frågar Kim på måndag.' })).toMatchObject({
      ok: true,
    })
    expect(await decide('sample:någon annan')).toMatchObject({ refusal: { code: 'not-found' } })
    await core.ask('logReview.sign', { reviewId, words: 'Inget att anmärka.' })
    const signed = await core.ask('logReview.get', { reviewId })
    expect(signed).toMatchObject({
      decided: keys.length,
      remarks: 1,
      items: keys.length,
      ending: { how: 'signed', words: 'Inget att anmärka.', by: 'Sam Sakta' },
    })
    expect(signed.decisions).toHaveLength(keys.length + 1)
    expect(await decide(keys[0] ?? '')).toMatchObject({ refusal: { code: 'review-ended' } })
    expect(await core.refusalCode('logReview.sign', { reviewId, words: '' })).toBe('review-ended')
    await core.ask('logReview.add', { reviewId, words: 'Kim hade jour den natten.' })
    expect((await core.ask('logReview.get', { reviewId })).additions).toMatchObject([
      { words: 'Kim hade jour den natten.', by: 'Sam Sakta' },
    ])
  })

  test('is not decided on by the one it concerns while someone else may, and says so when nobody else can', async () => {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    core.signIn({ id: core.kim, name: 'Kim Kollega', roles: ['therapist', 'administrator'] })
    await core.ask('breakGlass.open', { clientId: anna, reason: 'Jour: klienten ringde akut' })
    const review = await reviewed(core)
    const own = hints(review, 'breakGlass')[0]?.key ?? ''
    const decide = { reviewId: review.id, key: own, decision: 'noRemark', words: '' } as const
    expect(review.othersMayDecide).toBe(true)
    expect(await core.refusalCode('logReview.decide', decide)).toBe('own-item')
    asSam(core)
    await core.ask('logReview.decide', decide)
    const decisions = async () => (await core.ask('logReview.get', { reviewId: review.id })).decisions
    expect(await decisions()).toMatchObject([{ by: 'Sam Sakta', ofOneself: false }])

    databaseOf(core)
      .$client.prepare('UPDATE user_roles SET ended_at = ?, ended_by = user_id WHERE user_id = ?')
      .run(
        ...['2026-11-21T12:00:00.000Z', core.sam], // Sam has left, and nobody else reviews
      )
    core.signIn({ id: core.kim, name: 'Kim Kollega', roles: ['therapist', 'administrator'] })
    await core.ask('logReview.decide', decide)
    expect((await decisions()).at(-1)).toMatchObject({ by: 'Kim Kollega', ofOneself: true })
  })

  test('can be broken off with a reason, and stays in the list', async () => {
    const { core, reviewId } = await begun()
    expect(await core.refusalCode('logReview.begin', NOVEMBER)).toBe('review-open')
    expect(await core.refusalCode('logReview.add', { reviewId, words: 'Ett tillägg' })).toBe('not-found')
    await core.ask('logReview.breakOff', { reviewId, words: 'Fel period, börjar om.' })
    await core.ask('logReview.begin', NOVEMBER)
    const { reviews } = await core.ask('logReview.list', {})
    expect(reviews.map(each => each.ending?.how)).toEqual([undefined, 'brokenOff'])
  })

  test('cannot be altered, not even by SQL', async () => {
    const { core, reviewId, keys } = await begun()
    for (const key of keys)
      await core.ask('logReview.decide', { reviewId, key, decision: 'report', words: 'Anmäls till chefen.' })
    await core.ask('logReview.sign', { reviewId, words: '' })
    await core.ask('logReview.add', { reviewId, words: 'Ett tillägg' })
    const { $client } = databaseOf(core)
    const before = everyRow($client)
    for (const table of ['log_reviews', 'log_review_endings', 'log_review_decisions', 'log_review_additions']) {
      expect(() => $client.exec(`UPDATE ${table} SET author_name = 'x'`)).toThrow('never changed')
      expect(() => $client.exec(`DELETE FROM ${table}`)).toThrow('never taken back')
    }
    expect(() =>
      $client.exec(
        "INSERT INTO log_review_decisions SELECT review_id, 99, item, 'noRemark', '', '', '', '' FROM log_review_decisions LIMIT 1",
      ),
    ).toThrow('the review has ended')
    expect(everyRow($client)).toEqual(before)
  })

  test('goes through the log since the one before, and tells what is wrong', async () => {
    const { core, review, reviewId } = await begun()
    expect(review.content).toMatchObject({ chainFrom: 1, faults: [] })
    expect(review.lastEntry).toMatchObject({ sequence: review.content.chainTo, still: true })
    for (const { key } of review.content.items)
      await core.ask('logReview.decide', { reviewId, key, decision: 'noRemark', words: '' })
    await core.ask('logReview.sign', { reviewId, words: '' })
    const { $client } = databaseOf(core)
    $client.exec('DROP TRIGGER access_log_is_never_changed')
    const altered = review.content.chainTo + 2
    $client.exec(`UPDATE access_log SET user_id = 'x' WHERE sequence = ${altered}`)
    const next = await reviewed(core)
    expect(next.content).toMatchObject({
      chainFrom: review.content.chainTo + 1,
      faults: [{ kind: 'changed', sequence: altered }],
    })
    $client.exec(`UPDATE access_log SET hash = '${'0'.repeat(64)}' WHERE sequence = ${review.content.chainTo}`)
    expect((await core.ask('logReview.get', { reviewId })).lastEntry.still).toBe(false)
  })

  test.each([
    ['days the wrong way round', { fromOn: '2026-11-20', toOn: '2026-11-10' }, 'days-reversed'],
    ['days to come', { toOn: '2026-11-22' }, 'day-in-future'],
    [
      'hours the wrong way round',
      { settings: { ...USUAL_SETTINGS, hoursFrom: '22:00', hoursTo: '06:00' } },
      'invalid-input',
    ],
    ['a sample of none', { settings: { ...USUAL_SETTINGS, sampleSize: 0 } }, 'invalid-input'],
  ])('is refused for %s', async (_what, wrong, code) => {
    expect(await clinic().refusalCode('logReview.begin', { ...NOVEMBER, ...wrong })).toBe(code)
  })
})

describe('the next review', () => {
  test('is due a month after the log began, and then a month after the last signed one', async () => {
    const core = clinic()
    expect(await core.ask('logReview.list', {})).toEqual({
      dueOn: '2026-12-21',
      reviews: [],
      next: { fromOn: '2026-11-21', toOn: '2026-11-21', settings: USUAL_SETTINGS },
    })
    const settings = { ...USUAL_SETTINGS, everyMonths: 2, sampleSize: 5 }
    const { id: reviewId, content } = await reviewed(core, { ...NOVEMBER, settings })
    for (const { key } of content.items)
      await core.ask('logReview.decide', { reviewId, key, decision: 'noRemark', words: '' })
    await core.ask('logReview.sign', { reviewId, words: '' })
    core.world.setToday('2026-12-24')
    expect(await core.ask('logReview.list', {})).toMatchObject({
      dueOn: '2027-01-21',
      next: { fromOn: '2026-11-22', toOn: '2026-12-23', settings },
    })
  })

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 12, '2027-12-15'],
  ])('%s and %i months is %s', (day, months, expected) => expect(monthsAfter(day, months)).toBe(expected))
})

test.each([
  ['2026-01-15', '2026-01-14T23:00:00.000Z'],
  ['2026-07-15', '2026-07-14T22:00:00.000Z'],
  ['2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', '2026-10-25T23:00:00.000Z'],
])('%s begins in Sweden at %s, summer and winter', (day, at) => {
  expect(beginningOf(day)).toBe(at)
  expect(inSweden(at)).toEqual({ day, time: '00:00' })
})

test('a log that someone has altered can still be read and reviewed, whatever stands in it', async () => {
  const core = clinic()
  const anna = await client(core, 'Anna Ek')
  for (let nth = 0; nth < 5; nth++) happened(core, '2026-11-10', '10:00', { clientId: anna })
  happened(core, '2026-11-10', '11:00', { kind: 'chainBroken', detail: 'missing 3 3 x' })
  const { $client } = databaseOf(core)
  $client.exec('DROP TRIGGER access_log_is_never_changed')
  $client.exec(`UPDATE access_log SET user_id = 'x', client_id = 'y', method = 'z', at = '2026-11-10?' WHERE kind = 'view';
    UPDATE access_log SET detail = 'vad som helst' WHERE kind = 'chainBroken'`)
  expect(await core.ask('accessLog.state', {})).toMatchObject({ fault: { kind: 'changed' } })
  expect((await core.ask('accessLog.entries', { ...NOVEMBER_DAYS, most: 5000 })).total).toBeGreaterThan(5)
  for (const form of ['csv', 'json'] as const) await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, form })
  expect((await reviewed(core)).content.users.map(each => each.name)).toContain('Okänd användare')
})

describe('an extract of the log', () => {
  async function withHistory() {
    const core = clinic()
    const anna = await client(core, 'Anna Ek')
    core.signIn({ id: core.berit, roles: ['therapist'] })
    await core.ask('goal.set', newGoal(anna))
    await core.ask('accessLog.printed', { clientId: anna, page: 'client' })
    asSam(core)
    happened(core, '2026-11-10', '10:00', { clientId: anna, userId: core.kim })
    happened(core, '2026-10-31', '10:00', { clientId: anna, userId: core.kim })
    return { core, anna }
  }
  const saved = (core: Clinic, name: string) => Buffer.from(core.platform.files.get(name) ?? []).toString('utf8')

  test('holds one client’s entries of the days, in words, for a spreadsheet', async () => {
    const { core, anna } = await withHistory()
    const made = await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, clientId: anna, form: 'csv' })
    expect(made).toEqual({ fileName: 'atkomstlogg-2026-11-01-2026-11-30.csv', saved: true, entries: 4 })
    const [head, ...rows] = saved(core, made.fileName).trimEnd().split('\r\n')
    expect(head).toBe('\uFEFFNr;Dag;Tid;Användare;Användar-id;Klient;Vad;Operation;Detalj;Kontrolltal')
    expect(rows.map(each => each.split(';').slice(3, 9))).toEqual([
      ['Berit Exempel', core.berit, 'Ä Anna Ek', 'Nytt: klientuppgifter', 'client.add', ''],
      ['Berit Exempel', core.berit, 'Ä Anna Ek', 'Nytt: mål', 'goal.set', ''],
      ['Berit Exempel', core.berit, 'Ä Anna Ek', 'Utskrivet: klientens sida', 'accessLog.printed', 'client'],
      ['Kim Kollega', core.kim, 'Ä Anna Ek', 'Läst: klientuppgifter', 'client.get', ''],
    ])
  })

  test('holds one user’s entries, with every hash, for a program', async () => {
    const { core } = await withHistory()
    const made = await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, userId: core.kim, form: 'json' })
    const { entries, ...about } = JSON.parse(saved(core, made.fileName))
    expect(about).toMatchObject({
      format: 'arton access log 1',
      unit: 'Runnagården',
      madeBy: 'Sam Sakta',
      userId: core.kim,
    })
    expect(entries.length).toBe(made.entries)
    for (const each of entries) expect(each).toMatchObject({ userId: core.kim, hash: /^[0-9a-f]{64}$/ })
  })

  test('is itself told in the log, with whose log it was', async () => {
    const { core, anna } = await withHistory()
    await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, clientId: anna, form: 'json' })
    const { entries } = await core.ask('accessLog.entries', { ...NOVEMBER_DAYS, kind: 'export', most: 200 })
    expect(entries).toMatchObject([{ userName: 'Sam Sakta', clientId: anna, what: 'Lämnat ut: åtkomstloggen' }])
  })

  test('cannot make a spreadsheet reckon: a name that begins as a formula is text', async () => {
    const core = clinic()
    const anna = await client(core, '=HYPERLINK("x")')
    happened(core, '2026-11-10', '10:00', { clientId: anna })
    core.signIn({ id: core.kim, name: 'Kim Kollega', roles: ['therapist', 'administrator'] })
    await core.ask('accessLog.extract', { ...NOVEMBER_DAYS, form: 'csv' })
    expect(saved(core, 'atkomstlogg-2026-11-01-2026-11-30.csv')).not.toMatch(/(^|;)"?[=+@-]/m)
  })

  test('is shown from its beginning, as much as is asked for, with how much there is', async () => {
    const core = clinic()
    for (let nth = 0; nth < 450; nth++) happened(core, '2026-11-10', '10:00', {})
    const day = { fromOn: '2026-11-10', toOn: '2026-11-10' }
    const some = await core.ask('accessLog.entries', { ...day, most: 200 })
    const all = await core.ask('accessLog.entries', { ...day, most: 1000 })
    expect([some.total, some.entries.length, all.total, all.entries.length]).toEqual([450, 200, 450, 450])
    expect(all.entries.slice(0, 200)).toEqual(some.entries)
  })
})
