import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { insertCustody } from '../../db/repositories/client.ts'
import { unitNamed } from '../../db/repositories/unit.ts'
import type { Input } from '../../main/contract/index.ts'
import { NO_TRAINED_STAFF, type StaffTraining, type TrainingContent } from '../../main/contract/training.ts'
import type { Role } from '../../main/contract/user.ts'
import type { ClientId, UnitId, UserId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { AFTERCARE, addedClient, missedSession } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const ROLES = {
  berit: ['therapist', 'administrator'],
  kim: ['therapist'],
  sam: ['supervisor'],
} satisfies Record<string, Role[]>

type Clinic = SharedCore & { berit: UserId; kim: UserId; sam: UserId; as(who: 'berit' | 'kim' | 'sam'): void }

/** Berit and Kim are therapists; Sam supervises and is signed in. It is 21 November 2026. */
function clinic(): Clinic {
  const core = coreInMemory({ roles: ['therapist', 'administrator'] })
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  const sam = core.signIn({ name: 'Sam Sakta', roles: ['supervisor'] })
  const users = { berit, kim, sam }
  const as = (who: keyof typeof users) => void core.signIn({ id: users[who], roles: ROLES[who] })
  return { ...core, ...users, as }
}

const EXAM: TrainingContent = { kind: 'education', what: 'Socionomexamen, Örebro', on: '2008' }
const CRA: TrainingContent = {
  kind: 'method',
  method: 'craBasic',
  givenBy: 'SiS',
  level: 'fyra dagar',
  state: 'completed',
  fromOn: '2019-03-14',
}
const P09: TrainingContent = {
  kind: 'certification',
  procedure: 'P09',
  on: '2026-05-07',
  by: 'Sam Sakta',
  judged: 'Rollspel, två inspelningar, alla led med.',
}

const ownEntries = async (core: Clinic) => (await core.ask('training.own', {})).entries
const inRegister = async (core: Clinic, userId: UserId): Promise<StaffTraining> => {
  const { staff } = await core.ask('training.register', {})
  const found = staff.find(each => each.userId === userId)
  if (found === undefined) throw new Error('not in the register')
  return found
}
const method = (given: Partial<Extract<TrainingContent, { kind: 'method' }>>): TrainingContent => ({ ...CRA, ...given })

describe('who writes what', () => {
  test('a therapist writes their own education and methods, and reads them', async () => {
    const core = clinic()
    core.as('kim')
    await core.ask('training.add', { userId: core.kim, content: EXAM })
    await core.ask('training.add', { userId: core.kim, content: CRA })
    const stamped = { author: 'Kim Kollega', at: expect.stringMatching(/^2026-11-21T/), stands: true }
    expect(await core.ask('training.own', {})).toEqual({
      userId: core.kim,
      name: 'Kim Kollega',
      roles: ['therapist'],
      entries: [
        { id: expect.any(String), content: EXAM, ...stamped },
        { id: expect.any(String), content: CRA, ...stamped },
      ],
      methods: [{ method: 'craBasic', how: 'has', on: '2019-03-14' }],
      certified: [],
    })
  })

  test('a therapist writes nobody else’s, certifies nobody, and does not see the register', async () => {
    const core = clinic()
    const { id } = await core.ask('training.add', { userId: core.berit, content: CRA })
    const own = await core.ask('training.add', { userId: core.kim, content: P09 })
    core.as('kim')
    const before = everyRecord(core)
    expect(await core.refusalCode('training.add', { userId: core.berit, content: EXAM })).toBe('not-own-training')
    expect(await core.refusalCode('training.add', { userId: core.berit, content: P09 })).toBe('not-own-training')
    expect(await core.refusalCode('training.add', { userId: core.kim, content: P09 })).toBe('not-self-certified')
    const wrong = { reason: 'Fel' }
    expect(await core.refusalCode('training.takeBack', { entryId: id, ...wrong })).toBe('not-own-training')
    expect(await core.refusalCode('training.takeBack', { entryId: own.id, ...wrong })).toBe('not-self-certified')
    expect(await core.refusalCode('training.register', {})).toBe('not-permitted')
    expect(await core.refusalCode('training.notOffered', {})).toBe('not-permitted')
    expect(everyRecord(core)).toEqual(before)
  })

  test('a supervisor writes anyone’s and certifies anyone but themself, in whatever name', async () => {
    const core = clinic()
    await core.ask('training.add', { userId: core.kim, content: P09 })
    await core.ask('training.add', { userId: core.sam, content: CRA })
    expect(await core.refusalCode('training.add', { userId: core.sam, content: P09 })).toBe('not-self-certified')
    const inOwnName = { ...P09, by: 'Kim Kollega' } as const
    expect(await core.refusalCode('training.add', { userId: core.kim, content: inOwnName })).toBe('not-self-certified')
    const { certified, methods } = await inRegister(core, core.kim)
    expect([certified, methods]).toEqual([[{ procedure: 'P09', on: '2026-05-07', by: 'Sam Sakta' }], []])
    expect((await inRegister(core, core.sam)).methods).toEqual([{ method: 'craBasic', how: 'has', on: '2019-03-14' }])
  })

  test('an administrator and a coordinator have nothing to do with it', async () => {
    const core = clinic()
    for (const roles of [['administrator'], ['coordinator']] as const) {
      const userId = core.signIn({ roles: [...roles] })
      for (const [name, input] of [
        ['training.own', {}],
        ['training.register', {}],
        ['training.add', { userId, content: EXAM }],
        ['training.craStaff', {}],
      ] as const)
        expect([name, await core.refusalCode(name, input)]).toEqual([name, 'not-permitted'])
    }
  })
})

describe('the history', () => {
  test('what is changed stays beside what replaced it, and only what stands is told of', async () => {
    const core = clinic()
    const first = await core.ask('training.add', { userId: core.kim, content: method({ state: 'underWay' }) })
    expect((await inRegister(core, core.kim)).methods).toEqual([
      { method: 'craBasic', how: 'underWay', on: '2019-03-14' },
    ])
    core.as('kim')
    const done = method({ fromOn: '2019-06-01' })
    const second = await core.ask('training.add', { userId: core.kim, content: done, replaces: first.id })
    const { entries, methods } = await core.ask('training.own', {})
    expect(entries).toEqual([{ ...first, stands: false }, second])
    expect(second).toMatchObject({ replaces: first.id, author: 'Kim Kollega', stands: true })
    expect(methods).toEqual([{ method: 'craBasic', how: 'has', on: '2019-06-01' }])
  })

  test('what was put in wrongly is taken back with author, time and reason, and what it replaced stands again', async () => {
    const core = clinic()
    core.as('kim')
    const first = await core.ask('training.add', { userId: core.kim, content: EXAM })
    const content = { ...EXAM, on: '2010' } as const
    const second = await core.ask('training.add', { userId: core.kim, content, replaces: first.id })
    core.as('sam')
    await core.ask('training.takeBack', { entryId: second.id, reason: 'Examen var 2008' })
    core.as('kim')
    const takenBack = { reason: 'Examen var 2008', by: 'Sam Sakta', at: expect.stringMatching(/^2026-11-21T/) }
    expect(await ownEntries(core)).toEqual([first, { ...second, stands: false, takenBack }])
  })

  test('only what stands can be changed or taken back, and only by something of its kind and person', async () => {
    const core = clinic()
    const { id } = await core.ask('training.add', { userId: core.kim, content: EXAM })
    const changed = await core.ask('training.add', { userId: core.kim, content: EXAM, replaces: id })
    const before = everyRecord(core)
    const refused = (input: Input<'training.add'>) => core.refusalCode('training.add', input)
    expect(await refused({ userId: core.kim, content: EXAM, replaces: id })).toBe('entry-not-standing')
    expect(await refused({ userId: core.kim, content: CRA, replaces: changed.id })).toBe('entry-not-standing')
    expect(await refused({ userId: core.berit, content: EXAM, replaces: changed.id })).toBe('entry-not-standing')
    expect(await core.refusalCode('training.takeBack', { entryId: id, reason: 'Fel' })).toBe('entry-not-standing')
    expect(await core.refusalCode('training.takeBack', { entryId: changed.id, reason: '  ' })).toBe('invalid-input')
    expect(await core.refusalCode('training.takeBack', { entryId: crypto.randomUUID(), reason: 'Fel' })).toBe(
      'not-found',
    )
    expect(everyRecord(core)).toEqual(before)
    await core.ask('training.takeBack', { entryId: changed.id, reason: 'Fel' })
    expect(await core.refusalCode('training.takeBack', { entryId: changed.id, reason: 'Fel' })).toBe(
      'entry-not-standing',
    )
  })

  test.each([
    ["UPDATE training_entries SET content = '{}'", 'never changed'],
    ['DELETE FROM training_entries', 'taken back'],
    ["UPDATE training_takings_back SET reason = 'Annat'", 'never changed'],
    ['DELETE FROM training_takings_back', 'never undone'],
  ])('not even past the core: %s', async (sql, why) => {
    const core = clinic()
    const { id } = await core.ask('training.add', { userId: core.kim, content: EXAM })
    await core.ask('training.takeBack', { entryId: id, reason: 'Fel' })
    expect(() => databaseOf(core).$client.exec(sql)).toThrow(why)
  })

  test('what is told of days must have happened', async () => {
    const core = clinic()
    const refused = (content: TrainingContent) => core.refusalCode('training.add', { userId: core.kim, content })
    expect(await refused({ ...EXAM, on: '2027' })).toBe('day-in-future')
    expect(await refused({ ...EXAM, on: '2026-11-22' })).toBe('day-in-future')
    expect(await refused({ ...P09, on: '2026-11-22' })).toBe('day-in-future')
    expect(await refused(method({ fromOn: '2026-11-22' }))).toBe('day-in-future')
    expect(await refused(method({ untilOn: '2019-03-13' }))).toBe('days-reversed')
    expect(await refused(method({ method: 'unheardOf' }))).toBe('invalid-input')
    await core.ask('training.add', { userId: core.kim, content: { ...EXAM, on: '2026' } })
  })

  test('every writing is logged, and someone with training cannot be taken away', async () => {
    const core = clinic()
    core.as('berit')
    const { userId } = await core.ask('user.add', { name: 'Nora Ny', roles: ['therapist'] })
    const removable = async () => (await core.ask('user.list', {})).find(each => each.id === userId)?.removable
    expect(await removable()).toBe(true)
    core.as('sam')
    const { id } = await core.ask('training.add', { userId, content: EXAM })
    await core.ask('training.takeBack', { entryId: id, reason: 'Fel' })
    await core.ask('training.notOffered', {})
    expect([...entriesFrom(databaseOf(core), 1)].slice(-3).map(each => [each.method, each.kind])).toEqual([
      ['training.add', 'create'],
      ['training.takeBack', 'change'],
      ['training.notOffered', 'view'],
    ])
    core.as('berit')
    expect(await removable()).toBe(false)
    expect(await core.refusalCode('user.remove', { userId })).toBe('user-named')
  })
})

describe('the register', () => {
  test('tells of each method what holds today: the first of those that are valid, else what is under way, else what ran out', async () => {
    const core = clinic()
    const given: Partial<Extract<TrainingContent, { kind: 'method' }>>[] = [
      { method: 'mi', fromOn: '2012-01-10', untilOn: '2015-01-10' },
      { method: 'mi', fromOn: '2022-02-01' },
      { method: 'mi', fromOn: '2024-02-01', untilOn: '2026-11-21' },
      { method: 'asi', fromOn: '2016-01-01', untilOn: '2026-11-20' },
      { method: 'maps', fromOn: '2014-01-01', untilOn: '2016-01-01' },
      { method: 'maps', fromOn: '2026-11-01', state: 'underWay' },
    ]
    for (const each of given) await core.ask('training.add', { userId: core.kim, content: method(each) })
    expect((await inRegister(core, core.kim)).methods).toEqual([
      { method: 'mi', how: 'has', on: '2022-02-01' },
      { method: 'asi', how: 'expired', on: '2026-11-20' },
      { method: 'maps', how: 'underWay', on: '2026-11-01' },
    ])
  })

  test('holds everyone who works here, and of those who have left the ones with something in it', async () => {
    const core = clinic()
    await core.ask('training.add', { userId: core.kim, content: CRA })
    core.as('berit')
    await core.ask('user.disable', { userId: core.kim })
    const { userId: nora } = await core.ask('user.add', { name: 'Nora Ny', roles: ['therapist'] })
    await core.ask('user.disable', { userId: nora })
    core.as('sam')
    const { staff } = await core.ask('training.register', {})
    expect(staff.map(each => [each.name, each.roles])).toEqual([
      ['Berit Exempel', ['administrator', 'therapist']],
      ['Kim Kollega', []],
      ['Sam Sakta', ['supervisor']],
    ])
  })

  test('a procedure stands once, with its latest certification', async () => {
    const core = clinic()
    await core.ask('training.add', { userId: core.kim, content: P09 })
    await core.ask('training.add', { userId: core.kim, content: { ...P09, on: '2024-05-07', by: 'Eva Extern' } })
    await core.ask('training.add', { userId: core.kim, content: { ...P09, procedure: 'P02' } })
    expect((await inRegister(core, core.kim)).certified).toEqual([
      { procedure: 'P02', on: '2026-05-07', by: 'Sam Sakta' },
      { procedure: 'P09', on: '2026-05-07', by: 'Sam Sakta' },
    ])
  })
})

describe('an offer that failed for want of trained staff', () => {
  test('shows who works here and has CRA today, under whichever of its trainings', async () => {
    const core = clinic()
    await core.ask('training.add', { userId: core.kim, content: CRA })
    await core.ask('training.add', { userId: core.berit, content: method({ method: 'craSupervisor' }) })
    await core.ask('training.add', { userId: core.sam, content: method({ method: 'mi' }) })
    core.as('berit')
    expect(await core.ask('training.craStaff', {})).toEqual([
      { name: 'Berit Exempel', since: '2019-03-14' },
      { name: 'Kim Kollega', since: '2019-03-14' },
    ])
    await core.ask('user.disable', { userId: core.kim })
    const [berits] = await ownEntries(core)
    await core.ask('training.takeBack', { entryId: berits?.id ?? '', reason: 'Fel kurs' })
    expect(await core.ask('training.craStaff', {})).toEqual([])
  })

  const failed = { outcome: 'notOffered', reasonCode: NO_TRAINED_STAFF } as const
  async function notOffered(core: Clinic, clientId: ClientId, number: number, on: string, given = {}) {
    await core.ask('session.record', await missedSession(core, clientId, number, { ...failed, on, ...given }))
  }

  test('is counted over the unit for twelve months, and every one counted is a row that names nobody', async () => {
    const core = clinic()
    core.as('berit')
    const anna = await addedClient(core, { name: 'Anna Ek', number: '', caseNumber: 'Ä 7' })
    await core.ask('placement.add', {
      clientId: anna,
      legalGround: 'lvm27',
      fromOn: '2026-10-01',
      unit: { name: 'Solbacken', kind: 'section27Home' },
    })
    const maja = await addedClient(core, { name: 'Maja Hemlig', protectedIdentity: true })
    await notOffered(core, anna, 1, '2025-11-21') // the day before the twelve months
    await notOffered(core, anna, 1, '2025-11-22')
    await notOffered(core, anna, 1, '2026-10-05')
    await notOffered(core, maja, 3, '2026-11-21')
    await notOffered(core, maja, 4, '2026-11-20', { reasonCode: 'staffing' })
    await notOffered(core, maja, 5, '2026-11-20', { outcome: 'cancelledByUs' })
    core.as('kim')
    const kims = await addedClient(core, { name: 'Kims Klient', number: '', caseNumber: 'Ä 8' })
    await notOffered(core, kims, 2, '2026-11-02')
    core.as('sam')
    const rows = await core.ask('training.notOffered', {})
    expect(rows.map(({ id: _, ...each }) => each)).toEqual([
      { reference: 'Skyddade personuppgifter, nr 2', number: 3, on: '2026-11-21', unit: 'Runnagården' },
      { reference: 'Ä 8', number: 2, on: '2026-11-02', unit: 'Runnagården' },
      { reference: 'Ä 7', number: 1, on: '2026-10-05', unit: 'Solbacken' },
      { reference: 'Ä 7', number: 1, on: '2025-11-22', unit: 'Runnagården' },
    ])
    expect((await core.ask('training.register', {})).notOffered).toEqual({
      fromOn: '2025-11-22',
      toOn: '2026-11-21',
      sessions: rows.length,
    })
  })

  test('counts what this unit failed to offer, and not what another did', async () => {
    const core = clinic()
    core.as('berit')
    const anna = await addedClient(core)
    await notOffered(core, anna, 1, '2026-11-20')
    const db = databaseOf(core)
    const unitId = unitNamed(db, AFTERCARE, core.world.newId<UnitId>()).id
    db.$client.prepare('UPDATE custodies SET unit_id = ? WHERE client_id = ?').run(unitId, anna)
    core.as('sam')
    expect((await core.ask('training.register', {})).notOffered.sessions).toBe(0)
    expect(await core.ask('training.notOffered', {})).toEqual([])
    insertCustody(db, { clientId: anna, epoch: 2, unitId, sinceOn: '2026-11-20', packageId: null })
    expect(await core.ask('training.notOffered', {})).toEqual([])
  })
})
