import type { Consent, ConsentKind, ConsentManner, ConsentPart } from '../../main/contract/consent.ts'
import type { Input } from '../../main/contract/index.ts'
import type { MistakeReason } from '../../main/contract/mistake.ts'
import { addDays } from '../ui/format.ts'
import { isDay } from '../ui/readDay.ts'

/** Days that a consent holds, unless another day is chosen: three months is what is usual. */
const USUAL_DAYS = 90

/** A consent while it is being asked for. */
export type ConsentDraft = {
  kind: ConsentKind
  receiver: string
  parts: ConsentPart[]
  concerns: string
  manner: ConsentManner | ''
  witness: string
  givenOn: string
  validUntil: string
}

/** Nothing is ticked until someone ticks it. */
export function newConsentDraft(today: string): ConsentDraft {
  return {
    kind: 'waiver',
    receiver: '',
    parts: [],
    concerns: '',
    manner: '',
    witness: '',
    givenOn: today,
    validUntil: usualLastDay(today),
  }
}

/** A struck consent, to be asked for where it belongs: the words follow from it, and are said yes to anew. */
export function carriedConsent(
  { kind, receiver, parts, concerns, manner, witness, givenOn, validUntil }: Consent,
  reason: MistakeReason,
): ConsentDraft {
  const shared = { kind, receiver, parts, concerns, manner, witness, validUntil }
  return { ...shared, givenOn: reason === 'wrongDay' ? '' : givenOn }
}

/** The last day of a consent given today, unless another is chosen. */
export function usualLastDay(today: string): string {
  return addDays(today, USUAL_DAYS)
}

/** It is said towards whom, and about what. */
export function hasScope({ kind, receiver, parts, concerns }: ConsentDraft): boolean {
  return receiver.trim() !== '' && (kind === 'waiver' ? parts.length > 0 : concerns.trim() !== '')
}

/** Enough is filled in for the words to be shown. */
export function isReadyToRead(draft: ConsentDraft): boolean {
  return hasScope(draft) && isDay(draft.validUntil)
}

/** What is asked of the core, or nothing while the draft lacks something. */
export function consentInput(clientId: string, draft: ConsentDraft): Input<'consent.give'> | undefined {
  const { kind, receiver, parts, concerns, manner, witness, validUntil } = draft
  if (manner === '' || !isReadyToRead(draft)) return undefined
  const shared = { clientId, receiver, manner, witness, givenOn: draft.givenOn, validUntil }
  return kind === 'waiver' ? { ...shared, kind, parts } : { ...shared, kind, concerns }
}
