import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { ListName, SecrecyDefault } from '../../main/contract/list.ts'
import type { ListedEndReason, ListedGround, ListedReason } from '../../main/contract/unit.ts'
import type { Day } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/careChain.ts'
import { earlierSecrecyDefaults, earlierWords } from '../schema/list.ts'
import { secrecyDefaults } from '../schema/secrecy.ts'
import { legalGrounds, reasons } from '../schema/unit.ts'
import { withoutNulls } from '../withoutNulls.ts'

const TABLES = { reasons, legalGrounds, endReasons } as const

/** In a query: what the code of that list was called on the day of the record; null where there is no code. */
export function wordsOnDay(list: ListName, day: SQLiteColumn): SQL<string | null> {
  const { code, words } = TABLES[list]
  return sql<string | null>`coalesce((SELECT e.words FROM ${earlierWords} e
    WHERE e.list = ${list} AND e.code = ${code} AND e.to_on >= ${day} ORDER BY e.to_on LIMIT 1), ${words})`
}

const earlierInList = prepared(db =>
  db
    .select({ code: earlierWords.code, words: earlierWords.words, toOn: earlierWords.toOn })
    .from(earlierWords)
    .where(eq(earlierWords.list, sql.placeholder('list')))
    .orderBy(asc(earlierWords.toOn))
    .prepare(),
)

function withEarlier<Row extends { code: string; position: number }>(db: Db, list: ListName, rows: readonly Row[]) {
  const earlier = earlierInList(db).all({ list })
  return rows.map(({ position: _, ...row }) => ({
    ...withoutNulls(row),
    earlier: earlier.filter(each => each.code === row.code).map(({ words, toOn }) => ({ words, toOn })),
  }))
}

const reasonRows = prepared(db => db.select().from(reasons).orderBy(asc(reasons.side), asc(reasons.position)).prepare())
const groundRows = prepared(db => db.select().from(legalGrounds).orderBy(asc(legalGrounds.position)).prepare())
const endReasonRows = prepared(db => db.select().from(endReasons).orderBy(asc(endReasons.position)).prepare())

/** Reasons in the order they are shown, the client's first; also those that have ended. */
export function allReasons(db: Db): ListedReason[] {
  return withEarlier(db, 'reasons', reasonRows(db).all())
}

export function allLegalGrounds(db: Db): ListedGround[] {
  return withEarlier(db, 'legalGrounds', groundRows(db).all())
}

/** Why a stay ended, in the order they are shown; also those that have ended. */
export function allEndReasons(db: Db): ListedEndReason[] {
  return withEarlier(db, 'endReasons', endReasonRows(db).all())
}

type NewEntry = { code: string; words: string; fromOn: Day }
export type ListEntry =
  | ({ list: 'reasons' } & NewEntry & Pick<ListedReason, 'side'>)
  | ({ list: 'legalGrounds' } & NewEntry & Pick<ListedGround, 'phase'>)
  | ({ list: 'endReasons' } & NewEntry)

/** Adds a row, last in its list. */
export function insertListEntry(db: Db, entry: ListEntry): void {
  const table = TABLES[entry.list]
  const position = sql<number>`(SELECT max(position) + 1 FROM ${table})`
  const { code, words, fromOn } = entry
  if (entry.list === 'reasons') db.insert(reasons).values({ code, words, fromOn, side: entry.side, position }).run()
  else if (entry.list === 'legalGrounds')
    db.insert(legalGrounds).values({ code, words, fromOn, phase: entry.phase, position }).run()
  else db.insert(endReasons).values({ code, words, fromOn, position }).run()
}

export function endListEntry(db: Db, list: ListName, code: string, toOn: Day | null): void {
  const table = TABLES[list]
  db.update(table).set({ toOn }).where(eq(table.code, code)).run()
}

/** Gives the code other words; until and with that day it keeps the old ones. */
export function rewordListEntry(db: Db, to: { list: ListName; code: string; words: string; oldToOn: Day }): void {
  const { list, code, words, oldToOn: toOn } = to
  const table = TABLES[list]
  const [old] = db.select({ words: table.words }).from(table).where(eq(table.code, code)).all()
  if (old === undefined) return
  db.insert(earlierWords).values({ list, code, toOn, words: old.words }).onConflictDoNothing().run()
  db.update(table).set({ words }).where(eq(table.code, code)).run()
}

const USED_SINCE: Record<ListName, string> = {
  reasons: `SELECT 1 FROM sessions WHERE reason_code = :code AND settled_on >= :day
    UNION ALL SELECT 1 FROM offers WHERE reason_code = :code AND made_on >= :day LIMIT 1`,
  legalGrounds: 'SELECT 1 FROM placements WHERE legal_ground = :code AND from_on >= :day LIMIT 1',
  endReasons: 'SELECT 1 FROM placements WHERE end_reason = :code AND to_on >= :day LIMIT 1',
}

/** Whether any record of that day or later has the code. */
export function isUsedSince(db: Db, list: ListName, code: string, day: Day): boolean {
  return db.$client.prepare(USED_SINCE[list]).get({ code, day }) !== undefined
}

/** By kind of unit, then of record. */
export function secrecyDefaultsWithEarlier(db: Db): SecrecyDefault[] {
  const earlier = db.select().from(earlierSecrecyDefaults).orderBy(asc(earlierSecrecyDefaults.toOn)).all()
  return db
    .select(getTableColumns(secrecyDefaults))
    .from(secrecyDefaults)
    .orderBy(asc(secrecyDefaults.unitKind), asc(secrecyDefaults.recordKind))
    .all()
    .map(row => ({
      ...row,
      earlier: earlier
        .filter(each => each.unitKind === row.unitKind && each.recordKind === row.recordKind)
        .map(({ branch, toOn }) => ({ branch, toOn })),
    }))
}

/** Another branch; records until and with that day keep the old one. */
export function changeSecrecyDefault(
  db: Db,
  { unitKind, recordKind, branch }: Omit<SecrecyDefault, 'earlier'>,
  oldToOn: Day,
): void {
  const which = and(eq(secrecyDefaults.unitKind, unitKind), eq(secrecyDefaults.recordKind, recordKind))
  const old = db.select().from(secrecyDefaults).where(which).get()
  if (old === undefined) return
  db.insert(earlierSecrecyDefaults)
    .values({ unitKind, recordKind, toOn: oldToOn, branch: old.branch })
    .onConflictDoNothing()
    .run()
  db.update(secrecyDefaults).set({ branch }).where(which).run()
}
