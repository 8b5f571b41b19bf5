import { asc, eq, sql } from 'drizzle-orm'
import type { EndReason, LegalGround, NamedUnit, Reason, Unit } from '../../main/contract/unit.ts'
import type { User } from '../../main/contract/user.ts'
import type { Instant, UnitId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/careChain.ts'
import { installation, legalGrounds, reasons, units } from '../schema/unit.ts'
import { addUserRow, noteFirstIn } from './user.ts'

/** Writes whose binder this is, and its first user, who grants themself their roles, in one transaction. */
export function createUnit(db: Db, unit: Unit, user: User, at: Instant): void {
  db.transaction(() => {
    db.insert(units).values(unit).run()
    db.insert(installation).values({ onlyRow: 1, unitId: unit.id }).run()
    addUserRow(db, user, { by: user.id, at })
    noteFirstIn(db, user.id, at)
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

/** Reasons in the order they are shown, the client's first. */
export function allReasons(db: Db): Reason[] {
  return db
    .select({ code: reasons.code, words: reasons.words, side: reasons.side })
    .from(reasons)
    .orderBy(asc(reasons.side), asc(reasons.position))
    .all()
}

const reasonByCode = prepared(db =>
  db
    .select({ code: reasons.code, words: reasons.words, side: reasons.side })
    .from(reasons)
    .where(eq(reasons.code, sql.placeholder('code')))
    .prepare(),
)

export function reasonOf(db: Db, code: string): Reason | undefined {
  return reasonByCode(db).get({ code })
}

/** Why a stay ended, in the order they are shown. */
export function allEndReasons(db: Db): EndReason[] {
  return db
    .select({ code: endReasons.code, words: endReasons.words })
    .from(endReasons)
    .orderBy(asc(endReasons.position))
    .all()
}

export function allLegalGrounds(db: Db): LegalGround[] {
  return db
    .select({ code: legalGrounds.code, words: legalGrounds.words, phase: legalGrounds.phase })
    .from(legalGrounds)
    .orderBy(asc(legalGrounds.position))
    .all()
}
