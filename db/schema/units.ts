import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Reason, UnitKind } from '../../main/contract/unit.ts'
import type { Role } from '../../main/contract/user.ts'
import type { Phase, UnitId, UserId } from '../../main/contract/values.ts'

export const units = sqliteTable('units', {
  id: text().$type<UnitId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
})

export const installation = sqliteTable('installation', {
  onlyRow: integer('only_row').primaryKey(),
  unitId: text('unit_id').$type<UnitId>().notNull(),
})

export const users = sqliteTable('users', {
  id: text().$type<UserId>().primaryKey(),
  name: text().notNull(),
})

export const userRoles = sqliteTable(
  'user_roles',
  { userId: text('user_id').$type<UserId>().notNull(), role: text().$type<Role>().notNull() },
  table => [primaryKey({ columns: [table.userId, table.role] })],
)

export const reasons = sqliteTable('reasons', {
  code: text().primaryKey(),
  words: text().notNull(),
  side: text().$type<Reason['side']>().notNull(),
  position: integer().notNull(),
})

export const legalGrounds = sqliteTable('legal_grounds', {
  code: text().primaryKey(),
  words: text().notNull(),
  phase: text().$type<Phase>().notNull(),
  position: integer().notNull(),
})
