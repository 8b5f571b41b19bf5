import { describe, expect, test } from 'vitest'
import { USUAL_SETTINGS } from '../../main/contract/logReview.ts'
import type { Authority } from '../../main/contract/retention.ts'
import { dueAfter, keptForResearch } from '../../main/retention/retentionRule.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, clientWithRecord, heldSession, slotFor, testNumber } from '../support/people.ts'
import { databaseOf, everyRow, tableNames } from '../support/tables.ts'

const MUNICIPALITY: Authority = { kind: 'municipality', controller: 'Socialnämnden', decision: '' }
const PRIVATE: Authority = { ...MUNICIPALITY, kind: 'private' }
const STATE: Authority = { ...MUNICIPALITY, kind: 'state' }

describe('when a record may be removed, and by when it must be', () => {
  test.each([
    ['the municipality: five years', MUNICIPALITY, '2021-03-03', '2026-03-03', '2027-12-31', /16 kap. 1 §/],
    ['a private provider: two years', PRIVATE, '2024-11-20', '2026-11-20', '2027-12-31', /17 kap. 2 §/],
    ['a leap day has its day after', MUNICIPALITY, '2024-02-29', '2029-03-01', '2030-12-31', /16 kap/],
    ['a private provider’s leap day', PRIVATE, '2024-02-29', '2026-03-01', '2027-12-31', /17 kap/],
    [
      'the state: as it has decided itself',
      { ...STATE, decision: 'SiS 2019:4', years: 10 },
      '2016-01-31',
      '2026-01-31',
      '2027-12-31',
      /gallringsbeslut SiS 2019:4/,
    ],
  ] as const)('%s', (_who, authority, lastNote, from, by, ground) => {
    expect(dueAfter(lastNote, authority)).toEqual({ from, by, ground: expect.stringMatching(ground) })
  })

  test('never, at a state agency that has not decided', () => {
    expect(dueAfter('1990-01-01', STATE)).toBeUndefined()
  })
})

describe('kept for research', () => {
  const rule = { areas: ['05', '09', '22', '1480'], birthDays: [5, 15, 25] }
  test.each([
    ['19850305', '1880', ['researchBirthday']],
    ['19850315', '1880', ['researchBirthday']],
    ['19850325', '0580', ['researchMunicipality', 'researchBirthday']],
    ['19850312', '2282', ['researchMunicipality']],
    ['19850301', '2281', ['researchMunicipality']],
    ['19850312', '0980', ['researchMunicipality']],
    ['19850312', '1480', ['researchMunicipality']],
    ['19850312', '2299', ['researchMunicipality']], // one that the county has split into later
    ['19850365', '1880', ['researchBirthday']], // a coordination number
    ['19850360', '1880', ['birthdayUnknown']], // and one whose day is not known
    ['19850372', '1880', []],
    ['19850312', '1880', []],
    ['19850312', 'abroad', []],
    ['19850312', 'unknown', ['municipalityUnknown']],
    ['', '1880', ['birthdayUnknown']],
  ])('born %s, living in %s: %j', (born, homeMunicipality, why) => {
    const client = { number: born && `${born}0000`, homeMunicipality }
    expect(keptForResearch(client, rule, MUNICIPALITY)).toEqual(why)
    expect(keptForResearch(client, rule, STATE)).toEqual([])
  })
})

/** A municipality's binder, with a record that was last written in on that day. */
async function oldRecord(lastNote = '2021-03-03', given: Parameters<typeof addedClient>[1] = {}) {
  const core = coreInMemory({ unit: { name: 'Örebro eftervård', kind: 'municipality' }, today: lastNote })
  const clientId = await addedClient(core, { caseNumber: 'IFO 17', ...given })
  await core.ask('session.record', await heldSession(core, clientId, 1, { note: 'Sista anteckningen.' }))
  core.world.setToday('2026-11-21')
  return { core, clientId }
}

describe('the list', () => {
  test('has records past their time and no others, named without a name', async () => {
    const { core, clientId } = await oldRecord()
    await addedClient(core, { number: '', caseNumber: 'Ny' })
    expect(await core.ask('retention.due', {})).toEqual([
      {
        clientId,
        reference: 'IFO 17',
        lastNoteOn: '2021-03-03',
        dueFrom: '2026-03-03',
        dueBy: '2027-12-31',
        kept: [],
        ground: 'SoL 16 kap. 1 §: fem år efter sista anteckningen',
      },
    ])
  })

  test('counts the last thing written, whatever it was', async () => {
    const { core, clientId } = await oldRecord()
    core.world.setToday('2023-01-01')
    await core.ask('offer.record', { clientId, offered: 'cra', on: '2023-01-01', answer: 'yes', manner: 'telephone' })
    core.world.setToday('2026-11-21')
    expect(await core.ask('retention.due', {})).toEqual([])
  })

  test('counts a change of details by the day in Sweden, also on New Year’s night', async () => {
    const { core, clientId } = await oldRecord('2020-12-31')
    core.world.setToday('2020-12-31', '22:59')
    await core.ask('client.changeDetails', { clientId, homeMunicipality: '1881', reason: 'Har flyttat' })
    core.world.setToday('2026-11-21')
    expect(await core.ask('retention.due', {})).toMatchObject([{ lastNoteOn: '2020-12-31', dueBy: '2026-12-31' }])
    core.world.setToday('2020-12-31', '23:00')
    await core.ask('client.changeDetails', { clientId, homeMunicipality: '1861', reason: 'Har flyttat' })
    core.world.setToday('2026-11-21')
    expect(await core.ask('retention.due', {})).toMatchObject([{ lastNoteOn: '2021-01-01', dueBy: '2027-12-31' }])
  })

  test('is empty at an LVM home until a decision is put in, and then follows it', async () => {
    const core = coreInMemory({ today: '2010-01-01' })
    await addedClient(core)
    core.world.setToday('2026-11-21')
    expect(await core.ask('retention.due', {})).toEqual([])
    await core.ask('retention.setAuthority', { kind: 'state', controller: 'SiS', decision: 'Dnr 4', years: 10 })
    expect(await core.ask('retention.due', {})).toMatchObject([{ dueFrom: '2020-01-01', kept: [] }])
  })

  test('wants a state agency’s decision with its years, or neither', async () => {
    const { core } = await oldRecord()
    expect(
      await core.refusal('retention.setAuthority', { kind: 'state', controller: '', decision: 'Dnr 4' }),
    ).toMatchObject({ code: 'invalid-input', details: { field: 'years' } })
  })
})

describe('a record past its time', () => {
  test('is removed when a person has decided so and written which it is – every row of it, and only of it', async () => {
    const { core, clientId } = await oldRecord()
    const other = await clientWithRecord(core, { number: testNumber('1970-01-01', 985) })
    const db = databaseOf(core)
    const before = rowsWith(core, other)
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe(
      'retention-not-decided',
    )
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' })
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 71' })).toBe(
      'retention-other-reference',
    )
    const { removedRows } = await core.ask('retention.carryOut', { clientId, reference: 'IFO 17' })
    expect(removedRows).toBeGreaterThan(20)
    expect(rowsWith(core, clientId)).toEqual({ access_log: expect.any(Array), retention_decisions: expect.any(Array) })
    expect(rowsWith(core, other)).toEqual(before)
    expect(JSON.stringify(everyRow(db.$client))).not.toMatch(/Sista anteckningen/)
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
    expect(await core.ask('retention.protocol', {})).toMatchObject([
      {
        caseNumber: 'IFO 17',
        decision: 'remove',
        decidedBy: 'Berit Exempel',
        carriedOutBy: 'Berit Exempel',
        removedRows,
      },
    ])
    expect(await core.refusalCode('client.get', { clientId })).toBe('not-found')
  })

  test('is kept when a person has said why, and the list says so', async () => {
    const { core, clientId } = await oldRecord()
    expect(await core.refusalCode('retention.decide', { clientIds: [clientId], decision: 'keep', reason: '' })).toBe(
      'retention-reason-missing',
    )
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' })
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'keep', reason: 'Pågående mål i domstol' })
    expect(await core.ask('retention.due', {})).toMatchObject([
      { decided: { decision: 'keep', reason: 'Pågående mål i domstol', by: 'Berit Exempel' } },
    ])
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe(
      'retention-not-decided',
    )
  })

  test('that is kept for research cannot be removed', async () => {
    const { core, clientId } = await oldRecord('2021-03-03', { number: testNumber('1985-03-15', 981) })
    expect(
      await core.refusalCode('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' }),
    ).toBe('retention-kept')
  })

  test('that is not yet past it cannot be decided about', async () => {
    const { core, clientId } = await oldRecord('2022-03-03')
    expect(
      await core.refusalCode('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' }),
    ).toBe('retention-not-due')
  })
})

describe('a record that someone is still at work in', () => {
  const BUSY = 'retention-at-work'
  type Work = (core: ReturnType<typeof coreInMemory>, clientId: string) => Promise<void>
  const draft: Work = async (core, clientId) => {
    const { user } = await core.ask('user.me', {})
    const place = `session:${await slotFor(core, clientId, 2)}`
    const at = { clientId, place, writer: user.id, window: core.world.newId<string>() }
    await core.ask('draft.save', { ...at, content: '{"note":"ett halvskrivet ord"}', basedOn: 0, attempt: 1 })
  }
  const setAside: Work = async (core, clientId) => {
    const { user } = await core.ask('user.me', {})
    const place = `outcome:${await slotFor(core, clientId, 2)}`
    await core.ask('draft.setAside', {
      clientId,
      place,
      id: core.world.newId<string>(),
      content: '{"note":"ett ord"}',
      writer: user.id,
    })
  }
  const planned: Work = async (core, clientId) => {
    const slotId = await slotFor(core, clientId, 2)
    await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-25' })
  }
  const placed: Work = async (core, clientId) => {
    await core.ask('placement.add', {
      clientId,
      legalGround: 'sol',
      unit: { name: 'Öppenvården', kind: 'outpatient' },
      fromOn: '2020-05-01',
    })
  }

  test.each([
    ['an unsigned text', draft, 'draft'],
    ['a text that was let go and is within reach', setAside, 'draft'],
    ['a planned session', planned, 'plannedSession'],
    ['a placement that has not ended', placed, 'openPlacement'],
  ] as const)(
    '%s: stands in the list with the reason, and is not removed, not even once it is decided',
    async (...row) => {
      const [, work, why] = row
      const { core, clientId } = await oldRecord()
      await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' })
      await work(core, clientId)
      expect(await core.ask('retention.due', {})).toMatchObject([{ clientId, kept: [why] }])
      const before = everyRow(databaseOf(core).$client)
      expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe(BUSY)
      expect(
        await core.refusalCode('retention.decide', {
          clientIds: [clientId],
          decision: 'remove',
          reason: 'Tiden är ute',
        }),
      ).toBe(BUSY)
      expect(everyRow(databaseOf(core).$client)).toEqual(before)
      await core.ask('retention.decide', {
        clientIds: [clientId],
        decision: 'keep',
        reason: 'Klienten är på väg tillbaka',
      })
    },
  )

  test('a text of someone who has the client no longer is told of and stops nothing', async () => {
    const { core, clientId } = await oldRecord()
    await draft(core, clientId)
    const kim = core.signIn({ roles: ['therapist', 'administrator'] })
    await core.ask('client.assign', { clientId, therapistId: kim, reason: 'Berit har slutat' })
    expect(await core.ask('retention.due', {})).toMatchObject([{ kept: ['draftLeft'] }])
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' })
    core.signIn({ name: 'Adam Exempel', roles: ['administrator'] })
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: '' })
    await core.ask('retention.carryOut', { clientId, reference: 'IFO 17' })
  })

  test('a text that was let go longer ago than anyone can reach stops nothing either', async () => {
    const { core, clientId } = await oldRecord()
    await setAside(core, clientId)
    core.world.setToday('2026-12-22')
    expect(await core.ask('retention.due', {})).toMatchObject([{ kept: [] }])
  })
})

test('of a removed client no word is left anywhere, but the case number and the reason in the protocol', async () => {
  const core = coreInMemory({ unit: { name: 'Örebro eftervård', kind: 'municipality' }, today: '2021-03-03' })
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const words = {
    name: 'Kanariefågel',
    note: 'Kanarienätter',
    relative: 'Kanariekusin',
    reason: 'Kanarieskäl',
    change: 'Kanariebyte',
    caseNumber: 'IFO-17',
    number: testNumber('1985-03-12', 981),
  }
  const { name, note, relative, reason, change, caseNumber, number } = words
  const clientId = await addedClient(core, {
    name: `Ada ${name}`,
    number,
    caseNumber,
  })
  await core.ask('session.record', await heldSession(core, clientId, 1, { note: `${note} och ${relative}` }))
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist', 'administrator'] })
  await core.ask('breakGlass.open', { clientId, reason: `${reason}: ringde akut` })
  await core.ask('client.get', { clientId })
  await core.ask('client.assign', { clientId, therapistId: kim, reason: `${change} av avdelning` })
  core.signIn({ id: berit, roles: ['supervisor', 'administrator'] })
  const { reviewId } = await core.ask('logReview.begin', {
    fromOn: '2021-03-01',
    toOn: '2021-03-03',
    settings: USUAL_SETTINGS,
  })
  const { content } = await core.ask('logReview.get', { reviewId })
  const shown = content.items.map(each => `${each.reason} ${each.clientReference} ${each.words}`)
  expect(shown).toContain(`breakGlass ${caseNumber} ${reason}: ringde akut`)
  expect(shown).toContain(`tookOver ${caseNumber} ${change} av avdelning`)
  core.world.setToday('2026-11-21')
  await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: 'Tiden är ute' })
  core.signIn({ id: kim, name: 'Kim Kollega', roles: ['administrator'] })
  await core.ask('retention.decide', { clientIds: [clientId], decision: 'remove', reason: '' })
  await core.ask('retention.carryOut', { clientId, reference: caseNumber })
  core.signIn({ id: berit, roles: ['supervisor', 'administrator'] })

  const { retention_decisions: decided, retention_proposals: proposed, ...rest } = everyRow(databaseOf(core).$client)
  const left = Object.entries(rest).flatMap(([table, rows]) =>
    Object.values(words)
      .filter(each => JSON.stringify(rows).includes(each))
      .map(each => [table, each]),
  )
  expect(left).toEqual([])
  expect(Object.values(words).filter(each => JSON.stringify([decided, proposed]).includes(each))).toEqual([caseNumber])
  const after = (await core.ask('logReview.get', { reviewId })).content.items
  expect(after.map(each => [each.key, each.clientReference, each.words])).toEqual(
    content.items.map(each => [each.key, '', '']),
  )
})

test('the protocol can be neither rewritten nor emptied', async () => {
  const { core, clientId } = await oldRecord()
  await core.ask('retention.decide', { clientIds: [clientId], decision: 'keep', reason: 'Ska vara kvar' })
  const { $client } = databaseOf(core)
  expect(() => $client.exec("UPDATE retention_decisions SET reason = 'Något annat'")).toThrow('stands as it was made')
  expect(() => $client.exec("UPDATE retention_decisions SET kept = '[]'")).toThrow('stands as it was made')
  expect(() => $client.exec('DELETE FROM retention_decisions')).toThrow('is kept')
})

/** The rows of each table that name the client or anything of theirs. */
function rowsWith(core: ReturnType<typeof coreInMemory>, clientId: string): Record<string, unknown[]> {
  const { $client } = databaseOf(core)
  const rows = tableNames($client).map(table => {
    const all = $client.prepare(`SELECT * FROM "${table}"`).all()
    return [table, all.filter(each => JSON.stringify(each).includes(clientId))] as const
  })
  return Object.fromEntries(rows.filter(([, found]) => found.length > 0))
}
