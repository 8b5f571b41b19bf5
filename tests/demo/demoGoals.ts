import type { Goal } from '../../main/contract/goal.ts'
import type { Ask } from '../support/invented.ts'
import type { DemoPerson } from './demoFormat.ts'
import { type DemoEvent, type DemoRecord, idOf } from './demoSessions.ts'

type DemoGoal = DemoPerson['goals'][number]

/** Set on its day, and then everything that happened to it. */
export function goalEvents(given: DemoGoal, record: DemoRecord): DemoEvent[] {
  let goal: Goal | undefined
  const written = () => {
    if (goal === undefined) throw new Error(`”${given.words}” is used before it is set`)
    return goal
  }
  const later = (
    on: string,
    write: (ask: Ask, of: { clientId: Goal['clientId']; goalId: Goal['id'] }) => Promise<Goal>,
  ) => ({
    on,
    run: async (ask: Ask) => {
      goal = await write(ask, { clientId: idOf(record), goalId: written().id })
    },
  })
  return [
    {
      on: given.on,
      run: async ask => {
        goal = await ask('goal.set', { ...wordingOf(given), clientId: idOf(record), steps: stepsOf(given.steps) })
      },
    },
    ...given.done.map(({ step, on }) =>
      later(on, (ask, of) => {
        const stepId = written().steps[step - 1]?.id
        if (stepId === undefined) throw new Error(`”${given.words}” has no step ${step}`)
        return ask('goal.markStep', { ...of, stepId, done: true })
      }),
    ),
    ...given.statuses.map(({ on, status, helped }) =>
      later(on, (ask, of) => ask('goal.setStatus', { ...of, status, on, whatHelped: helped })),
    ),
    ...given.reworded.map(({ on, steps: added, ...said }) =>
      later(on, (ask, of) => {
        const { words, area, wording, obstacle, plan, levels, reviewOn, steps } = written()
        const now = { words: said.words ?? words, area, wording: said.wording ?? wording, levels }
        const hard = { obstacle: said.obstacle ?? obstacle, plan: said.plan ?? plan }
        const kept = steps.map(({ doneOn: _, ...each }) => each)
        const review = reviewOn === undefined ? {} : { reviewOn }
        return ask('goal.reword', { ...of, ...now, ...hard, ...review, steps: [...kept, ...stepsOf(added)] })
      }),
    ),
    ...given.reviews.map(({ on, level, says, status, helped, next }) =>
      later(on, (ask, of) =>
        ask('goal.review', {
          ...of,
          on,
          comment: says,
          status,
          whatHelped: helped,
          ...(level === undefined ? {} : { level }),
          ...(next === undefined ? {} : { reviewOn: next }),
        }),
      ),
    ),
  ]
}

function wordingOf({ words, area, wording, obstacle, plan, levels, review }: DemoGoal) {
  return { words, area, wording, obstacle, plan, levels, ...(review === undefined ? {} : { reviewOn: review }) }
}

/** `what | by when | who`. */
function stepsOf(lines: readonly string[]) {
  return lines.map(each => {
    const [what = '', by = '', who = ''] = each.split('|').map(part => part.trim())
    return { what, who, ...(by === '' ? {} : { by }) }
  })
}
