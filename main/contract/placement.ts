import { z } from 'zod'
import { command, query } from './operation.ts'
import { namedUnit, unit } from './unit.ts'
import { clientId, day, line, listCode } from './values.ts'

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
  toOn: day.optional(),
})
export type PlacementInput = z.infer<typeof placementInput>

export const placement = z.strictObject({
  id: z.uuid(),
  clientId,
  legalGround: listCode,
  groundWords: line,
  unit,
  appliedBy: unit.optional(),
  fromOn: day,
  judgedOn: day.optional(),
  toOn: day.optional(),
  /** Computed: six months of LVM care from the first day, a calculation and not a decision (L38). Only for LVM grounds. */
  computedEndOn: day.optional(),
})
export type Placement = z.infer<typeof placement>

export const placementContract = {
  /** The care chain from first to last. */
  'placement.ofClient': query(z.strictObject({ clientId }), z.array(placement)),
  'placement.add': command(placementInput.extend({ clientId }), placement),
  'placement.end': command(z.strictObject({ clientId, placementId: z.uuid(), toOn: day }), placement),
}
