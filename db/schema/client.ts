import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { NumberKind, Sex } from '../../main/contract/client.ts'
import type { ClientId, UnitId, UserId } from '../../main/contract/values.ts'

export const clients = sqliteTable('clients', {
  id: text().$type<ClientId>().primaryKey(),
  name: text().notNull(),
  nameKey: text('name_key').notNull(),
  nameWords: text('name_words').notNull(),
  knownAs: text('known_as').notNull(),
  /** The binder's own running number. */
  serial: integer().notNull(),
  /** Unlike every other client's: what is typed to confirm. */
  reference: text().notNull(),
  /** Where the name is not told: the case number, or of a protected client what tells them from others. */
  listedAs: text('listed_as').notNull(),
  caseKey: text('case_key').notNull(),
  sharesCaseNumber: integer('shares_case_number', { mode: 'boolean' }).notNull(),
  number: text().notNull(),
  numberKind: text('number_kind').$type<NumberKind>().notNull(),
  caseNumber: text('case_number').notNull(),
  sex: text().$type<Sex>().notNull(),
  /** A code. */
  homeMunicipality: text('home_municipality').notNull(),
  protectedIdentity: integer('protected_identity', { mode: 'boolean' }).notNull(),
  therapistId: text('therapist_id').$type<UserId>().notNull(),
  coordinator: text().notNull(),
  coordinatorId: text('coordinator_id').$type<UserId>(),
  addedOn: text('added_on').notNull(),
  diedOn: text('died_on'),
  /** What was written as the home municipality and could not be read as one. */
  unreadMunicipality: text('unread_municipality').notNull().default(''),
})

export const custodies = sqliteTable(
  'custodies',
  {
    clientId: text('client_id').$type<ClientId>().notNull(),
    epoch: integer().notNull(),
    unitId: text('unit_id').$type<UnitId>().notNull(),
    sinceOn: text('since_on').notNull(),
    packageId: text('package_id'),
  },
  table => [primaryKey({ columns: [table.clientId, table.epoch] })],
)
