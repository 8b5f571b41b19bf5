import { wholeNamesOf } from '../contract/folding.ts'
import type { Likeness } from '../contract/merge.ts'
import { type Birth, birthIn } from '../contract/personalNumber.ts'

type Person = {
  /** Of now and before. */
  readonly names: readonly string[]
  /** Twelve digits, or empty. */
  readonly number: string
  readonly earlierNumbers: readonly string[]
}

/** Why two clients may be one person; undefined when nothing says so. A hint, never a decision. */
export function likenessOf(one: Person, two: Person): Likeness | undefined {
  const numbers = new Set(numbersOf(one))
  if (numbersOf(two).some(each => numbers.has(each))) return 'sameNumber'
  if (!haveSameName(one.names, two.names)) return undefined
  if (one.number === '' || two.number === '') return 'sameName'
  return mayBeSameBirth(birthIn(one.number), birthIn(two.number)) ? 'sameNameAndBirth' : undefined
}

const numbersOf = ({ number, earlierNumbers }: Person) => [number, ...earlierNumbers].filter(each => each !== '')

/** One of the names is one of the other's, however they are written. */
export function haveSameName(one: readonly string[], two: readonly string[]): boolean {
  const names = new Set(one.flatMap(wholeNamesOf))
  return two.flatMap(wholeNamesOf).some(each => names.has(each))
}

/** What is known of both is the same. */
export function mayBeSameBirth(one: Birth, two: Birth): boolean {
  return (['year', 'month', 'day'] as const).every(
    each => one[each] === undefined || two[each] === undefined || one[each] === two[each],
  )
}
