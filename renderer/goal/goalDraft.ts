import type { Goal, GoalStepId, LifeArea } from '../../main/contract/goal.ts'
import type { Input } from '../../main/contract/index.ts'
import type { MistakeReason } from '../../main/contract/mistake.ts'
import type { WordingHint } from './wordingHints.ts'

export type StepDraft = { id?: GoalStepId; what: string; by: string; who: string }

/** A goal while it is being written; days may be empty. */
export type GoalDraft = {
  words: string
  area: LifeArea | ''
  wording: string
  steps: StepDraft[]
  obstacle: string
  plan: string
  /** From −2 to +2. */
  levels: string[]
  reviewOn: string
  /** Questions about the wording that the user has put away. */
  hidden: WordingHint[]
}

export const emptyStep = (): StepDraft => ({ what: '', by: '', who: '' })

export function emptyGoal(): GoalDraft {
  return {
    words: '',
    area: '',
    wording: '',
    steps: [emptyStep()],
    obstacle: '',
    plan: '',
    levels: ['', '', '', '', ''],
    reviewOn: '',
    hidden: [],
  }
}

/** A goal as it stands, to be said anew. */
export function draftOf({ words, area, wording, steps, obstacle, plan, levels, reviewOn = '' }: Goal): GoalDraft {
  const drafts = steps.map(({ id, what, by = '', who }) => ({ id, what, by, who }))
  return {
    words,
    area,
    wording,
    obstacle,
    plan,
    levels,
    reviewOn,
    hidden: [],
    steps: drafts.length === 0 ? [emptyStep()] : drafts,
  }
}

/** A struck goal as a new one where it belongs: its steps are not those of the struck goal. */
export function carriedGoal(goal: Goal, reason: MistakeReason): GoalDraft {
  const { steps, ...draft } = draftOf(goal)
  return {
    ...draft,
    steps: steps.map(({ what, by, who }) => ({ ...emptyStep(), what, by, who })),
    reviewOn: reason === 'wrongDay' ? '' : draft.reviewOn,
  }
}

/** What is saved of a draft but its area: steps without words are left out. */
export function goalFromDraft({
  words,
  wording,
  steps,
  obstacle,
  plan,
  levels,
  reviewOn,
}: GoalDraft): Omit<Input<'goal.set'>, 'clientId' | 'area'> {
  const kept = steps
    .filter(each => each.what.trim() !== '')
    .map(({ by, ...each }) => (by === '' ? each : { ...each, by }))
  return { words, wording, steps: kept, obstacle, plan, levels, ...(reviewOn === '' ? {} : { reviewOn }) }
}
