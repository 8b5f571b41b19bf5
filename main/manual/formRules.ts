import { clientAnswer } from '../contract/feeds.ts'
import type { FormDefinition, FormField } from '../contract/form.ts'
import type { Problem } from '../contract/manual.ts'

/** What no single field can show: ids that are taken, and answers sent where they do not fit. */
export function formProblems(file: string, form: FormDefinition): Problem[] {
  return [...takenTwice(form), ...feedsThatDoNotFit(form)].map(what => ({ file, line: 1, what }))
}

function takenTwice(form: FormDefinition): string[] {
  const answers = form.fields.flatMap(each =>
    each.kind === 'ratings' && each.wordsId !== undefined ? [each.id, each.wordsId] : [each.id],
  )
  const within = form.fields.flatMap(field =>
    namesWithin(field).flatMap(names => repeated(names).map(id => `${field.id}: ”${id}” står två gånger.`)),
  )
  return [...repeated(answers).map(id => `Två fält har samma id, ”${id}”.`), ...within]
}

function namesWithin(field: FormField): string[][] {
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return [field.options.map(each => each.value)]
    case 'ratings':
      return [field.items.map(each => each.value)]
    case 'table':
      // a fixed row's answers are kept with the row's own name under `row`
      return [
        [...(field.rows.length > 0 ? ['row'] : []), ...field.columns.map(each => each.id)],
        field.rows.map(each => each.value),
        ...field.columns.flatMap(namesWithin),
      ]
    default:
      return []
  }
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((each, at) => names.indexOf(each) !== at))]
}

const CLIENT_ANSWERS: readonly string[] = clientAnswer.options

function feedsThatDoNotFit(form: FormDefinition): string[] {
  const feeding = form.fields.flatMap(each => ('feeds' in each && each.feeds !== undefined ? [each] : []))
  const feeds = feeding.map(each => each.feeds ?? '')
  const problems = repeated(feeds).map(each => `Två fält har ”feeds: ${each}”.`)
  for (const field of feeding) {
    if (field.kind === 'scale' && (field.min !== 0 || field.max !== 10))
      problems.push(`${field.id}: sug mäts från 0 till 10, annars kan svaret inte föras vidare.`)
    if (field.feeds === 'offerAnswer') {
      for (const { value } of field.options)
        if (!CLIENT_ANSWERS.includes(value)) problems.push(`${field.id}: ”${value}” är inget svar på ett erbjudande.`)
    }
    if (['offerReason', 'offeredOn', 'askAgainOn'].includes(field.feeds ?? '') && !feeds.includes('offerAnswer'))
      problems.push(
        `${field.id}: ”feeds: ${field.feeds}” hör till ett svar på erbjudandet, som bladet inte frågar efter.`,
      )
  }
  return problems
}
