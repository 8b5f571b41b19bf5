import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FormAnswers } from '../../main/contract/form.ts'
import type { GoalId, GoalStatus, LifeArea } from '../../main/contract/goal.ts'
import type { SessionId } from '../../main/contract/session.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const worksheetAnswers = sqliteTable('worksheet_answers', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  formId: text('form_id').notNull(),
  version: integer('form_version').notNull(),
  answeredOn: text('answered_on').notNull(),
  sessionId: text('session_id').$type<SessionId>(),
  answers: text({ mode: 'json' }).$type<FormAnswers>().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  sequence: integer().notNull(),
})

export const goals = sqliteTable('goals', {
  id: text().$type<GoalId>().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  words: text().notNull(),
  area: text().$type<LifeArea>().notNull(),
  wording: text().notNull(),
  obstacle: text().notNull(),
  plan: text().notNull(),
  reviewOn: text('review_on'),
  setOn: text('set_on').notNull(),
})

export const goalSteps = sqliteTable(
  'goal_steps',
  {
    goalId: text('goal_id').$type<GoalId>().notNull(),
    position: integer().notNull(),
    what: text().notNull(),
    by: text('by_on'),
    who: text().notNull(),
  },
  table => [primaryKey({ columns: [table.goalId, table.position] })],
)

export const goalStatuses = sqliteTable(
  'goal_statuses',
  {
    goalId: text('goal_id').$type<GoalId>().notNull(),
    position: integer().notNull(),
    status: text().$type<GoalStatus>().notNull(),
    on: text('set_on').notNull(),
    at: text('set_at').notNull(),
  },
  table => [primaryKey({ columns: [table.goalId, table.position] })],
)
