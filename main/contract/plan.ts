import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, day, line, phase, sessionNumber, timeOfDay } from './values.ts'

/** How a planned session ended. Exhaustive: product.md section 4. */
export const outcome = z.enum(['held', 'partlyHeld', 'declined', 'noShow', 'cancelledByUs', 'notOffered'])
export type Outcome = z.infer<typeof outcome>

export const slotId = z.uuid().brand('SlotId')
export type SlotId = z.infer<typeof slotId>

/** A place in the client's plan: eighteen by default, in any order. */
const slotState = z.strictObject({
  id: slotId,
  number: sessionNumber,
  phase,
  plannedOn: day.optional(),
  plannedAt: timeOfDay.optional(),
  plannedWhere: line.optional(),
  /** When it is not the responsible therapist. */
  plannedWith: line.optional(),
  /** The planned day waits for an outcome: nothing recorded has settled it, whether it lies ahead or has been. */
  awaited: z.boolean(),
  /**
   * It can get a new day. False once it is held, and while a day that has been waits for its outcome, unless another
   * session was held that day in its place.
   */
  mayMove: z.boolean(),
  /** Of the latest attempt; undefined until the slot has been settled. */
  outcome: outcome.optional(),
  settledOn: day.optional(),
  reasonWords: line.optional(),
  offerAgainOn: day.optional(),
  attempts: z.int().min(0),
})
export type SlotState = z.infer<typeof slotState>

export const planContract = {
  'plan.ofClient': query(z.strictObject({ clientId }), z.array(slotState)),
  /**
   * Where and with whom may be left out: in the usual room, with the responsible therapist. Refused as `undocumented`
   * when a new day would take one that has been away without a trace.
   */
  'plan.schedule': command(
    z.strictObject({
      clientId,
      slotId,
      plannedOn: day,
      plannedAt: timeOfDay.optional(),
      plannedWhere: line.optional(),
      plannedWith: line.optional(),
    }),
    slotState,
  ),
}
