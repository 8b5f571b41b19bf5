import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../main/contract/index.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, missedSession, slotFor } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})
const planned = async (number: number) =>
  (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number)
const attempts = () => core.ask('session.ofClient', { clientId })
const record = (input: Input<'session.record'>) => core.ask('session.record', input)

describe('a session whose day has been without an outcome', () => {
  const plan = async (plannedOn: string) => ({ clientId, slotId: await slotFor(core, clientId, 2), plannedOn })
  const undocumented = async () =>
    (await core.ask('today.list', {})).undocumented.map(each => `${each.number} ${each.plannedOn}`)

  test('keeps its day until someone says what came of it, and then gets a new one', async () => {
    await core.ask('plan.schedule', await plan('2026-11-18'))
    const before = everyRecord(core)
    expect(await core.refusalCode('plan.schedule', await plan('2026-11-28'))).toBe('undocumented')
    expect(await core.refusalCode('plan.schedule', await plan('2026-11-21'))).toBe('undocumented')
    expect(everyRecord(core)).toEqual(before)
    expect(await undocumented()).toEqual(['2 2026-11-18'])
    await record(await missedSession(core, clientId, 2, { on: '2026-11-18', outcome: 'noShow', reasonCode: 'ill' }))
    await core.ask('plan.schedule', await plan('2026-11-28'))
    expect(await undocumented()).toEqual([])
    expect(await attempts()).toMatchObject([{ outcome: 'noShow', on: '2026-11-18' }])
    core.world.setToday('2026-11-29')
    expect(await core.refusalCode('plan.schedule', await plan('2026-12-05'))).toBe('undocumented')
  })

  test('may have its hour put right on the same day', async () => {
    await core.ask('plan.schedule', await plan('2026-11-18'))
    await core.ask('plan.schedule', { ...(await plan('2026-11-18')), plannedAt: '14:00' })
    expect(await planned(2)).toMatchObject({ plannedOn: '2026-11-18', plannedAt: '14:00', awaited: true })
  })

  test('is moved where another session was held in its place: nothing is lost from sight', async () => {
    await core.ask('plan.schedule', await plan('2026-11-18'))
    expect(await planned(2)).toMatchObject({ awaited: true, mayMove: false })
    await record(await missedSession(core, clientId, 4, { on: '2026-11-18' }))
    expect(await core.refusalCode('plan.schedule', await plan('2026-11-28'))).toBe('undocumented')
    await record(await heldSession(core, clientId, 3, { on: '2026-11-18' }))
    expect(await planned(2)).toMatchObject({ awaited: true, mayMove: true })
    expect(await undocumented()).toEqual(['2 2026-11-18'])
    await core.ask('plan.schedule', await plan('2026-11-28'))
    expect(await undocumented()).toEqual([])
  })

  test('today’s is not past yet: it is moved as easily as one that lies ahead', async () => {
    for (const day of ['2026-11-21', '2026-11-22', '2026-11-30']) await core.ask('plan.schedule', await plan(day))
    expect(await planned(2)).toMatchObject({ plannedOn: '2026-11-30', awaited: true })
  })

  test('is awaited until it is settled, and no longer once it is called off ahead of its day', async () => {
    expect(await planned(2)).toMatchObject({ awaited: false })
    await core.ask('plan.schedule', await plan('2026-11-24'))
    expect(await planned(2)).toMatchObject({ awaited: true })
    const called = { on: '2026-11-20', outcome: 'cancelledByUs', reasonCode: 'staffIll' } as const
    await record(await missedSession(core, clientId, 2, called))
    expect(await planned(2)).toMatchObject({ plannedOn: '2026-11-24', settledOn: '2026-11-20', awaited: false })
    core.world.setToday('2026-11-25')
    await core.ask('plan.schedule', await plan('2026-11-27')) // what came of the 24th is known
    expect(await planned(2)).toMatchObject({ awaited: true })
  })
})
