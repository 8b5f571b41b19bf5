import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const drafts = sqliteTable(
  'drafts',
  {
    userId: text('user_id').$type<UserId>().notNull(),
    clientId: text('client_id').$type<ClientId>().notNull(),
    place: text().notNull(),
    content: text().notNull(),
    revision: integer().notNull(),
    window: text('window_id').notNull(),
    attempt: integer().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.userId, table.clientId, table.place] })],
)

export const draftRevisions = sqliteTable('draft_revisions', {
  userId: text('user_id').$type<UserId>().primaryKey(),
  latest: integer().notNull(),
})

export const earlierDrafts = sqliteTable(
  'earlier_drafts',
  {
    userId: text('user_id').$type<UserId>().notNull(),
    clientId: text('client_id').$type<ClientId>().notNull(),
    place: text().notNull(),
    id: text().notNull(),
    content: text().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.userId, table.clientId, table.place, table.id] })],
)

export const typing = sqliteTable(
  'typing',
  {
    userId: text('user_id').$type<UserId>().notNull(),
    place: text().notNull(),
    words: text().notNull(),
    savedAt: text('saved_at').notNull(),
  },
  table => [primaryKey({ columns: [table.userId, table.place] })],
)

export const lastPlaces = sqliteTable('last_places', {
  userId: text('user_id').$type<UserId>().primaryKey(),
  path: text().notNull(),
  field: text().notNull(),
  savedAt: text('saved_at').notNull(),
})
