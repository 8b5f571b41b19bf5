import { beforeEach, describe, expect, test } from 'vitest'
import { coreInMemory, type TestCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  BOOKED,
  COVER,
  consentFor,
  heldSession,
  missedSession,
  slotFor,
  toSeal,
} from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'

let core: TestCore
let anna = ''
let bo = ''
beforeEach(async () => {
  core = coreInMemory()
  anna = await addedClient(core)
  bo = await addedClient(core, { name: 'Bo Exempel', number: '', sex: 'man' })
})
const plan = async (clientId: string, number: number, plannedOn: string, plannedAt?: string) =>
  core.ask('plan.schedule', {
    clientId,
    slotId: await slotFor(core, clientId, number),
    plannedOn,
    ...(plannedAt === undefined ? {} : { plannedAt }),
  })

/** The day as a therapist would read it aloud. */
async function read() {
  const { sessions, undocumented, upcoming, waiting, again, awaited } = await core.ask('today.list', {})
  const lines = (list: typeof sessions) =>
    list.map(each => `${each.plannedOn} ${each.plannedAt ?? '--'} ${each.clientName.split(' ')[0]} ${each.number}`)
  return {
    sessions: lines(sessions),
    undocumented: lines(undocumented),
    upcoming: lines(upcoming),
    waiting: waiting.length,
    again: again.map(each => {
      const what = each.what === 'session' ? `session ${each.number} ${each.outcome}` : `${each.offered} ${each.answer}`
      return `${each.since} ${each.clientName.split(' ')[0]} ${what}: ${each.reasonWords}`
    }),
    awaited: awaited.map(each => `${each.clientName.split(' ')[0]} from ${each.from} ${each.receivedOn}`),
  }
}
const NOTHING = { sessions: [], undocumented: [], upcoming: [], waiting: 0, again: [], awaited: [] }

test('a day without plans is empty', async () => {
  expect(await read()).toEqual(NOTHING)
})

test('shows today by the clock, what is undocumented from the oldest, and the next day with sessions', async () => {
  await plan(anna, 4, '2026-11-21', '13:00')
  await plan(bo, 1, '2026-11-21', '09:30')
  await plan(bo, 2, '2026-11-21')
  await plan(anna, 2, '2026-11-20', '15:00')
  await plan(anna, 3, '2026-11-02')
  await plan(bo, 3, '2026-11-25')
  await plan(anna, 5, '2026-11-25', '10:00')
  await plan(anna, 6, '2026-11-30')
  expect(await read()).toEqual({
    sessions: ['2026-11-21 09:30 Bo 1', '2026-11-21 13:00 Anna 4', '2026-11-21 -- Bo 2'],
    undocumented: ['2026-11-02 -- Anna 3', '2026-11-20 15:00 Anna 2'],
    upcoming: ['2026-11-25 10:00 Anna 5', '2026-11-25 -- Bo 3'],
    waiting: 0,
    again: [],
    awaited: [],
  })
  const [first] = (await core.ask('today.list', {})).sessions
  expect(first).toEqual({
    slotId: await slotFor(core, bo, 1),
    clientId: bo,
    clientName: 'Bo Exempel',
    phase: 'A',
    number: 1,
    caseNumber: 'Ä Bo Exempel',
    plannedOn: '2026-11-21',
    plannedAt: '09:30',
    treats: true,
  })
})

test('everything stands there, however much it is: seven whole plans long past, and seven whole plans today', async () => {
  const clients = [anna, bo]
  for (let nth = clients.length; nth < 7; nth++) clients.push(await addedClient(core, { number: '' }))
  for (const clientId of clients) {
    for (let number = 1; number <= 18; number++) await plan(clientId, number, '2026-11-02')
  }
  const { undocumented } = await read()
  expect(undocumented).toHaveLength(126)
  expect(undocumented.at(-1)).toContain('2026-11-02')
  core.world.setToday('2026-11-02')
  expect((await read()).sessions).toHaveLength(126)
})

describe('a planned session leaves the list when it has an outcome', () => {
  test.each(['held', 'partlyHeld'] as const)('%s', async outcome => {
    await plan(anna, 1, '2026-11-20')
    await core.ask('session.record', await heldSession(core, anna, 1, { outcome, on: '2026-11-20' }))
    expect(await read()).toEqual(NOTHING)
  })

  test('declined, and it comes back when it is planned anew', async () => {
    await plan(anna, 1, '2026-11-21')
    await core.ask('session.record', await missedSession(core, anna, 1))
    expect(await read()).toEqual(NOTHING)
    await plan(anna, 1, '2026-11-24')
    expect(await read()).toEqual({ ...NOTHING, upcoming: ['2026-11-24 -- Anna 1'] })
    core.world.setToday('2026-11-25')
    expect(await read()).toEqual({ ...NOTHING, undocumented: ['2026-11-24 -- Anna 1'] })
  })

  test('called off ahead of its day: it is not asked for again', async () => {
    await plan(anna, 1, '2026-11-24')
    await core.ask(
      'session.record',
      await missedSession(core, anna, 1, { on: '2026-11-20', reasonCode: 'cancelledAhead' }),
    )
    core.world.setToday('2026-11-25')
    expect(await read()).toEqual(NOTHING)
  })

  test('documented some days late', async () => {
    await plan(anna, 1, '2026-11-10')
    await core.ask('session.record', await missedSession(core, anna, 1, { outcome: 'noShow', on: '2026-11-10' }))
    expect(await read()).toEqual(NOTHING)
  })

  test('held some days before it was planned: it is never asked for again', async () => {
    await plan(anna, 1, '2026-11-25')
    await core.ask('session.record', await heldSession(core, anna, 1))
    expect(await read()).toEqual(NOTHING)
    expect((await core.ask('client.list', { words: 'anna' })).clients[0]).not.toHaveProperty('nextOn')
    core.world.setToday('2026-11-30')
    expect(await read()).toEqual(NOTHING)
  })
})

test('a package that waits for its receipt stands here, and a client handed over does not', async () => {
  await plan(anna, 7, '2026-11-21')
  const consentId = await consentFor(core, anna)
  await core.ask('handover.seal', {
    clientId: anna,
    consentId,
    receiver: AFTERCARE,
    cover: COVER,
    firstAppointment: BOOKED,
  })
  expect(await read()).toEqual({ ...NOTHING, sessions: ['2026-11-21 -- Anna 7'], waiting: 1 })
})

describe('what is to be offered again stands here from its day', () => {
  const miss = async (number: number, offerAgainOn: string, on = '2026-11-10') =>
    core.ask('session.record', await missedSession(core, anna, number, { on, offerAgainOn }))
  const ask = (given: object) =>
    core.call('offer.record', { clientId: anna, offered: 'cra', on: '2026-11-01', manner: 'meeting', ...given })

  test('a session that was not held and an offer that was put off, the longest waiting first', async () => {
    await miss(4, '2026-11-21')
    await miss(2, '2026-11-19')
    await miss(3, '2026-11-22')
    await ask({ answer: 'wait', reasonCode: 'tired', askAgainOn: '2026-11-20' })
    await ask({ offered: 'careChain', answer: 'cannotDecide', reasonCode: 'mentalIllHealth', askAgainOn: '2026-12-01' })
    const due = [
      '2026-11-19 Anna session 2 declined: Orkar inte i dag',
      '2026-11-20 Anna cra wait: Orkar inte i dag',
      '2026-11-21 Anna session 4 declined: Orkar inte i dag',
    ]
    expect(await read()).toEqual({ ...NOTHING, again: due })
    core.world.setToday('2026-12-01')
    expect((await read()).again).toEqual([
      ...due,
      '2026-11-22 Anna session 3 declined: Orkar inte i dag',
      '2026-12-01 Anna careChain cannotDecide: Mår psykiskt för dåligt',
    ])
  })

  test('until it has a new day, has been held, or was declined for good', async () => {
    for (const number of [1, 2, 3]) await miss(number, '2026-11-20')
    await plan(anna, 1, '2026-11-30')
    await core.ask('session.record', await heldSession(core, anna, 2))
    await core.ask('session.record', await missedSession(core, anna, 3))
    expect((await read()).again).toEqual([])
  })

  test('until a later answer has come, whichever order the answers were written in', async () => {
    await ask({ answer: 'yes', on: '2026-11-15' })
    await ask({ answer: 'wait', reasonCode: 'tired', askAgainOn: '2026-11-18', on: '2026-11-10' })
    expect((await read()).again).toEqual([])
    await ask({ answer: 'no', reasonCode: 'doubtsMethod', askAgainOn: '2026-11-20', on: '2026-11-16' })
    expect((await read()).again).toEqual(['2026-11-20 Anna cra no: Tvivlar på CRA'])
    await ask({ offered: 'careChain', answer: 'yes', on: '2026-11-21' })
    expect((await read()).again).toEqual(['2026-11-20 Anna cra no: Tvivlar på CRA'])
    await ask({ answer: 'onTrial', on: '2026-11-21' })
    expect((await read()).again).toEqual([])
  })

  test('but a place in the care chain is not offered again when the stay it was offered in is over', async () => {
    const unit = { name: 'Runnagården', kind: 'lvmHome' } as const
    const stay = { clientId: anna, legalGround: 'lvm4', unit, fromOn: '2026-09-01' }
    const { id: placementId } = await core.ask('placement.add', stay)
    const put = { placementId, answer: 'wait', reasonCode: 'tired', askAgainOn: '2026-11-18' }
    await ask({ ...put, offered: 'careChain' })
    await ask({ ...put, offered: 'cra' })
    expect((await read()).again).toHaveLength(2)
    await core.ask('placement.end', { clientId: anna, placementId, toOn: '2026-11-20', endReason: 'sixMonths' })
    expect((await read()).again).toEqual(['2026-11-18 Anna cra wait: Orkar inte i dag'])
  })

  test('without the name of a protected client', async () => {
    const clientId = await addedClient(core, {
      name: 'Maja Hemlig',
      number: '',
      caseNumber: 'S-1',
      protectedIdentity: true,
    })
    await core.ask('session.record', await missedSession(core, clientId, 1, { offerAgainOn: '2026-11-21' }))
    await core.ask('offer.record', {
      clientId,
      offered: 'cra',
      on: '2026-11-01',
      answer: 'notOffered',
      reasonCode: 'staffing',
      askAgainOn: '2026-11-21',
    })
    const { again } = await core.ask('today.list', {})
    expect(again).toMatchObject([{ caseNumber: 'S-1' }, { caseNumber: 'S-1' }])
    expect(JSON.stringify(again)).not.toMatch(/Maja|Hemlig/)
  })
})

describe('a client received from another unit', () => {
  let clientId = ''
  let receiver: TestCore
  beforeEach(async () => {
    receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    clientId = await addedClient(core, { name: 'Cecilia Exempel', number: '' })
    await core.ask('session.record', await heldSession(core, clientId, 1))
    const sealed = await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))
    await receiver.ask('handover.accept', { ...sentFile(core, sealed), readBack: 'Jag tar vid.' })
  })
  const awaited = async () => (await receiver.ask('today.list', {})).awaited

  test('stands here until the first session has been held, since the sender waits to hear of it', async () => {
    const line = { clientId, clientName: 'Cecilia Exempel', caseNumber: 'Ä Cecilia Exempel' }
    expect(await awaited()).toEqual([{ ...line, from: 'Runnagården', receivedOn: '2026-11-21' }])
    await receiver.ask('session.record', await missedSession(receiver, clientId, 12))
    expect(await awaited()).toHaveLength(1)
    await receiver.ask('session.record', await heldSession(receiver, clientId, 12, { setting: 'municipality' }))
    expect(await awaited()).toEqual([])
  })

  test('and not once the client has died', async () => {
    const source = 'Folkbokföringen'
    await receiver.ask('client.recordDeath', { clientId, diedOn: '2026-11-21', source })
    expect(await awaited()).toEqual([])
    await receiver.ask('client.takeBackDeath', { clientId, reason: 'Det var en annan person' })
    expect(await awaited()).toHaveLength(1)
  })

  test('and for three months at the most', async () => {
    receiver.world.setToday('2027-02-19')
    expect(await awaited()).toHaveLength(1)
    receiver.world.setToday('2027-02-20')
    expect(await awaited()).toEqual([])
  })
})
