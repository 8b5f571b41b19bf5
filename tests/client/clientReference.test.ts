import { beforeEach, describe, expect, test } from 'vitest'
import { fillClientKeys } from '../../db/clientKeys.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { addedClient, slotFor, testNumber } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

let core: SharedCore
beforeEach(() => {
  core = coreInMemory()
})

const added = (name: string, bornOn: string, more: Parameters<typeof addedClient>[1] = {}) =>
  addedClient(core, { name, number: testNumber(bornOn), ...more })
const references = async () =>
  new Map((await core.ask('client.assignments', {})).map(each => [each.clientId, each.reference]))

describe('the reference of a client', () => {
  test('is the case number where nobody else has it, and else is told from every other by a running number', async () => {
    const ids = [
      await added('Johan Exempel', '1984-01-01', { sex: 'man' }),
      await added('Jonas Exempel', '1984-02-02', { sex: 'man' }),
      await added('Anna Ek', '1985-01-01', { caseNumber: 'IFO 1' }),
      await added('Eva Ek', '1986-01-01', { caseNumber: 'IFO 2' }),
      await added('Ulf Ek', '1987-01-01', { caseNumber: 'ifo\u00A02\u200B', sex: 'man' }),
      await added('Maja Hemlig', '1988-01-01', { protectedIdentity: true }),
      await added('Siv Hemlig', '1989-01-01', { protectedIdentity: true }),
      await added('Bo Lur', '1990-01-01', { caseNumber: 'J. E. 1984, nr 1', sex: 'man' }),
      await addedClient(core, { name: 'Leyla Exempel', number: '00342145BZ31' }),
    ]
    const found = await references()
    expect(ids.map(id => found.get(id))).toEqual([
      'J. E. 1984, nr 1',
      'J. E. 1984, nr 2',
      'IFO 1',
      'IFO 2, nr 4',
      'ifo\u00A02\u200B, nr 5',
      'Skyddade personuppgifter, nr 6',
      'Skyddade personuppgifter, nr 7',
      'J. E. 1984, nr 1, nr 8',
      'L. E., nr 9',
    ])
  })

  test('follows the case number when it changes, and the number of one who has gone is not given again', async () => {
    const anna = await added('Anna Ek', '1985-01-01', { caseNumber: 'IFO 1' })
    const eva = await added('Eva Ek', '1986-01-01')
    await core.ask('client.changeDetails', { clientId: eva, caseNumber: 'IFO 1', reason: 'Samma ärende' })
    expect([...(await references()).values()].toSorted()).toEqual(['IFO 1, nr 1', 'IFO 1, nr 2'])
    await core.ask('client.changeDetails', { clientId: eva, caseNumber: '', reason: 'Fel ärende' })
    await core.ask('client.changeDetails', { clientId: anna, caseNumber: 'IFO 7', reason: 'Nytt ärende' })
    expect((await references()).get(anna)).toBe('IFO 7')
    const { other } = await core.ask('client.compare', { clientId: anna, otherId: eva })
    const merge = { clientId: anna, otherId: eva, take: [], reason: 'Samma person' }
    expect(await core.refusalCode('client.merge', { ...merge, reference: 'E. E. 1986' })).toBe('merge-other-reference')
    await core.ask('client.merge', { ...merge, reference: other.reference })
    const next = await added('Siv Ek', '1990-01-01')
    expect((await references()).get(next)).toBe('S. E. 1990, nr 3')
  })

  test('may be typed with other spaces and in small letters', async () => {
    const anna = await added('Anna Ek', '1985-01-01')
    const eva = await added('Eva Ek', '1986-01-01')
    const reference = ' e. e.\u00A01986,  nr 2'
    await core.ask('client.merge', { clientId: anna, otherId: eva, take: [], reason: 'Samma person', reference })
    expect([...(await references()).keys()]).toEqual([anna])
  })
})

describe('several protected clients', () => {
  test('with a number only are told apart in every list, and on their own pages', async () => {
    const ids = []
    for (const [nth, name] of ['Maja Hemlig', 'Siv Hemlig', 'Eva Hemlig'].entries()) {
      const clientId = await added(name, `198${nth}-01-01`, { protectedIdentity: true })
      await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, 1), plannedOn: '2026-11-21' })
      ids.push(clientId)
    }
    const { clients } = await core.ask('client.list', { words: '' })
    const today = await core.ask('today.list', {})
    expect(clients.map(each => [each.name, each.maskedNumber, each.caseNumber])).toEqual([
      ['', '', 'nr 1'],
      ['', '', 'nr 2'],
      ['', '', 'nr 3'],
    ])
    expect(today.sessions.map(each => each.caseNumber).toSorted()).toEqual(['nr 1', 'nr 2', 'nr 3'])
    expect(JSON.stringify([clients, today])).not.toMatch(/Maja|Siv|Eva|Hemlig|198\d/)
    for (const [nth, clientId] of ids.entries())
      expect(await core.ask('client.get', { clientId })).toMatchObject({ listedAs: `nr ${nth + 1}`, caseNumber: '' })
  })

  test('with one case number between them too', async () => {
    for (const bornOn of ['1981-01-01', '1982-01-01'])
      await added('Maja Hemlig', bornOn, { protectedIdentity: true, caseNumber: 'S-1' })
    const { clients } = await core.ask('client.list', { words: 's-1' })
    expect(clients.map(each => each.caseNumber)).toEqual(['S-1, nr 1', 'S-1, nr 2'])
  })

  test('in a binder of an earlier version as well', async () => {
    await added('Maja Hemlig', '1981-01-01', { protectedIdentity: true })
    const { $client } = databaseOf(core)
    const before = $client.prepare('SELECT * FROM clients').all()
    $client.exec("UPDATE clients SET known_as = '', reference = '', listed_as = ''")
    fillClientKeys(databaseOf(core))
    expect($client.prepare('SELECT * FROM clients').all()).toEqual(before)
  })
})
