import { IconArrowRight, IconCheck } from '@tabler/icons-react'
import { fieldFeeding, offerOnSheet, REASON_UNKNOWN } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import { wordsOn } from '../../main/contract/validity.ts'
import { useCore } from '../core/core.ts'
import { dayAndYear, midSentence } from '../ui/format.ts'
import { optionLabel } from './answerText.ts'

type OfferLedgerProps = {
  clientId: string
  form: FormDefinition
  answers: FormAnswers
  /** The day of the sheet, where it says none itself. */
  on: string
}

/** Says that the client's answer to the offer of CRA goes to the ledger of offers as well, before it does. */
export function OfferLedgerNote({ clientId, form, answers, on }: OfferLedgerProps) {
  const offer = offerOnSheet(form, answers)
  const offers = useCore('offer.ofClient', { clientId })
  const lists = useCore('unit.lists', {})
  if (offer === undefined)
    return (
      <p className="small soft fed-note">
        <IconArrowRight size={16} stroke={1.7} aria-hidden /> Svaret läggs också i erbjudandena.
      </p>
    )
  const day = offer.on ?? on
  const reason = 'reasonCode' in offer ? offer.reasonCode : REASON_UNKNOWN
  const isRecorded = offers.data?.some(
    each =>
      each.offered === 'cra' &&
      each.on === day &&
      each.answer === offer.answer &&
      (reason === REASON_UNKNOWN || each.reasonCode === reason),
  )
  const listed = lists.data?.reasons.find(each => each.code === reason)
  const reasonWords = listed === undefined ? '' : wordsOn(listed, day)
  const words = [answerLabel(form, answers), 'reasonCode' in offer ? midSentence(reasonWords) : '', dayAndYear(day)]
  return (
    <p className="small soft fed-note" role="status">
      {isRecorded === true ? (
        <>
          <IconCheck size={16} stroke={1.7} aria-hidden /> Svaret står redan i erbjudandena.
        </>
      ) : (
        <>
          <IconArrowRight size={16} stroke={1.7} aria-hidden /> Svaret läggs också i erbjudandena:{' '}
          {words.filter(Boolean).join(', ')}.
        </>
      )}
    </p>
  )
}

function answerLabel(form: FormDefinition, answers: FormAnswers): string {
  const field = form.fields.find(each => each.id === fieldFeeding(form, 'offerAnswer'))
  return field?.kind === 'choice' ? optionLabel(field.options, String(answers[field.id] ?? '')) : ''
}
