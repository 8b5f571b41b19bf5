import { refuse } from '../contract/errors.ts'
import { isInForce, wordsOn } from '../contract/validity.ts'
import type { Day } from '../contract/values.ts'

type Row = Parameters<typeof wordsOn>[0] & Parameters<typeof isInForce>[0] & { readonly code: string }

/**
 * The row of that code. Refused where the list has none, or where it could not be chosen on the day of the record; `kept` is a
 * code that the record already has.
 */
export function inForce<R extends Row>(rows: readonly R[], code: string, on: Day, kept?: string | null): R {
  const row = rows.find(each => each.code === code) ?? refuse('not-found')
  if (code !== kept && !isInForce(row, on)) refuse('choice-not-in-force', { words: wordsOn(row, on) })
  return row
}
