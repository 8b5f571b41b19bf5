import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { GoalChange, GoalEventId, GoalId } from '../../main/contract/goal.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

/** `reviewOn` is kept by the database itself. */
export const goals = sqliteTable('goals', {
  id: text().$type<GoalId>().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  sequence: integer().notNull(),
  reviewOn: text('review_on'),
})

export const goalEvents = sqliteTable(
  'goal_events',
  {
    goalId: text('goal_id').$type<GoalId>().notNull(),
    position: integer().notNull(),
    id: text().$type<GoalEventId>().notNull(),
    epoch: integer().notNull(),
    on: text('happened_on').notNull(),
    at: text('written_at').notNull(),
    authorId: text('author_id').$type<UserId>().notNull(),
    authorName: text('author_name').notNull(),
    what: text('change', { mode: 'json' }).$type<GoalChange>().notNull(),
    takenBackAt: text('taken_back_at'),
    takenBackBy: text('taken_back_by'),
  },
  table => [primaryKey({ columns: [table.goalId, table.position] })],
)
