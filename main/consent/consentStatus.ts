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
