import type { Database } from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { tablesAboutClients } from '../../db/clientTables.ts'
import { FOLDED_TABLES, MOVED_TABLES, STAYING_TABLES } from '../../db/repositories/merge.ts'
import { removeClient } from '../../db/repositories/retention.ts'
import type { Input } from '../../main/contract/index.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  clientWithRecord,
  consentFor,
  heldSession,
  missedSession,
  slotFor,
  testNumber,
  toSeal,
} from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf, everyRecord, everyRow } from '../support/tables.ts'

const COORDINATION = testNumber('1985-03-72')
const NUMBER = testNumber('1985-03-12')
const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const

let core: SharedCore
let berit: UserId
let kept: ClientId
let other: ClientId
beforeEach(async () => {
  core = coreInMemory({ seed: 'home', unit: HOME })
  berit = (await core.ask('user.me', {})).user.id
  kept = await clientWithRecord(core, { number: NUMBER, caseNumber: 'R-44' })
  other = await clientWithRecord(core, { name: 'Anna Ekzempel', number: COORDINATION, caseNumber: 'R-12' })
})

const merging = (given: Partial<Input<'client.merge'>> = {}): Input<'client.merge'> => ({
  clientId: kept,
  otherId: other,
  take: [],
  reason: 'Lades in två gånger',
  reference: 'R-12',
  ...given,
})
const sql = (text: string) => databaseOf(core).$client.prepare(text).all() as Record<string, unknown>[]
/** What the merge itself writes. */
const WRITTEN: Record<string, number> = { client_changes: 1, client_merges: 1, clients: -1, slots: -18, custodies: -1 }

describe('after a merge', () => {
  test('every row of both is there, and the plan is one', async () => {
    await core.ask('remark.add', {
      clientId: other,
      about: { kind: 'plan', id: other },
      kind: 'addition',
      words: 'Se R-44.',
    })
    core.signIn({ roles: ['therapist'] })
    await core.ask('breakGlass.open', { clientId: other, reason: 'Klienten ringde akut' })
    core.signIn({ id: berit, roles: ['therapist'] })
    await consentFor(core, other)
    const place = `outcome:${await slotFor(core, other, 5)}`
    await core.ask('draft.setAside', {
      clientId: other,
      place,
      id: core.world.newId<string>(),
      content: '{"note":"ett ord"}',
      writer: berit,
    })
    const before = everyRecord(core)
    const { moved } = await core.ask('client.merge', merging())
    const after = everyRecord(core)
    for (const [table, rows] of Object.entries(before))
      expect([table, after[table]?.length]).toEqual([table, rows.length + (WRITTEN[table] ?? 0)])
    expect(moved).toBeGreaterThan(12)
    expect(JSON.stringify(after['remarks'])).toContain(`"about_id":"${kept}"`)
    expect(after['earlier_drafts']).toMatchObject([
      { client_id: kept, place: `outcome:${await slotFor(core, kept, 5)}`, content: '{"note":"ett ord"}' },
    ])
    expect((await core.ask('plan.ofClient', { clientId: kept })).map(each => each.number)).toEqual(
      Array.from({ length: 18 }, (_, index) => index + 1),
    )
    expect(sql('PRAGMA foreign_key_check')).toEqual([])
    expect(await core.refusalCode('client.get', { clientId: other })).toBe('not-found')
  })

  test('every signed session is word for word as it was: only whose it is and its place in the slot are new', async () => {
    const signed = () =>
      sql('SELECT * FROM sessions ORDER BY id').map(({ client_id: _c, slot_id: _s, attempt: _a, ...rest }) => rest)
    const procedures = () => sql('SELECT * FROM session_procedures ORDER BY session_id, code')
    const before = [signed(), procedures()]
    await core.ask('client.merge', merging())
    expect([signed(), procedures()]).toEqual(before)
    expect(new Set(sql('SELECT client_id FROM sessions').map(each => each['client_id']))).toEqual(new Set([kept]))
  })

  test('a slot’s attempts stand in the order they happened, and a held one settles it', async () => {
    await core.ask('session.record', await missedSession(core, kept, 8, { on: '2026-11-10' }))
    await core.ask(
      'session.record',
      await missedSession(core, kept, 8, { on: '2026-11-20', offerAgainOn: '2026-11-21' }),
    )
    await core.ask('session.record', await missedSession(core, other, 8, { on: '2026-11-15' }))
    await core.ask('session.record', await heldSession(core, other, 9, { on: '2026-11-12' }))
    await core.ask(
      'session.record',
      await missedSession(core, kept, 9, { on: '2026-11-18', offerAgainOn: '2026-11-21' }),
    )
    await core.ask('client.merge', merging())
    const days = (number: number) =>
      sql(
        `SELECT settled_on, attempt FROM sessions JOIN slots ON slots.id = slot_id WHERE number = ${number} ORDER BY attempt`,
      )
    expect(days(8)).toEqual([
      { settled_on: '2026-11-10', attempt: 1 },
      { settled_on: '2026-11-15', attempt: 2 },
      { settled_on: '2026-11-20', attempt: 3 },
    ])
    expect(days(9).map(each => each['settled_on'])).toEqual(['2026-11-18', '2026-11-12'])
    const plan = await core.ask('plan.ofClient', { clientId: kept })
    expect(plan[7]).toMatchObject({ outcome: 'declined', attempts: 3, offerAgainOn: '2026-11-21' })
    expect(plan[8]).toMatchObject({ outcome: 'held', attempts: 2 })
    const { again } = await core.ask('today.list', {})
    expect(again.flatMap(each => ('number' in each ? [each.number] : []))).not.toContain(9)
    expect(await core.refusalCode('session.record', await missedSession(core, kept, 9))).toBe('already-held')
  })

  test('the kept client’s time stays where both have one, and the other’s is in the protocol; else the one there is', async () => {
    const plan = async (clientId: string, number: number, plannedOn: string) =>
      core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, number), plannedOn })
    await plan(kept, 6, '2026-12-01')
    await plan(other, 6, '2026-12-04')
    await plan(other, 7, '2026-12-08')
    const { slots } = await core.ask('client.compare', { clientId: kept, otherId: other })
    expect(slots.filter(each => each.twoTimes).map(each => each.number)).toEqual([6])
    expect(slots.find(each => each.number === 7)).toEqual({
      number: 7,
      other: { attempts: 0, plannedOn: '2026-12-08' },
      twoTimes: false,
    })
    expect(slots[0]?.kept).toEqual({ attempts: 2, outcome: 'held', settledOn: '2026-11-21' })
    await core.ask('client.merge', merging())
    const after = await core.ask('plan.ofClient', { clientId: kept })
    expect([after[5]?.plannedOn, after[6]?.plannedOn]).toEqual(['2026-12-01', '2026-12-08'])
    const [protocol] = await core.ask('client.merges', { clientId: kept })
    expect(protocol?.times).toContainEqual({ number: 6, plannedOn: '2026-12-04' })
  })

  test('the details that were chosen stand, and both numbers and both case numbers find the client', async () => {
    await core.ask('client.merge', merging({ take: ['name', 'number'] }))
    expect(await core.ask('client.get', { clientId: kept })).toMatchObject({
      name: 'Anna Ekzempel',
      numberKind: 'coordinationNumber',
      caseNumber: 'R-44',
    })
    for (const words of [NUMBER, COORDINATION, 'R-44', 'R-12', 'anna ekz'])
      expect([words, (await core.ask('client.list', { words })).clients.map(each => each.id)]).toEqual([words, [kept]])
  })

  test('the protocol says who, when, why, what came along and from whom, and stands in the history', async () => {
    await core.ask('client.merge', merging())
    const [protocol] = await core.ask('client.merges', { clientId: kept })
    expect(protocol).toMatchObject({
      reference: 'R-12',
      reason: 'Lades in två gånger',
      author: 'Berit Exempel',
      at: expect.stringMatching(/^2026-11-21T/),
      before: [
        { detail: 'name', kept: 'Anna Exempel', other: 'Anna Ekzempel' },
        {
          detail: 'number',
          kept: expect.stringMatching(/^1985 .*\d\d$/),
          other: expect.stringMatching(/^1985 .*\d\d$/),
        },
        { detail: 'caseNumber', kept: 'R-44', other: 'R-12' },
      ],
    })
    expect(protocol?.sessions).toHaveLength(3)
    expect(protocol?.moved).toContainEqual({ kind: 'goals', count: 1 })
    const { merged } = await core.ask('client.get', { clientId: kept })
    const ofOther = (await core.ask('session.ofClient', { clientId: kept })).filter(each =>
      merged?.some(({ reference, records }) => reference === 'R-12' && records.includes(each.id)),
    )
    expect(ofOther).toHaveLength(3)
    const [latest] = await core.ask('client.history', { clientId: kept })
    expect(latest).toMatchObject({ changes: [{ detail: 'mergedWith', was: '', became: 'R-12' }] })
  })

  test('the log is as it was, tells of both, and says where the one who is gone went', async () => {
    await core.ask('client.merge', merging())
    expect(sql('SELECT method, client_id FROM access_log ORDER BY sequence DESC LIMIT 2')).toEqual([
      { method: 'client.merge', client_id: kept },
      { method: 'client.merge', client_id: other },
    ])
    const { entries, total } = await core.ask('accessLog.entries', {
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      clientId: kept,
      most: 500,
    })
    const references = new Set(entries.map(each => each.clientReference))
    expect(references).toEqual(new Set(['R-44', 'sammanfogad med R-44']))
    expect(total).toBe(sql(`SELECT 1 FROM access_log WHERE client_id IN ('${kept}', '${other}')`).length - 1) // that one looked is noted after it was answered
    expect((await core.ask('accessLog.verify', { from: 1 })).fault).toBeUndefined()
  })

  test('the whole record can be handed over, and the receiver knows the client by the number that went', async () => {
    await core.ask('client.merge', merging())
    const sealed = await core.ask('handover.seal', toSeal(kept, await consentFor(core, kept)))
    const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    await receiver.ask('handover.accept', { ...sentFile(core, sealed), readBack: 'Jag tar vid.' })
    expect(await receiver.ask('session.ofClient', { clientId: kept })).toEqual(
      await core.ask('session.ofClient', { clientId: kept }),
    )
    expect((await receiver.ask('client.list', { words: COORDINATION })).total).toBe(1)
  })

  test('a third can be merged too, and the log follows all the way', async () => {
    const third = await addedClient(core, { number: '', caseNumber: 'R-50' })
    await core.ask('client.merge', merging())
    await core.ask('client.merge', merging({ clientId: third, otherId: kept, reference: 'R-44', take: ['number'] }))
    expect(await core.ask('client.merges', { clientId: third })).toHaveLength(2)
    const { entries } = await core.ask('accessLog.entries', {
      fromOn: '2026-11-01',
      toOn: '2026-11-30',
      clientId: third,
      most: 500,
    })
    expect(new Set(entries.map(each => each.clientReference))).toEqual(new Set(['R-50', 'sammanfogad med R-50']))
    expect((await core.ask('client.list', { words: COORDINATION })).clients.map(each => each.id)).toEqual([third])
  })
})

describe('a merge is refused and not a row is changed', () => {
  const refused = async (code: string, given: Partial<Input<'client.merge'>> = {}) => {
    const before = everyRecord(core)
    expect(await core.refusalCode('client.merge', merging(given))).toBe(code)
    expect(everyRecord(core)).toEqual(before)
  }

  test('when the other’s reference is not written', () => refused('merge-other-reference', { reference: 'R-44' }))
  test('with oneself', () => refused('invalid-input', { otherId: kept, reference: 'R-44' }))
  test('with someone who is not there', () => refused('not-found', { otherId: core.world.newId<ClientId>() }))

  test('when the other is a colleague’s, also with the glass broken', async () => {
    const kim = core.signIn({ roles: ['therapist'] })
    core.signIn({ id: berit, roles: ['therapist', 'coordinator'] })
    await core.ask('client.assign', { clientId: other, therapistId: kim })
    await core.ask('breakGlass.open', { clientId: other, reason: 'Är det samma person?' })
    await refused('not-own-client')
    expect(await core.refusalCode('client.compare', { clientId: kept, otherId: other })).toBe('not-own-client')
  })

  test('when something about the other is begun and not signed', async () => {
    await core.ask('draft.save', {
      clientId: other,
      place: 'session:5',
      content: '{}',
      writer: berit,
      window: core.world.newId<string>(),
      basedOn: 0,
      attempt: 1,
    })
    await refused('merge-drafts')
  })

  test('but not when it is the merging that was begun, from either side; then nothing of it is left', async () => {
    for (const [clientId, otherId] of [
      [other, kept],
      [kept, other],
    ])
      await core.ask('draft.save', {
        clientId,
        place: `merge:${otherId}`,
        content: '{"reason":"Samma person"}',
        writer: berit,
        window: core.world.newId<string>(),
        basedOn: 0,
        attempt: 1,
      } as never)
    await core.ask('client.merge', merging())
    expect(await core.ask('draft.list', {})).toEqual([])
  })

  test('when the other has been in a handover: a unit elsewhere knows it', async () => {
    const sender = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    const there = await clientWithRecord(sender, { number: testNumber('1985-03-13'), caseNumber: 'K-9' })
    const consent = await consentFor(sender, there, { receiver: HOME.name })
    const sealed = await sender.ask('handover.seal', { ...toSeal(there, consent), receiver: HOME })
    await core.ask('handover.accept', { ...sentFile(sender, sealed), readBack: 'Jag tar vid.' })
    await refused('merge-handed-over', { otherId: there, reference: 'K-9' })
    const rows = everyRecord(core)['sessions']?.length
    await core.ask('client.merge', merging({ clientId: there })) // the received one is kept: then it is right
    expect(everyRecord(core)['sessions']?.length).toBe(rows)
    expect(new Set(sql(`SELECT epoch FROM sessions WHERE client_id = '${there}'`).map(each => each['epoch']))).toEqual(
      new Set([1, 2]),
    )
  })

  test('while the kept client’s handover waits for its receipt, and when it has gone', async () => {
    const sealed = await core.ask('handover.seal', toSeal(kept, await consentFor(core, kept)))
    await refused('handover-under-way')
    const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    const { receipt } = await receiver.ask('handover.accept', { ...sentFile(core, sealed), readBack: 'Jag tar vid.' })
    await core.ask('handover.confirm', { clientId: kept, packageId: sealed.packageId, receipt })
    await refused('not-holder')
    await refused('not-holder', { clientId: other, otherId: kept, reference: 'R-44' })
  })

  test('when it breaks in the middle', async () => {
    databaseOf(core).$client.exec(
      "CREATE TEMP TRIGGER full BEFORE DELETE ON clients BEGIN SELECT RAISE(ABORT, 'the disk is full'); END",
    )
    const before = everyRow(databaseOf(core).$client)
    await expect(core.call('client.merge', merging())).rejects.toThrow('the disk is full')
    expect(everyRow(databaseOf(core).$client)).toEqual(before)
  })
})

test('every table about clients is moved, folded or left with a reason', () => {
  const about = [...tablesAboutClients(databaseOf(core)).keys()]
  expect([...MOVED_TABLES, ...FOLDED_TABLES, ...STAYING_TABLES].toSorted()).toEqual(about.toSorted())
})

test('what was signed cannot change whose it is but by a merge under way, not even by SQL', async () => {
  const { $client } = databaseOf(core)
  await core.ask('remark.add', {
    clientId: other,
    about: { kind: 'plan', id: other },
    kind: 'addition',
    words: 'Se R-44.',
  })
  await core.ask('client.changeDetails', { clientId: other, homeMunicipality: '1881', reason: 'Har flyttat' })
  await core.ask('breakGlass.open', { clientId: other, reason: 'Klienten ringde akut' })
  const attempts = [
    ...['sessions', 'remarks', 'client_changes', 'broken_glass'].map(
      each => `UPDATE ${each} SET client_id = '${kept}' WHERE client_id = '${other}'`,
    ),
    'UPDATE sessions SET attempt = attempt + 9',
    "UPDATE remarks SET about_id = 'x'",
  ]
  const before = everyRow($client)
  for (const each of attempts) expect(() => $client.exec(each), each).toThrow(/never changed|not mended/)
  await core.ask('client.merge', merging())
  for (const each of [
    "UPDATE client_merges SET reason = 'x'",
    'UPDATE client_merges SET finished = 0',
    'DELETE FROM client_merges',
  ])
    expect(() => $client.exec(each), each).toThrow(/a merge is never/)
  expect(before['clients']?.length).toBe((everyRow($client)['clients']?.length ?? 0) + 1)
})

test('no column of what was signed, added, decided or told can be written anew, not even one that is added tomorrow', async () => {
  await core.ask('client.changeDetails', { clientId: other, homeMunicipality: '1881', reason: 'Har flyttat' })
  core.signIn({ roles: ['therapist'] })
  await core.ask('breakGlass.open', { clientId: kept, reason: 'Klienten ringde akut' })
  core.signIn({ id: berit, roles: ['therapist'] })
  const [session] = await core.ask('session.ofClient', { clientId: kept })
  const about = { kind: 'session', id: session?.id ?? '' } as const
  await core.ask('remark.add', { clientId: kept, about, kind: 'addition', words: 'Se R-12.' })
  await core.ask('secrecy.decide', { clientId: kept, about, branch: 'healthCare' })
  await core.ask('client.merge', merging())
  /** Told later than the rest, once. */
  const later: Record<string, string[]> = { broken_glass: ['seen_at'] }
  const { $client } = databaseOf(core)
  const free = ['sessions', 'remarks', 'secrecy_decisions', 'client_changes', 'client_merges', 'broken_glass'].flatMap(
    table => {
      expect(sql(`SELECT count(*) AS n FROM ${table}`), table).not.toEqual([{ n: 0 }])
      return sql(`PRAGMA table_info(${table})`)
        .map(each => String(each['name']))
        .filter(
          column =>
            later[table]?.includes(column) !== true && changes($client, `UPDATE ${table} SET ${column} = ${column}`),
        )
        .map(column => `${table}.${column}`)
    },
  )
  expect(free).toEqual([])
})

function changes(database: Database, statement: string): boolean {
  try {
    database.exec(statement)
    return true
  } catch (error) {
    expect(String(error)).toMatch(/never changed|not mended/)
    return false
  }
}

test('gallring removes what the client was called before and the protocol of the merge with all the rest', async () => {
  await core.ask('client.merge', merging({ take: ['number'] }))
  removeClient(databaseOf(core), kept)
  const left = JSON.stringify(everyRecord(core))
  for (const each of [kept, other, NUMBER, COORDINATION, 'R-12', 'R-44', 'Ekzempel']) expect(left).not.toContain(each)
})

describe('who may be the same person', () => {
  const alike = async () =>
    (await core.ask('client.likenesses', { clientId: kept })).map(each => [each.caseNumber, each.name, each.likeness])

  test('is hinted by the same number before, the same name and day of birth, or the name where a number is missing', async () => {
    await addedClient(core, { number: testNumber('1985-03-72', 970), caseNumber: 'R-60' })
    await addedClient(core, { number: '', caseNumber: 'R-61', protectedIdentity: true })
    await addedClient(core, { number: testNumber('1986-03-12'), caseNumber: 'R-62' })
    expect(await alike()).toEqual([
      ['R-60', 'Anna Exempel', 'sameNameAndBirth'],
      ['R-61', '', 'sameName'],
    ])
  })

  test('only among the reader’s own', async () => {
    core.signIn({ roles: ['therapist'] })
    await addedClient(core, { number: '', caseNumber: 'R-61' })
    core.signIn({ id: berit, roles: ['therapist'] })
    expect(await alike()).toEqual([])
  })
})
