import { z } from 'zod'
import { handover } from './handover.ts'
import { query } from './operation.ts'
import { slotId } from './session.ts'
import { clientId, day, phase, sessionNumber, timeOfDay } from './values.ts'

/** A planned session, with just enough to begin it. */
export const plannedSession = z.strictObject({
  slotId,
  clientId,
  /** Empty where the client has a protected identity; then the case number stands in its place. */
  clientName: z.string(),
  caseNumber: z.string(),
  phase,
  number: sessionNumber,
  plannedOn: day,
  plannedAt: timeOfDay.optional(),
})
export type PlannedSession = z.infer<typeof plannedSession>

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
      /** Sent and not yet confirmed. */
      waiting: z.array(handover),
    }),
  ),
}
