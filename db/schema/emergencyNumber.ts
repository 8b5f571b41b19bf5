import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const emergencyNumbers = sqliteTable('emergency_numbers', {
  id: text().primaryKey(),
  words: text().notNull(),
  number: text().notNull(),
  hours: text().notNull(),
  position: integer().notNull(),
  valid: integer({ mode: 'boolean' }).notNull(),
})
