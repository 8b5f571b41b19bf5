import { fieldFeeding } from '../../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../../main/contract/form.ts'
import { withAnswer } from '../../worksheet/answers.ts'

type Score = number | undefined

/** The craving answered on the form: undefined where the form does not ask, or the client has not said. */
export function cravingAnswer(form: FormDefinition, answers: FormAnswers): Score {
  const score = answers[fieldFeeding(form, 'craving') ?? '']
  return typeof score === 'number' ? score : undefined
}

/** The session's craving after the form was answered: it goes along, unless it was given another number on its own. */
export function cravingAfterSheet(session: Score, before: Score, after: Score): Score {
  return session === undefined || session === before ? after : session
}

/** The form after the session's craving was answered: it goes along, unless it was given another number on its own. */
export function answersAfterCraving(
  form: FormDefinition,
  answers: FormAnswers,
  before: Score,
  after: Score,
): FormAnswers {
  const field = fieldFeeding(form, 'craving')
  const own = cravingAnswer(form, answers)
  return field === undefined || own === after || (own !== undefined && own !== before)
    ? answers
    : withAnswer(answers, field, after)
}
