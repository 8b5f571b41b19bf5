import { beforeAll, expect, test } from 'vitest'
import type { Goal } from '../../main/contract/goal.ts'
import type { PackageContent } from '../../main/contract/record.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { AFTERCARE, addedClient, consentFor, goalWithHistory, newGoal, toSeal } from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { everyRecord } from '../support/tables.ts'

const [home, aftercare] = [coreInMemory({ seed: 'home' }), coreInMemory({ seed: 'aftercare', unit: AFTERCARE })]
let clientId: ClientId
let file: { file: string; words: string }
let atHome: Goal[] = []
const goalsIn = (core: TestCore) => core.ask('goal.ofClient', { clientId })
const without = ({ history: _, ...state }: Goal) => state

beforeAll(async () => {
  clientId = await addedClient(home)
  await goalWithHistory(home, clientId)
  const reached = await home.ask('goal.set', newGoal(clientId, { words: 'Sova hela natten' }))
  await home.ask('goal.setStatus', {
    clientId,
    goalId: reached.id,
    on: home.world.today(),
    status: 'reached',
    whatHelped: 'Radion i köket.',
  })
  await home.ask('goal.set', newGoal(clientId, { words: 'Fiska igen' }))
  atHome = await goalsIn(home)
  const sealed = await home.ask('handover.seal', toSeal(clientId, await consentFor(home, clientId)))
  file = sentFile(home, sealed)
  await aftercare.ask('handover.accept', { ...file, readBack: 'Jag tar vid.' })
}, 60_000)

test('goals travel with all that happened to them, in their order, also what was undone', async () => {
  expect(await goalsIn(aftercare)).toEqual(atHome)
  expect(atHome.map(each => each.history.length)).toEqual([5, 2, 1])
  expect(atHome[0]?.history.at(-1)).toMatchObject({ takenBack: { by: 'Berit Exempel' } })
})

test('the receiver is asked to review on the day that was agreed before', async () => {
  aftercare.world.setToday('2026-12-18')
  expect(await aftercare.ask('goal.due', {})).toEqual([])
  aftercare.world.setToday('2026-12-19')
  expect(await aftercare.ask('goal.due', {})).toMatchObject([{ words: 'Jag vill ha ett hem med lås' }])
  aftercare.world.setToday('2026-11-21')
})

test('what another unit wrote cannot be undone here, and what is written after it can', async () => {
  const goal = (await goalsIn(aftercare))[0] as Goal
  const of = { clientId, goalId: goal.id }
  for (const each of goal.history) {
    expect(await aftercare.refusalCode('goal.takeBack', { ...of, eventId: each.id })).toBe('cannot-take-back')
  }
  const ended = await aftercare.ask('goal.setStatus', { ...of, on: '2026-11-21', status: 'ended', whatHelped: '' })
  const undone = await aftercare.ask('goal.takeBack', { ...of, eventId: ended.history.at(-1)?.id ?? '' })
  expect(without(undone)).toEqual(without(goal))
})

test('a step that was ticked at the other unit the same day is unticked as something that happened here', async () => {
  const goal = (await goalsIn(aftercare))[0] as Goal
  const stepId = goal.steps[0]?.id ?? ''
  const unticked = await aftercare.ask('goal.markStep', { clientId, goalId: goal.id, stepId, done: false })
  expect(unticked.history.at(-1)).toMatchObject({ what: { kind: 'step', stepId, done: false } })
  expect(unticked.steps[0]?.doneOn).toBeUndefined()
})

test('a package whose goal begins with anything but its words is damaged, and nothing is written', async () => {
  const sealed = await home.platform.files.values().next().value
  const { headerLine, content } = await takeApart(sealed ?? new Uint8Array(), file.words)
  const other = coreInMemory({ seed: 'other', unit: AFTERCARE })
  const before = everyRecord(other)
  const [goal, ...rest] = content.record.goals
  const spoilt: PackageContent['record']['goals'][] = [
    [{ ...(goal as NonNullable<typeof goal>), events: goal?.events.slice(2) ?? [] }, ...rest],
    [
      {
        ...(goal as NonNullable<typeof goal>),
        events: (goal?.events ?? []).map(each => ({ ...each, takenBack: { at: each.at, by: 'x' } })),
      },
    ],
  ]
  for (const goals of spoilt) {
    const text = JSON.stringify({ ...content, record: { ...content.record, goals } })
    const bytes = await sealCheaply(headerLine, text, file.words)
    const input = { file: bytes.toString('base64'), words: file.words, readBack: 'Jag tar vid.' }
    expect(await other.refusalCode('handover.accept', input)).toBe('package-damaged')
  }
  expect(everyRecord(other)).toEqual(before)
})
