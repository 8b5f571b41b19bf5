import { refuse } from '../contract/errors.ts'
import type { Day } from '../contract/values.ts'

/** What is known of when a client lived. */
export type Lifetime = {
  /** Twelve signs, the day of birth first, or empty. */
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

/**
 * The first day someone with that number can have been born on; empty where the number does not tell. A coordination
 * number's day is 60 higher, and where month or day is not known it has 00 or 60. Source: law-and-data.md section 10.1.
 */
function bornAtEarliest(number: string): Day | '' {
  const [, year, month = '', day = ''] = /^(\d{4})(\d\d)(\d\d)/.exec(number) ?? []
  if (year === undefined) return ''
  const real = String(Number(day) % 60).padStart(2, '0')
  return `${year}-${month === '00' ? '01' : month}-${real === '00' ? '01' : real}`
}
