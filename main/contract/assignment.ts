import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, instant, line, lineOrNone, userId } from './values.ts'

/** Who treats a client, and who coordinates, by name. */
const names = z.strictObject({ therapist: line, coordinator: line.optional() })

/** A client was given to another therapist or coordinator of the unit. */
const assignment = z.strictObject({
  id: z.uuid(),
  clientId,
  from: names,
  to: names,
  by: line,
  /** Empty where the client's own therapist or coordinator gave it away and said no more. */
  reason: z.string(),
  at: instant,
})
export type Assignment = z.infer<typeof assignment>

/** Who treats a client, and who coordinates. */
const whose = z.strictObject({ therapistId: userId, coordinatorId: userId.optional() })

export const assignmentContract = {
  /** A client given to another therapist or coordinator of the unit: with a reason where it is not one's own, or taken. */
  'client.assign': command(
    whose.extend({ clientId, reason: lineOrNone.default('') }),
    z.strictObject({ was: whose, became: whose }),
  ),
  /** Every client of the binder by case number or initials, with whose they are: nothing of what is written about them. */
  'client.assignments': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        clientId,
        reference: z.string(),
        therapistId: userId,
        therapist: z.string(),
        coordinatorId: userId.optional(),
      }),
    ),
  ),
  /** Newest first. */
  'assignment.ofClient': query(z.strictObject({ clientId }), z.array(assignment)),
  /** Clients that someone else took from the caller, until the caller has taken note of it; newest first. */
  'assignment.unseen': query(
    z.strictObject({}),
    z.array(assignment.extend({ clientName: z.string(), caseNumber: z.string() })),
  ),
  'assignment.see': command(z.strictObject({ clientId, id: z.uuid() }), z.strictObject({})),
}
