import { asc, desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { ProcedureDone, SessionId } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
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

const clientId = sql.placeholder('clientId')
const sessionsByClient = prepared(db =>
  db
    .select({ ...getTableColumns(sessions), number: slots.number, reasonWords: reasons.words })
    .from(sessions)
    .innerJoin(slots, eq(slots.id, sessions.slotId))
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(eq(sessions.clientId, clientId))
    .orderBy(asc(sessions.signedAt), asc(sessions.id))
    .prepare(),
)
const proceduresByClient = prepared(db =>
  db
    .select(getTableColumns(sessionProcedures))
    .from(sessionProcedures)
    .innerJoin(sessions, eq(sessions.id, sessionProcedures.sessionId))
    .where(eq(sessions.clientId, clientId))
    .orderBy(asc(sessionProcedures.code))
    .prepare(),
)

/** Every attempt in the order of signing, with number, reason in words and procedures. */
export function sessionsOf(db: Db, of: ClientId) {
  const done = new Map<SessionId, ProcedureDone[]>()
  for (const { sessionId, ...procedure } of proceduresByClient(db).all({ clientId: of })) {
    const sofar = done.get(sessionId)
    if (sofar === undefined) done.set(sessionId, [procedure])
    else sofar.push(procedure)
  }
  return sessionsByClient(db)
    .all({ clientId: of })
    .map(each => ({ ...each, procedures: done.get(each.id) ?? [] }))
}

export function insertHomework(db: Db, rows: HomeworkRow[]): void {
  if (rows.length > 0) db.insert(homework).values(rows).run()
}

const homeworkByClient = prepared(db =>
  db
    .select()
    .from(homework)
    .where(eq(homework.clientId, clientId))
    .orderBy(sql`${homework.done} IS NOT NULL`, desc(homework.givenOn), asc(homework.position), asc(homework.id))
    .prepare(),
)

/** Outstanding first, then newest first. */
export function homeworkOf(db: Db, of: ClientId): HomeworkRow[] {
  return homeworkByClient(db).all({ clientId: of })
}

/** False when the client has no such homework, or it has been reviewed already. */
export function reviewHomework(
  db: Db,
  of: ClientId,
  id: string,
  review: Pick<HomeworkRow, 'reviewedIn' | 'reviewedOn' | 'done'>,
): boolean {
  const where = sql`${homework.id} = ${id} AND ${homework.clientId} = ${of} AND ${homework.done} IS NULL`
  return db.update(homework).set(review).where(where).run().changes === 1
}
