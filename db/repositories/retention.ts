import { and, asc, desc, eq, getTableColumns, isNotNull, isNull, notInArray } from 'drizzle-orm'
import type { Authority, KeptBecause } from '../../main/contract/retention.ts'
import type { ClientId, Day, Instant } from '../../main/contract/values.ts'
import { tablesAboutClients } from '../clientTables.ts'
import type { Db } from '../open.ts'
import { clients } from '../schema/client.ts'
import { authority, retentionDecisions, retentionProposals } from '../schema/retention.ts'
import { withoutNulls } from '../withoutNulls.ts'
import type { ClientRow } from './client.ts'
import { forgetTypingAbout } from './draft.ts'

export type RetentionDecisionRow = typeof retentionDecisions.$inferSelect
export type RetentionProposalRow = typeof retentionProposals.$inferSelect

export function storedAuthority(db: Db): Authority | undefined {
  const row = db.select().from(authority).get()
  if (row === undefined) return undefined
  const { onlyRow: _, ...rest } = row
  return withoutNulls(rest)
}

export function storeAuthority(
  db: Db,
  { years = null, ...chosen }: Omit<Authority, 'years'> & { years?: number | null | undefined },
): void {
  const row = { onlyRow: 1, ...chosen, years }
  db.insert(authority).values(row).onConflictDoUpdate({ target: authority.onlyRow, set: row }).run()
}

/** Every dated fact about clients: the last of them counts as the last note. A change of details and a mark bear an instant, not a day. */
const LAST_NOTES = `
  SELECT client_id, max(day), max(at) FROM (
    SELECT id AS client_id, added_on AS day, NULL AS at FROM clients
    UNION ALL SELECT client_id, NULL, max(changed_at) FROM client_changes GROUP BY client_id
    UNION ALL SELECT client_id, NULL, max(max(marked_at, coalesce(taken_back_at, ''))) FROM mistakes GROUP BY client_id
    UNION ALL SELECT client_id, max(settled_on), NULL FROM sessions GROUP BY client_id
    UNION ALL SELECT client_id, max(answered_on), NULL FROM worksheet_answers GROUP BY client_id
    UNION ALL SELECT g.client_id, max(e.happened_on), NULL FROM goal_events e JOIN goals g ON g.id = e.goal_id GROUP BY g.client_id
    UNION ALL SELECT client_id, max(made_on), NULL FROM offers GROUP BY client_id
    UNION ALL SELECT client_id, max(coalesce(to_on, from_on)), NULL FROM placements GROUP BY client_id
    UNION ALL SELECT client_id, max(coalesce(back_on, from_on)), NULL FROM chain_events GROUP BY client_id
    UNION ALL SELECT client_id, max(coalesce(withdrawn_on, given_on)), NULL FROM consents GROUP BY client_id
    UNION ALL SELECT client_id, max(coalesce(settled_on, made_on)), NULL FROM handovers GROUP BY client_id
    UNION ALL SELECT client_id, max(said_on), NULL FROM remarks GROUP BY client_id
  ) GROUP BY client_id`

/** Every client with the day of the last note; `dayOf` says on which day an instant is. */
export function lastNotes(db: Db, dayOf: (at: Instant) => Day): { client: ClientRow; lastNoteOn: Day }[] {
  const rows = db.$client.prepare(LAST_NOTES).raw().all() as [string, Day, Instant | null][]
  const later = (day: Day, at: Instant | null) => (at !== null && dayOf(at) > day ? dayOf(at) : day)
  const days = new Map(rows.map(([id, day, changedAt]) => [id, later(day, changedAt)]))
  return db
    .select()
    .from(clients)
    .orderBy(asc(clients.id))
    .all()
    .map(client => ({ client, lastNoteOn: days.get(client.id) ?? client.addedOn }))
}

const HELD_HERE = `(SELECT c.unit_id FROM custodies c WHERE c.client_id = t.client_id ORDER BY c.epoch DESC LIMIT 1)
  = (SELECT unit_id FROM installation)`
/** The writer still has the client, so the text can be taken up. */
const CAN_GO_ON = `EXISTS (SELECT 1 FROM clients c JOIN user_roles r ON r.user_id = t.user_id AND r.ended_at IS NULL
  WHERE c.id = t.client_id AND t.user_id IN (c.therapist_id, c.coordinator_id))`
/** What nobody here can finish, since another unit holds the record, is not counted but for what is typed. */
const AT_WORK = `
  SELECT client_id, iif(${CAN_GO_ON}, 'draft', 'draftLeft') AS why FROM (
    SELECT client_id, user_id FROM drafts UNION SELECT client_id, user_id FROM earlier_drafts WHERE saved_at >= :letGo
  ) t
  UNION SELECT client_id, 'plannedSession' FROM slots t
    WHERE planned_on >= :today AND planned_on > settled_through AND ${HELD_HERE}
  UNION SELECT client_id, 'openPlacement' FROM placements t WHERE to_on IS NULL
    AND NOT EXISTS (SELECT 1 FROM mistakes m WHERE m.about_id = t.id AND m.taken_back_at IS NULL) AND ${HELD_HERE}`

/** The clients with something begun, planned or not ended. `letGo`: earlier texts from before then are out of reach. */
export function workInProgress(db: Db, today: Day, letGo: Instant): Map<string, KeptBecause[]> {
  const rows = db.$client.prepare(AT_WORK).raw().all({ today, letGo }) as [string, KeptBecause][]
  const found = new Map<string, KeptBecause[]>()
  for (const [clientId, why] of rows) found.set(clientId, [...(found.get(clientId) ?? []), why])
  return found
}

export function insertRetentionDecision(db: Db, row: RetentionDecisionRow): void {
  db.insert(retentionDecisions).values(row).run()
}

export function insertRetentionProposal(db: Db, row: RetentionProposalRow): void {
  db.insert(retentionProposals).values(row).run()
}

/** Every decision, newest first, with the proposal that it agreed with. */
export function retentionProtocol(db: Db) {
  return db
    .select({ decision: retentionDecisions, proposal: retentionProposals })
    .from(retentionDecisions)
    .leftJoin(retentionProposals, eq(retentionProposals.id, retentionDecisions.proposalId))
    .orderBy(desc(retentionDecisions.decidedAt), desc(retentionDecisions.id))
    .all()
}

/** Every proposal that no decision agreed with, newest first. */
export function proposalsLeft(db: Db): RetentionProposalRow[] {
  const agreed = db
    .select({ id: retentionDecisions.proposalId })
    .from(retentionDecisions)
    .where(isNotNull(retentionDecisions.proposalId))
  return db
    .select()
    .from(retentionProposals)
    .where(notInArray(retentionProposals.id, agreed))
    .orderBy(desc(retentionProposals.proposedAt), desc(retentionProposals.id))
    .all()
}

/** The latest proposal about each record that nothing has been decided about since. */
export function openProposals(db: Db): Map<string, RetentionProposalRow> {
  const latest = openDecisions(db)
  const rows = proposalsLeft(db).toReversed()
  return new Map(
    rows
      .filter(each => each.proposedAt > (latest.get(each.clientRef)?.decidedAt ?? ''))
      .map(each => [each.clientRef, each]),
  )
}

/** The latest decision on each record that is still here, with who proposed it. */
export function openDecisions(db: Db): Map<string, RetentionDecisionRow & { proposedBy: string | null }> {
  const rows = db
    .select({ ...getTableColumns(retentionDecisions), proposedBy: retentionProposals.proposedBy })
    .from(retentionDecisions)
    .leftJoin(retentionProposals, eq(retentionProposals.id, retentionDecisions.proposalId))
    .where(isNull(retentionDecisions.carriedOutAt))
    .orderBy(asc(retentionDecisions.decidedAt), asc(retentionDecisions.id))
    .all()
  return new Map(rows.map(each => [each.clientRef, each]))
}

export function markCarriedOut(db: Db, id: string, done: { at: Instant; by: string; rows: number }): void {
  db.update(retentionDecisions)
    .set({ carriedOutAt: done.at, carriedOutBy: done.by, removedRows: done.rows })
    .where(eq(retentionDecisions.id, id))
    .run()
}

/**
 * Removes everything about a client and overwrites where it lay; returns how many rows that was. The access log stays:
 * it holds the client's random id and nothing else of them.
 */
export function removeClient(db: Db, clientId: ClientId): number {
  const rows = [...tablesAboutClients(db)]
    .filter(([table]) => table !== 'access_log')
    .map(([table, where]) =>
      db.$client.prepare(`SELECT count(*) FROM "${table}" WHERE ${where}`).pluck().get({ clientId }),
    )
    .reduce((sum: number, each) => sum + Number(each), 0)
  db.$client.pragma('secure_delete = ON')
  forgetTypingAbout(db, clientId)
  db.delete(clients).where(eq(clients.id, clientId)).run()
  return rows
}

/** True when the client's record was here once, and has been removed. */
export function wasRemoved(db: Db, clientId: ClientId): boolean {
  const removed = and(eq(retentionDecisions.clientRef, clientId), isNotNull(retentionDecisions.carriedOutAt))
  return db.select().from(retentionDecisions).where(removed).get() !== undefined
}
