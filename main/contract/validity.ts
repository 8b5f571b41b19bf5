import { z } from 'zod'
import { type Day, day, line } from './values.ts'

/** What every row of a list that is data says of itself beside its code: its words, and on which days it may be chosen. */
export const validity = {
  /** What it is called from the day after the last of `earlier`. */
  words: line,
  /** The first day; missing where it always could be chosen. */
  fromOn: day.optional(),
  /** The last day; missing where no end is set. */
  toOn: day.optional(),
  /** What it was called before, each until and with its day, from first to last. */
  earlier: z.array(z.strictObject({ words: line, toOn: day })),
}

type Valid = {
  readonly words: string
  readonly fromOn?: Day | undefined
  readonly toOn?: Day | undefined
  readonly earlier: readonly { readonly words: string; readonly toOn: Day }[]
}

export function isInForce({ fromOn = '', toOn = '9999-12-31' }: Pick<Valid, 'fromOn' | 'toOn'>, on: Day): boolean {
  return fromOn <= on && on <= toOn
}

/** A row that came with a record from another unit: it says what was chosen there, and is never chosen here. */
export function isForeign({ code }: { readonly code: string }): boolean {
  return code.startsWith('x:')
}

/** What the row is called on that day. */
export function wordsOn({ words, earlier }: Pick<Valid, 'words' | 'earlier'>, on: Day): string {
  return earlier.find(each => each.toOn >= on)?.words ?? words
}

/** The rows that may be chosen on that day, each as it is called then; `kept` is a code already recorded, which stays. */
export function inForceOn<Row extends Valid & { readonly code: string }>(
  rows: readonly Row[],
  on: Day,
  kept = '',
): { readonly value: string; readonly label: string }[] {
  return rows
    .filter(each => each.code === kept || isInForce(each, on))
    .map(each => ({ value: each.code, label: wordsOn(each, on) }))
}
