import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { GoalEventId, GoalId } from '../../main/contract/goal.ts'
import type { ClientId, Day, Instant, UserId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { clients, custodies } from '../schema/client.ts'
import { goalEvents, goals } from '../schema/goal.ts'
import { installation } from '../schema/unit.ts'
import { isOwnClientOf } from './client.ts'
import { preparedByStanding, type Which } from './mistake.ts'

export type GoalEventRow = Omit<typeof goalEvents.$inferSelect, 'position'>

const of = sql.placeholder('clientId')
const addGoal = insertInto(goals)
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${goals.sequence}), 0) + 1` })
    .from(goals)
    .where(eq(goals.clientId, of))
    .prepare(),
)

/** Adds a goal, last in the client's order. What is said of it comes with its first event. */
export function insertGoal(db: Db, row: { id: GoalId; clientId: ClientId; epoch: number }): void {
  addGoal(db, { ...row, sequence: nextSequence(db).get(row)?.next ?? 1, reviewOn: null })
}

const addEvent = insertInto(goalEvents)
const nextPosition = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${goalEvents.position}), 0) + 1` })
    .from(goalEvents)
    .where(eq(goalEvents.goalId, sql.placeholder('goalId')))
    .prepare(),
)

/** Adds what happened to a goal after everything that happened before. */
export function insertGoalEvent(db: Db, row: GoalEventRow): void {
  addEvent(db, { ...row, position: nextPosition(db).get(row)?.next ?? 1 })
}

/** Marks an event as undone; it is kept. */
export function takeBackGoalEvent(db: Db, goalId: GoalId, id: GoalEventId, at: Instant, by: string): void {
  db.update(goalEvents)
    .set({ takenBackAt: at, takenBackBy: by })
    .where(and(eq(goalEvents.goalId, goalId), eq(goalEvents.id, id)))
    .run()
}

const eventsByClient = preparedByStanding(goals.id, (db, which) =>
  db
    .select({ goalEpoch: goals.epoch, event: goalEvents })
    .from(goals)
    .innerJoin(goalEvents, eq(goalEvents.goalId, goals.id))
    .where(and(eq(goals.clientId, of), which))
    .orderBy(asc(goals.sequence), asc(goalEvents.position))
    .prepare(),
)

/** Everything that has happened to the client's goals: goal by goal as they were set, each from first to last. */
export function goalEventsOf(
  db: Db,
  clientId: ClientId,
  which?: Which,
): { id: GoalId; epoch: number; events: [GoalEventRow, ...GoalEventRow[]] }[] {
  const found: ReturnType<typeof goalEventsOf> = []
  for (const { goalEpoch, event } of eventsByClient(db, which).all({ clientId })) {
    const { position: _, ...row } = event
    const latest = found.at(-1)
    if (latest?.id === row.goalId) latest.events.push(row)
    else found.push({ id: row.goalId, epoch: goalEpoch, events: [row] })
  }
  return found
}

const latestWords = sql<string>`(SELECT e.change ->> 'words' FROM ${goalEvents} e WHERE e.goal_id = ${goals.id}
  AND e.taken_back_at IS NULL AND e.change ->> 'kind' = 'worded' ORDER BY e.position DESC LIMIT 1)`
const heldHere = sql`(SELECT c.unit_id FROM ${custodies} c WHERE c.client_id = ${goals.clientId} ORDER BY c.epoch DESC LIMIT 1) = ${installation.unitId}`
const ofUser = isOwnClientOf(sql.placeholder('userId'))
const dueThrough = prepared(db =>
  db
    .select({
      goalId: goals.id,
      clientId: goals.clientId,
      clientName: clients.name,
      protectedIdentity: clients.protectedIdentity,
      caseNumber: clients.listedAs,
      words: latestWords,
      reviewOn: sql<Day>`${goals.reviewOn}`,
    })
    .from(goals)
    .crossJoin(clients) // SQLite keeps this order: first the few that are due, then whose they are
    .innerJoin(installation, eq(installation.onlyRow, 1))
    .where(
      and(
        lte(goals.reviewOn, sql.placeholder('day')),
        eq(clients.id, goals.clientId),
        isNull(clients.diedOn),
        ofUser,
        heldHere,
      ),
    )
    .orderBy(asc(goals.reviewOn), asc(goals.clientId), asc(goals.sequence))
    .prepare(),
)

/** Goals of the user's own clients, held here, whose review is due on `day` or before, oldest first. */
export function goalsDueThrough(db: Db, userId: UserId, day: Day) {
  return dueThrough(db).all({ userId, day })
}
