import { describe, expect, test } from 'vitest'
import { phaseOf, sessionPhase } from '../../main/placement/phase.ts'
import { lvmEnd } from '../../main/placement/placementEnd.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const
const VILLAN = { name: 'Villan', kind: 'section27Home' } as const
const TOWN = { name: 'Örebro kommun', kind: 'municipality' } as const

test.each([
  ['2026-01-15', '2026-07-15'],
  ['2026-07-01', '2027-01-01'],
  ['2026-12-31', '2027-06-30'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-29', '2028-02-29'],
  ['2026-10-30', '2027-04-30'],
])('LVM care that begins on %s ends at the latest on %s', (fromOn, end) => {
  expect(lvmEnd(fromOn)).toBe(end)
})

test('the sessions of the manual belong to three phases', () => {
  const phases = Array.from({ length: 18 }, (_, index) => sessionPhase(index + 1)).join('')
  expect(phases).toBe(`${'A'.repeat(9)}BBB${'C'.repeat(6)}`)
})

test.each([
  ['in the LVM home, not yet placed', 'lvmHome', undefined, 'A'],
  ['in a § 27 home, not yet placed', 'section27Home', undefined, 'B'],
  ['in the LVM home on § 27', 'lvmHome', 'B', 'B'],
  ['held by the municipality, whatever the placement says', 'municipality', 'A', 'C'],
  ['held by a district', 'district', 'B', 'C'],
  ['held by outpatient care', 'outpatient', undefined, 'C'],
] as const)('a client %s is in phase %4$s', (_where, holder, placement, phase) => {
  expect(phaseOf(holder, placement)).toBe(phase)
})

describe('the care chain', () => {
  test('stands from first to last, with units found by name and a computed end only under LVM', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const { unit: own } = await core.ask('user.me', {})
    const later = await core.ask('placement.add', {
      clientId,
      legalGround: 'lvm27',
      unit: VILLAN,
      fromOn: '2026-11-01',
    })
    await core.ask('placement.add', {
      clientId,
      legalGround: 'lvm13',
      unit: HOME,
      appliedBy: TOWN,
      fromOn: '2026-08-31',
      judgedOn: '2026-09-09',
    })
    expect(await core.ask('placement.ofClient', { clientId })).toEqual([
      {
        id: expect.any(String),
        clientId,
        legalGround: 'lvm13',
        groundWords: '13 § LVM',
        unit: own,
        appliedBy: { id: expect.any(String), ...TOWN },
        fromOn: '2026-08-31',
        judgedOn: '2026-09-09',
        computedEndOn: '2027-02-28',
      },
      {
        id: later.id,
        clientId,
        legalGround: 'lvm27',
        groundWords: '27 § LVM',
        unit: { id: expect.any(String), ...VILLAN },
        fromOn: '2026-11-01',
      },
    ])
    expect(await core.ask('client.get', { clientId })).toMatchObject({ phase: 'B' })
    expect((await core.ask('unit.list', {})).map(each => each.name)).toEqual(['Runnagården', 'Villan', 'Örebro kommun'])
  })

  test.each([
    ['the next day', '2026-10-16', '2027-02-28'],
    ['after a time in freedom', '2026-10-20', '2027-04-20'],
  ])(
    'a transfer to another home %s counts the six months from where the unbroken care began',
    async (_when, fromOn, end) => {
      const core = coreInMemory()
      const clientId = await addedClient(core)
      await core.ask('placement.add', {
        clientId,
        legalGround: 'lvm4',
        unit: HOME,
        fromOn: '2026-08-31',
        toOn: '2026-10-15',
      })
      const stay = await core.ask('placement.add', { clientId, legalGround: 'lvm4', unit: VILLAN, fromOn })
      expect(stay.computedEndOn).toBe(end)
    },
  )

  test('a stay that has ended has its own last day and no computed one', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const stay = await core.ask('placement.add', { clientId, legalGround: 'lvm4', unit: HOME, fromOn: '2026-08-31' })
    const ended = await core.ask('placement.end', { clientId, placementId: stay.id, toOn: '2026-11-15' })
    const { computedEndOn: _, ...rest } = stay
    expect(ended).toEqual({ ...rest, toOn: '2026-11-15' })
  })

  test('what cannot be is refused, and nothing is stored', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const other = await addedClient(core, { number: '' })
    const stay = { legalGround: 'lvm4', unit: HOME, fromOn: '2026-08-31' }
    const { id } = await core.ask('placement.add', { clientId, ...stay })
    const before = everyRecord(core)
    expect(await core.refusalCode('placement.add', { clientId, ...stay, toOn: '2026-08-30' })).toBe('days-reversed')
    expect(await core.refusalCode('placement.add', { clientId, ...stay, legalGround: 'lvu' })).toBe('not-found')
    expect(await core.refusalCode('placement.end', { clientId, placementId: id, toOn: '2026-08-30' })).toBe(
      'days-reversed',
    )
    expect(await core.refusalCode('placement.end', { clientId: other, placementId: id, toOn: '2026-11-01' })).toBe(
      'not-found',
    )
    expect(everyRecord(core)).toEqual(before)
  })
})
