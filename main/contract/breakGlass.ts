import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, instant, line } from './values.ts'

/** Someone opened a client who is not theirs: for a reason, to read only, for eight hours. Source: product.md section 3. */
const brokenGlass = z.strictObject({
  id: z.uuid(),
  clientId,
  by: line,
  reason: line,
  at: instant,
  until: instant,
})
export type BrokenGlass = z.infer<typeof brokenGlass>

export const breakGlassContract = {
  /** The reason is read by the client's therapist and in the review of the log. */
  'breakGlass.open': command(
    z.strictObject({ clientId, reason: line.min(10) }),
    z.strictObject({ clientId, until: instant }),
  ),
  /** Newest first. */
  'breakGlass.ofClient': query(
    z.strictObject({ clientId }),
    z.array(
      brokenGlass.extend({
        /** Who has been told of it, and when each of them took note of it. */
        told: z.array(z.strictObject({ name: line, seenAt: instant.optional() })),
      }),
    ),
  ),
  /** What the caller is told of and has not taken note of; newest first. */
  'breakGlass.unseen': query(
    z.strictObject({}),
    z.array(brokenGlass.extend({ clientName: z.string(), caseNumber: z.string() })),
  ),
  'breakGlass.see': command(z.strictObject({ clientId, id: z.uuid() }), z.strictObject({})),
}
