import type { LogKind } from '../../main/contract/accessLog.ts'
import { logKindCountWords, logKindWords } from '../../main/contract/accessLogWords.ts'
import { count } from '../ui/format.ts'

/** How many of each kind: *6 läsningar, 1 ändring*. */
export function countsText(counts: Partial<Record<LogKind, number>>): string {
  const kinds = Object.keys(logKindWords) as LogKind[]
  return kinds
    .flatMap(each => {
      const number = counts[each]
      return number === undefined ? [] : [`${count(number)} ${logKindCountWords[each][number === 1 ? 0 : 1]}`]
    })
    .join(', ')
}
