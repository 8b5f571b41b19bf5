import { z } from 'zod'
import { query } from './operation.ts'
import { clientId, line } from './values.ts'

/** SCB's four digits; or that it lies abroad, or is not known. */
export const municipalityCode = z.string().regex(/^(\d{4}|abroad|unknown)$/)

export const municipality = z.strictObject({
  code: municipalityCode,
  name: line,
  /** Empty for what lies in no county. */
  county: z.string(),
})
export type Municipality = z.infer<typeof municipality>

/** A client whose home municipality was written in words that could not be read as one, or is a municipality no longer. */
const homeToChoose = z.strictObject({
  clientId,
  /** Empty where the identity is protected, and for whoever may not see it; then the reference stands in its place. */
  name: z.string(),
  /** Case number, or initials and year of birth. */
  reference: line,
  /** As it was written, or the name of what is no longer a municipality. */
  words: z.string(),
  /** The reader's own client, whose details they may change. */
  mine: z.boolean(),
  therapist: z.string(),
})
export type HomeToChoose = z.infer<typeof homeToChoose>

export const municipalityContract = {
  /** Those to choose from today: in the order of the alphabet, *utomlands* and *okänd* last. */
  'municipality.list': query(z.strictObject({}), z.array(municipality)),
  /** Whose home municipality someone must choose: the reader's own clients, and for an administrator all, by reference. */
  'municipality.toChoose': query(z.strictObject({}), z.array(homeToChoose)),
}
