import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const drafts = sqliteTable(
  'drafts',
  {
    userId: text('user_id').$type<UserId>().notNull(),
    clientId: text('client_id').$type<ClientId>().notNull(),
    place: text().notNull(),
    content: text().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.userId, table.clientId, table.place] })],
)
