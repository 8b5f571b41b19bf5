import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Goal } from '../../main/contract/goal.ts'
import { contract, type Input, type Method } from '../../main/contract/index.ts'
import type { UserId } from '../../main/contract/values.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { chanceFrom } from '../support/invented.ts'
import { addedClient, newGoal } from '../support/people.ts'
import { everyRecord } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

const STEPS = [
  { what: 'Ring hyresvärden', by: '2026-11-28', who: 'jag' },
  { what: 'Fyll i ansökan', who: 'jag och Berit' },
]
const setGoal = (given: Partial<Input<'goal.set'>> = {}) => core.ask('goal.set', newGoal(clientId, given))
const setStatus = (goal: Goal, status: Goal['status'], given: Partial<Input<'goal.setStatus'>> = {}) =>
  core.ask('goal.setStatus', {
    clientId,
    goalId: goal.id,
    status,
    on: core.world.today(),
    whatHelped: '',
    ...given,
  })
const mark = (goal: Goal, step: number, done = true) =>
  core.ask('goal.markStep', { clientId, goalId: goal.id, stepId: goal.steps[step - 1]?.id ?? '', done })
const review = (goal: Goal, given: Partial<Input<'goal.review'>> = {}) =>
  core.ask('goal.review', {
    clientId,
    goalId: goal.id,
    on: core.world.today(),
    comment: '',
    status: 'underWay',
    whatHelped: '',
    ...given,
  })
const takeBack = (goal: Goal, eventId = goal.history.at(-1)?.id ?? '') =>
  core.ask('goal.takeBack', { clientId, goalId: goal.id, eventId })
/** The goal as it would be said again: its steps with their ids. */
const wordingOf = ({ words, area, wording, obstacle, plan, levels, reviewOn, steps }: Goal): Input<'goal.set'> => ({
  clientId,
  words,
  area,
  wording,
  obstacle,
  plan,
  levels,
  steps: steps.map(({ doneOn: _, ...each }) => each),
  ...(reviewOn === undefined ? {} : { reviewOn }),
})
const due = async () => (await core.ask('goal.due', {})).map(each => `${each.reviewOn} ${each.words}`)

test('a goal keeps the client’s own words, its steps in order, and begins as not started', async () => {
  const goal = await setGoal({
    words: '  Jag ska ha ett hem, fan.  ',
    wording: 'Jag har ett eget kontrakt i april',
    steps: STEPS,
    obstacle: 'Skulder',
    plan: 'Budgetrådgivaren',
    reviewOn: '2026-12-15',
    levels: ['', '', ' Nyckel i april ', '', ''],
  })
  const said = {
    words: 'Jag ska ha ett hem, fan.',
    area: 'housing',
    wording: 'Jag har ett eget kontrakt i april',
    obstacle: 'Skulder',
    plan: 'Budgetrådgivaren',
    levels: ['', '', 'Nyckel i april', '', ''],
    reviewOn: '2026-12-15',
    steps: STEPS.map(each => ({ id: expect.any(String), ...each })),
  }
  expect(goal).toEqual({
    ...said,
    id: expect.any(String),
    clientId,
    setOn: '2026-11-21',
    status: 'notStarted',
    statusOn: '2026-11-21',
    whatHelped: '',
    history: [
      {
        id: expect.any(String),
        on: '2026-11-21',
        at: expect.stringMatching(/^2026-11-21T08:/),
        author: 'Berit Exempel',
        what: { kind: 'worded', ...said },
      },
    ],
  })
  expect(await core.ask('goal.ofClient', { clientId })).toEqual([goal])
})

test('goals set in one session stand in the order they were set', async () => {
  const words = ['Ett hem', 'Ett jobb', 'Träffa min son', 'Sova hela natten', 'Betala hyran', 'Fiska igen']
  for (const each of words) await setGoal({ words: each })
  expect((await core.ask('goal.ofClient', { clientId })).map(each => each.words)).toEqual(words)
})

describe('said again', () => {
  test('the first words are never overwritten: each wording is kept with its author and time', async () => {
    const goal = await setGoal()
    core.world.setToday('2026-12-05')
    const reworded = await core.ask('goal.reword', {
      ...wordingOf(goal),
      goalId: goal.id,
      words: 'Ett hem med lås',
      wording: 'Jag har ett eget kontrakt i april',
    })
    expect(reworded).toMatchObject({ words: 'Ett hem med lås', setOn: '2026-11-21' })
    const wordings = reworded.history.map(({ on, author, what }) => [on, author, what.kind === 'worded' && what.words])
    expect(wordings).toEqual([
      ['2026-11-21', 'Berit Exempel', 'Jag vill ha en egen lägenhet'],
      ['2026-12-05', 'Berit Exempel', 'Ett hem med lås'],
    ])
  })

  test('in the same words adds nothing', async () => {
    const goal = await setGoal({ steps: STEPS, reviewOn: '2026-12-15' })
    const before = everyRecord(core)
    expect(await core.ask('goal.reword', { ...wordingOf(goal), goalId: goal.id })).toEqual(goal)
    expect(everyRecord(core)).toEqual(before)
  })

  test('a step that is said anew stays done, and a new one is not', async () => {
    const goal = await mark(await setGoal({ steps: STEPS }), 1)
    const [first, second] = wordingOf(goal).steps
    const reworded = await core.ask('goal.reword', {
      ...wordingOf(goal),
      goalId: goal.id,
      steps: [{ what: 'Köp mat', who: '' }, { ...first, what: 'Ring igen', who: '' }, ...(second ? [second] : [])],
    })
    expect(reworded.steps.map(({ what, doneOn }) => `${what} ${doneOn}`)).toEqual([
      'Köp mat undefined',
      'Ring igen 2026-11-21',
      'Fyll i ansökan undefined',
    ])
  })

  test('another goal’s step cannot be taken over', async () => {
    const other = await setGoal({ steps: STEPS })
    const goal = await setGoal()
    const before = everyRecord(core)
    const input = { ...wordingOf(goal), goalId: goal.id, steps: wordingOf(other).steps }
    expect(await core.refusalCode('goal.reword', input)).toBe('not-found')
    expect(everyRecord(core)).toEqual(before)
  })
})

describe('status', () => {
  test('every status a goal has had is kept, and saying the same again adds nothing', async () => {
    const goal = await setGoal()
    core.world.setToday('2026-11-28')
    await setStatus(goal, 'underWay')
    await setStatus(goal, 'underWay')
    core.world.setToday('2026-12-05')
    await setStatus(goal, 'changed')
    const { history, status, statusOn } = await setStatus(goal, 'underWay', { on: '2026-12-04' })
    expect(history.slice(1).map(({ on, what }) => what.kind === 'status' && `${on} ${what.status}`)).toEqual([
      '2026-11-28 underWay',
      '2026-12-05 changed',
      '2026-12-04 underWay',
    ])
    expect([status, statusOn]).toEqual(['underWay', '2026-12-04'])
  })

  test('a reached goal keeps the day, and what made it go, also when that is said later', async () => {
    const goal = await setGoal()
    core.world.setToday('2026-12-05')
    await setStatus(goal, 'reached', { on: '2026-12-03' })
    core.world.setToday('2026-12-09')
    const kept = { status: 'reached', statusOn: '2026-12-03', whatHelped: 'Att Sara följde med.' }
    expect(await setStatus(goal, 'reached', { whatHelped: 'Att Sara följde med.' })).toMatchObject(kept)
    expect(await review(goal, { status: 'reached', comment: 'Det håller.' })).toMatchObject(kept)
  })

  test('nothing is reached tomorrow, or before the goal was set', async () => {
    const goal = await setGoal()
    const input = { clientId, goalId: goal.id, status: 'reached', whatHelped: '' }
    expect(await core.refusalCode('goal.setStatus', { ...input, on: '2026-11-22' })).toBe('day-in-future')
    expect(await core.refusalCode('goal.setStatus', { ...input, on: '2026-11-20' })).toBe('days-reversed')
  })
})

describe('steps', () => {
  test('each step has its own day, and the first one done sets the goal under way', async () => {
    const goal = await setGoal({ steps: STEPS })
    core.world.setToday('2026-11-25')
    await mark(goal, 2)
    core.world.setToday('2026-12-01')
    const { steps, status, statusOn } = await mark(goal, 1)
    expect(steps.map(each => each.doneOn)).toEqual(['2026-12-01', '2026-11-25'])
    expect([status, statusOn]).toEqual(['underWay', '2026-11-25'])
  })

  test('a tick that is taken away the same day is undone; later it is something that happened', async () => {
    const goal = await mark(await setGoal({ steps: STEPS }), 1)
    const slipped = await mark(goal, 1, false)
    expect(slipped.steps[0]?.doneOn).toBeUndefined()
    expect(slipped).toMatchObject({ status: 'notStarted', history: [{}, { takenBack: { by: 'Berit Exempel' } }] })

    await mark(goal, 1)
    core.world.setToday('2026-11-22')
    const { steps, history } = await mark(goal, 1, false)
    expect(steps[0]?.doneOn).toBeUndefined()
    expect(history.filter(each => each.takenBack === undefined).map(({ on }) => on)).toEqual([
      '2026-11-21',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  test('ticking twice adds nothing', async () => {
    const goal = await mark(await setGoal({ steps: STEPS }), 1)
    const before = everyRecord(core)
    await mark(goal, 1)
    expect(everyRecord(core)).toEqual(before)
  })
})

describe('reviews', () => {
  test('a review keeps how far it came, the client’s words, the status and the next day', async () => {
    const goal = await setGoal({ reviewOn: '2026-11-20' })
    const { history, status, reviewOn } = await review(goal, {
      level: -1,
      comment: 'En bit. Jag har ringt.',
      reviewOn: '2026-12-19',
    })
    expect(history.at(-1)).toMatchObject({
      on: '2026-11-21',
      what: {
        kind: 'review',
        level: -1,
        comment: 'En bit. Jag har ringt.',
        status: 'underWay',
        reviewOn: '2026-12-19',
      },
    })
    expect([status, reviewOn]).toEqual(['underWay', '2026-12-19'])
  })

  test('the next review lies after this one', async () => {
    const goal = await setGoal()
    const input = { clientId, goalId: goal.id, on: '2026-11-21', comment: '', status: 'underWay', whatHelped: '' }
    expect(await core.refusalCode('goal.review', { ...input, reviewOn: '2026-11-21' })).toBe('days-reversed')
    expect(await core.refusalCode('goal.review', { ...input, on: '2026-11-22' })).toBe('day-in-future')
  })

  test('a review is due on its day and after it, oldest first, until it is held', async () => {
    await setGoal({ words: 'Imorgon', reviewOn: '2026-11-22' })
    const today = await setGoal({ words: 'I dag', reviewOn: '2026-11-21' })
    await setGoal({ words: 'Förra veckan', reviewOn: '2026-11-14' })
    await setGoal({ words: 'Ingen dag' })
    expect(await due()).toEqual(['2026-11-14 Förra veckan', '2026-11-21 I dag'])
    await review(today, { reviewOn: '2026-11-22' })
    expect(await due()).toEqual(['2026-11-14 Förra veckan'])
    core.world.setToday('2026-11-22')
    expect(await due()).toEqual(['2026-11-14 Förra veckan', '2026-11-22 Imorgon', '2026-11-22 I dag'])
  })

  test('a reached or ended goal is not due; taken up again it is', async () => {
    const goal = await setGoal({ words: 'Ett hem', reviewOn: '2026-11-20' })
    for (const status of ['reached', 'ended'] as const) {
      expect(await setStatus(goal, status)).not.toHaveProperty('reviewOn')
      expect(await due()).toEqual([])
      expect(await setStatus(goal, 'underWay')).toMatchObject({ reviewOn: '2026-11-20' })
      expect(await due()).toEqual(['2026-11-20 Ett hem'])
    }
    await review(goal, { status: 'reached', reviewOn: '2026-12-01' })
    core.world.setToday('2026-12-02')
    expect(await due()).toEqual([])
  })

  test('a protected client stands under the case number, without the goal’s words', async () => {
    const hidden = await addedClient(core, { name: 'Pia Prov', number: '', protectedIdentity: true })
    await core.ask('goal.set', newGoal(hidden, { reviewOn: '2026-11-20' }))
    expect(await core.ask('goal.due', {})).toEqual([
      {
        clientId: hidden,
        goalId: expect.any(String),
        clientName: '',
        caseNumber: 'Ä Pia Prov',
        words: '',
        reviewOn: '2026-11-20',
      },
    ])
  })
})

describe('who may see and write', () => {
  const clinic = coreInMemory()
  const berit = clinic.binder.opened()?.user.id ?? ('' as UserId)
  const asBerit = () => clinic.signIn({ id: berit, roles: ['therapist', 'coordinator'] })
  let goal: Goal
  beforeAll(async () => {
    const anna = await addedClient(clinic)
    goal = await clinic.ask('goal.set', newGoal(anna, { reviewOn: '2026-11-20', steps: STEPS }))
  })

  test('of a colleague’s clients nothing is due, and their goals are not shown', async () => {
    expect(await clinic.ask('goal.due', {})).toHaveLength(1)
    clinic.signIn({ roles: ['therapist'] })
    expect(await clinic.ask('goal.due', {})).toEqual([])
    expect(await clinic.refusalCode('goal.ofClient', { clientId: goal.clientId })).toBe('not-own-client')
  })

  test('the client’s coordinator reads the goals and what is due, and changes nothing in them', async () => {
    const kim = clinic.signIn({ roles: ['coordinator'] })
    asBerit()
    await clinic.ask('client.assign', { clientId: goal.clientId, therapistId: berit, coordinatorId: kim })
    clinic.signIn({ id: kim, roles: ['coordinator'] })
    expect(await clinic.ask('goal.ofClient', { clientId: goal.clientId })).toEqual([goal])
    expect(await clinic.ask('goal.due', {})).toHaveLength(1)
    const of = { clientId: goal.clientId, goalId: goal.id, goalStepId: goal.steps[0]?.id ?? '' }
    const inputs = wellFormed({ ...of, goalEventId: goal.history[0]?.id ?? '' })
    const commands = (Object.keys(inputs) as Method[]).filter(each => contract[each].kind === 'command')
    const about = commands.filter(each => each.startsWith('goal.'))
    expect(about).toHaveLength(6)
    for (const each of about) expect(await clinic.refusalCode(each, inputs[each])).toBe('not-permitted')
  })
})

describe('undone', () => {
  test('a status, a tick, a review and a wording can each be undone, and stay in the history', async () => {
    const goal = await setGoal({ steps: STEPS, reviewOn: '2026-11-30' })
    const then = [
      await setStatus(goal, 'reached'),
      await mark(goal, 1),
      await review(goal, { reviewOn: '2026-12-24' }),
      await core.ask('goal.reword', { ...wordingOf(goal), goalId: goal.id, words: 'Något helt annat' }),
    ]
    for (const each of then.toReversed()) await takeBack(goal, each.history.at(-1)?.id)
    const [now] = await core.ask('goal.ofClient', { clientId })
    const { history, ...state } = now ?? goal
    const { history: _, ...stateAtFirst } = goal
    expect(state).toEqual(stateAtFirst)
    expect(history.map(each => each.takenBack?.by)).toEqual([undefined, ...then.map(() => 'Berit Exempel')])
    core.world.setToday('2026-11-30')
    expect(await due()).toEqual(['2026-11-30 Jag vill ha en egen lägenhet'])
  })

  test('undoing twice changes nothing', async () => {
    const goal = await setStatus(await setGoal(), 'reached')
    await takeBack(goal)
    const before = everyRecord(core)
    await takeBack(goal)
    expect(everyRecord(core)).toEqual(before)
  })

  test('the goal’s first words cannot be undone', async () => {
    const goal = await setGoal()
    const input = { clientId, goalId: goal.id, eventId: goal.history[0]?.id }
    expect(await core.refusal('goal.takeBack', input)).toEqual({ code: 'cannot-take-back' })
  })
})

test('another client’s goal, step or event is not found, and stays as it was', async () => {
  const other = await addedClient(core, { number: '' })
  const { id, steps } = await core.ask('goal.set', newGoal(other, { steps: STEPS }))
  const done = await core.ask('goal.markStep', { clientId: other, goalId: id, stepId: steps[0]?.id ?? '', done: true })
  const own = await setGoal()
  const before = everyRecord(core)
  const [stepId, eventId, on] = [steps[0]?.id, done.history.at(-1)?.id, '2026-11-21']
  for (const goalId of [id, own.id]) {
    const of = { clientId, goalId }
    expect(await core.refusalCode('goal.markStep', { ...of, stepId, done: false })).toBe('not-found')
    expect(await core.refusalCode('goal.takeBack', { ...of, eventId })).toBe('not-found')
  }
  const of = { clientId, goalId: id }
  expect(await core.refusalCode('goal.reword', { ...newGoal(clientId), goalId: id })).toBe('not-found')
  expect(await core.refusalCode('goal.setStatus', { ...of, on, status: 'reached', whatHelped: '' })).toBe('not-found')
  const said = { ...of, on, comment: '', status: 'reached', whatHelped: '' }
  expect(await core.refusalCode('goal.review', said)).toBe('not-found')
  expect(everyRecord(core)).toEqual(before)
  expect(await core.ask('goal.ofClient', { clientId })).toEqual([own])
})

test('what is due is what the goals themselves say, whatever happens to them and whatever is undone', async () => {
  const chance = chanceFrom('due goals')
  const pick = <T>(some: readonly T[]): T => some[Math.floor(chance() * some.length)] as T
  const days = ['2026-11-01', '2026-11-21', '2026-11-22', '2026-12-24', undefined] as const
  const reviewOn = () => {
    const day = pick(days)
    return day === undefined ? {} : { reviewOn: day }
  }
  const goals = [await setGoal(reviewOn()), await setGoal(reviewOn()), await setGoal({ ...reviewOn(), steps: STEPS })]
  const statuses = ['notStarted', 'underWay', 'reached', 'changed', 'ended'] as const
  const doings = [
    (goal: Goal) => setStatus(goal, pick(statuses)),
    (goal: Goal) => {
      const next = core.world.today() < '2026-11-22' && chance() < 0.7 ? { reviewOn: '2026-11-22' } : {}
      return review(goal, { status: pick(statuses), ...next })
    },
    (goal: Goal) =>
      core.ask('goal.reword', { ...newGoal(clientId), ...reviewOn(), words: `Nytt ${chance()}`, goalId: goal.id }),
    async (goal: Goal) => {
      const [now] = (await core.ask('goal.ofClient', { clientId })).filter(each => each.id === goal.id)
      const [, ...later] = now?.history ?? []
      if (later.length > 0) await takeBack(goal, pick(later).id)
    },
  ]
  let everDue = 0
  for (let round = 0; round < 120; round++) {
    core.world.setToday(pick(['2026-11-21', '2026-11-22', '2026-12-24']))
    await pick(doings)(pick(goals))
    const today = core.world.today()
    const said = (await core.ask('goal.ofClient', { clientId })).filter(each => (each.reviewOn ?? '9') <= today)
    const asked = await core.ask('goal.due', {})
    expect(asked.map(each => each.goalId).sort()).toEqual(said.map(each => each.id).sort())
    everDue += asked.length
  }
  expect(everDue).toBeGreaterThan(50)
})
