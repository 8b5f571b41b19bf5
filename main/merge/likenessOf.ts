import { wholeNamesOf } from '../contract/folding.ts'
import type { Likeness } from '../contract/merge.ts'

type Person = {
  readonly name: string
  /** Twelve digits, or empty. */
  readonly number: string
  readonly earlierNumbers: readonly string[]
}

/** Why two clients may be one person; undefined when nothing says so. A hint, never a decision. */
export function likenessOf(one: Person, two: Person): Likeness | undefined {
  const numbers = new Set(numbersOf(one))
  if (numbersOf(two).some(each => numbers.has(each))) return 'sameNumber'
  const names = wholeNamesOf(one.name)
  if (!wholeNamesOf(two.name).some(each => names.includes(each))) return undefined
  if (one.number === '' || two.number === '') return 'sameName'
  return bornOn(one.number) === bornOn(two.number) ? 'sameNameAndBirth' : undefined
}

const numbersOf = ({ number, earlierNumbers }: Person) => [number, ...earlierNumbers].filter(each => each !== '')

/** The day of a coordination number is 60 higher. Source: law-and-data.md section 10.1. */
function bornOn(number: string): string {
  return number.slice(0, 6) + String(Number(number.slice(6, 8)) % 60).padStart(2, '0')
}
