import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'

export const brokenGlass = sqliteTable('broken_glass', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  userId: text('user_id').$type<UserId>().notNull(),
  userName: text('user_name').notNull(),
  reason: text().notNull(),
  at: text().$type<Instant>().notNull(),
  until: text().$type<Instant>().notNull(),
})

export const breakGlassNoticesShown = sqliteTable(
  'broken_glass_told',
  {
    glassId: text('glass_id').notNull(),
    userId: text('user_id').$type<UserId>().notNull(),
    seenAt: text('seen_at').$type<Instant>(),
  },
  table => [primaryKey({ columns: [table.glassId, table.userId] })],
)
