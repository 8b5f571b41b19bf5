import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { TrainingContent } from '../../main/contract/training.ts'
import type { Instant, UserId } from '../../main/contract/values.ts'

const author = {
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text().$type<Instant>().notNull(),
}

export const trainingMethods = sqliteTable('training_methods', {
  code: text().primaryKey(),
  words: text().notNull(),
  short: text().notNull(),
  cra: integer({ mode: 'boolean' }).notNull(),
  position: integer().notNull(),
})

export const trainingEntries = sqliteTable('training_entries', {
  id: text().primaryKey(),
  userId: text('user_id').$type<UserId>().notNull(),
  kind: text().$type<TrainingContent['kind']>().notNull(),
  method: text(),
  content: text({ mode: 'json' }).$type<TrainingContent>().notNull(),
  replaces: text(),
  ...author,
})

export const trainingTakingsBack = sqliteTable('training_takings_back', {
  entryId: text('entry_id').primaryKey(),
  reason: text().notNull(),
  ...author,
})
