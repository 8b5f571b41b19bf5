import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Remark } from '../../main/contract/remark.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const remarks = sqliteTable('remarks', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  kind: text().$type<Remark['kind']>().notNull(),
  aboutKind: text('about_kind').$type<Remark['about']['kind']>().notNull(),
  aboutId: text('about_id').notNull(),
  words: text().notNull(),
  on: text('said_on').notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  writtenAt: text('written_at').notNull(),
  sequence: integer().notNull(),
})
