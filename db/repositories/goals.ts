import { asc, eq, sql } from 'drizzle-orm'
import type { Goal, GoalId, GoalStatus } from '../../main/contract/goal.ts'
import type { ClientId, Day, Instant } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
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

/** The client's goals in the order they were set, each with its steps and its statuses from first to last. */
export function goalsOf(db: Db, clientId: ClientId): Goal[] {
  const rows = db
    .select()
    .from(goals)
    .where(eq(goals.clientId, clientId))
    .orderBy(asc(goals.setOn), asc(goals.id))
    .all()
  return rows.map(({ epoch: _, ...row }) => ({
    ...withoutNulls(row),
    steps: db
      .select({ what: goalSteps.what, by: goalSteps.by, who: goalSteps.who })
      .from(goalSteps)
      .where(eq(goalSteps.goalId, row.id))
      .orderBy(asc(goalSteps.position))
      .all()
      .map(withoutNulls),
    statuses: db
      .select({ status: goalStatuses.status, on: goalStatuses.on, at: goalStatuses.at })
      .from(goalStatuses)
      .where(eq(goalStatuses.goalId, row.id))
      .orderBy(asc(goalStatuses.position))
      .all(),
  }))
}
