import { z } from 'zod'
import { command, query } from './operation.ts'
import { validity } from './validity.ts'
import { line, listCode, unitId } from './values.ts'

/** Kinds of unit. Source: product.md section 3. */
export const unitKind = z.enum(['lvmHome', 'section27Home', 'municipality', 'district', 'outpatient', 'other'])
export type UnitKind = z.infer<typeof unitKind>

export const unit = z.strictObject({ id: unitId, name: line, kind: unitKind })
export type Unit = z.infer<typeof unit>

/** A unit as a person names it; it is found by its name, or added. */
export const namedUnit = unit.omit({ id: true })
export type NamedUnit = z.infer<typeof namedUnit>

/** Whose reason it is that something did not happen: the client's or the service's own. */
const reasonSide = z.enum(['client', 'service'])

/** A reason that sessions were not held or offers not accepted; a list kept as data. */
export const reason = z.strictObject({ code: listCode, words: line, side: reasonSide })
export type Reason = z.infer<typeof reason>

/** Why a stay in the care chain ended; a list kept as data. */
export const endReason = z.strictObject({ code: listCode, words: line })
export type EndReason = z.infer<typeof endReason>

/** The legal ground of a placement, kept as data since the law is under reform (L8). */
export const legalGround = z.strictObject({ code: listCode, words: line, phase: z.enum(['A', 'B', 'C']) })
export type LegalGround = z.infer<typeof legalGround>

/** The same as they stand in the lists, with the days they may be chosen and what they were called before. */
export const listedReason = reason.extend(validity)
export type ListedReason = z.infer<typeof listedReason>
export const listedEndReason = endReason.extend(validity)
export type ListedEndReason = z.infer<typeof listedEndReason>
export const listedGround = legalGround.extend(validity)
export type ListedGround = z.infer<typeof listedGround>

export const unitContract = {
  'unit.list': query(z.strictObject({}), z.array(unit)),
  'unit.add': command(namedUnit, unit),
  /** Whether interim numbers (T-nummer) are taken for a client's number here. */
  'unit.interimNumbers': query(z.strictObject({}), z.strictObject({ taken: z.boolean() })),
  'unit.setInterimNumbers': command(z.strictObject({ taken: z.boolean() }), z.strictObject({})),
  /** The lists, in the order they are shown, ended rows too: what may be chosen depends on the day (validity.ts). */
  'unit.lists': query(
    z.strictObject({}),
    z.strictObject({
      reasons: z.array(listedReason),
      legalGrounds: z.array(listedGround),
      endReasons: z.array(listedEndReason),
    }),
  ),
}
