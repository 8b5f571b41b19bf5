import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ValueAbout } from '../../main/contract/valueChange.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const valueChanges = sqliteTable('value_changes', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  aboutKind: text('about_kind').$type<ValueAbout['kind']>().notNull(),
  aboutId: text('about_id').notNull(),
  was: text({ mode: 'json' }).$type<StoredValue>().notNull(),
  became: text({ mode: 'json' }).$type<StoredValue>().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text('changed_at').notNull(),
  sequence: integer().notNull(),
  undone: integer({ mode: 'boolean' }).notNull(),
})

/** The columns of a value as they are stored, by name. */
export type StoredValue = Readonly<Record<string, string | number | null>>
