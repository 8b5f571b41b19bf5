import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Cover, FirstAppointment, Handover } from '../../main/contract/handover.ts'
import type { ClientId, UnitId } from '../../main/contract/values.ts'

export const handovers = sqliteTable('handovers', {
  packageId: text('package_id').primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  direction: text().$type<Handover['direction']>().notNull(),
  epoch: integer().notNull(),
  otherUnit: text('other_unit').$type<UnitId>().notNull(),
  consentId: text('consent_id').notNull(),
  cover: text({ mode: 'json' }).$type<Cover>().notNull(),
  firstAppointment: text('first_appointment', { mode: 'json' }).$type<FirstAppointment>().notNull(),
  fileHash: text('file_hash').notNull(),
  receiptSecret: text('receipt_secret').notNull(),
  on: text('made_on').notNull(),
  settledOn: text('settled_on'),
  readBack: text('read_back').notNull(),
  takenOnBecause: text('taken_on_because').notNull().default(''),
})
