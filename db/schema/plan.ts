import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SlotId } from '../../main/contract/plan.ts'
import type { ClientId } from '../../main/contract/values.ts'

export const slots = sqliteTable('slots', {
  id: text().$type<SlotId>().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  number: integer().notNull(),
  plannedOn: text('planned_on'),
  plannedAt: text('planned_at'),
  plannedWhere: text('planned_where').notNull().default(''),
  plannedWith: text('planned_with').notNull().default(''),
  settledThrough: text('settled_through').notNull().default(''),
  offerAgainOn: text('offer_again_on'),
})
