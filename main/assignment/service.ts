import {
  type Assignees,
  type AssignmentRow,
  assignmentsOf,
  insertAssignment,
  markAssignmentSeen,
  notifyOfAssignment,
  unseenAssignmentsOf,
} from '../../db/repositories/assignment.ts'
import { notifyOfUnseenBreakGlass } from '../../db/repositories/breakGlass.ts'
import { allAssignments, assignClient, clientRow, standingOf } from '../../db/repositories/client.ts'
import { activeUsers, allUsers } from '../../db/repositories/user.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import { nameInList } from '../client/nameInList.ts'
import type { Context } from '../context/context.ts'
import type { Assignment } from '../contract/assignment.ts'
import { refuse } from '../contract/errors.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { ClientId, UserId } from '../contract/values.ts'
import { rolesWith } from '../user/rights.ts'
import { distinctAssignees, takesOver } from './assignees.ts'

/** The one who adds a client is responsible, unless another is named: a therapist, and a coordinator if any, who work here. */
export function checkedAssignees(
  { db, user }: Context,
  { therapistId, coordinatorId }: { therapistId?: UserId | undefined; coordinatorId?: UserId | undefined },
): Assignees {
  const working = activeUsers(db)
  const whose = { therapistId: therapistId ?? user.id, coordinatorId: coordinatorId ?? null }
  if (!working.some(each => each.id === whose.therapistId && each.roles.includes('therapist')))
    refuse('not-a-therapist')
  if (
    coordinatorId !== undefined &&
    !working.some(each => each.id === coordinatorId && each.roles.includes('coordinator'))
  )
    refuse('not-a-coordinator')
  return whose
}

/**
 * Gives a client to another therapist or coordinator. Who shares out others' clients, or takes one, says why; whoever
 * loses the client by someone else's hand is told, and whoever gets it is told of broken glass that nobody has seen.
 */
export function assign(
  context: Context,
  { clientId, reason, ...to }: Checked<'client.assign'>,
): Output<'client.assign'> {
  const { db, user } = context
  const { therapistId, coordinatorId } = clientRow(db, clientId) ?? refuse('not-found')
  const from: Assignees = { therapistId, coordinatorId }
  const given = checkedAssignees(context, to)
  const answer = { was: withoutNulls(from), became: withoutNulls(given) }
  if (from.therapistId === given.therapistId && from.coordinatorId === given.coordinatorId) return answer
  const own = rolesWith(user.roles, standingOf(db, clientId, user.id)?.own ?? []).length > 0
  if (reason === '' && (!own || takesOver(user.id, from, given))) refuse('assign-reason-missing')

  const id = context.newId<string>()
  insertAssignment(db, {
    id,
    clientId,
    fromTherapistId: from.therapistId,
    fromCoordinatorId: from.coordinatorId,
    ...given,
    reason,
    authorId: user.id,
    authorName: user.name,
    at: context.now(),
  })
  const before = distinctAssignees(from)
  const after = distinctAssignees(given)
  notifyOfAssignment(
    db,
    id,
    before.filter(each => each !== user.id && !after.includes(each)),
  )
  assignClient(db, clientId, given)
  notifyOfUnseenBreakGlass(
    db,
    clientId,
    after.filter(each => !before.includes(each)),
  )
  return answer
}

/** For the one who shares out the work: a client is named by case number, or else by initials and birth year. */
export function assignments({ db }: Context): Output<'client.assignments'> {
  return allAssignments(db).map(({ client, therapist }) => ({
    clientId: client.id,
    reference: client.reference,
    therapistId: client.therapistId,
    therapist,
    ...withoutNulls({ coordinatorId: client.coordinatorId }),
  }))
}

export function assignmentsOfClient(context: Context, { clientId }: { clientId: ClientId }): Assignment[] {
  const view = assignmentViewer(context)
  return assignmentsOf(context.db, clientId).toReversed().map(view)
}

export function unseenAssignments(context: Context): Output<'assignment.unseen'> {
  const view = assignmentViewer(context)
  return unseenAssignmentsOf(context.db, context.user.id).map(({ row, client }) => ({
    ...view(row),
    clientName: nameInList(client),
    caseNumber: client.listedAs,
  }))
}

export function acknowledgeAssignment(
  { db, user, now }: Context,
  { clientId, id }: Checked<'assignment.see'>,
): Record<string, never> {
  if (!markAssignmentSeen(db, clientId, id, user.id, now())) refuse('not-found')
  return {}
}

function assignmentViewer({ db }: Context): (row: AssignmentRow) => Assignment {
  const names = new Map(allUsers(db).map(each => [each.id, each.name]))
  const name = (id: UserId) => names.get(id) ?? 'Okänd användare'
  const namesOf = (therapistId: UserId, coordinatorId: UserId | null) => ({
    therapist: name(therapistId),
    ...(coordinatorId === null ? {} : { coordinator: name(coordinatorId) }),
  })
  return row => ({
    id: row.id,
    clientId: row.clientId,
    by: row.authorName,
    reason: row.reason,
    at: row.at,
    from: namesOf(row.fromTherapistId, row.fromCoordinatorId),
    to: namesOf(row.therapistId, row.coordinatorId),
  })
}
