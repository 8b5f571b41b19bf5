import { asc, eq, sql } from 'drizzle-orm'
import { CoreError } from '../../main/contract/errors.ts'
import type { EndReason, LegalGround, NamedUnit, Reason, Unit } from '../../main/contract/unit.ts'
import type { User } from '../../main/contract/user.ts'
import type { UnitId, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { endReasons } from '../schema/clients.ts'
import { installation, legalGrounds, reasons, units, userRoles, users } from '../schema/units.ts'

/** Writes whose binder this is, and its first user, in one transaction. */
export function foundUnit(db: Db, unit: Unit, user: User): void {
  db.transaction(() => {
    db.insert(units).values(unit).run()
    db.insert(installation).values({ onlyRow: 1, unitId: unit.id }).run()
    addUser(db, user)
  })
}

export function addUser(db: Db, { id, name, roles }: User): void {
  db.insert(users).values({ id, name }).run()
  for (const role of roles) db.insert(userRoles).values({ userId: id, role }).run()
}

export function ownUnit(db: Db): Unit {
  const [row] = db.select().from(units).innerJoin(installation, eq(installation.unitId, units.id)).all()
  if (row === undefined) throw new Error('the binder has no unit')
  return row.units
}

/** A user with their roles; without an id, the binder's first user, as when the recovery sheet opened it. */
export function userById(db: Db, id: string | undefined): User {
  const all = db.select().from(users).orderBy(asc(users.id)).all()
  const row = id === undefined ? all[0] : all.find(each => each.id === id)
  if (row === undefined) throw new CoreError({ code: 'keyring-damaged' })
  return { ...row, roles: rolesOf(db, row.id) }
}

function rolesOf(db: Db, id: UserId) {
  const rows = db.select().from(userRoles).where(eq(userRoles.userId, id)).orderBy(asc(userRoles.role)).all()
  return rows.map(each => each.role)
}

/** Those who work here, by name. */
export function activeUsers(db: Db): User[] {
  return db
    .select()
    .from(users)
    .orderBy(asc(users.name), asc(users.id))
    .all()
    .map(each => ({ ...each, roles: rolesOf(db, each.id) }))
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
