import { z } from 'zod'
import { formId } from './form.ts'
import { command, query } from './operation.ts'
import { phoneDigits } from './phoneNumber.ts'
import { line } from './values.ts'

/** A number that holds in the whole country. It comes with Arton as data, with where it was found. */
export const nationalNumber = z.strictObject({
  id: formId,
  /** As it is shown. */
  number: z
    .string()
    .max(20)
    .refine(each => phoneDigits(each) !== undefined, 'Numret är inget svenskt telefonnummer.'),
  words: line,
  /** When it is rung. */
  what: line,
  hours: line,
  /** Stands also on a card for the wallet. */
  onCard: z.boolean().default(false),
  source: line,
})
export type NationalNumber = z.infer<typeof nationalNumber>

/** The number as it is typed: any spaces and hyphens, also with +46. */
const typedNumber = z.string().trim().min(1).max(40)

/** A number of the unit's own, as it is entered. */
const ownNumberInput = z.strictObject({
  /** Who answers, or what it is for. */
  words: line,
  number: typedNumber,
  /** When someone answers; may be empty. */
  hours: z.string().trim().max(100),
})

const ownNumber = ownNumberInput.extend({
  id: z.uuid(),
  /** Digits only; how it is shown, `shownNumber` says. */
  number: z.string().regex(/^\d{3,11}$/),
  /** False once it no longer holds: it is shown to nobody but the administrator. */
  valid: z.boolean(),
})
export type OwnNumber = z.infer<typeof ownNumber>

const numberId = z.uuid()

export const emergencyNumberContract = {
  /** The national numbers, and the unit's own in their order, with those that no longer hold last. */
  'emergencyNumber.list': query(
    z.strictObject({}),
    z.strictObject({ national: z.array(nationalNumber), own: z.array(ownNumber) }),
  ),
  'emergencyNumber.add': command(ownNumberInput, ownNumber),
  'emergencyNumber.change': command(ownNumberInput.extend({ numberId }), ownNumber),
  'emergencyNumber.setValid': command(z.strictObject({ numberId, valid: z.boolean() }), ownNumber),
  /** Moves it one place up, changing places with the one above. */
  'emergencyNumber.moveUp': command(z.strictObject({ numberId }), ownNumber),
}
