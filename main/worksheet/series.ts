import type { FormDefinition } from '../contract/form.ts'
import type { Output } from '../contract/index.ts'
import type { AreaSeries, WorksheetAnswer } from '../contract/worksheet.ts'

/** One filled-in scale, as far as a curve is concerned. */
type Answered = Pick<WorksheetAnswer, 'answeredOn' | 'answers'>

/**
 * Tillfredsskalan over time, one series an area in the form's own order. An area left out on a day is a
 * point without a score: a gap, never a zero, and nothing is summed (method.md section 4). The client's own words
 * about the area stand at the point of the day they were said.
 */
export function satisfactionSeries(form: FormDefinition, answers: readonly Answered[]): AreaSeries[] {
  const field = form.fields.find(each => each.kind === 'ratings')
  if (field === undefined) return []
  return field.items.map(({ value, label }) => ({
    area: value,
    label,
    points: answers.map(({ answeredOn, answers: given }) => {
      const score = partOf(given[field.id], value)
      const words = partOf(given[field.wordsId ?? ''], value)
      return {
        on: answeredOn,
        ...(typeof score === 'number' ? { score } : {}),
        ...(typeof words === 'string' && words !== '' ? { words } : {}),
      }
    }),
  }))
}

type Answer = WorksheetAnswer['answers'][string] | undefined

function partOf(answer: Answer, item: string): Answer {
  return typeof answer === 'object' && answer !== null && !Array.isArray(answer) ? answer[item] : undefined
}

/**
 * The client's own words the last time the scale was filled in with any, with their day: the comment on the sheet, else
 * what was said about the last of its areas.
 */
export function latestWords(form: FormDefinition, answers: readonly Answered[]): Output<'scale.ofClient'>['latest'] {
  const texts = form.fields.filter(each => each.kind === 'text').map(each => each.id)
  const areas = satisfactionSeries(form, answers)
  for (const [index, { answeredOn: on, answers: given }] of [...answers.entries()].toReversed()) {
    const comment = texts.map(id => given[id]).findLast(each => typeof each === 'string' && each !== '')
    if (typeof comment === 'string') return { on, words: comment }
    const about = areas.findLast(each => each.points[index]?.words !== undefined)
    if (about !== undefined) return { on, words: about.points[index]?.words ?? '', area: about.label }
  }
  return undefined
}
