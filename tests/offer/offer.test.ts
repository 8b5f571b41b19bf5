import { beforeEach, describe, expect, test } from 'vitest'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})
const offer = (given: object) => ({ clientId, offered: 'cra', on: '2026-11-20', manner: 'meeting', ...given })
const notOffered = (reasonCode: string) => ({
  clientId,
  offered: 'cra',
  on: '2026-11-20',
  answer: 'notOffered',
  reasonCode,
})

test('every answer stands in the ledger with its reason and who asked, newest first', async () => {
  const stay = { legalGround: 'lvm4', unit: { name: 'Runnagården', kind: 'lvmHome' }, fromOn: '2026-09-01' } as const
  const placement = await core.ask('placement.add', { clientId, ...stay })
  const shared = { clientId, offered: 'cra' } as const
  await core.ask('offer.record', { ...shared, on: '2026-10-01', answer: 'notOffered', reasonCode: 'noTrainedStaff' })
  await core.ask('offer.record', {
    ...shared,
    on: '2026-11-01',
    answer: 'wait',
    manner: 'letter',
    reasonCode: 'tired',
    askAgainOn: '2026-11-21',
  })
  await core.ask('offer.record', {
    ...shared,
    on: '2026-11-21',
    answer: 'no',
    manner: 'telephone',
    reasonCode: 'doubtsMethod',
  })
  await core.ask('offer.record', {
    ...shared,
    on: '2026-11-21',
    answer: 'yes',
    manner: 'meeting',
    placementId: placement.id,
  })
  const row = { id: expect.any(String), ...shared, by: 'Berit Exempel' }
  expect(await core.ask('offer.ofClient', { clientId })).toEqual([
    { ...row, on: '2026-11-21', answer: 'yes', manner: 'meeting', placementId: placement.id },
    {
      ...row,
      on: '2026-11-21',
      answer: 'no',
      manner: 'telephone',
      reasonCode: 'doubtsMethod',
      reasonWords: 'Tvivlar på CRA',
    },
    {
      ...row,
      on: '2026-11-01',
      answer: 'wait',
      manner: 'letter',
      askAgainOn: '2026-11-21',
      reasonCode: 'tired',
      reasonWords: 'Orkar inte i dag',
    },
    {
      ...row,
      on: '2026-10-01',
      answer: 'notOffered',
      reasonCode: 'noTrainedStaff',
      reasonWords: 'Ingen utbildad personal',
    },
  ])
})

describe('reasons have a side', () => {
  test.each(['wait', 'no', 'cannotDecide'])(
    'a client who answers %s has a reason of their own, never ours',
    async answer => {
      expect(await core.call('offer.record', offer({ answer, reasonCode: 'notMotivated' }))).toMatchObject({ ok: true })
      expect(await core.refusalCode('offer.record', offer({ answer, reasonCode: 'staffing' }))).toBe(
        'reason-does-not-fit',
      )
    },
  )

  test('that nobody asked is our reason, never the client’s', async () => {
    expect(await core.call('offer.record', notOffered('staffing'))).toMatchObject({ ok: true })
    expect(await core.refusalCode('offer.record', notOffered('notMotivated'))).toBe('reason-does-not-fit')
  })

  test('the lists to choose from say which is whose, the client’s first', async () => {
    const { reasons, legalGrounds } = await core.ask('unit.lists', {})
    expect(reasons.map(each => each.side).join(' ')).toMatch(/^(client ){11}(service ?){10}$/)
    expect(reasons[0]).toMatchObject({ code: 'notMotivated', words: 'Inte motiverad just nu', side: 'client' })
    expect(legalGrounds.map(each => each.words)).toEqual(['4 § LVM', '13 § LVM', '27 § LVM', 'SoL'])
  })
})

test.each([
  ['made tomorrow', { answer: 'yes', on: '2026-11-22' }, 'day-in-future'],
  [
    'to be repeated before it was made',
    { answer: 'no', reasonCode: 'tired', askAgainOn: '2026-11-19' },
    'days-reversed',
  ],
  ['with a reason that is in no list', { answer: 'no', reasonCode: 'boredom' }, 'not-found'],
  [
    'tied to a placement that is not there',
    { answer: 'yes', placementId: '00000000-0000-4000-8000-000000000000' },
    'not-found',
  ],
])('an offer %s is refused and leaves the ledger as it was', async (_what, given, code) => {
  const before = everyRecord(core)
  expect(await core.refusalCode('offer.record', offer(given))).toBe(code)
  expect(everyRecord(core)).toEqual(before)
})

test('an offer is never tied to another client’s placement', async () => {
  const other = await addedClient(core, { number: '' })
  const stay = { legalGround: 'lvm4', unit: { name: 'Runnagården', kind: 'lvmHome' }, fromOn: '2026-09-01' } as const
  const { id } = await core.ask('placement.add', { clientId: other, ...stay })
  expect(await core.refusalCode('offer.record', offer({ answer: 'yes', placementId: id }))).toBe('not-found')
})
