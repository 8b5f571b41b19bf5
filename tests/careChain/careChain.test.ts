import { describe, expect, test } from 'vitest'
import { phaseOf, sessionPhase } from '../../main/careChain/phase.ts'
import { lvmEnd } from '../../main/careChain/placementEnd.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const
const VILLAN = { name: 'Villan', kind: 'section27Home' } as const
const TOWN = { name: 'Örebro kommun', kind: 'municipality' } as const
const TODAY = '2026-11-21'

describe('LVM care ends at the latest', () => {
  test.each([
    ['2026-01-15', '2026-07-15'],
    ['2026-07-01', '2027-01-01'],
    ['2026-12-31', '2027-06-30'],
    ['2026-08-31', '2027-02-28'],
    ['2027-08-29', '2028-02-29'],
    ['2026-10-30', '2027-04-30'],
  ])('six months after it began: from %s to %s', (fromOn, endsOn) => {
    expect(lvmEnd(fromOn, [], TODAY)).toEqual({ endsOn, absentDays: 0 })
  })

  test.each([
    ['a night away', [{ fromOn: '2026-09-10', backOn: '2026-09-11' }], 1, '2027-02-02'],
    ['back the same day', [{ fromOn: '2026-09-10', backOn: '2026-09-10' }], 0, '2027-02-01'],
    [
      'twice',
      [
        { fromOn: '2026-09-10', backOn: '2026-09-15' },
        { fromOn: '2026-10-01', backOn: '2026-10-08' },
      ],
      12,
      '2027-02-13',
    ],
    [
      'in custody while away: each day is counted once',
      [
        { fromOn: '2026-09-10', backOn: '2026-09-20' },
        { fromOn: '2026-09-15', backOn: '2026-09-22' },
        { fromOn: '2026-09-16', backOn: '2026-09-18' },
      ],
      12,
      '2027-02-13',
    ],
    ['still away: up to today', [{ fromOn: '2026-11-11' }], 10, '2027-02-11'],
    ['away before the care began', [{ fromOn: '2026-07-20', backOn: '2026-08-03' }], 2, '2027-02-03'],
    ['away only before', [{ fromOn: '2026-07-20', backOn: '2026-07-25' }], 0, '2027-02-01'],
    ['away after it had ended', [{ fromOn: '2027-02-02', backOn: '2027-02-09' }], 0, '2027-02-01'],
    [
      'away in the days that an absence had added',
      [
        { fromOn: '2026-09-01', backOn: '2026-09-11' },
        { fromOn: '2027-02-05', backOn: '2027-02-08' },
      ],
      13,
      '2027-02-14',
    ],
  ])('moved on by the days of absence: %s', (_what, absences, absentDays, endsOn) => {
    expect(lvmEnd('2026-08-01', absences, TODAY)).toEqual({ endsOn, absentDays })
  })
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

/** A client with stays, each from a day on, to a day if it has ended. */
async function withStays(
  ...stays: { legalGround: string; fromOn: string; toOn?: string; unit?: typeof HOME | typeof VILLAN }[]
) {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const ids: string[] = []
  for (const { toOn, unit = HOME, ...stay } of stays) {
    const ended = toOn === undefined ? {} : { toOn, endReason: 'asPlanned' }
    ids.push((await core.ask('placement.add', { clientId, unit, ...stay, ...ended })).id)
  }
  const chain = () => core.ask('careChain.ofClient', { clientId })
  return { core, clientId, ids, chain }
}

describe('the care chain', () => {
  test('stands from first to last, with units found by name, and with what is calculated apart', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    const { unit: own } = await core.ask('user.me', {})
    const later = await core.ask('placement.add', {
      clientId,
      legalGround: 'lvm27',
      unit: VILLAN,
      fromOn: '2026-11-01',
      plannedToOn: '2027-02-28',
    })
    await core.ask('placement.add', {
      clientId,
      legalGround: 'lvm13',
      unit: HOME,
      appliedBy: TOWN,
      fromOn: '2026-08-31',
      judgedOn: '2026-09-09',
      toOn: '2026-11-01',
      endReason: 'toSection27',
    })
    expect(await core.ask('careChain.ofClient', { clientId })).toEqual({
      placements: [
        {
          id: expect.any(String),
          clientId,
          legalGround: 'lvm13',
          groundWords: '13 § LVM',
          phase: 'A',
          unit: own,
          appliedBy: { id: expect.any(String), ...TOWN },
          fromOn: '2026-08-31',
          judgedOn: '2026-09-09',
          toOn: '2026-11-01',
          endReason: 'toSection27',
          endReasonWords: 'Gick över till § 27-vård',
        },
        {
          id: later.id,
          clientId,
          legalGround: 'lvm27',
          groundWords: '27 § LVM',
          phase: 'B',
          unit: { id: expect.any(String), ...VILLAN },
          fromOn: '2026-11-01',
          plannedToOn: '2027-02-28',
        },
      ],
      events: [],
      lvmCare: { fromOn: '2026-08-31', absentDays: 0, endsOn: '2027-02-28' },
    })
    expect(await core.ask('client.get', { clientId })).toMatchObject({ phase: 'B' })
    expect((await core.ask('unit.list', {})).map(each => each.name)).toEqual(['Runnagården', 'Villan', 'Örebro kommun'])
  })

  test.each([
    ['the next day', '2026-10-16', '2027-02-28'],
    ['after a time in freedom', '2026-10-20', '2027-04-20'],
  ])(
    'a move to another home %s counts the six months from where the unbroken care began',
    async (_when, fromOn, end) => {
      const { chain } = await withStays(
        { legalGround: 'lvm4', fromOn: '2026-08-31', toOn: '2026-10-15' },
        { legalGround: 'lvm4', fromOn, unit: VILLAN },
      )
      expect((await chain()).lvmCare).toMatchObject({ endsOn: end })
    },
  )

  test('§ 27 is LVM care too: called back from it, the client is in the same six months', async () => {
    const { chain } = await withStays(
      { legalGround: 'lvm13', fromOn: '2026-08-31', toOn: '2026-10-15' },
      { legalGround: 'lvm27', fromOn: '2026-10-15', toOn: '2026-11-10', unit: VILLAN },
      { legalGround: 'lvm4', fromOn: '2026-11-10' },
    )
    expect((await chain()).lvmCare).toEqual({ fromOn: '2026-08-31', absentDays: 0, endsOn: '2027-02-28' })
  })

  test.each([
    ['no stay at all', []],
    [
      'aftercare',
      [
        { legalGround: 'lvm4', fromOn: '2026-03-01' },
        { legalGround: 'sol', fromOn: '2026-09-01' },
      ],
    ],
    ['LVM care that has ended', [{ legalGround: 'lvm4', fromOn: '2026-03-01', toOn: '2026-09-01' }]],
  ])('with %s there is no end to calculate', async (_what, stays) => {
    expect(await (await withStays(...stays)).chain()).not.toHaveProperty('lvmCare')
  })

  test('a stay ends on its day, for its reason, and may be put right afterwards', async () => {
    const { core, clientId, ids, chain } = await withStays({ legalGround: 'lvm13', fromOn: '2026-08-31' })
    const [placementId = ''] = ids
    const ended = await core.ask('placement.end', {
      clientId,
      placementId,
      toOn: '2026-11-15',
      endReason: 'notGrantedFour',
    })
    expect(ended).toMatchObject({ toOn: '2026-11-15', endReasonWords: 'Rätten avslog vård enligt 4 §' })
    const right = { legalGround: 'lvm13', unit: VILLAN, fromOn: '2026-09-01', judgedOn: '2026-09-09' }
    const changed = await core.ask('placement.change', { clientId, placementId, ...right, plannedToOn: '2027-03-01' })
    expect(changed).toEqual({
      id: placementId,
      clientId,
      groundWords: '13 § LVM',
      phase: 'A',
      plannedToOn: '2027-03-01',
      ...right,
      unit: { id: expect.any(String), ...VILLAN },
    })
    expect((await chain()).placements).toEqual([changed])
  })

  test('what was struck out by a slip of the hand stands again as it stood', async () => {
    const { core, clientId, chain } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const { id: eventId } = await core.ask('chainEvent.record', {
      clientId,
      kind: 'inCustody',
      fromOn: '2026-11-01',
      backOn: '2026-11-10',
      words: 'Häktet',
    })
    const [before, rows] = [await chain(), everyRecord(core)]
    expect(await core.refusalCode('chainEvent.restore', { clientId, eventId })).toBe('not-found')
    await core.ask('chainEvent.strike', { clientId, eventId })
    const other = await addedClient(core, { number: '' })
    expect(await core.refusalCode('chainEvent.restore', { clientId: other, eventId })).toBe('not-found')
    expect(await core.ask('chainEvent.restore', { clientId, eventId })).toEqual(before.events[0])
    expect(await chain()).toEqual(before)
    expect(everyRecord(core)['chain_events']).toEqual(rows['chain_events'])
  })

  test('what cannot be is refused, and nothing is stored', async () => {
    const { core, clientId, ids } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const other = await addedClient(core, { number: '' })
    const stay = { legalGround: 'lvm4', unit: HOME, fromOn: '2026-08-31' }
    const [placementId = ''] = ids
    const end = { clientId, placementId, endReason: 'asPlanned' }
    const before = everyRecord(core)
    const refused = async (method: 'placement.add' | 'placement.change' | 'placement.end', given: object) =>
      core.refusalCode(method, given)
    for (const [method, shared] of [
      ['placement.add', { clientId }],
      ['placement.change', { clientId, placementId }],
    ] as const) {
      const given = { ...shared, ...stay }
      const ended = { ...given, endReason: 'asPlanned' }
      expect(await refused(method, { ...ended, toOn: '2026-08-30' })).toBe('days-reversed')
      expect(await refused(method, { ...ended, toOn: '2026-11-22' })).toBe('day-in-future')
      expect(await refused(method, { ...given, plannedToOn: '2026-08-30' })).toBe('days-reversed')
      expect(await refused(method, { ...given, toOn: '2026-11-20' })).toBe('invalid-input')
      expect(await refused(method, ended)).toBe('invalid-input')
      expect(await refused(method, { ...given, toOn: '2026-11-20', endReason: 'boredom' })).toBe('not-found')
      expect(await refused(method, { ...given, legalGround: 'lvu' })).toBe('not-found')
    }
    expect(await refused('placement.change', { clientId: other, placementId, ...stay })).toBe('not-found')
    expect(await refused('placement.end', { ...end, toOn: '2026-08-30' })).toBe('days-reversed')
    expect(await refused('placement.end', { ...end, toOn: '2026-11-22' })).toBe('day-in-future')
    expect(await refused('placement.end', { ...end, clientId: other, toOn: '2026-11-01' })).toBe('not-found')
    expect(everyRecord(core)).toEqual(before)
  })
})

describe('what happens in the chain between the stays', () => {
  test('an absence moves the calculated end while it lasts, and for good when the client is back', async () => {
    const { core, clientId, chain } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const away = await core.ask('chainEvent.record', {
      clientId,
      kind: 'absconded',
      fromOn: '2026-11-16',
      words: 'Från permission',
    })
    expect((await chain()).lvmCare).toMatchObject({ absentDays: 5, endsOn: '2027-03-05' })
    core.world.setToday('2026-12-01')
    expect((await chain()).lvmCare).toMatchObject({ absentDays: 15, endsOn: '2027-03-15' })
    expect(await core.ask('chainEvent.end', { clientId, eventId: away.id, backOn: '2026-11-19' })).toEqual({
      id: away.id,
      clientId,
      kind: 'absconded',
      fromOn: '2026-11-16',
      backOn: '2026-11-19',
      words: 'Från permission',
      by: 'Berit Exempel',
    })
    expect((await chain()).lvmCare).toMatchObject({ absentDays: 3, endsOn: '2027-03-03' })
  })

  test('a meeting or a plan moves nothing, and may lie ahead', async () => {
    const { core, clientId, chain } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const before = (await chain()).lvmCare
    const days = [
      { kind: 'carePlan', fromOn: '2026-10-20', words: 'Diarienummer 17' },
      { kind: 'agreementMeeting', fromOn: '2026-12-03', words: '' },
    ] as const
    for (const each of days.toReversed()) await core.ask('chainEvent.record', { clientId, ...each })
    const { events, lvmCare } = await chain()
    expect(events.map(({ kind, fromOn, words }) => ({ kind, fromOn, words }))).toEqual(days)
    expect(lvmCare).toEqual(before)
  })

  test('what was entered by mistake is struck out: it counts no more, and its row stays', async () => {
    const { core, clientId, chain } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const before = await chain()
    const { id: eventId } = await core.ask('chainEvent.record', {
      clientId,
      kind: 'inCustody',
      fromOn: '2026-11-01',
      backOn: '2026-11-10',
      words: '',
    })
    expect((await chain()).lvmCare?.absentDays).toBe(9)
    await core.ask('chainEvent.strike', { clientId, eventId })
    expect(await chain()).toEqual(before)
    expect(everyRecord(core)['chain_events']).toMatchObject([{ id: eventId, struck_on: TODAY }])
    expect(await core.refusalCode('chainEvent.strike', { clientId, eventId })).toBe('not-found')
    expect(await core.refusalCode('chainEvent.end', { clientId, eventId, backOn: '2026-11-11' })).toBe('not-found')
  })

  test('what cannot be is refused, and nothing is stored', async () => {
    const { core, clientId } = await withStays({ legalGround: 'lvm4', fromOn: '2026-08-31' })
    const other = await addedClient(core, { number: '' })
    const away = { clientId, kind: 'absconded', words: '' }
    const { id: eventId } = await core.ask('chainEvent.record', { ...away, kind: 'absconded', fromOn: '2026-11-10' })
    const meeting = { clientId, kind: 'agreementMeeting', fromOn: '2026-11-10', words: '' } as const
    const { id: meetingId } = await core.ask('chainEvent.record', meeting)
    const before = everyRecord(core)
    expect(await core.refusalCode('chainEvent.record', { ...away, fromOn: '2026-11-22' })).toBe('day-in-future')
    expect(await core.refusalCode('chainEvent.record', { ...away, fromOn: '2026-11-10', backOn: '2026-11-09' })).toBe(
      'days-reversed',
    )
    expect(await core.refusalCode('chainEvent.record', { ...meeting, backOn: '2026-11-11' })).toBe('invalid-input')
    const back = { clientId, eventId, backOn: '2026-11-12' }
    expect(await core.refusalCode('chainEvent.end', { ...back, backOn: '2026-11-09' })).toBe('days-reversed')
    expect(await core.refusalCode('chainEvent.end', { ...back, backOn: '2026-11-22' })).toBe('day-in-future')
    expect(await core.refusalCode('chainEvent.end', { ...back, eventId: meetingId })).toBe('not-found')
    expect(await core.refusalCode('chainEvent.end', { ...back, clientId: other })).toBe('not-found')
    expect(await core.refusalCode('chainEvent.strike', { clientId: other, eventId })).toBe('not-found')
    expect(everyRecord(core)).toEqual(before)
  })
})
