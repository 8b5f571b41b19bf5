import { beforeEach, expect, test } from 'vitest'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, newGoal } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

test('a goal keeps the client’s own words, its steps in order, and begins as not started', async () => {
  const steps = [
    { what: 'Ring hyresvärden', by: '2026-11-28', who: 'jag' },
    { what: 'Fyll i ansökan', who: 'jag och Berit' },
  ]
  const goal = await core.ask('goal.set', {
    ...newGoal(clientId, { words: '  Jag ska ha ett hem, fan.  ', wording: 'Jag har ett eget kontrakt i april' }),
    ...{ steps, obstacle: 'Skulder', plan: 'Budgetrådgivaren', reviewOn: '2026-12-15' },
  })
  expect(goal).toEqual({
    ...{ id: expect.any(String), clientId, words: 'Jag ska ha ett hem, fan.', area: 'housing' },
    ...{ wording: 'Jag har ett eget kontrakt i april', steps, obstacle: 'Skulder', plan: 'Budgetrådgivaren' },
    ...{ reviewOn: '2026-12-15', setOn: '2026-11-21' },
    statuses: [{ status: 'notStarted', on: '2026-11-21', at: expect.any(String) }],
  })
  expect(await core.ask('goal.ofClient', { clientId })).toEqual([goal])
})

test('goals set in one session stand in the order they were set', async () => {
  const words = ['Ett hem', 'Ett jobb', 'Träffa min son', 'Sova hela natten', 'Betala hyran', 'Fiska igen']
  for (const each of words) await core.ask('goal.set', newGoal(clientId, { words: each }))
  expect((await core.ask('goal.ofClient', { clientId })).map(each => each.words)).toEqual(words)
})

test('every status a goal has had is kept, and saying the same again adds nothing', async () => {
  const { id: goalId } = await core.ask('goal.set', newGoal(clientId))
  core.world.setToday('2026-11-28')
  await core.ask('goal.setStatus', { clientId, goalId, status: 'underWay' })
  await core.ask('goal.setStatus', { clientId, goalId, status: 'underWay' })
  core.world.setToday('2026-12-05')
  await core.ask('goal.setStatus', { clientId, goalId, status: 'changed' })
  const { statuses } = await core.ask('goal.setStatus', { clientId, goalId, status: 'underWay' })
  expect(statuses.map(({ status, on }) => `${on} ${status}`)).toEqual([
    '2026-11-21 notStarted',
    '2026-11-28 underWay',
    '2026-12-05 changed',
    '2026-12-05 underWay',
  ])
})

test('another client’s goal is not found, and stays as it was', async () => {
  const other = await addedClient(core, { number: '' })
  const { id: goalId } = await core.ask('goal.set', newGoal(other))
  const before = everyRecord(core)
  expect(await core.refusalCode('goal.setStatus', { clientId, goalId, status: 'reached' })).toBe('not-found')
  expect(everyRecord(core)).toEqual(before)
  expect(await core.ask('goal.ofClient', { clientId })).toEqual([])
})
