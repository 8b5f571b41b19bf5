import { z } from 'zod'
import { command, query } from './operation.ts'
import { clientId, instant, line } from './values.ts'

/** Under which secrecy a record falls: OSL chapter 26 in the social services, chapter 25 in health care. */
export const secrecyBranch = z.enum(['socialServices', 'healthCare'])
export type SecrecyBranch = z.infer<typeof secrecyBranch>

/** A record that falls under secrecy on its own; homework follows its session. */
export const secrecyAbout = z.strictObject({
  kind: z.enum(['session', 'goal', 'offer', 'worksheet', 'chainEvent', 'consent', 'handover', 'remark']),
  id: z.uuid(),
})
export type SecrecyAbout = z.infer<typeof secrecyAbout>

/** A record's secrecy, and who decided it: no one where it follows from the kind of unit, or from what a remark concerns. */
const recordSecrecy = z.strictObject({
  about: secrecyAbout,
  branch: secrecyBranch,
  decided: z.strictObject({ by: line, at: instant }).optional(),
})
export type RecordSecrecy = z.infer<typeof recordSecrecy>

export const secrecyContract = {
  /** Of every record of the client. */
  'secrecy.ofClient': query(z.strictObject({ clientId }), z.array(recordSecrecy)),
  /** What falls under health care stays out of a handover unless the consent names it. */
  'secrecy.decide': command(z.strictObject({ clientId, about: secrecyAbout, branch: secrecyBranch }), recordSecrecy),
}
