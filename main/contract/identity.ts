import { z } from 'zod'
import { sex } from './client.ts'
import { municipalityCode } from './municipality.ts'
import { command, query } from './operation.ts'
import { typedNumber } from './personalNumber.ts'
import { retentionRuleChange } from './retention.ts'
import { clientId, day, instant, line, lineOrNone } from './values.ts'

/** A detail about the client that may change, and whose earlier values are kept. */
export const clientDetail = z.enum([
  'name',
  'number',
  'caseNumber',
  'sex',
  'homeMunicipality',
  'protectedIdentity',
  'diedOn',
  /** Another client who turned out to be the same person. */
  'mergedWith',
])
export type ClientDetail = z.infer<typeof clientDetail>

/** What a detail was and became: words, digits, a code, a day, or *yes* and *no*. Empty where there was none. */
const detailChange = z.strictObject({
  detail: clientDetail,
  was: z.string().max(200),
  became: z.string().max(200),
})
export type DetailChange = z.infer<typeof detailChange>

/** A change of a client's details; of a number only the year and the last two digits. */
export const clientChange = z.strictObject({
  id: z.uuid(),
  changes: z.array(detailChange).min(1).max(20),
  /** Empty where it stayed with the unit that wrote it. */
  reason: lineOrNone,
  author: line,
  at: instant,
})
export type ClientChange = z.infer<typeof clientChange>

export const identityContract = {
  /** New details; what is left out stays as it is. What they were before is kept. */
  'client.changeDetails': command(
    z.strictObject({
      clientId,
      name: line.optional(),
      /** Empty takes the number away. */
      number: typedNumber.optional(),
      /** Of a number that is replaced: it was the client's, who is still found by it, or it never was. */
      earlierNumber: z.enum(['own', 'wrong']).default('own'),
      caseNumber: z.string().trim().max(40).optional(),
      sex: sex.optional(),
      homeMunicipality: municipalityCode.optional(),
      protectedIdentity: z.boolean().optional(),
      reason: line,
    }),
    /** Where the new details change what the record is kept for. */
    z.strictObject({ retentionRule: retentionRuleChange.optional() }),
  ),
  /** The day of death, and from whom it is known. Said again, it puts right the day. */
  'client.recordDeath': command(z.strictObject({ clientId, diedOn: day, source: line }), z.strictObject({})),
  /** The client lives: what was recorded is kept, and so is why it was wrong. */
  'client.takeBackDeath': command(z.strictObject({ clientId, reason: line }), z.strictObject({})),
  /** Newest first. */
  'client.history': query(z.strictObject({ clientId }), z.array(clientChange)),
}
