import type { Consent } from '../contract/consent.ts'
import type { Day } from '../contract/values.ts'

/** A consent holds from the day it was given, through its last day, unless it was withdrawn. */
export function isInForce(consent: Consent, today: Day): boolean {
  return consent.givenOn <= today && today <= consent.validUntil && consent.withdrawnOn === undefined
}
