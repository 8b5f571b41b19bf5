import { asc, eq, sql } from 'drizzle-orm'
import type { Goal, GoalId, GoalStatus } from '../../main/contract/goal.ts'
import type { ClientId, Day, Instant } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { goalStatuses, goalSteps, goals } from '../schema/goals.ts'
import { withoutNulls } from '../withoutNulls.ts'

/** Writes a new goal with its steps and its first status. */
export function insertGoal(db: Db, goal: Goal, epoch: number): void {
  const { steps, statuses, reviewOn = null, ...row } = goal
  db.insert(goals)
    .values({ ...row, reviewOn, epoch })
    .run()
  for (const [index, { what, by = null, who }] of steps.entries()) {
    db.insert(goalSteps)
      .values({ goalId: goal.id, position: index + 1, what, by, who })
      .run()
  }
  for (const each of statuses) addGoalStatus(db, goal.id, each.status, each.on, each.at)
}

/** Adds a status after the ones the goal has had. */
export function addGoalStatus(db: Db, goalId: GoalId, status: GoalStatus, on: Day, at: Instant): void {
  const position = sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM ${goalStatuses} WHERE goal_id = ${goalId})`
  db.insert(goalStatuses).values({ goalId, position, status, on, at }).run()
}

const of = sql.placeholder('clientId')
// goals set in one session share their day: the instant of the first status tells them apart
const setAt = sql`(SELECT x.set_at FROM ${goalStatuses} x WHERE x.goal_id = ${goals.id} AND x.position = 1)`
const goalsByClient = prepared(db =>
  db.select().from(goals).where(eq(goals.clientId, of)).orderBy(asc(goals.setOn), asc(setAt), asc(goals.id)).prepare(),
)
const stepsByClient = prepared(db =>
  db
    .select({ goalId: goalSteps.goalId, what: goalSteps.what, by: goalSteps.by, who: goalSteps.who })
    .from(goals)
    .innerJoin(goalSteps, eq(goalSteps.goalId, goals.id))
    .where(eq(goals.clientId, of))
    .orderBy(asc(goalSteps.goalId), asc(goalSteps.position))
    .prepare(),
)
const statusesByClient = prepared(db =>
  db
    .select({ goalId: goals.id, status: goalStatuses.status, on: goalStatuses.on, at: goalStatuses.at })
    .from(goals)
    .innerJoin(goalStatuses, eq(goalStatuses.goalId, goals.id))
    .where(eq(goals.clientId, of))
    .orderBy(asc(goalStatuses.goalId), asc(goalStatuses.position))
    .prepare(),
)

/** The client's goals in the order they were set, each with its steps and its statuses from first to last. */
export function goalsOf(db: Db, clientId: ClientId): Goal[] {
  const steps = byGoal(stepsByClient(db).all({ clientId }).map(withoutNulls))
  const statuses = byGoal(statusesByClient(db).all({ clientId }))
  return goalsByClient(db)
    .all({ clientId })
    .map(({ epoch: _, ...row }) => ({
      ...withoutNulls(row),
      steps: steps.get(row.id) ?? [],
      statuses: statuses.get(row.id) ?? [],
    }))
}

function byGoal<Row extends { goalId: GoalId }>(rows: readonly Row[]): Map<GoalId, Omit<Row, 'goalId'>[]> {
  const found = new Map<GoalId, Omit<Row, 'goalId'>[]>()
  for (const { goalId, ...row } of rows) found.set(goalId, [...(found.get(goalId) ?? []), row])
  return found
}
