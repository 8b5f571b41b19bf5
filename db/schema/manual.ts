import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const contentPacks = sqliteTable(
  'content_packs',
  {
    id: text().notNull(),
    version: text().notNull(),
    importedOn: text('imported_on').notNull(),
    inUse: integer('in_use', { mode: 'boolean' }).notNull(),
  },
  table => [primaryKey({ columns: [table.id, table.version] })],
)

export const contentPackFiles = sqliteTable(
  'content_pack_files',
  {
    id: text().notNull(),
    version: text().notNull(),
    path: text().notNull(),
    text: text().notNull(),
  },
  table => [primaryKey({ columns: [table.id, table.version, table.path] })],
)
