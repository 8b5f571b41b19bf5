import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '../../main/contract/user.ts'
import type { Instant, UserId } from '../../main/contract/values.ts'

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

export const keyChanges = sqliteTable('key_changes', {
  changedAt: text('changed_at').$type<Instant>().primaryKey(),
  changedBy: text('changed_by').$type<UserId>().notNull(),
})
