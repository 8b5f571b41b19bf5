import { setIdleMinutes } from '../../db/repositories/unit.ts'
import {
  addUserRow,
  allUsers,
  changeRoles,
  isNamedAnywhere,
  permissionsOf,
  removeUserRow,
  renameUserRow,
  userById,
} from '../../db/repositories/user.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { ListedUser, Role, User } from '../contract/user.ts'
import type { UserId } from '../contract/values.ts'

/** Everyone who is or has been a user, with their permissions through time; how they come in, the keyring tells. */
export function listUsers({ db }: Context): Omit<ListedUser, 'access'>[] {
  return allUsers(db).map(each => ({
    ...each,
    permissions: permissionsOf(db, each.id),
    removable: !isNamedAnywhere(db, each.id),
  }))
}

export function addUser(context: Context, added: User): void {
  addUserRow(context.db, added, granting(context))
}

export function renameUser({ db }: Context, { userId, name }: Checked<'user.rename'>): Output<'user.rename'> {
  const earlierName = requireUser(db, userId).name
  renameUserRow(db, userId, name)
  return { earlierName }
}

/** Refused when nobody would be left who can let others in. */
export function setRoles(context: Context, { userId, roles }: { userId: UserId; roles: readonly Role[] }): void {
  requireUser(context.db, userId)
  if (!roles.includes('administrator')) refuseIfLastAdministrator(context, userId)
  changeRoles(context.db, userId, roles, granting(context))
}

/** Ends every role. Not for oneself: one would be locked out in the middle of one's work. */
export function disableUser(context: Context, userId: UserId): void {
  if (userId === context.user.id) refuse('not-yourself')
  setRoles(context, { userId, roles: [] })
}

export function removeUser(context: Context, userId: UserId): Output<'user.remove'> {
  if (userId === context.user.id) refuse('not-yourself')
  const earlierName = requireUser(context.db, userId).name
  refuseIfLastAdministrator(context, userId)
  if (isNamedAnywhere(context.db, userId)) refuse('user-named')
  removeUserRow(context.db, userId)
  return { earlierName }
}

export function chooseIdleMinutes(
  { db }: Context,
  { minutes }: Checked<'binder.setIdleMinutes'>,
): Output<'binder.setIdleMinutes'> {
  setIdleMinutes(db, minutes)
  return {}
}

export function requireUser(db: Context['db'], id: UserId): User {
  return userById(db, id) ?? refuse('not-found')
}

function refuseIfLastAdministrator({ db }: Context, id: UserId): void {
  const administrators = allUsers(db).filter(each => each.roles.includes('administrator'))
  if (administrators.every(each => each.id === id)) refuse('last-administrator')
}

function granting({ user, now }: Context) {
  return { by: user.id, at: now() }
}
