import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'

export const brokenGlass = sqliteTable('broken_glass', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  userId: text('user_id').$type<UserId>().notNull(),
  userName: text('user_name').notNull(),
  reason: text().notNull(),
  at: text().$type<Instant>().notNull(),
  until: text().$type<Instant>().notNull(),
  seenAt: text('seen_at').$type<Instant>(),
})
