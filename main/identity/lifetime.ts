import { refuse } from '../contract/errors.ts'
import { birthIn } from '../contract/personalNumber.ts'
import type { Day } from '../contract/values.ts'

/** What is known of when a client lived. */
export type Lifetime = {
  /** As it is stored: it tells the day of birth, or some of it. */
  readonly number: string
  readonly diedOn: Day | null
}

/** What happened in a client's life may be written; what would lie before or after may not, until the day or the number is put right. */
export function refuseOutsideLife(life: Lifetime, on: Day): void {
  refuseBeforeBirth(life, on)
  if (life.diedOn !== null && on > life.diedOn) refuse('after-death')
}

export function refuseBeforeBirth({ number }: Pick<Lifetime, 'number'>, on: Day): void {
  if (on < bornAtEarliest(number)) refuse('before-birth')
}

/** The first day someone with that number can have been born on; empty where the number does not tell. */
function bornAtEarliest(number: string): Day | '' {
  const { year, month = '01', day = '01' } = birthIn(number)
  return year === undefined ? '' : `${year}-${month}-${day}`
}
