import { beforeEach, describe, expect, test } from 'vitest'
import { planAhead } from '../../renderer/plan/planAhead.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, missedSession, slotFor } from '../support/people.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})
const plan = async (number: number, plannedOn: string, plannedAt?: string) =>
  core.ask('plan.schedule', {
    clientId,
    slotId: await slotFor(core, clientId, number),
    plannedOn,
    ...(plannedAt === undefined ? {} : { plannedAt }),
  })

/** The numbers of what is not documented, what is booked and what to hold next. */
async function ahead() {
  const { undocumented, booked, next } = planAhead(await core.ask('plan.ofClient', { clientId }), core.world.today())
  return { undocumented: undocumented.map(each => each.number), booked: booked?.number, next: next?.number }
}

describe('the session to hold next', () => {
  test('is the first, when nothing is booked', async () => {
    expect(await ahead()).toEqual({ undocumented: [], booked: undefined, next: 1 })
  })

  test('is the one with the soonest time, also out of order and by the clock', async () => {
    await plan(5, '2026-11-24', '13:00')
    await plan(6, '2026-11-24', '09:30')
    await plan(7, '2026-11-24')
    await plan(2, '2026-12-01')
    expect(await ahead()).toEqual({ undocumented: [], booked: 6, next: 6 })
  })

  test('is tomorrow’s, though an earlier one is not documented; and that one is told too', async () => {
    await plan(2, '2026-11-18')
    await plan(4, '2026-11-17')
    await plan(3, '2026-11-22')
    expect(await ahead()).toEqual({ undocumented: [4, 2], booked: 3, next: 3 })
  })

  test('is today’s, until the day is over', async () => {
    await plan(2, '2026-11-21', '07:00')
    expect(await ahead()).toEqual({ undocumented: [], booked: 2, next: 2 })
    core.world.setToday('2026-11-22')
    expect(await ahead()).toEqual({ undocumented: [2], booked: undefined, next: 2 })
  })

  test('is not one that was called off ahead of its day, before that day or after it', async () => {
    await plan(1, '2026-11-24')
    const called = { on: '2026-11-20', outcome: 'cancelledByUs', reasonCode: 'staffIll' } as const
    await core.ask('session.record', await missedSession(core, clientId, 1, called))
    expect(await ahead()).toEqual({ undocumented: [], booked: undefined, next: 2 })
    core.world.setToday('2026-11-25')
    expect(await ahead()).toEqual({ undocumented: [], booked: undefined, next: 2 })
    await plan(1, '2026-11-27')
    expect(await ahead()).toEqual({ undocumented: [], booked: 1, next: 1 })
  })

  test('is the one that was broken off, before the first that nobody has tried', async () => {
    await core.ask('session.record', await heldSession(core, clientId, 3, { outcome: 'partlyHeld' }))
    expect(await ahead()).toMatchObject({ next: 3 })
  })

  test('is none, once every one has been held', async () => {
    for (let number = 1; number <= 18; number += 1)
      await core.ask('session.record', await heldSession(core, clientId, number))
    expect(await ahead()).toEqual({ undocumented: [], booked: undefined, next: undefined })
  })
})
