import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { assignmentNotices, assignments } from '../schema/assignment.ts'
import { clients } from '../schema/client.ts'
import { clientMerges } from '../schema/merge.ts'

export type AssignmentRow = typeof assignments.$inferSelect
/** Who treats and who coordinates a client. */
export type Assignees = { readonly therapistId: UserId; readonly coordinatorId: UserId | null }

export const insertAssignment = insertInto(assignments)
const insertNotice = insertInto(assignmentNotices)

export function notifyOfAssignment(db: Db, assignmentId: string, users: readonly UserId[]): void {
  for (const userId of users) insertNotice(db, { assignmentId, userId, seenAt: null })
}

/** Each time the client was given on, oldest first; those who have been merged with it included. */
export function assignmentsOf(db: Db, clientId: ClientId): AssignmentRow[] {
  return db
    .select()
    .from(assignments)
    .where(eq(assignments.clientId, clientId))
    .orderBy(asc(assignments.at), asc(assignments.id))
    .all()
}

const unseenByUser = prepared(db =>
  db
    .select({ row: assignments, client: clients })
    .from(assignmentNotices)
    .innerJoin(assignments, eq(assignments.id, assignmentNotices.assignmentId))
    .innerJoin(clients, eq(clients.id, assignments.clientId))
    .where(and(eq(assignmentNotices.userId, sql.placeholder('userId')), isNull(assignmentNotices.seenAt)))
    .orderBy(desc(assignments.at), desc(assignments.id))
    .prepare(),
)

/** Of what the user is told and has not taken note of, newest first. */
export function unseenAssignmentsOf(db: Db, userId: UserId) {
  return unseenByUser(db).all({ userId })
}

/** False when the user was never told of it; seen twice, the first time stands. */
export function markAssignmentSeen(db: Db, clientId: ClientId, id: string, userId: UserId, at: Instant): boolean {
  const row = db
    .select()
    .from(assignments)
    .where(and(eq(assignments.id, id), eq(assignments.clientId, clientId)))
    .get()
  const mine = and(eq(assignmentNotices.assignmentId, id), eq(assignmentNotices.userId, userId))
  if (row === undefined || db.select().from(assignmentNotices).where(mine).get() === undefined) return false
  db.update(assignmentNotices)
    .set({ seenAt: at })
    .where(and(mine, isNull(assignmentNotices.seenAt)))
    .run()
  return true
}

/**
 * Whose a client has been, from the first to now: each with the instant from which they no longer were, empty for now.
 * A client who was merged with another is told of until then. Nothing for one who is not here.
 */
export function assignmentHistory(db: Db, clientId: ClientId): { assignees: Assignees; until: Instant | undefined }[] {
  const now = db.select().from(clients).where(eq(clients.id, clientId)).get()
  const merged = db.select().from(clientMerges).where(eq(clientMerges.mergedId, clientId)).get()
  const last = now ?? merged?.mergedBefore
  if (last === undefined) return []
  const came = new Set(merged?.moved['assignments'])
  const moved = db.select().from(clientMerges).where(eq(clientMerges.clientId, clientId)).all()
  const others = new Set(moved.flatMap(each => each.moved['assignments'] ?? []))
  const rows = assignmentsOf(db, merged?.clientId ?? clientId).filter(each =>
    merged === undefined ? !others.has(each.id) : came.has(each.id),
  )
  return [
    ...rows.map(each => ({
      assignees: { therapistId: each.fromTherapistId, coordinatorId: each.fromCoordinatorId },
      until: each.at,
    })),
    { assignees: { therapistId: last.therapistId, coordinatorId: last.coordinatorId }, until: undefined },
  ]
}
