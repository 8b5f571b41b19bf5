import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SecrecyAbout, SecrecyBranch } from '../../main/contract/secrecy.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const secrecyDefaults = sqliteTable(
  'secrecy_defaults',
  {
    unitKind: text('unit_kind').$type<UnitKind>().notNull(),
    recordKind: text('record_kind').$type<Exclude<SecrecyAbout['kind'], 'remark'>>().notNull(),
    branch: text().$type<SecrecyBranch>().notNull(),
  },
  table => [primaryKey({ columns: [table.unitKind, table.recordKind] })],
)

export const secrecyDecisions = sqliteTable('secrecy_decisions', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  aboutKind: text('about_kind').$type<SecrecyAbout['kind']>().notNull(),
  aboutId: text('about_id').notNull(),
  branch: text().$type<SecrecyBranch>().notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  decidedAt: text('decided_at').notNull(),
  sequence: integer().notNull(),
})
