import type { Chapter } from '../../../main/contract/manual.ts'
import type { Session, StepTaken } from '../../../main/contract/session.ts'

/** Milliseconds: after a longer silence than this the machine slept, and nobody was shown anything. */
const LONGEST_GAP = 120_000

/** Milliseconds between two looks at the clock; 0 when the machine slept in between or its clock was set back. */
export function shownFor(since: number, now: number): number {
  const passed = now - since
  return passed < 0 || passed > LONGEST_GAP ? 0 : passed
}

/** Whole minutes, to the nearest. */
export function minutesOf(milliseconds: number): number {
  return Math.round(milliseconds / 60_000)
}

/** Milliseconds that steps have been shown, by step. */
export type Spent = Readonly<Record<string, number>>

/** The steps that were begun, in the chapter's order: those gone through, and those that took a minute or more. */
export function stepsTaken(chapter: Chapter, spent: Spent, done: readonly string[]): StepTaken[] {
  return chapter.steps
    .map(({ id }) => ({ step: id, minutes: Math.min(240, minutesOf(spent[id] ?? 0)), done: done.includes(id) }))
    .filter(each => each.done || each.minutes > 0)
}

/** The minutes that earlier parts of the session gave each step that was gone through then. */
export function completedSteps(earlier: readonly Session[]): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>()
  const done = new Set<string>()
  for (const { step, minutes: took, done: whole } of earlier.flatMap(each => each.steps)) {
    minutes.set(step, (minutes.get(step) ?? 0) + took)
    if (whole) done.add(step)
  }
  return new Map([...minutes].filter(([step]) => done.has(step)))
}

/** What a session takes at least and at most, in minutes, for its clock to be believed. */
const PLAUSIBLE = { held: { from: 15, to: 150 }, partlyHeld: { from: 5, to: 150 } } as const

/**
 * How long the session was by the clock, when that is plausible. Undefined of a session that is written afterwards, in a
 * few minutes: nobody has measured it, and whoever held it says.
 */
export function countedMinutes(
  spent: Spent,
  earlier: readonly Session[],
  outcome: keyof typeof PLAUSIBLE,
): number | undefined {
  const counted = minutesOf(Object.values(spent).reduce((sum, each) => sum + each, 0))
  const { from, to } = PLAUSIBLE[earlier.length === 0 ? outcome : 'partlyHeld']
  return counted >= from && counted <= to ? counted : undefined
}
