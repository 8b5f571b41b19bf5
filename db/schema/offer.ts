import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { OfferAnswer, Offered, OfferManner } from '../../main/contract/offer.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const offers = sqliteTable('offers', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  placementId: text('placement_id'),
  offered: text().$type<Offered>().notNull(),
  on: text('made_on').notNull(),
  answer: text().$type<OfferAnswer>().notNull(),
  manner: text().$type<OfferManner>(),
  reasonCode: text('reason_code'),
  askAgainOn: text('ask_again_on'),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  sequence: integer().notNull(),
  writtenAt: text('written_at'),
  /** The sheet it was read from. */
  worksheetId: text('worksheet_id'),
  superseded: integer({ mode: 'boolean' }).notNull().default(false),
})
