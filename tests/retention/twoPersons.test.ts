import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { describeEntry } from '../../main/accessLog/describeEntry.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, testNumber } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

/** A municipality's binder in 2018, with Berit, who alone may decide; five years later its records are due. */
function clinic() {
  const core = coreInMemory({ unit: { name: 'Örebro eftervård', kind: 'municipality' }, today: '2018-11-02' })
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  return { core, berit }
}
/** Afterwards Adam is in, who may decide too. */
const adamComes = (core: TestCore & Pick<ReturnType<typeof coreInMemory>, 'signIn'>) =>
  core.signIn({ name: 'Adam Exempel', roles: ['administrator'] })
const remove = (...clientIds: string[]) => ({ clientIds, decision: 'remove' as const, reason: 'Tiden är ute' })
const DUE = '2026-11-21'

describe('a removal where two may decide', () => {
  test('is proposed by one, which stays on the row, and decided by another', async () => {
    const { core, berit } = clinic()
    const clientId = await addedClient(core, { caseNumber: 'IFO 17' })
    const adam = adamComes(core)
    core.world.setToday(DUE)
    expect(await core.ask('retention.others', {})).toEqual(['Berit Exempel'])
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 1, decided: 0 })
    const proposed = { by: 'Adam Exempel', on: DUE, reason: 'Tiden är ute' }
    expect(await core.ask('retention.due', {})).toMatchObject([{ proposed: { ...proposed, mine: true } }])
    expect(await core.refusalCode('retention.decide', remove(clientId))).toBe('retention-own-proposal')
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe(
      'retention-not-decided',
    )

    core.signIn({ id: berit, roles: ['administrator'] })
    expect(await core.ask('retention.due', {})).toMatchObject([{ proposed: { ...proposed, mine: false } }])
    expect(await core.ask('retention.decide', { ...remove(clientId), reason: '' })).toEqual({ proposed: 0, decided: 1 })
    expect(await core.ask('retention.due', {})).toMatchObject([
      { decided: { decision: 'remove', by: 'Berit Exempel', proposedBy: 'Adam Exempel' } },
    ])
    core.signIn({ id: adam, roles: ['administrator'] })
    await core.ask('retention.carryOut', { clientId, reference: 'IFO 17' })
    expect(await core.ask('retention.protocol', {})).toMatchObject([
      {
        decision: 'remove',
        decidedBy: 'Berit Exempel',
        proposal: { by: 'Adam Exempel', on: DUE, reason: 'Tiden är ute' },
      },
    ])
  })

  test('that is taken back leaves the proposal in the protocol, and must be proposed anew', async () => {
    const { core, berit } = clinic()
    const clientId = await addedClient(core, { caseNumber: 'IFO 17' })
    adamComes(core)
    core.world.setToday(DUE)
    await core.ask('retention.decide', remove(clientId))
    await core.ask('retention.decide', { clientIds: [clientId], decision: 'keep', reason: 'Förslaget togs tillbaka' })
    core.signIn({ id: berit, roles: ['administrator'] })
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 1, decided: 0 })
    expect((await core.ask('retention.protocol', {})).map(each => each.decision)).toEqual([
      'propose',
      'keep',
      'propose',
    ])
  })

  test('is not decided alone by whoever shuts the other out afterwards, without it being told', async () => {
    const { core, berit } = clinic()
    const clientId = await addedClient(core, { caseNumber: 'IFO 17' })
    const adam = adamComes(core)
    core.world.setToday(DUE)
    await core.ask('retention.decide', remove(clientId))
    core.signIn({ id: adam, roles: ['administrator'] })
    await core.ask('user.setRoles', { userId: berit, roles: ['therapist'] })
    expect(await core.refusalCode('retention.decide', { ...remove(clientId), reason: '' })).toBe(
      'retention-reason-missing',
    )
    await core.ask('retention.decide', remove(clientId))
    expect((await core.ask('retention.due', {}))[0]?.decided).not.toHaveProperty('proposedBy')
    expect((await core.ask('retention.protocol', {})).map(each => each.decision)).toEqual(['remove', 'propose'])
  })

  test('is decided alone, with a reason, where only one may', async () => {
    const { core } = clinic()
    const clientId = await addedClient(core)
    core.world.setToday(DUE)
    expect(await core.ask('retention.others', {})).toEqual([])
    expect(await core.refusalCode('retention.decide', { ...remove(clientId), reason: '' })).toBe(
      'retention-reason-missing',
    )
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 0, decided: 1 })
  })
})

describe('many records', () => {
  test('are decided about together, each with its row in the protocol and on its own log – all or none', async () => {
    const { core } = clinic()
    const ids = [
      await addedClient(core, { number: testNumber('1985-03-12', 981), caseNumber: 'A 1' }),
      await addedClient(core, { number: testNumber('1985-03-13', 982), caseNumber: 'A 2' }),
    ]
    const kept = await addedClient(core, { number: testNumber('1985-03-15', 983), caseNumber: 'A 3' })
    core.world.setToday(DUE)
    expect(await core.refusalCode('retention.decide', remove(...ids, kept))).toBe('retention-kept')
    expect(await core.ask('retention.protocol', {})).toEqual([])
    expect(await core.ask('retention.decide', remove(...ids, ...ids))).toEqual({ proposed: 0, decided: 2 })
    expect((await core.ask('retention.protocol', {})).map(each => each.caseNumber).toSorted()).toEqual(['A 1', 'A 2'])
    const rows = [...entriesFrom(databaseOf(core), 1)].filter(each => each.method === 'retention.decide')
    expect(rows.map(each => each.clientId).filter(each => each !== null)).toEqual(ids)
    expect(rows.filter(each => each.clientId !== null).map(each => describeEntry(each, () => ''))).toEqual(
      ids.map(() => 'Ändrat: gallring, gallras'),
    )
  })

  test.each(['9999-12-31', '2199-06-31', '10000-01-01', '0018-11-02', 'i våras'])(
    'one whose last day is %j never stops the list, is told of, and is kept',
    async far => {
      const { core } = clinic()
      const clientId = await addedClient(core, { caseNumber: 'IFO 17' })
      const strange = await addedClient(core, { number: '', caseNumber: 'IFO 18' })
      const { $client } = databaseOf(core)
      $client.pragma('ignore_check_constraints = ON')
      $client.prepare('UPDATE clients SET added_on = ? WHERE id = ?').run(far, strange)
      core.world.setToday(DUE)
      expect(await core.ask('retention.due', {})).toMatchObject([{ clientId }])
      expect(await core.ask('retention.unreckoned', {})).toEqual([
        { clientId: strange, reference: 'IFO 18', lastNoteOn: far },
      ])
      expect(await core.refusalCode('retention.decide', remove(strange))).toBe('retention-not-due')
    },
  )

  test('a state agency’s decision of two hundred signs does not stop it either', async () => {
    const { core } = clinic()
    await addedClient(core)
    core.world.setToday(DUE)
    await core.ask('retention.setAuthority', { kind: 'state', controller: '', decision: 'D'.repeat(200), years: 5 })
    expect(await core.ask('retention.due', {})).toHaveLength(1)
  })
})

describe('a birthday or a home municipality that is not known', () => {
  test.each([
    ['no number', { number: '', caseNumber: 'IFO 17' }, 'birthdayUnknown'],
    ['no municipality', { homeMunicipality: 'unknown' }, 'municipalityUnknown'],
  ])('%s: is kept until someone has decided and said how it was looked into', async (_what, given, why) => {
    const { core } = clinic()
    const clientId = await addedClient(core, given)
    adamComes(core)
    core.world.setToday(DUE)
    expect(await core.ask('retention.due', {})).toMatchObject([{ kept: [why] }])
    expect(await core.refusalCode('retention.decide', { ...remove(clientId), reason: '' })).toBe(
      'retention-reason-missing',
    )
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 1, decided: 0 })
  })

  test('words from before that could not be read keep the record', async () => {
    const { core } = clinic()
    const clientId = await addedClient(core)
    databaseOf(core).$client.exec(
      "UPDATE clients SET home_municipality = 'unknown', unread_municipality = 'Kramfors gamla'",
    )
    core.world.setToday(DUE)
    expect(await core.ask('retention.due', {})).toMatchObject([{ clientId, kept: ['municipalityUnknown'] }])
  })
})

describe('the rule', () => {
  /** The words of the log's last entry of the method. */
  const lastLogged = (core: ReturnType<typeof coreInMemory>, method: string) => {
    const entry = [...entriesFrom(databaseOf(core), 1)].findLast(each => each.method === method)
    return entry === undefined ? '' : describeEntry(entry, () => '')
  }

  test('is worked out anew when the home municipality or the number changes: the log tells the old one and the new', async () => {
    const { core } = clinic()
    const clientId = await addedClient(core, { number: testNumber('1985-03-12', 981) })
    const change = (given: object) => core.ask('client.changeDetails', { clientId, reason: 'Rättat', ...given })
    expect(await change({ homeMunicipality: '2282' })).toEqual({
      retentionRule: { was: [], became: ['researchMunicipality'] },
    })
    expect(lastLogged(core, 'client.changeDetails')).toBe(
      'Ändrat: klientuppgifter, gallringsregeln var: gallras när tiden är ute; är: bevaras för forskning efter hemkommun',
    )
    await change({ homeMunicipality: '1880', number: testNumber('1985-03-15', 982) })
    expect(lastLogged(core, 'client.changeDetails')).toContain(
      'var: bevaras för forskning efter hemkommun; är: bevaras för forskning efter födelsedag',
    )
    expect(await change({ name: 'Anna Gift' })).toEqual({})
    expect(lastLogged(core, 'client.changeDetails')).toBe('Ändrat: klientuppgifter')
    await core.ask('retention.setAuthority', { kind: 'state', controller: '', decision: 'Dnr 4', years: 10 })
    expect(lastLogged(core, 'retention.setAuthority')).toBe(
      'Ändrat: gallring, gallringsregeln var: Kommunal nämnd; är: Statlig myndighet (SiS), 10 år',
    )
  })

  test('that has changed since a proposal or a decision makes it void: it must be decided anew', async () => {
    const { core, berit } = clinic()
    const clientId = await addedClient(core, { homeMunicipality: 'unknown', caseNumber: 'IFO 17' })
    const adam = adamComes(core)
    core.world.setToday(DUE)
    const found = () => databaseOf(core).$client.exec("UPDATE clients SET home_municipality = '1880'")
    await core.ask('retention.decide', remove(clientId))
    found()
    core.signIn({ id: berit, roles: ['administrator'] })
    expect(await core.ask('retention.due', {})).toMatchObject([{ proposed: { ruleThen: ['municipalityUnknown'] } }])
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 1, decided: 0 })
    core.signIn({ id: adam, roles: ['administrator'] })
    expect(await core.ask('retention.decide', remove(clientId))).toEqual({ proposed: 0, decided: 1 })
    databaseOf(core).$client.exec("UPDATE clients SET home_municipality = 'unknown'")
    expect(await core.ask('retention.due', {})).toMatchObject([{ decided: { ruleThen: [] } }])
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe(
      'retention-rule-changed',
    )
    databaseOf(core).$client.exec("UPDATE clients SET home_municipality = '2281'")
    expect(await core.refusalCode('retention.carryOut', { clientId, reference: 'IFO 17' })).toBe('retention-kept')
  })
})
