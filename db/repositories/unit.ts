import { asc, eq, inArray } from 'drizzle-orm'
import type { ClientRecord } from '../../main/contract/record.ts'
import type { EndReason, LegalGround, NamedUnit, Reason, Unit } from '../../main/contract/unit.ts'
import type { User } from '../../main/contract/user.ts'
import type { Instant, UnitId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/careChain.ts'
import { installation, legalGrounds, reasons, units } from '../schema/unit.ts'
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

export function ownUnit(db: Db): Unit {
  const [row] = db.select().from(units).innerJoin(installation, eq(installation.unitId, units.id)).all()
  if (row === undefined) throw new Error('the binder has no unit')
  return row.units
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
  return db.select().from(units).orderBy(asc(units.name)).all()
}

/** The unit of that name, added under `freshId` when it is not here yet. */
export function unitNamed(db: Db, named: NamedUnit, freshId: UnitId): Unit {
  const found = db.select().from(units).where(eq(units.name, named.name)).get()
  if (found !== undefined) return found
  const fresh = { id: freshId, ...named }
  db.insert(units).values(fresh).run()
  return fresh
}

/** The units, reasons and grounds that a record names: what the receiver needs to understand it. */
export function referencedNames(
  db: Db,
  record: ClientRecord,
): { units: Unit[]; reasons: Reason[]; legalGrounds: LegalGround[]; endReasons: EndReason[] } {
  const unitIds = record.placements.flatMap(each => [each.unitId, each.appliedBy]).filter(each => each !== undefined)
  const codes = [...record.sessions, ...record.offers].map(each => each.reasonCode).filter(each => each !== undefined)
  const grounds = record.placements.map(each => each.legalGround)
  const endings = record.placements.map(each => each.endReason).filter(each => each !== undefined)
  return {
    units: db.select().from(units).where(inArray(units.id, unitIds)).orderBy(units.name).all(),
    reasons: db
      .select({ code: reasons.code, words: reasons.words, side: reasons.side })
      .from(reasons)
      .where(inArray(reasons.code, codes))
      .all(),
    legalGrounds: db
      .select({ code: legalGrounds.code, words: legalGrounds.words, phase: legalGrounds.phase })
      .from(legalGrounds)
      .where(inArray(legalGrounds.code, grounds))
      .all(),
    endReasons: db
      .select({ code: endReasons.code, words: endReasons.words })
      .from(endReasons)
      .where(inArray(endReasons.code, endings))
      .all(),
  }
}

/** Where names that came with a record stand in our lists: after our own. */
const AFTER_OUR_OWN = 100

/** Adds what a record names and is not here: units by id or name, list entries by code. Returns our id for each of its units. */
export function importNames(
  db: Db,
  names: {
    units: readonly Unit[]
    reasons: readonly Reason[]
    legalGrounds: readonly LegalGround[]
    endReasons: readonly EndReason[]
  },
): Map<UnitId, UnitId> {
  const ownIds = new Map<UnitId, UnitId>()
  for (const each of names.units) {
    const existing =
      db.select().from(units).where(eq(units.id, each.id)).get() ??
      db.select().from(units).where(eq(units.name, each.name)).get()
    if (existing === undefined) db.insert(units).values(each).run()
    ownIds.set(each.id, existing?.id ?? each.id)
  }
  for (const each of names.reasons)
    db.insert(reasons)
      .values({ ...each, position: AFTER_OUR_OWN })
      .onConflictDoNothing()
      .run()
  for (const each of names.legalGrounds)
    db.insert(legalGrounds)
      .values({ ...each, position: AFTER_OUR_OWN })
      .onConflictDoNothing()
      .run()
  for (const each of names.endReasons)
    db.insert(endReasons)
      .values({ ...each, position: AFTER_OUR_OWN })
      .onConflictDoNothing()
      .run()
  return ownIds
}
