import type { ListName } from '../contract/list.ts'
import { wordsOn } from '../contract/validity.ts'
import type { Row, Tables } from './storedRows.ts'

type Listed = { readonly code: string } & Parameters<typeof wordsOn>[0]
type Place = { readonly table: string; readonly column: string; readonly day: string; readonly list: ListName }

/** Where a code of a list stands, and the day that its word is of. */
const PLACES: readonly Place[] = [
  { table: 'sessions', column: 'reason_code', day: 'settled_on', list: 'reasons' },
  { table: 'offers', column: 'reason_code', day: 'made_on', list: 'reasons' },
  { table: 'placements', column: 'legal_ground', day: 'from_on', list: 'legalGrounds' },
  { table: 'placements', column: 'end_reason', day: 'to_on', list: 'endReasons' },
]

/** The rows with each code of a list as the word it had on the row's own day. */
export function withOwnWords(tables: Tables, lists: Readonly<Record<ListName, readonly Listed[]>>): Tables {
  const told = new Map(Object.entries(tables))
  for (const place of PLACES)
    told.set(
      place.table,
      (told.get(place.table) ?? []).map(row => inWords(row, place, lists)),
    )
  return Object.fromEntries(told)
}

function inWords(row: Row, { column, day, list }: Place, lists: Readonly<Record<ListName, readonly Listed[]>>): Row {
  const listed = lists[list].find(each => each.code === row[column])
  return listed === undefined ? row : { ...row, [column]: wordsOn(listed, String(row[day])) }
}
