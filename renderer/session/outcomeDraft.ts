import type { Input } from '../../main/contract/index.ts'
import type { Outcome } from '../../main/contract/plan.ts'
import { NOTHING_TICKED, type Setting } from '../../main/contract/session.ts'
import { isDay } from '../ui/readDay.ts'

/** What the contract takes for a held session, in minutes. */
export const LEAST_MINUTES = 5
export const MOST_MINUTES = 240

export type OutcomeDraft = {
  /** Undefined until someone has chosen. */
  outcome?: Outcome | undefined
  on: string
  /** Undefined until someone has written them; text is not yet read. */
  minutes?: number | string | undefined
  /** As someone chose it; until then where those who come to this unit usually meet. */
  setting?: Setting | undefined
  reasonCode: string
  offerAgainOn: string
  note: string
}

export type HeldOutcome = Extract<Outcome, 'held' | 'partlyHeld'>

export function isHeld(outcome: Outcome | undefined): outcome is HeldOutcome {
  return outcome === 'held' || outcome === 'partlyHeld'
}

/** Whether the session came to nothing because of the service, and not because of the client. */
export function isOurs(outcome: Outcome | undefined): boolean {
  return outcome === 'cancelledByUs' || outcome === 'notOffered'
}

/** What is recorded of the outcome; undefined while something is left to say. `reasonFits` when the reason is one of the outcome's own. */
export function outcomeInput(
  { clientId, slotId }: { clientId: string; slotId: string },
  { outcome, on, minutes, setting, reasonCode, offerAgainOn, note }: OutcomeDraft,
  today: string,
  reasonFits: boolean,
): Input<'session.record'> | undefined {
  if (outcome === undefined || setting === undefined || !isDay(on) || on > today) return undefined
  const shared = { clientId, slotId, on, note }
  if (isHeld(outcome)) {
    if (typeof minutes !== 'number' || minutes < LEAST_MINUTES || minutes > MOST_MINUTES) return undefined
    return { ...shared, ...NOTHING_TICKED, outcome, minutes, setting }
  }
  if (!reasonFits) return undefined
  return { ...shared, outcome, reasonCode, ...(offerAgainOn === '' ? {} : { offerAgainOn }) }
}
