import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Day } from '../../main/contract/values.ts'

const validity = { fromOn: text('from_on').$type<Day>().notNull(), toOn: text('to_on').$type<Day>() }

export const municipalities = sqliteTable(
  'municipalities',
  { code: text().notNull(), name: text().notNull(), county: text().notNull(), ...validity },
  table => [primaryKey({ columns: [table.code, table.fromOn] })],
)

export const researchAreas = sqliteTable('research_areas', { code: text().notNull(), ...validity }, table => [
  primaryKey({ columns: [table.code, table.fromOn] }),
])

export const researchBirthDays = sqliteTable(
  'research_birth_days',
  { dayOfMonth: integer('day_of_month').notNull(), ...validity },
  table => [primaryKey({ columns: [table.dayOfMonth, table.fromOn] })],
)
