import type { MethodHeld, StaffTraining, TrainingContent } from '../contract/training.ts'
import type { Day } from '../contract/values.ts'

type Written = { readonly id: string; readonly replaces: string | null; readonly takenBack: object | null }

/** The entries that stand: neither taken back nor replaced by one that is not taken back. */
export function entriesInForce<Entry extends Written>(entries: readonly Entry[]): Entry[] {
  const kept = entries.filter(each => each.takenBack === null)
  const replaced = new Set(kept.map(each => each.replaces))
  return kept.filter(each => !replaced.has(each.id))
}

type Method = Extract<TrainingContent, { kind: 'method' }>

const isMethod = (content: TrainingContent): content is Method => content.kind === 'method'

/** How someone stands to each method on a day, by what stands of them; one they have nothing about is left out. */
export function methodsOn(contents: readonly TrainingContent[], today: Day): MethodHeld[] {
  const all = contents.filter(isMethod)
  return [...new Set(all.map(each => each.method))].map(method =>
    methodOn(
      method,
      all.filter(each => each.method === method),
      today,
    ),
  )
}

/** Had as soon as one training is valid; of several, since the first of them. What expired last is told before what is under way has ended. */
function methodOn(method: string, trainings: readonly Method[], today: Day): MethodHeld {
  const days = (of: readonly Method[]) => of.map(each => each.fromOn).sort()
  const completed = trainings.filter(each => each.state === 'completed')
  const [had] = days(completed.filter(each => each.untilOn === undefined || each.untilOn >= today))
  if (had !== undefined) return { method, how: 'has', on: had }
  const [begun] = days(trainings.filter(each => each.state === 'underWay'))
  if (begun !== undefined) return { method, how: 'underWay', on: begun }
  const ends = completed.map(each => each.untilOn ?? each.fromOn).sort()
  return { method, how: 'expired', on: ends.at(-1) ?? today }
}

/** Each procedure that someone is certified in, once, with the latest certification; in the order of the codes. */
export function certifiedIn(contents: readonly TrainingContent[]): StaffTraining['certified'] {
  const latest = new Map<string, StaffTraining['certified'][number]>()
  for (const each of contents) {
    if (each.kind !== 'certification') continue
    const { procedure, on, by } = each
    if ((latest.get(procedure)?.on ?? '') <= on) latest.set(procedure, { procedure, on, by })
  }
  return [...latest.values()].sort((one, other) => one.procedure.localeCompare(other.procedure))
}
