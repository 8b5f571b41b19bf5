import { beforeEach, describe, expect, test } from 'vitest'
import { checkDigit } from '../../main/client/personalIdentityNumber.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { newClient } from '../support/people.ts'

let core: TestCore
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
