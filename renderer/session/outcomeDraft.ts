import type { Input } from '../../main/contract/index.ts'
import type { Outcome } from '../../main/contract/plan.ts'
import { NOTHING_TICKED, type Setting } from '../../main/contract/session.ts'

/** What the contract takes for a held session, in minutes. */
export const LEAST_MINUTES = 5
export const MOST_MINUTES = 240

export type OutcomeDraft = {
  outcome: Outcome
  on: string
  minutes: number
  /** As someone chose it; until then where those who come to this unit usually meet. */
  setting?: Setting | undefined
  reasonCode: string
  offerAgainOn: string
  note: string
}

export type HeldOutcome = Extract<Outcome, 'held' | 'partlyHeld'>

export function isHeld(outcome: Outcome): outcome is HeldOutcome {
  return outcome === 'held' || outcome === 'partlyHeld'
}

/** Whether the session came to nothing because of the service, and not because of the client. */
export function isOurs(outcome: Outcome): boolean {
  return outcome === 'cancelledByUs' || outcome === 'notOffered'
}

/** What is recorded of the outcome; undefined while something is left to say. `reasonFits` when the reason is one of the outcome's own. */
export function outcomeInput(
  { clientId, slotId }: { clientId: string; slotId: string },
  { outcome, on, minutes, setting, reasonCode, offerAgainOn, note }: OutcomeDraft,
  today: string,
  reasonFits: boolean,
): Input<'session.record'> | undefined {
  if (setting === undefined || on === '' || on > today) return undefined
  const shared = { clientId, slotId, on, note }
  if (isHeld(outcome)) {
    if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) return undefined
    return { ...shared, ...NOTHING_TICKED, outcome, minutes, setting }
  }
  if (!reasonFits) return undefined
  return { ...shared, outcome, reasonCode, ...(offerAgainOn === '' ? {} : { offerAgainOn }) }
}
