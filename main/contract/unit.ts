import { z } from 'zod'
import { command, query } from './operation.ts'
import { validity } from './validity.ts'
import { instant, line, listCode, unitId } from './values.ts'

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

/** What names a unit in the binder, by how many. */
const unitUses = z.strictObject({
  /** Placements there, and applications for care that it made. */
  placements: z.int().min(0),
  applications: z.int().min(0),
  /** Records that it holds or has held. */
  custodies: z.int().min(0),
  handovers: z.int().min(0),
})
export type UnitUses = z.infer<typeof unitUses>

const registeredUnit = z.strictObject({
  unit,
  /** Whose binder this is. */
  own: z.boolean(),
  uses: unitUses,
  /** What it was called before, and what was merged into it, from first to last. */
  earlier: z.array(z.strictObject({ name: line, merged: z.boolean(), by: line, at: instant })),
})
export type RegisteredUnit = z.infer<typeof registeredUnit>

export const unitContract = {
  'unit.list': query(z.strictObject({}), z.array(unit)),
  'unit.add': command(namedUnit, unit),
  /** Every unit, with what names it. */
  'unit.register': query(z.strictObject({}), z.array(registeredUnit)),
  /** Another name, or another kind; it is still found by the name it had. */
  'unit.change': command(z.strictObject({ unitId, name: line, kind: unitKind }), z.strictObject({ earlierName: line })),
  /** Everything that names `goneId` names `unitId` from now on. It cannot be undone. */
  'unit.merge': command(
    z.strictObject({ unitId, goneId: unitId }),
    z.strictObject({ earlierName: line, moved: unitUses }),
  ),
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
