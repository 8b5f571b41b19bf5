import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { DetailChange } from '../../main/contract/identity.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const clientChanges = sqliteTable('client_changes', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  changes: text({ mode: 'json' }).$type<DetailChange[]>().notNull(),
  earlierNumber: text('earlier_number').notNull(),
  earlierCaseNumber: text('earlier_case_number').notNull(),
  reason: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text('changed_at').notNull(),
  sequence: integer().notNull(),
})
