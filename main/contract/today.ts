import { z } from 'zod'
import { handover } from './handover.ts'
import { offerAnswer, offered } from './offer.ts'
import { query } from './operation.ts'
import { outcome, slotId } from './plan.ts'
import { clientId, day, line, phase, sessionNumber, timeOfDay } from './values.ts'

const who = {
  clientId,
  /** Empty where the client has a protected identity; then the case number stands in its place. */
  clientName: z.string(),
  caseNumber: z.string(),
}

/** The reader is the client's therapist, and may write the session; a coordinator sees that it is planned. */
const treats = z.boolean()

/** A planned session, with just enough to begin it. */
const plannedSession = z.strictObject({
  ...who,
  slotId,
  phase,
  number: sessionNumber,
  plannedOn: day,
  plannedAt: timeOfDay.optional(),
  treats,
})
export type PlannedSession = z.infer<typeof plannedSession>

const why = {
  /** The reason that was given the last time. */
  reasonWords: line.optional(),
  /** The day it was to be offered again. */
  since: day,
}

/** What a client is to be offered again, since its day has come: a session that was not held, or a part of the care itself. */
const offerAgain = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('session'), ...who, slotId, phase, number: sessionNumber, outcome, treats, ...why }),
  z.strictObject({ what: z.literal('offer'), ...who, offered, answer: offerAnswer, ...why }),
])
export type OfferAgain = z.infer<typeof offerAgain>

/** A client received from another unit, who has not had the first session here: the sender waits to hear of it. */
const firstSessionAwaited = z.strictObject({ ...who, from: line, receivedOn: day })
export type FirstSessionAwaited = z.infer<typeof firstSessionAwaited>

export const todayContract = {
  /** What to do now, for clients held here; derived from facts and never stored. */
  'today.list': query(
    z.strictObject({}),
    z.strictObject({
      sessions: z.array(plannedSession),
      /** Past their day without an outcome, oldest first. */
      undocumented: z.array(plannedSession),
      /** The next planned day with sessions, to prepare for. */
      upcoming: z.array(plannedSession),
      /** The longest waiting first. */
      again: z.array(offerAgain),
      /** Sent and not yet confirmed. */
      waiting: z.array(handover),
      /** Received lately and not yet begun here, the oldest first. */
      awaited: z.array(firstSessionAwaited),
    }),
  ),
}
