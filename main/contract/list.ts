import { z } from 'zod'
import { command, query } from './operation.ts'
import { secrecyAbout, secrecyBranch } from './secrecy.ts'
import { listedEndReason, listedGround, listedReason, reason, unitKind } from './unit.ts'
import { day, line, listCode, phase } from './values.ts'

/** The lists that are data, and hold choices (L8). */
export const listName = z.enum(['reasons', 'legalGrounds', 'endReasons'])
export type ListName = z.infer<typeof listName>

/** Under which secrecy a kind of record falls, by the kind of unit that writes it, when no one has decided. */
const secrecyDefault = z.strictObject({
  unitKind,
  recordKind: secrecyAbout.shape.kind.exclude(['remark']),
  branch: secrecyBranch,
  /** What it was before, each until and with its day, from first to last. */
  earlier: z.array(z.strictObject({ branch: secrecyBranch, toOn: day })),
})
export type SecrecyDefault = z.infer<typeof secrecyDefault>

/** A county or a municipality, by SCB's two or four digits, whose records are all kept for research (SoF 13 kap. 1 §). */
const researchArea = z.strictObject({
  code: z.string().regex(/^(\d{2}|\d{4})$/),
  name: line,
  fromOn: day,
  /** The last day; missing where no end is set. */
  toOn: day.optional(),
})
export type ResearchArea = z.infer<typeof researchArea>

const fresh = { words: line, fromOn: day }
const entry = { list: listName, code: listCode }
const changed = z.union([listedReason, listedGround, listedEndReason])

export const listContract = {
  /** The code is made from the words. */
  'list.add': command(
    z.discriminatedUnion('list', [
      z.strictObject({ list: listName.extract(['reasons']), ...fresh, side: reason.shape.side }),
      z.strictObject({ list: listName.extract(['legalGrounds']), ...fresh, phase }),
      z.strictObject({ list: listName.extract(['endReasons']), ...fresh }),
    ]),
    changed,
  ),
  /** From then on it cannot be chosen; without a last day the end is taken back. What is recorded keeps it. */
  'list.end': command(z.strictObject({ ...entry, toOn: day.optional() }), changed),
  /** Other words from a day on: what is recorded before that day keeps the old ones. */
  'list.reword': command(z.strictObject({ ...entry, ...fresh }), changed),
  'list.secrecyDefaults': query(z.strictObject({}), z.array(secrecyDefault)),
  'list.researchAreas': query(
    z.strictObject({}),
    z.strictObject({ areas: z.array(researchArea), birthDays: z.array(z.int()) }),
  ),
  'list.addResearchArea': command(researchArea.pick({ code: true, fromOn: true }), researchArea),
  /** From today on at the earliest; without a last day the end is taken back. */
  'list.endResearchArea': command(researchArea.pick({ code: true, fromOn: true, toOn: true }), researchArea),
  'list.setSecrecyDefault': command(secrecyDefault.omit({ earlier: true }).extend({ fromOn: day }), secrecyDefault),
}
