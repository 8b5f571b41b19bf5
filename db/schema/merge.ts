import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import type { clients, custodies } from './client.ts'
import type { slots } from './plan.ts'

type Client = typeof clients.$inferSelect
type Folded = { slots: (typeof slots.$inferSelect)[]; custodies: (typeof custodies.$inferSelect)[] }

export const clientMerges = sqliteTable('client_merges', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  mergedId: text('merged_id').$type<ClientId>().notNull(),
  reference: text().notNull(),
  keptBefore: text('kept_before', { mode: 'json' }).$type<Client>().notNull(),
  mergedBefore: text('merged_before', { mode: 'json' }).$type<Client>().notNull(),
  folded: text({ mode: 'json' }).$type<Folded>().notNull(),
  moved: text({ mode: 'json' }).$type<Record<string, string[]>>().notNull(),
  reason: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text('merged_at').notNull(),
  finished: integer({ mode: 'boolean' }).notNull(),
})
