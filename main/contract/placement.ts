import { z } from 'zod'
import { command } from './operation.ts'
import { namedUnit, unit } from './unit.ts'
import { clientId, day, line, listCode, phase } from './values.ts'

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

export const placementContract = {
  'placement.add': command(placementInput.extend({ clientId }), placement),
  /** Puts right what was entered, or adds what has become known: all of it is given anew. */
  'placement.change': command(placementInput.extend({ clientId, placementId: z.uuid() }), placement),
  'placement.end': command(
    z.strictObject({ clientId, placementId: z.uuid(), toOn: day, endReason: listCode }),
    placement,
  ),
}
