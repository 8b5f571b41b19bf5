import { asc, desc, eq, inArray } from 'drizzle-orm'
import { compareWords, folded } from '../../main/contract/folding.ts'
import type { ClientRecord, PackageContent } from '../../main/contract/record.ts'
import type { EndReason, LegalGround, NamedUnit, Reason, Unit, UnitUses } from '../../main/contract/unit.ts'
import { tidyUnitName, unitMeant } from '../../main/contract/unitMeant.ts'
import type { User } from '../../main/contract/user.ts'
import { wordsOn } from '../../main/contract/validity.ts'
import type { Day, Instant, UnitId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/careChain.ts'
import { municipalities } from '../schema/municipality.ts'
import { earlierUnits, installation, legalGrounds, reasons, units } from '../schema/unit.ts'
import { allEndReasons, allLegalGrounds, allReasons } from './list.ts'
import { addUserRow, recordFirstUnlock } from './user.ts'

/** Writes whose binder this is, and its first user, who grants themself their roles, in one transaction. */
export function createUnit(db: Db, unit: Unit, user: User, at: Instant): void {
  db.transaction(() => {
    db.insert(units).values(unit).run()
    db.insert(installation).values({ onlyRow: 1, unitId: unit.id }).run()
    addUserRow(db, user, { by: user.id, at })
    recordFirstUnlock(db, user.id, at)
  })
}

const own = prepared(db =>
  db
    .select({ id: units.id, name: units.name, kind: units.kind })
    .from(units)
    .innerJoin(installation, eq(installation.unitId, units.id))
    .prepare(),
)

export function ownUnit(db: Db): Unit {
  return own(db).get() ?? neverWithout()
}

function neverWithout(): never {
  throw new Error('the binder has no unit')
}

/** Minutes without a sign of anyone until the binder locks itself. */
export function idleMinutesOf(db: Db): number {
  return idleMinutes(db).get()?.idleMinutes ?? 1
}

const idleMinutes = prepared(db => db.select({ idleMinutes: installation.idleMinutes }).from(installation).prepare())

export function setIdleMinutes(db: Db, minutes: number): void {
  db.update(installation).set({ idleMinutes: minutes }).run()
}

/** Whether a client may be added with an interim number, which no other authority keeps. */
export function takesInterimNumbers(db: Db): boolean {
  return db.select({ takes: installation.takesInterimNumbers }).from(installation).get()?.takes ?? false
}

export function setInterimNumbers(db: Db, takes: boolean): void {
  db.update(installation).set({ takesInterimNumbers: takes }).run()
}

export function allUnits(db: Db): Unit[] {
  return db
    .select()
    .from(units)
    .all()
    .toSorted((one, other) => compareWords(one.name, other.name))
}

/** The unit that is meant by a name, whatever case, spaces or accents it is written with; undefined when it is not here. */
export function findUnit(db: Db, named: NamedUnit): Unit | undefined {
  const earlier = db.select().from(earlierUnits).orderBy(desc(earlierUnits.sequence)).all()
  const listed = db.select({ code: municipalities.code, name: municipalities.name }).from(municipalities).all()
  return unitMeant(named, allUnits(db), earlier, listed)
}

/** Whether what was said names the unit: it may be written otherwise, or called something else by now. */
export function isSameUnit(db: Db, said: string, named: NamedUnit): boolean {
  const [one, other] = [findUnit(db, { name: said, kind: named.kind }), findUnit(db, named)]
  return folded(said) === folded(named.name) || (one !== undefined && one.id === other?.id)
}

/** The unit of that name, added under `freshId` when it is not here yet. */
export function unitNamed(db: Db, named: NamedUnit, freshId: UnitId): Unit {
  const found = findUnit(db, named)
  if (found !== undefined) return found
  const fresh = { id: freshId, name: tidyUnitName(named.name), kind: named.kind }
  db.insert(units).values(fresh).run()
  return fresh
}

/** The ids of units in a record, and each code with the latest day it stands for there. */
function usedNames({ placements, sessions, offers }: ClientRecord) {
  const latest = (uses: readonly (readonly [code: string | undefined, on: Day | undefined])[]) => {
    const days = new Map<string, Day>()
    for (const [code, on = ''] of uses) if (code !== undefined && on >= (days.get(code) ?? '')) days.set(code, on)
    return days
  }
  return {
    unitIds: new Set(placements.flatMap(each => [each.unitId, each.appliedBy]).filter(each => each !== undefined)),
    reasons: latest([...sessions, ...offers].map(each => [each.reasonCode, each.on])),
    legalGrounds: latest(placements.map(each => [each.legalGround, each.fromOn])),
    endReasons: latest(placements.map(each => [each.endReason, each.toOn])),
  }
}

/** The unit with that id, also when it has been merged into another since. */
function unitOfId(db: Db, id: UnitId): Unit | undefined {
  const merged = db.select().from(earlierUnits).where(eq(earlierUnits.mergedId, id)).get()
  return db
    .select()
    .from(units)
    .where(eq(units.id, merged?.unitId ?? id))
    .get()
}

/** The units, reasons and grounds that a record names, in the words they had there: what the receiver needs to understand it. */
export function referencedNames(
  db: Db,
  record: ClientRecord,
): { units: Unit[]; reasons: Reason[]; legalGrounds: LegalGround[]; endReasons: EndReason[] } {
  const used = usedNames(record)
  return {
    units: db
      .select()
      .from(units)
      .where(inArray(units.id, [...used.unitIds]))
      .orderBy(units.name)
      .all(),
    reasons: allReasons(db).flatMap(({ code, side, ...row }) =>
      used.reasons.has(code) ? [{ code, side, words: wordsOn(row, used.reasons.get(code) ?? '') }] : [],
    ),
    legalGrounds: allLegalGrounds(db).flatMap(({ code, phase, ...row }) =>
      used.legalGrounds.has(code) ? [{ code, phase, words: wordsOn(row, used.legalGrounds.get(code) ?? '') }] : [],
    ),
    endReasons: allEndReasons(db).flatMap(({ code, ...row }) =>
      used.endReasons.has(code) ? [{ code, words: wordsOn(row, used.endReasons.get(code) ?? '') }] : [],
    ),
  }
}

/** Where names that came with a record stand in our lists: after our own. */
const AFTER_OUR_OWN = 100
/** Never to be chosen here: what came with a record says what was chosen elsewhere. */
const NEVER_IN_FORCE = '1900-01-01'

type Names = Pick<PackageContent, 'units' | 'reasons' | 'legalGrounds' | 'endReasons'>

/** What a name that came with a record is called here. */
export type OwnNames = {
  readonly unitIds: ReadonlyMap<UnitId, UnitId>
  readonly reasons: ReadonlyMap<string, string>
  readonly legalGrounds: ReadonlyMap<string, string>
  readonly endReasons: ReadonlyMap<string, string>
}

/**
 * Adds what a record uses and is not here, and nothing else of what its package names: units by id or name, also one they had before, and list entries
 * under their unit, so that none is taken for one of ours, nor for one that a later version brings. Ours is the entry with the
 * same code and the same use.
 */
export function importNames(db: Db, sender: Unit, names: Names, record: ClientRecord): OwnNames {
  const used = usedNames(record)
  const foreign = (code: string) => (code.startsWith('x:') ? code : `x:${sender.id}:${code}`)
  const place = { position: AFTER_OUR_OWN, toOn: NEVER_IN_FORCE }
  const given = names.reasons.filter(each => used.reasons.has(each.code))
  const grounds = names.legalGrounds.filter(each => used.legalGrounds.has(each.code))
  const endings = names.endReasons.filter(each => used.endReasons.has(each.code))
  return {
    unitIds: importUnits(db, [sender, ...names.units.filter(each => used.unitIds.has(each.id))]),
    reasons: imported(given, each => {
      const [ours] = db.select().from(reasons).where(eq(reasons.code, each.code)).all()
      if (ours?.side === each.side) return each.code
      const code = foreign(each.code)
      db.insert(reasons)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
    legalGrounds: imported(grounds, each => {
      const [ours] = db.select().from(legalGrounds).where(eq(legalGrounds.code, each.code)).all()
      if (ours?.phase === each.phase) return each.code
      const code = foreign(each.code)
      db.insert(legalGrounds)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
    endReasons: imported(endings, each => {
      if (db.select().from(endReasons).where(eq(endReasons.code, each.code)).get() !== undefined) return each.code
      const code = foreign(each.code)
      db.insert(endReasons)
        .values({ ...each, ...place, code })
        .onConflictDoNothing()
        .run()
      return code
    }),
  }
}

function imported<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
  ownCode: (entry: Entry) => string,
): ReadonlyMap<string, string> {
  return new Map(entries.map(each => [each.code, ownCode(each)]))
}

function importUnits(db: Db, named: readonly Unit[]): ReadonlyMap<UnitId, UnitId> {
  const ownIds = new Map<UnitId, UnitId>()
  for (const each of named) {
    const unit = unitOfId(db, each.id) ?? unitNamed(db, each, each.id)
    ownIds.set(each.id, unit.id)
  }
  return ownIds
}

export type EarlierUnitRow = Omit<typeof earlierUnits.$inferSelect, 'sequence'>

/** What units were called before, and what was merged into them, from first to last. */
export function earlierUnitRows(db: Db): EarlierUnitRow[] {
  return db.select().from(earlierUnits).orderBy(asc(earlierUnits.sequence)).all()
}

export function insertEarlierUnit(db: Db, row: EarlierUnitRow): void {
  db.insert(earlierUnits).values(row).run()
}

export function changeUnit(db: Db, { id, ...to }: Unit): void {
  db.update(units).set(to).where(eq(units.id, id)).run()
}

const USES: Readonly<Record<keyof UnitUses, { table: string; column: string }>> = {
  placements: { table: 'placements', column: 'unit_id' },
  applications: { table: 'placements', column: 'applied_by' },
  custodies: { table: 'custodies', column: 'unit_id' },
  handovers: { table: 'handovers', column: 'other_unit' },
}
const USE_NAMES = Object.keys(USES) as (keyof UnitUses)[]

/** How many rows of each kind name a unit; asked for once, for all of them. */
export function unitUses({ $client }: Db): (id: UnitId) => UnitUses {
  const counted = USE_NAMES.map(use => {
    const { table, column } = USES[use]
    const rows = $client.prepare(`SELECT ${column}, count(*) FROM ${table} GROUP BY ${column}`).raw().all()
    return [use, new Map(rows as [UnitId | null, number][])] as const
  })
  return id => Object.fromEntries(counted.map(([use, counts]) => [use, counts.get(id) ?? 0])) as UnitUses
}

/** Lets everything that names one unit name another, and removes the one; a reference that is forgotten stops it. */
export function moveUnit(db: Db, gone: UnitId, into: UnitId): void {
  for (const { table, column } of Object.values(USES))
    db.$client.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(into, gone)
  db.update(earlierUnits).set({ unitId: into }).where(eq(earlierUnits.unitId, gone)).run()
  db.delete(units).where(eq(units.id, gone)).run()
}
