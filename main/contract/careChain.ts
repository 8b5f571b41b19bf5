import { z } from 'zod'
import { command, query } from './operation.ts'
import { namedUnit, unit } from './unit.ts'
import { clientId, day, line, listCode, phase, words } from './values.ts'

/** A stay in the care chain as it is entered. */
export const placementInput = z.strictObject({
  legalGround: listCode,
  /** Where the client is cared for. */
  unit: namedUnit,
  /** The municipality or district that applied for care. */
  appliedBy: namedUnit.optional(),
  fromOn: day,
  /** The day the court decided on care under 4 § LVM, whether applied for so or after 13 §. */
  judgedOn: day.optional(),
  /** When the stay was meant to end. */
  plannedToOn: day.optional(),
  /** When it ended, and why: both or neither. */
  toOn: day.optional(),
  endReason: listCode.optional(),
})
export type PlacementInput = z.infer<typeof placementInput>

export const placement = z.strictObject({
  id: z.uuid(),
  clientId,
  legalGround: listCode,
  groundWords: line,
  /** The phase of the planned year that the ground belongs to. */
  phase,
  unit,
  appliedBy: unit.optional(),
  fromOn: day,
  judgedOn: day.optional(),
  plannedToOn: day.optional(),
  toOn: day.optional(),
  endReason: listCode.optional(),
  endReasonWords: line.optional(),
})
export type Placement = z.infer<typeof placement>

/** Time away from LVM care that is not counted as care (LVM 21 §). */
export const absenceKind = z.enum(['absconded', 'inCustody'])
/** Days to remember: a meeting about the agreement, consultation (LVM 26 §), the plan for continued care (28 §). */
const chainDayKind = z.enum(['agreementMeeting', 'consultation', 'carePlan', 'other'])
const chainEventKind = z.enum([...absenceKind.options, ...chainDayKind.options])
export type ChainEventKind = z.infer<typeof chainEventKind>

/** What happens in the care chain between the stays. */
export const chainEvent = z.strictObject({
  id: z.uuid(),
  clientId,
  kind: chainEventKind,
  fromOn: day,
  /** The day the client was back; of an absence only, and missing while it lasts. */
  backOn: day.optional(),
  words,
  by: line,
})
export type ChainEvent = z.infer<typeof chainEvent>

const careChain = z.strictObject({
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
  'placement.add': command(placementInput.extend({ clientId }), placement),
  /** Puts right what was entered, or adds what has become known: all of it is given anew. */
  'placement.change': command(placementInput.extend({ clientId, placementId: z.uuid() }), placement),
  'placement.end': command(
    z.strictObject({ clientId, placementId: z.uuid(), toOn: day, endReason: listCode }),
    placement,
  ),
  'careChain.ofClient': query(z.strictObject({ clientId }), careChain),
  'chainEvent.record': command(chainEvent.omit({ id: true, by: true }), chainEvent),
  /** The client is back from an absence. */
  'chainEvent.end': command(z.strictObject({ clientId, eventId: z.uuid(), backOn: day }), chainEvent),
  /** Takes out what was entered by mistake; the row is kept, and may be put back. */
  'chainEvent.strike': command(z.strictObject({ clientId, eventId: z.uuid() }), z.strictObject({})),
  /** What was struck out stands again, as it stood. */
  'chainEvent.restore': command(z.strictObject({ clientId, eventId: z.uuid() }), chainEvent),
}
