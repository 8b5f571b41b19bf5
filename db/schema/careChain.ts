import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ChainEvent } from '../../main/contract/careChain.ts'
import type { ClientId, Day, UnitId, UserId } from '../../main/contract/values.ts'

export const placements = sqliteTable('placements', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  legalGround: text('legal_ground').notNull(),
  unitId: text('unit_id').$type<UnitId>().notNull(),
  appliedBy: text('applied_by').$type<UnitId>(),
  fromOn: text('from_on').notNull(),
  judgedOn: text('judged_on'),
  plannedToOn: text('planned_to_on'),
  toOn: text('to_on'),
  endReason: text('end_reason'),
})

export const endReasons = sqliteTable('end_reasons', {
  code: text().primaryKey(),
  words: text().notNull(),
  position: integer().notNull(),
  fromOn: text('from_on').$type<Day>(),
  toOn: text('to_on').$type<Day>(),
})

export const chainEvents = sqliteTable('chain_events', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  kind: text().$type<ChainEvent['kind']>().notNull(),
  fromOn: text('from_on').notNull(),
  backOn: text('back_on'),
  words: text().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  struckOn: text('struck_on'),
})
