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
} from '../support/people.ts'

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
  const { sessions, undocumented, upcoming, waiting } = await core.ask('today.list', {})
  const lines = (list: typeof sessions) =>
    list.map(each => `${each.plannedOn} ${each.plannedAt ?? '--'} ${each.clientName.split(' ')[0]} ${each.number}`)
  return {
    sessions: lines(sessions),
    undocumented: lines(undocumented),
    upcoming: lines(upcoming),
    waiting: waiting.length,
  }
}
const NOTHING = { sessions: [], undocumented: [], upcoming: [], waiting: 0 }

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
  })
  const [first] = (await core.ask('today.list', {})).sessions
  expect(first).toEqual({
    ...{ slotId: await slotFor(core, bo, 1), clientId: bo, clientName: 'Bo Exempel', phase: 'A', number: 1 },
    caseNumber: 'Ä Bo Exempel',
    ...{ plannedOn: '2026-11-21', plannedAt: '09:30' },
  })
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
