import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ListName } from '../../main/contract/list.ts'
import type { SecrecyAbout, SecrecyBranch } from '../../main/contract/secrecy.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import type { Day } from '../../main/contract/values.ts'

export const earlierWords = sqliteTable(
  'earlier_words',
  {
    list: text().$type<ListName>().notNull(),
    code: text().notNull(),
    toOn: text('to_on').$type<Day>().notNull(),
    words: text().notNull(),
  },
  table => [primaryKey({ columns: [table.list, table.code, table.toOn] })],
)

export const earlierSecrecyDefaults = sqliteTable(
  'earlier_secrecy_defaults',
  {
    unitKind: text('unit_kind').$type<UnitKind>().notNull(),
    recordKind: text('record_kind').$type<Exclude<SecrecyAbout['kind'], 'remark'>>().notNull(),
    toOn: text('to_on').$type<Day>().notNull(),
    branch: text().$type<SecrecyBranch>().notNull(),
  },
  table => [primaryKey({ columns: [table.unitKind, table.recordKind, table.toOn] })],
)
