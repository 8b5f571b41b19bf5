import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Reason, UnitKind } from '../../main/contract/unit.ts'
import type { Role } from '../../main/contract/user.ts'
import type { Instant, Phase, UnitId, UserId } from '../../main/contract/values.ts'

export const units = sqliteTable('units', {
  id: text().$type<UnitId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<UnitKind>().notNull(),
})

export const installation = sqliteTable('installation', {
  onlyRow: integer('only_row').primaryKey(),
  unitId: text('unit_id').$type<UnitId>().notNull(),
  idleMinutes: integer('idle_minutes').notNull().default(5),
})

export const users = sqliteTable('users', {
  id: text().$type<UserId>().primaryKey(),
  name: text().notNull(),
  firstInAt: text('first_in_at').$type<Instant>(),
})

export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text('user_id').$type<UserId>().notNull(),
    role: text().$type<Role>().notNull(),
    grantedAt: text('granted_at').$type<Instant>().notNull(),
    grantedBy: text('granted_by').$type<UserId>().notNull(),
    endedAt: text('ended_at').$type<Instant>(),
    endedBy: text('ended_by').$type<UserId>(),
  },
  table => [primaryKey({ columns: [table.userId, table.role, table.grantedAt] })],
)

export const recoverySheets = sqliteTable('recovery_sheets', {
  testedAt: text('tested_at').$type<Instant>().primaryKey(),
  madeBy: text('made_by').$type<UserId>().notNull(),
})

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
