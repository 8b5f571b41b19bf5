import { changeNumber, insertNumber, orderNumbers, ownNumbers } from '../../db/repositories/emergencyNumber.ts'
import type { Context } from '../context/context.ts'
import type { OwnNumber } from '../contract/emergencyNumber.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import { phoneDigits } from '../contract/phoneNumber.ts'

export function listNumbers({ db, manual }: Context): Output<'emergencyNumber.list'> {
  return { national: [...manual.emergencyNumbers], own: ownNumbers(db) }
}

/** More than anyone finds their way in, with those that no longer hold. */
const MOST_NUMBERS = 40

const digitsOf = (typed: string) => phoneDigits(typed) ?? refuse('phone-number-invalid')

function numberById({ db }: Context, id: string): OwnNumber {
  return ownNumbers(db).find(each => each.id === id) ?? refuse('not-found')
}

export function addNumber(context: Context, input: Checked<'emergencyNumber.add'>): OwnNumber {
  if (ownNumbers(context.db).length >= MOST_NUMBERS) refuse('phone-numbers-full')
  const id = context.newId<string>()
  insertNumber(context.db, { ...input, id, number: digitsOf(input.number), valid: true })
  return numberById(context, id)
}

export function changeOwnNumber(context: Context, input: Checked<'emergencyNumber.change'>): OwnNumber {
  const { numberId, words, number, hours } = input
  numberById(context, numberId)
  changeNumber(context.db, numberId, { words, number: digitsOf(number), hours })
  return numberById(context, numberId)
}

export function setNumberValid(context: Context, input: Checked<'emergencyNumber.setValid'>): OwnNumber {
  const { numberId, valid } = input
  numberById(context, numberId)
  changeNumber(context.db, numberId, { valid })
  return numberById(context, numberId)
}

export function moveNumberUp(context: Context, { numberId }: Checked<'emergencyNumber.moveUp'>): OwnNumber {
  numberById(context, numberId)
  const ids = ownNumbers(context.db).map(each => each.id)
  const at = ids.indexOf(numberId)
  const above = ids[at - 1]
  if (above !== undefined) ids.splice(at - 1, 2, numberId, above)
  orderNumbers(context.db, ids)
  return numberById(context, numberId)
}
