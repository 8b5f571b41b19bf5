import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import { tablesAboutClients } from '../clientTables.ts'
import type { Db } from '../open.ts'
import { insertInto } from '../prepared.ts'
import { clients, custodies } from '../schema/client.ts'
import { clientMerges } from '../schema/merge.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { type ClientRow, isOwnClientOf } from './client.ts'
import { forgetTypingAbout } from './draft.ts'

export type MergeRow = typeof clientMerges.$inferSelect

/** Records that only change whose they are. */
const FOLLOWING = ['placements', 'chain_events', 'consents', 'homework', 'mistakes'] as const
/** Records with an order of writing of their own: they come after the kept client's. */
const ORDERED = [
  'offers',
  'goals',
  'worksheet_answers',
  'remarks',
  'secrecy_decisions',
  'client_changes',
  'value_changes',
] as const
/** What no unit's custody is told of. */
const WITHOUT_EPOCH = ['broken_glass', 'assignments', 'client_merges'] as const

/** Every table whose rows come along, the sessions and the earlier texts among them. */
export const MOVED_TABLES: readonly string[] = [
  'sessions',
  ...FOLLOWING,
  ...ORDERED,
  ...WITHOUT_EPOCH,
  'earlier_drafts',
]
/** What is folded into the kept client's own, and what has no row of its own to move: it hangs on what does. */
export const FOLDED_TABLES: readonly string[] = [
  'clients',
  'slots',
  'custodies',
  'session_procedures',
  'goal_events',
  'broken_glass_told',
  'assignments_told',
]
/** Not moved: two in which a merge is refused while they hold something, and the log, which is never changed. */
export const STAYING_TABLES: readonly string[] = ['drafts', 'handovers', 'access_log', 'log_fault_answers']

export const insertMerge = insertInto(clientMerges)

export function finishMerge(db: Db, id: string): void {
  db.update(clientMerges).set({ finished: true }).where(eq(clientMerges.id, id)).run()
}

/** Newest first. */
export function mergesOf(db: Db, clientId: ClientId): MergeRow[] {
  return db
    .select()
    .from(clientMerges)
    .where(eq(clientMerges.clientId, clientId))
    .orderBy(desc(clientMerges.at), desc(clientMerges.id))
    .all()
}

/** The ids of what comes along, by table; tables with nothing are left out. */
export function recordsToMove({ $client }: Db, gone: ClientId): Record<string, string[]> {
  const found = MOVED_TABLES.map(table => {
    const ids = $client.prepare(`SELECT id FROM "${table}" WHERE client_id = ? ORDER BY id`).pluck().all(gone)
    return [table, ids as string[]] as const
  })
  return Object.fromEntries(found.filter(([, ids]) => ids.length > 0))
}

/** How many rows each of a client's tables has. */
export function countsAbout(db: Db, clientId: ClientId): Map<string, number> {
  const counts = [...tablesAboutClients(db)].map(([table, where]) => {
    const count = db.$client.prepare(`SELECT count(*) FROM "${table}" WHERE ${where}`).pluck().get({ clientId })
    return [table, Number(count)] as const
  })
  return new Map(counts)
}

export type Move = { readonly kept: ClientId; readonly gone: ClientId; readonly epoch: number }

/** Makes everything but the sessions and their slots the kept client's. Call it while the merge is under way. */
export function moveRecords({ $client }: Db, { kept, gone, epoch }: Move): void {
  const run = (text: string) => $client.prepare(text).run({ kept, gone, epoch })
  for (const table of FOLLOWING) run(`UPDATE ${table} SET client_id = :kept, epoch = :epoch WHERE client_id = :gone`)
  for (const table of ORDERED) {
    const last = $client
      .prepare(`SELECT coalesce(max(sequence), 0) FROM ${table} WHERE client_id = ?`)
      .pluck()
      .get(kept)
    const about = table === 'remarks' ? ", about_id = iif(about_kind = 'plan', :kept, about_id)" : ''
    const order = `sequence = sequence + ${Number(last)}`
    run(`UPDATE ${table} SET client_id = :kept, epoch = :epoch, ${order}${about} WHERE client_id = :gone`)
  }
  run('UPDATE broken_glass SET client_id = :kept WHERE client_id = :gone')
  run('UPDATE assignments SET client_id = :kept WHERE client_id = :gone')
  run('UPDATE client_merges SET client_id = :kept WHERE client_id = :gone AND finished = 1')
  run('UPDATE last_places SET path = replace(path, :gone, :kept)')
  run(`UPDATE offers SET superseded = (SELECT a.superseded FROM offers_answered a WHERE a.id = offers.id)
    WHERE client_id = :kept`)
}

/** Lets the kept client's slot stand for the other's: its sessions and the earlier texts about it. */
export function moveSlot({ $client }: Db, move: Move, from: string, to: string): void {
  const values = { ...move, from, to }
  $client
    .prepare(
      // far from the kept one's numbers, until all are put in order
      `UPDATE sessions SET client_id = :kept, slot_id = :to, epoch = :epoch, attempt = attempt + ${FAR}
       WHERE client_id = :gone AND slot_id = :from`,
    )
    .run(values)
  $client.prepare('UPDATE earlier_drafts SET place = replace(place, :from, :to) WHERE client_id = :gone').run(values)
  $client.prepare('UPDATE last_places SET path = replace(path, :from, :to)').run(values)
}
const FAR = 1_000_000

/** Whether something about the client is begun and not signed, other than merging itself. */
export function hasBegun({ $client }: Db, clientId: ClientId): boolean {
  const begun = "SELECT count(*) FROM drafts WHERE client_id = ? AND place NOT LIKE 'merge:%'"
  return Number($client.prepare(begun).pluck().get(clientId)) > 0
}

/** Lets go of what was begun in order to merge: it has been done. */
export function removeMergeDrafts({ $client }: Db, { gone, kept }: Move): void {
  $client
    .prepare(
      `DELETE FROM drafts WHERE (client_id = :gone AND place LIKE 'merge:%')
       OR (client_id = :kept AND place = 'merge:' || :gone)`,
    )
    .run({ gone, kept })
}

/** A slot of the manual that the kept client does not have. */
export function moveWholeSlot(db: Db, move: Move, id: string): void {
  db.$client.prepare('UPDATE slots SET client_id = :kept WHERE id = :id').run({ ...move, id })
  moveSlot(db, move, id, id)
}

/** Gives a slot's sessions the numbers 1, 2, 3 … in the order given. */
export function renumberAttempts({ $client }: Db, ids: readonly string[]): void {
  const set = $client.prepare('UPDATE sessions SET attempt = ? WHERE id = ?')
  ids.forEach((id, index) => {
    set.run(2 * FAR + index, id)
  })
  ids.forEach((id, index) => {
    set.run(index + 1, id)
  })
}

/** Takes away the row that nothing hangs on any more. @throws when something still does: then nothing has happened. */
export function removeMerged(db: Db, { gone, kept }: Move): void {
  const { $client } = db
  const values = { gone, kept }
  $client
    .prepare(
      'UPDATE earlier_drafts SET client_id = :kept, place = replace(place, :gone, :kept) WHERE client_id = :gone',
    )
    .run(values)
  const left = [...countsAbout(db, gone)].filter(([table, n]) => n > 0 && !LEAVING.includes(table))
  if (left.length > 0) throw new Error(`left behind in ${left.map(([table]) => table).join(', ')}`)
  forgetTypingAbout(db, gone)
  db.delete(clients).where(eq(clients.id, gone)).run()
}
const LEAVING: readonly string[] = ['clients', 'slots', 'custodies', 'access_log', 'log_fault_answers']

export function slotRowsOf(db: Db, clientId: ClientId) {
  return db.select().from(slots).where(eq(slots.clientId, clientId)).orderBy(asc(slots.number), asc(slots.id)).all()
}

export function custodiesOf(db: Db, clientId: ClientId) {
  return db.select().from(custodies).where(eq(custodies.clientId, clientId)).orderBy(asc(custodies.epoch)).all()
}

/** Sessions by id, with their slot's number. */
export function sessionsById(db: Db, ids: readonly string[]) {
  return db
    .select({ number: slots.number, on: sessions.on, outcome: sessions.outcome, author: sessions.authorName })
    .from(sessions)
    .innerJoin(slots, eq(slots.id, sessions.slotId))
    .where(inArray(sessions.id, ids as (typeof sessions.$inferSelect)['id'][]))
    .orderBy(asc(sessions.on), asc(sessions.signedAt))
    .all()
}

/** The client that a merged one went up in; undefined for one who never was merged. */
export function mergedInto(db: Db, gone: ClientId): ClientRow | undefined {
  return db
    .select({ client: clients })
    .from(clientMerges)
    .innerJoin(clients, eq(clients.id, clientMerges.clientId))
    .where(eq(clientMerges.mergedId, gone))
    .get()?.client
}

/** The user's own clients, but for one. */
export function otherOwnClients(db: Db, userId: ClientRow['therapistId'], but: ClientId): ClientRow[] {
  return db
    .select()
    .from(clients)
    .where(isOwnClientOf(userId))
    .orderBy(asc(clients.nameKey), asc(clients.id))
    .all()
    .filter(each => each.id !== but)
}
