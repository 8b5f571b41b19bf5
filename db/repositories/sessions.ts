import { asc, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { ProcedureDone, SessionId } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { homework, sessionProcedures, sessions, slots } from '../schema/sessions.ts'
import { reasons } from '../schema/units.ts'

export type SessionRow = typeof sessions.$inferSelect
export type HomeworkRow = typeof homework.$inferSelect

export function insertSession(db: Db, row: SessionRow, procedures: readonly ProcedureDone[]): void {
  db.insert(sessions).values(row).run()
  if (procedures.length > 0) {
    db.insert(sessionProcedures)
      .values(procedures.map(each => ({ sessionId: row.id, ...each })))
      .run()
  }
}

/** Every attempt in the order of signing, with number, reason in words and procedures. */
export function sessionsOf(db: Db, clientId: ClientId) {
  const rows = db
    .select({ ...getTableColumns(sessions), number: slots.number, reasonWords: reasons.words })
    .from(sessions)
    .innerJoin(slots, eq(slots.id, sessions.slotId))
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(eq(sessions.clientId, clientId))
    .orderBy(asc(sessions.signedAt), asc(sessions.id))
    .all()
  const done = proceduresOf(
    db,
    rows.map(each => each.id),
  )
  return rows.map(each => ({ ...each, procedures: done.get(each.id) ?? [] }))
}

function proceduresOf(db: Db, ids: readonly SessionId[]): Map<SessionId, ProcedureDone[]> {
  const bySession = new Map<SessionId, ProcedureDone[]>()
  if (ids.length === 0) return bySession
  const rows = db
    .select()
    .from(sessionProcedures)
    .where(inArray(sessionProcedures.sessionId, [...ids]))
    .orderBy(asc(sessionProcedures.code))
    .all()
  for (const { sessionId, ...procedure } of rows)
    bySession.set(sessionId, [...(bySession.get(sessionId) ?? []), procedure])
  return bySession
}

export function insertHomework(db: Db, rows: HomeworkRow[]): void {
  if (rows.length > 0) db.insert(homework).values(rows).run()
}

/** Outstanding first, then newest first. */
export function homeworkOf(db: Db, clientId: ClientId): HomeworkRow[] {
  return db
    .select()
    .from(homework)
    .where(eq(homework.clientId, clientId))
    .orderBy(sql`${homework.done} IS NOT NULL`, desc(homework.givenOn), asc(homework.position), asc(homework.id))
    .all()
}

/** False when the client has no such homework, or it has been reviewed already. */
export function reviewHomework(
  db: Db,
  clientId: ClientId,
  id: string,
  review: Pick<HomeworkRow, 'reviewedIn' | 'reviewedOn' | 'done'>,
): boolean {
  const where = sql`${homework.id} = ${id} AND ${homework.clientId} = ${clientId} AND ${homework.done} IS NULL`
  return db.update(homework).set(review).where(where).run().changes === 1
}
