import { clientAnswer } from '../contract/feeds.ts'
import type { FormDefinition, FormField } from '../contract/form.ts'
import type { Problem } from '../contract/manual.ts'

/** What no single field can show: ids that are taken, and answers sent where they do not fit. */
export function formProblems(file: string, form: FormDefinition): Problem[] {
  return [...takenTwice(form), ...feedsThatDoNotFit(form), ...scoresThatDoNotFit(form)].map(what => ({
    file,
    line: 1,
    what,
  }))
}

/** Forms that show what was written on a form which is not there, or has nothing to show. */
export function recallProblems(forms: ReadonlyMap<string, FormDefinition>): Problem[] {
  return [...forms.values()].flatMap(form =>
    form.fields.flatMap(field => {
      if (field.kind !== 'table' || field.recalls === undefined) return []
      const recalled = forms.get(field.recalls)
      if (recalled?.fields.some(each => each.kind === 'table') === true) return []
      const what = `${form.id}, ${field.id}: ”recalls: ${field.recalls}” är inget blad med en tabell att minnas ur.`
      return [{ file: 'manual.yaml', line: 1, what }]
    }),
  )
}

function scoresThatDoNotFit(form: FormDefinition): string[] {
  return form.fields.flatMap(field => {
    if (field.kind !== 'table' || field.filledFrom === undefined) return []
    const fits = (id: string) =>
      field.columns.some(each => each.id === id && each.kind === 'scale' && each.min === 1 && each.max === 10)
    return ['first', 'latest'].every(fits) && field.rows.length > 0
      ? []
      : [`${field.id}: ”filledFrom: scores” behöver egna rader och kolumnerna first och latest, från 1 till 10.`]
  })
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
