import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Outcome, SlotId } from '../../main/contract/plan.ts'
import type {
  Attendance,
  Companion,
  HomeworkDone,
  ProcedureDone,
  SessionId,
  Setting,
  StepTaken,
} from '../../main/contract/session.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'

export const sessions = sqliteTable('sessions', {
  id: text().$type<SessionId>().primaryKey(),
  slotId: text('slot_id').$type<SlotId>().notNull(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  attempt: integer().notNull(),
  outcome: text().$type<Outcome>().notNull(),
  on: text('settled_on').notNull(),
  minutes: integer(),
  setting: text().$type<Setting>(),
  attendance: text().$type<Attendance>(),
  present: text({ mode: 'json' }).$type<Companion[]>().notNull(),
  coTherapists: text('co_therapists', { mode: 'json' }).$type<string[]>().notNull(),
  steps: text({ mode: 'json' }).$type<StepTaken[]>().notNull(),
  reasonCode: text('reason_code'),
  offerAgainOn: text('offer_again_on'),
  craving: integer(),
  importance: integer(),
  confidence: integer(),
  readiness: integer(),
  changeTalk: text('change_talk').notNull(),
  takesAlong: text('takes_along').notNull(),
  wouldChange: text('would_change').notNull(),
  howItWas: text('how_it_was').notNull(),
  note: text().notNull(),
  manualVersion: text('manual_version').notNull(),
  authorId: text('author_id').$type<UserId>().notNull(),
  authorName: text('author_name').notNull(),
  signedAt: text('signed_at').notNull(),
})

export const sessionProcedures = sqliteTable(
  'session_procedures',
  {
    sessionId: text('session_id').$type<SessionId>().notNull(),
    code: text().notNull(),
    extent: text().$type<ProcedureDone['extent']>().notNull(),
    rolePlays: integer('role_plays').notNull(),
  },
  table => [primaryKey({ columns: [table.sessionId, table.code] })],
)

export const homework = sqliteTable('homework', {
  id: text().primaryKey(),
  clientId: text('client_id').$type<ClientId>().notNull(),
  epoch: integer().notNull(),
  givenIn: text('given_in').$type<SessionId>().notNull(),
  givenOn: text('given_on').notNull(),
  position: integer().notNull(),
  what: text().notNull(),
  when: text('at_when').notNull(),
  where: text('at_where').notNull(),
  withWhom: text('with_whom').notNull(),
  reviewedIn: text('reviewed_in').$type<SessionId>(),
  reviewedOn: text('reviewed_on'),
  done: text().$type<HomeworkDone>(),
})
