import { aliasedTable, and, asc, desc, eq, isNull, max } from 'drizzle-orm'
import { compareWords } from '../../main/contract/folding.ts'
import type { Permission, Role, User } from '../../main/contract/user.ts'
import type { Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { keyChanges, recoverySheets, userRoles, users } from '../schema/user.ts'
import { withoutNulls } from '../withoutNulls.ts'

/** Who changes someone's permissions, and when. */
export type RoleGrant = { readonly by: UserId; readonly at: Instant }

const inForce = isNull(userRoles.endedAt)

/** Everyone who is or has been a user, by name, with the roles in force: none for one who is no longer let in. */
export function allUsers(db: Db): User[] {
  const rows = db
    .select({ id: users.id, name: users.name })
    .from(users)
    .orderBy(asc(users.id))
    .all()
    .toSorted((one, other) => compareWords(one.name, other.name))
  return rows.map(each => ({ ...each, roles: rolesOf(db, each.id) }))
}

/** Those who work here now, by name. */
export function activeUsers(db: Db): User[] {
  return allUsers(db).filter(each => each.roles.length > 0)
}

export function userById(db: Db, id: string): User | undefined {
  return allUsers(db).find(each => each.id === id)
}

function rolesOf(db: Db, id: UserId): Role[] {
  const rows = db
    .select({ role: userRoles.role })
    .from(userRoles)
    .where(and(eq(userRoles.userId, id), inForce))
    .orderBy(asc(userRoles.role))
    .all()
  return rows.map(each => each.role)
}

/** Who has had which role, given by whom, from when to when; the latest first (L11). */
export function permissionsOf(db: Db, id: UserId): Permission[] {
  const granter = aliasedTable(users, 'granter')
  const ender = aliasedTable(users, 'ender')
  return db
    .select({
      role: userRoles.role,
      grantedAt: userRoles.grantedAt,
      grantedBy: granter.name,
      endedAt: userRoles.endedAt,
      endedBy: ender.name,
    })
    .from(userRoles)
    .innerJoin(granter, eq(granter.id, userRoles.grantedBy))
    .leftJoin(ender, eq(ender.id, userRoles.endedBy))
    .where(eq(userRoles.userId, id))
    .orderBy(desc(userRoles.grantedAt), asc(userRoles.role))
    .all()
    .map(withoutNulls)
}

export function addUserRow(db: Db, user: User, granting: RoleGrant): void {
  db.insert(users).values({ id: user.id, name: user.name, firstInAt: null }).run()
  changeRoles(db, user.id, user.roles, granting)
}

export function renameUserRow(db: Db, id: UserId, name: string): void {
  db.update(users).set({ name }).where(eq(users.id, id)).run()
}

/** Ends what is no longer held and begins what is new; a role that stays keeps its day. */
export function changeRoles(db: Db, id: UserId, wanted: readonly Role[], { by, at }: RoleGrant): void {
  const held = rolesOf(db, id)
  for (const role of held.filter(each => !wanted.includes(each))) {
    const ended = and(eq(userRoles.userId, id), eq(userRoles.role, role), inForce)
    db.update(userRoles).set({ endedAt: at, endedBy: by }).where(ended).run()
  }
  for (const role of new Set(wanted)) {
    if (!held.includes(role)) db.insert(userRoles).values({ userId: id, role, grantedAt: at, grantedBy: by }).run()
  }
}

/** Notes the first time a user opened the binder. */
export function recordFirstUnlock(db: Db, id: UserId, at: Instant): void {
  db.update(users)
    .set({ firstInAt: at })
    .where(and(eq(users.id, id), isNull(users.firstInAt)))
    .run()
}

/** Every column that points to a user and does not go with them, as a question whether one is named there. */
const namings = prepared(db => {
  const columns = db.$client
    .prepare(
      `SELECT t.name, k."from" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) k
       WHERE t.type = 'table' AND k."table" = 'users' AND k.on_delete <> 'CASCADE'`,
    )
    .raw()
    .all() as [string, string][]
  return columns.map(([table, column]) =>
    db.$client.prepare(`SELECT EXISTS (SELECT 1 FROM "${table}" WHERE "${column}" = ?)`).pluck(),
  )
})

/** True when something here may name them: they have been in, or a row of any table points to them. */
export function isNamedAnywhere(db: Db, id: UserId): boolean {
  const never = and(eq(users.id, id), isNull(users.firstInAt))
  const newcomer = db.select({ id: users.id }).from(users).where(never).get()
  return newcomer === undefined || namings(db).some(each => each.get(id) === 1)
}

/** Takes away a user whom nothing names. */
export function removeUserRow(db: Db, id: UserId): void {
  db.delete(users).where(eq(users.id, id)).run()
}

export function storeRecoverySheet(db: Db, sheet: { testedAt: Instant; madeBy: UserId }): void {
  db.insert(recoverySheets).values(sheet).run()
}

/** The recovery sheet that opens the binder; nothing until one has been tried. */
export function latestSheet(db: Db): { testedAt: Instant; madeBy: string } | undefined {
  return db
    .select({ testedAt: recoverySheets.testedAt, madeBy: users.name })
    .from(recoverySheets)
    .innerJoin(users, eq(users.id, recoverySheets.madeBy))
    .orderBy(desc(recoverySheets.testedAt))
    .limit(1)
    .get()
}

export function storeKeyChange(db: Db, change: { changedAt: Instant; changedBy: UserId }): void {
  db.insert(keyChanges).values(change).run()
}

/** When someone was last shut out of the binder whose way in led to the key in use; nothing when the key is newer. */
export function shutOutSinceKeyChange(db: Db): Instant | undefined {
  const shutOut = allUsers(db).filter(each => each.roles.length === 0)
  const ends = shutOut.flatMap(({ id }) => endOfRoles(db, id) ?? [])
  const { changedAt } =
    db
      .select({ changedAt: max(keyChanges.changedAt) })
      .from(keyChanges)
      .get() ?? {}
  return ends
    .filter(each => each > (changedAt ?? ''))
    .toSorted()
    .at(-1)
}

function endOfRoles(db: Db, id: UserId): Instant | undefined {
  return (
    db
      .select({ at: max(userRoles.endedAt) })
      .from(userRoles)
      .where(eq(userRoles.userId, id))
      .get()?.at ?? undefined
  )
}
