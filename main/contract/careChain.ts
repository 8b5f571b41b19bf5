import { z } from 'zod'
import { command, query } from './operation.ts'
import { placement } from './placement.ts'
import { clientId, day, line } from './values.ts'

/** Time away from LVM care that is not counted as care (LVM 21 §). */
export const absenceKind = z.enum(['absconded', 'inCustody'])
/** Days to remember: a meeting about the agreement, consultation (LVM 26 §), the plan for continued care (28 §). */
export const chainDayKind = z.enum(['agreementMeeting', 'consultation', 'carePlan', 'other'])
export const chainEventKind = z.enum([...absenceKind.options, ...chainDayKind.options])
export type ChainEventKind = z.infer<typeof chainEventKind>

/** What happens in the care chain between the stays. */
export const chainEvent = z.strictObject({
  id: z.uuid(),
  clientId,
  kind: chainEventKind,
  fromOn: day,
  /** The day the client was back; of an absence only, and missing while it lasts. */
  backOn: day.optional(),
  words: z.string().trim().max(200),
  by: line,
})
export type ChainEvent = z.infer<typeof chainEvent>

export const careChain = z.strictObject({
  /** From first to last. */
  placements: z.array(placement),
  /** From first to last; those struck out are left out. */
  events: z.array(chainEvent),
  /**
   * The LVM care that is going on: six months from its first day, moved on by the days of absence. A calculation,
   * never a decision (L38).
   */
  lvmCare: z
    .strictObject({
      fromOn: day,
      /** Whole days away so far. */
      absentDays: z.int().min(0),
      endsOn: day,
    })
    .optional(),
})
export type CareChain = z.infer<typeof careChain>

export const careChainContract = {
  'careChain.ofClient': query(z.strictObject({ clientId }), careChain),
  'chainEvent.record': command(chainEvent.omit({ id: true, by: true }), chainEvent),
  /** The client is back from an absence. */
  'chainEvent.end': command(z.strictObject({ clientId, eventId: z.uuid(), backOn: day }), chainEvent),
  /** Takes out what was entered by mistake; the row is kept, and may be put back. */
  'chainEvent.strike': command(z.strictObject({ clientId, eventId: z.uuid() }), z.strictObject({})),
  /** What was struck out stands again, as it stood. */
  'chainEvent.restore': command(z.strictObject({ clientId, eventId: z.uuid() }), chainEvent),
}
