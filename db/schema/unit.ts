import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Reason, UnitKind } from '../../main/contract/unit.ts'
import type { Day, Instant, Phase, UnitId, UserId } from '../../main/contract/values.ts'

export const units = sqliteTable('units', {
  id: text().$type<UnitId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
})

/** Names that units had, and the units that were merged into them. */
export const earlierUnits = sqliteTable('earlier_units', {
  sequence: integer().primaryKey(),
  unitId: text('unit_id').$type<UnitId>().notNull(),
  name: text().notNull(),
  mergedId: text('merged_id').$type<UnitId>(),
  authorId: text('author_id').$type<UserId>().notNull(),
  author: text().notNull(),
  at: text().$type<Instant>().notNull(),
})

export const installation = sqliteTable('installation', {
  onlyRow: integer('only_row').primaryKey(),
  unitId: text('unit_id').$type<UnitId>().notNull(),
  idleMinutes: integer('idle_minutes').notNull().default(5),
  lastSerial: integer('last_serial').notNull().default(0),
  takesInterimNumbers: integer('takes_interim_numbers', { mode: 'boolean' }).notNull().default(false),
})

export const reasons = sqliteTable('reasons', {
  code: text().primaryKey(),
  words: text().notNull(),
  side: text().$type<Reason['side']>().notNull(),
  position: integer().notNull(),
  fromOn: text('from_on').$type<Day>(),
  toOn: text('to_on').$type<Day>(),
})

export const legalGrounds = sqliteTable('legal_grounds', {
  code: text().primaryKey(),
  words: text().notNull(),
  phase: text().$type<Phase>().notNull(),
  position: integer().notNull(),
  fromOn: text('from_on').$type<Day>(),
  toOn: text('to_on').$type<Day>(),
})
