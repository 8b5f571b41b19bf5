import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../main/contract/index.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, slotFor } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})
const planned = async (number: number) =>
  (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number)
const record = async (input: Input<'session.record'>) => (await core.ask('session.record', input)).sessionId

describe('a session is split', () => {
  test('what was held is signed and the rest is planned, in one go', async () => {
    await record(await heldSession(core, clientId, 9, { outcome: 'partlyHeld', restOn: '2026-11-24', restAt: '10:00' }))
    expect(await planned(9)).toMatchObject({
      outcome: 'partlyHeld',
      settledOn: '2026-11-21',
      attempts: 1,
      plannedOn: '2026-11-24',
      plannedAt: '10:00',
    })
    expect((await core.ask('today.list', {})).upcoming).toMatchObject([{ number: 9, plannedOn: '2026-11-24' }])
  })

  test('the rest may be held later the same day, and then stands under today', async () => {
    await record(await heldSession(core, clientId, 9, { outcome: 'partlyHeld', restOn: '2026-11-21', restAt: '15:00' }))
    expect((await core.ask('today.list', {})).sessions).toMatchObject([{ number: 9, plannedAt: '15:00' }])
  })

  test('the rest becomes a part of its own, with its own steps, minutes and procedures', async () => {
    const first = [
      { step: 'checkIn', minutes: 6, done: true },
      { step: 'practise', minutes: 12, done: false },
    ]
    const rest = [{ step: 'practise', minutes: 20, done: true }]
    const once = { extent: 'part', rolePlays: 1 } as const
    await record(
      await heldSession(core, clientId, 9, {
        outcome: 'partlyHeld',
        on: '2026-11-14',
        minutes: 20,
        steps: first,
        procedures: [{ code: 'P10', ...once }],
        restOn: '2026-11-21',
      }),
    )
    await record(
      await heldSession(core, clientId, 9, { minutes: 25, steps: rest, procedures: [{ code: 'P15', ...once }] }),
    )
    const parts = await core.ask('session.ofClient', { clientId })
    expect(
      parts.map(({ attempt, outcome, minutes, steps, procedures }) => [attempt, outcome, minutes, steps, procedures]),
    ).toEqual([
      [1, 'partlyHeld', 20, first, [{ code: 'P10', ...once }]],
      [2, 'held', 25, rest, [{ code: 'P15', ...once }]],
    ])
    expect((await core.ask('today.list', {})).sessions).toEqual([])
  })

  test.each<[string, object, string]>([
    ['a rest of a session that was held whole', { outcome: 'held', restOn: '2026-11-24' }, 'invalid-input'],
    ['a time of day without a day', { outcome: 'partlyHeld', restAt: '10:00' }, 'invalid-input'],
    ['a rest before the beginning', { outcome: 'partlyHeld', restOn: '2026-11-20' }, 'days-reversed'],
    ['the same step twice', { steps: [1, 2].map(minutes => ({ step: 'who', minutes, done: true })) }, 'invalid-input'],
    ['the same companion twice', { present: ['relative', 'relative'] }, 'invalid-input'],
    ['a ruler of eleven', { readiness: 11 }, 'invalid-input'],
  ])('%s is refused, and nothing is stored', async (_what, wrong, code) => {
    const input = await heldSession(core, clientId, 9)
    const before = everyRecord(core)
    expect(await core.refusalCode('session.record', { ...input, ...wrong })).toBe(code)
    expect(everyRecord(core)).toEqual(before)
  })
})

test('session 16 may be pulled forward to today, ahead of all others', async () => {
  const slotId = await slotFor(core, clientId, 16)
  await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, 2), plannedOn: '2026-11-21' })
  await core.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-21', plannedAt: '08:00' })
  expect((await core.ask('today.list', {})).sessions.map(each => each.number)).toEqual([16, 2])
  await record(await heldSession(core, clientId, 16))
  expect((await core.ask('today.list', {})).sessions.map(each => each.number)).toEqual([2])
})
