import type { Procedure } from '../../main/contract/manual.ts'
import type { MethodHeld, StaffTraining, TrainingContent, TrainingMethod } from '../../main/contract/training.ts'
import { methodHeldWords, trainingStateWords } from '../../main/contract/trainingWords.ts'
import type { Day } from '../../main/contract/values.ts'
import { dayAndYear, midSentence } from '../ui/format.ts'

/** What is said when it has been written. */
export const savedText: Record<TrainingContent['kind'], string> = {
  education: 'Utbildningen är inskriven.',
  method: 'Metoden är inskriven.',
  certification: 'Certifieringen är inskriven.',
}

/** *14 mars 2019*, or the year alone where that is all that is known. */
export function yearOrDayText(on: string): string {
  return on.length === 4 ? on : dayAndYear(on)
}

export const methodHeldBy = (staff: StaffTraining, method: string): MethodHeld | undefined =>
  staff.methods.find(each => each.method === method)

/** The methods that nobody who works here has today. */
export function methodsNobodyHas(
  staff: readonly StaffTraining[],
  methods: readonly TrainingMethod[],
): TrainingMethod[] {
  const here = staff.filter(each => each.roles.length > 0)
  return methods.filter(({ code }) => !here.some(each => methodHeldBy(each, code)?.how === 'has'))
}

/** All that an entry says, in a line. */
export function entryText(
  content: TrainingContent,
  methods: readonly TrainingMethod[],
  procedure: (code: string) => string,
): string {
  switch (content.kind) {
    case 'education':
      return `${content.what}, ${yearOrDayText(content.on)}`
    case 'method': {
      const { method, level, givenBy, state, fromOn, untilOn } = content
      const name = methods.find(each => each.code === method)?.words ?? method
      const said = state === 'completed' ? midSentence(trainingStateWords.completed) : methodHeldWords.underWay
      const when = `${said} ${dayAndYear(fromOn)}`
      const until = untilOn === undefined ? '' : `gäller till och med ${dayAndYear(untilOn satisfies Day)}`
      return [name, when, level, givenBy && `gavs av ${givenBy}`, until].filter(Boolean).join(' · ')
    }
    case 'certification':
      return `${content.procedure} ${procedure(content.procedure)}, certifierad ${dayAndYear(content.on)} av ${content.by}: ${content.judged}`
  }
}

/** *7 av 11* */
export function certifiedOf(staff: StaffTraining, core: readonly Procedure[]): string {
  const done = core.filter(({ code }) => staff.certified.some(each => each.procedure === code))
  return `${done.length} av ${core.length}`
}
