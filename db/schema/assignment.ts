import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'

export const assignments = sqliteTable('assignments', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  fromTherapistId: text('from_therapist_id').$type<UserId>().notNull(),
  fromCoordinatorId: text('from_coordinator_id').$type<UserId>(),
  therapistId: text('therapist_id').$type<UserId>().notNull(),
  coordinatorId: text('coordinator_id').$type<UserId>(),
  reason: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text('assigned_at').$type<Instant>().notNull(),
})

export const assignmentNotices = sqliteTable(
  'assignments_told',
  {
    assignmentId: text('assignment_id').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    seenAt: text('seen_at').$type<Instant>(),
  },
  table => [primaryKey({ columns: [table.assignmentId, table.userId] })],
)
