import { beforeEach, describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import { describeEntry } from '../../main/accessLog/describeEntry.ts'
import { checkDigit } from '../../main/client/personalIdentityNumber.ts'
import type { Unit } from '../../main/contract/unit.ts'
import { alikeUnits } from '../../renderer/unit/alikeUnits.ts'
import { coreInMemory } from '../support/core.ts'
import { AFTERCARE, addedClient, consentFor, newClient, toSeal } from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf, everyRow } from '../support/tables.ts'

let core: ReturnType<typeof coreInMemory>
beforeEach(() => {
  core = coreInMemory()
})

describe('unit.add', () => {
  test('adds a unit by its name, once', async () => {
    const added = await core.ask('unit.add', { name: 'Boendeteamet Bryggan', kind: 'municipality' })
    expect(added).toMatchObject({ name: 'Boendeteamet Bryggan', kind: 'municipality' })
    expect(await core.ask('unit.add', { name: 'Boendeteamet Bryggan', kind: 'municipality' })).toEqual(added)
    const units = await core.ask('unit.list', {})
    expect(units.filter(each => each.name === 'Boendeteamet Bryggan')).toEqual([added])
  })
})

test('one’s own unit stands among the units', async () => {
  const { unit } = await core.ask('user.me', {})
  expect(await core.ask('unit.list', {})).toContainEqual(unit)
})

describe('unit.lists', () => {
  test('keeps the client’s reasons apart from ours, and every code once', async () => {
    const { reasons, endReasons, legalGrounds } = await core.ask('unit.lists', {})
    expect(new Set(reasons.map(each => each.side))).toEqual(new Set(['client', 'service']))
    for (const list of [reasons, endReasons, legalGrounds]) {
      expect(list.length).toBeGreaterThan(0)
      expect(new Set(list.map(each => each.code)).size).toBe(list.length)
    }
  })

  test('puts each legal ground in a phase of the care chain', async () => {
    const { legalGrounds } = await core.ask('unit.lists', {})
    expect(new Set(legalGrounds.map(each => each.phase))).toEqual(new Set(['A', 'B', 'C']))
  })
})

test('interim numbers are taken only where an administrator has said so', async () => {
  const number = `19850312T98${checkDigit('850312198')}`
  expect(await core.refusal('client.add', newClient({ number }))).toEqual({
    code: 'number-invalid',
    details: { part: 'interim' },
  })
  await core.ask('unit.setInterimNumbers', { taken: true })
  const { clientId } = await core.ask('client.add', newClient({ number }))
  expect(await core.ask('client.get', { clientId })).toMatchObject({ numberKind: 'interimNumber' })
  expect((await core.ask('client.list', { words: `850312–t98${number.slice(-1)}` })).total).toBe(1)
})

/** A municipality that applied for someone's care, and the unit that came of it. */
async function appliedBy(name: string, number = ''): Promise<string> {
  const clientId = await addedClient(core, {
    number,
    caseNumber: `Ä ${name}`,
    placement: {
      legalGround: 'lvm4',
      unit: { name: 'Runnagården', kind: 'lvmHome' },
      appliedBy: { name, kind: 'municipality' },
      fromOn: '2026-08-31',
    },
  })
  return (await core.ask('careChain.ofClient', { clientId })).placements[0]?.appliedBy?.id ?? ''
}
const names = async () => (await core.ask('unit.list', {})).map(each => each.name)

describe('a unit is one, however its name is written', () => {
  test.each([
    ['Örebro kommun', 'örebro kommun'],
    ['Örebro kommun', 'Örebro  kommun'],
    ['Örebro kommun', 'O\u0308rebro\u00a0kommun '],
    ['Örebro kommun', 'Örebro'],
    ['Örebro kommun', 'Örebros kommun'],
    ['Göteborgs Stad', 'Göteborg'],
  ])('%j and %j', async (first, second) => {
    const id = await appliedBy(first)
    expect(await appliedBy(second)).toBe(id)
    expect(await names()).toEqual(expect.arrayContaining([first]))
    expect(await names()).toHaveLength(2)
  })

  test.each([
    ['Håbo kommun', 'Habo kommun'],
    ['Örebro kommun', 'Örebro eftervård'],
    ['Norr', 'Söder'],
  ])('%j and %j are two', async (first, second) => {
    expect(await appliedBy(second)).not.toBe(await appliedBy(first))
  })

  test('a consent towards it holds, and a package names the one that is here', async () => {
    const clientId = await addedClient(core)
    const consentId = await consentFor(core, clientId, { receiver: 'örebro  EFTERVÅRD' })
    const sealed = await core.ask('handover.seal', toSeal(clientId, consentId))
    const receiver = coreInMemory({ seed: 'receiver', unit: AFTERCARE })
    await receiver.ask('unit.add', { name: 'runnagården', kind: 'lvmHome' })
    const { file, words } = sentFile(core, sealed)
    await receiver.ask('handover.accept', { file, words, readBack: 'Vi tar emot' })
    expect((await receiver.ask('unit.list', {})).map(each => each.name).toSorted()).toEqual(
      ['Örebro eftervård', 'runnagården'].toSorted(),
    )
  })
})

describe('a unit that is renamed', () => {
  test('keeps its clients, and is found by the name it had', async () => {
    const id = await appliedBy('Örebro kommun')
    await core.ask('unit.change', { unitId: id, name: 'Socialnämnden  Örebro', kind: 'municipality' })
    expect(await names()).toContain('Socialnämnden Örebro')
    expect(await appliedBy('örebro KOMMUN')).toBe(id)
    const [kept] = (await core.ask('unit.register', {})).filter(each => each.unit.id === id)
    expect(kept).toMatchObject({
      own: false,
      uses: { placements: 0, applications: 2, custodies: 0, handovers: 0 },
      earlier: [{ name: 'Örebro kommun', merged: false, by: 'Berit Exempel' }],
    })
    const last = [...entriesFrom(databaseOf(core), 1)].findLast(each => each.method === 'unit.change')
    expect(last && describeEntry(last, () => '')).toBe('Ändrat: enheter, som hette Örebro kommun')
  })

  test('does not take another’s name, and one’s own unit is called its new name at once', async () => {
    const id = await appliedBy('Örebro kommun')
    const { unit } = await core.ask('user.me', {})
    expect(await core.refusal('unit.change', { unitId: id, name: 'RUNNAGÅRDEN', kind: 'lvmHome' })).toEqual({
      code: 'unit-name-taken',
      details: { name: 'Runnagården' },
    })
    await core.ask('unit.change', { unitId: unit.id, name: 'Nya Runnagården', kind: 'lvmHome' })
    expect((await core.ask('user.me', {})).unit.name).toBe('Nya Runnagården')
  })
})

describe('two units that are merged', () => {
  /** As a binder from before holds them. */
  const twice = () => {
    const { $client } = databaseOf(core)
    const id = core.world.newId<string>()
    $client.prepare("INSERT INTO units VALUES (?, 'örebro kommun', 'municipality')").run(id)
    return id
  }

  test('are one: everything that named the one names the other, and its name and id lead there', async () => {
    const kept = await appliedBy('Örebro kommun')
    const gone = twice()
    databaseOf(core).$client.prepare('UPDATE placements SET applied_by = ?').run(gone)
    const { moved } = await core.ask('unit.merge', { unitId: kept, goneId: gone })
    expect(moved).toEqual({ placements: 0, applications: 1, custodies: 0, handovers: 0 })
    expect(JSON.stringify(everyRow(databaseOf(core).$client)['placements'])).not.toContain(gone)
    expect(await names()).toEqual(['Runnagården', 'Örebro kommun'])
    expect((await core.ask('unit.register', {})).find(each => each.unit.id === kept)?.earlier).toMatchObject([
      { name: 'örebro kommun', merged: true, by: 'Berit Exempel' },
    ])
    expect(databaseOf(core).$client.pragma('foreign_key_check')).toEqual([])
    expect(() => databaseOf(core).$client.exec('DELETE FROM earlier_units')).toThrow('is kept')
  })

  test('every table that names a unit is moved', () => {
    const { $client } = databaseOf(core)
    const tables = $client.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    const naming = tables.flatMap(table =>
      ($client.pragma(`foreign_key_list(${table})`) as { table: string; from: string }[])
        .filter(each => each.table === 'units')
        .map(each => `${table}.${each.from}`),
    )
    expect(naming.toSorted()).toEqual([
      'custodies.unit_id',
      'earlier_units.unit_id',
      'handovers.other_unit',
      'installation.unit_id', // one's own is never merged into another
      'placements.applied_by',
      'placements.unit_id',
    ])
  })

  test('one’s own is never the one that goes, nor takes over what another holds', async () => {
    const { unit: own } = await core.ask('user.me', {})
    const other = await appliedBy('Örebro kommun')
    expect(await core.refusalCode('unit.merge', { unitId: other, goneId: own.id })).toBe('unit-is-own')
    const [client] = (await core.ask('client.list', { words: '' })).clients
    databaseOf(core)
      .$client.prepare("INSERT INTO custodies VALUES (?, 2, ?, '2026-11-01', NULL)")
      .run(client?.id, other)
    expect(await core.refusalCode('unit.merge', { unitId: own.id, goneId: other })).toBe('unit-is-own')
    expect(await core.refusalCode('unit.merge', { unitId: other, goneId: other })).toBe('nothing-changed')
    expect(await core.refusalCode('unit.merge', { unitId: other, goneId: core.world.newId() })).toBe('not-found')
  })
})

test('units that stand twice are told of by pairs, and only those', () => {
  const unit = (name: string, kind: Unit['kind'] = 'municipality') => ({ id: name as Unit['id'], name, kind })
  const municipalities = [
    { code: '1880', name: 'Örebro', county: 'Örebro län' },
    { code: '0305', name: 'Håbo', county: 'Uppsala län' },
    { code: '0643', name: 'Habo', county: 'Jönköpings län' },
  ]
  const names = ['Örebro kommun', 'örebro  kommun', 'Örebros kommun', 'Örebro eftervård', 'Håbo kommun', 'Habo kommun']
  const alike = alikeUnits([...names.map(each => unit(each)), unit('ÖREBRO EFTERVÅRD', 'other')], municipalities)
  expect([...alike].map(([one, other]) => [one, other.name])).toEqual([
    ['örebro  kommun', 'Örebro kommun'],
    ['Örebros kommun', 'Örebro kommun'],
    ['ÖREBRO EFTERVÅRD', 'Örebro eftervård'],
  ])
})
