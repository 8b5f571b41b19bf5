import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FormAnswers } from '../../main/contract/form.ts'
import type { SessionId } from '../../main/contract/session.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const worksheetAnswers = sqliteTable('worksheet_answers', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  formId: text('form_id').notNull(),
  version: integer('form_version').notNull(),
  answeredOn: text('answered_on').notNull(),
  sessionId: text('session_id').$type<SessionId>(),
  answers: text({ mode: 'json' }).$type<FormAnswers>().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  sequence: integer().notNull(),
  writtenAt: text('written_at'),
})
