import type { FormAnswers, FormDefinition, FormField } from './form.ts'
import { offerAnswer } from './offer.ts'
import { type Day, day } from './values.ts'

/** What a client can answer to an offer; never having been asked is no answer. */
export const clientAnswer = offerAnswer.exclude(['notOffered'])

/** The reason that stands in the ledger until someone has asked the client why. */
export const REASON_UNKNOWN = 'clientReasonUnknown'

/** The client's answer to the offer of CRA as it stands on a sheet; `on` undefined is the day of the sheet. */
export type OfferOnSheet =
  | { readonly answer: 'yes' | 'onTrial'; readonly on: Day | undefined }
  | {
      readonly answer: 'wait' | 'no' | 'cannotDecide'
      readonly on: Day | undefined
      readonly reasonCode: string
      readonly askAgainOn: Day | undefined
    }

type Feed = Exclude<Extract<FormField, { feeds?: unknown }>['feeds'], undefined>

/** The id of the field whose answer is needed there, if the form has one. */
export function fieldFeeding(form: FormDefinition, feed: Feed): string | undefined {
  return form.fields.find(each => 'feeds' in each && each.feeds === feed)?.id
}

function textFeeding(form: FormDefinition, answers: FormAnswers, feed: Feed): string | undefined {
  const given = answers[fieldFeeding(form, feed) ?? '']
  return typeof given === 'string' && given !== '' ? given : undefined
}

/** Undefined also of a text that could not be read as a day. */
function dayFeeding(form: FormDefinition, answers: FormAnswers, feed: Feed): Day | undefined {
  return day.safeParse(textFeeding(form, answers, feed)).data
}

/** The day the sheet itself says it was filled in. */
export function dayOnSheet(form: FormDefinition, answers: FormAnswers): Day | undefined {
  return dayFeeding(form, answers, 'answeredOn')
}

/** The answer to the offer of CRA, where the form asks for it and the client has given one. */
export function offerOnSheet(form: FormDefinition, answers: FormAnswers): OfferOnSheet | undefined {
  const answer = clientAnswer.safeParse(textFeeding(form, answers, 'offerAnswer')).data
  if (answer === undefined) return undefined
  const on = dayFeeding(form, answers, 'offeredOn')
  if (answer === 'yes' || answer === 'onTrial') return { answer, on }
  return {
    answer,
    on,
    reasonCode: textFeeding(form, answers, 'offerReason') ?? REASON_UNKNOWN,
    askAgainOn: dayFeeding(form, answers, 'askAgainOn'),
  }
}
