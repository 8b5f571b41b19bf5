import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AuthorityKind, KeptBecause, RetentionChoice } from '../../main/contract/retention.ts'
import type { ClientId, Day, Instant, UserId } from '../../main/contract/values.ts'

export const authority = sqliteTable('authority', {
  onlyRow: integer('only_row').primaryKey(),
  kind: text().$type<AuthorityKind>().notNull(),
  controller: text().notNull(),
  decision: text().notNull(),
  years: integer(),
})

export const retentionProposals = sqliteTable('retention_proposals', {
  id: text().primaryKey(),
  clientRef: text('client_ref').$type<ClientId>().notNull(),
  caseNumber: text('case_number').notNull(),
  ground: text().notNull(),
  kept: text({ mode: 'json' }).$type<KeptBecause[]>().notNull(),
  reason: text().notNull(),
  lastNoteOn: text('last_note_on').$type<Day>().notNull(),
  proposedOn: text('proposed_on').$type<Day>().notNull(),
  proposedAt: text('proposed_at').$type<Instant>().notNull(),
  proposedById: text('proposed_by_id').$type<UserId>().notNull(),
  proposedBy: text('proposed_by').notNull(),
})

export const retentionDecisions = sqliteTable('retention_decisions', {
  id: text().primaryKey(),
  clientRef: text('client_ref').$type<ClientId>().notNull(),
  caseNumber: text('case_number').notNull(),
  decision: text().$type<RetentionChoice>().notNull(),
  ground: text().notNull(),
  reason: text().notNull(),
  lastNoteOn: text('last_note_on').$type<Day>().notNull(),
  decidedOn: text('decided_on').$type<Day>().notNull(),
  decidedAt: text('decided_at').$type<Instant>().notNull(),
  decidedBy: text('decided_by').notNull(),
  carriedOutAt: text('carried_out_at').$type<Instant>(),
  carriedOutBy: text('carried_out_by'),
  removedRows: integer('removed_rows'),
  proposalId: text('proposal_id'),
  /** Empty in a decision from before this was kept. */
  kept: text().$type<string>().notNull().default(''),
})
