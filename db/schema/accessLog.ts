import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { LogKind } from '../../main/contract/accessLog.ts'
import type { ClientId, Instant, UserId } from '../../main/contract/values.ts'

export const accessLog = sqliteTable('access_log', {
  sequence: integer().primaryKey(),
  at: text().notNull(),
  userId: text('user_id').$type<UserId>(),
  clientId: text('client_id').$type<ClientId>(),
  method: text().notNull(),
  kind: text().$type<LogKind>().notNull(),
  detail: text().notNull(),
  hash: text().notNull(),
})

export const questions = sqliteTable('questions', {
  userId: text('user_id').$type<UserId>().notNull(),
  at: text('asked_at').$type<Instant>().notNull(),
})

export const logFaultAnswers = sqliteTable('log_fault_answers', {
  entry: integer().primaryKey(),
  words: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  at: text().notNull(),
})
