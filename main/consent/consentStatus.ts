import type { Consent, ConsentStanding } from '../contract/consent.ts'
import type { Day } from '../contract/values.ts'

/** A consent holds through its last day, unless it was withdrawn. It was given at the latest today. */
export function consentStatus(
  { validUntil, withdrawal }: Pick<Consent, 'validUntil' | 'withdrawal'>,
  today: Day,
): ConsentStanding {
  if (withdrawal !== undefined) return 'withdrawn'
  return today <= validUntil ? 'inForce' : 'expired'
}

/** The consent of that id, where it lets anything out today. */
export function consentInForce<Given extends Pick<Consent, 'id' | 'validUntil' | 'withdrawal'>>(
  consents: readonly Given[],
  id: string,
  today: Day,
): Given | undefined {
  return consents.find(each => each.id === id && consentStatus(each, today) === 'inForce')
}
