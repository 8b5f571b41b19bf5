import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Consent, ConsentPart } from '../../main/contract/consent.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const consents = sqliteTable('consents', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  kind: text().$type<Consent['kind']>().notNull(),
  receiver: text().notNull(),
  parts: text({ mode: 'json' }).$type<ConsentPart[]>().notNull(),
  concerns: text().notNull(),
  manner: text().$type<Consent['manner']>().notNull(),
  witness: text().notNull(),
  validUntil: text('valid_until').notNull(),
  givenOn: text('given_on').notNull(),
  text: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  writtenAt: text('written_at').notNull(),
  withdrawnOn: text('withdrawn_on'),
  withdrawnWords: text('withdrawn_words'),
  withdrawnById: text('withdrawn_by_id').$type<UserId>(),
  withdrawnBy: text('withdrawn_by'),
  withdrawnAt: text('withdrawn_at'),
})
