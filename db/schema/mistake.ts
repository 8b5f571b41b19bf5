import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { MistakeAbout, MistakeReason } from '../../main/contract/mistake.ts'
import type { HomeworkReview } from '../../main/contract/session.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const mistakes = sqliteTable('mistakes', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  aboutKind: text('about_kind').$type<MistakeAbout['kind']>().notNull(),
  aboutId: text('about_id').notNull(),
  withId: text('with_id'),
  reason: text().$type<MistakeReason>().notNull(),
  words: text().notNull(),
  reviews: text({ mode: 'json' }).$type<HomeworkReview[]>().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text('marked_at').notNull(),
  takenBackAt: text('taken_back_at'),
  takenBackById: text('taken_back_by_id').$type<UserId>(),
  takenBackBy: text('taken_back_by'),
})
