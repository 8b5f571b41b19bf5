import type { FormDefinition } from '../contract/form.ts'
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

/** The client's own comment the last time the scale was filled in, with its day. */
export function latestComment(
  form: FormDefinition,
  answers: readonly Answered[],
): { on: string; words: string } | undefined {
  const texts = form.fields.filter(each => each.kind === 'text').map(each => each.id)
  for (const { answeredOn, answers: given } of answers.toReversed()) {
    const words = texts.map(id => given[id]).findLast(each => typeof each === 'string' && each !== '')
    if (typeof words === 'string') return { on: answeredOn, words }
  }
  return undefined
}
