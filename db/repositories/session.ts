import { and, asc, desc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import type { SlotId } from '../../main/contract/plan.ts'
import type { HomeworkReview, ProcedureDone, SessionId } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { slots } from '../schema/plan.ts'
import { homework, sessionProcedures, sessions } from '../schema/session.ts'
import { reasons } from '../schema/unit.ts'
import { wordsOnDay } from './list.ts'
import { preparedByStanding, type Which } from './mistake.ts'

export type SessionRow = typeof sessions.$inferSelect
export type HomeworkRow = typeof homework.$inferSelect

const addSession = insertInto(sessions)
const addProcedure = insertInto(sessionProcedures)
const addHomework = insertInto(homework)

export function insertSession(db: Db, row: SessionRow, procedures: readonly ProcedureDone[]): void {
  addSession(db, row)
  for (const each of procedures) addProcedure(db, { sessionId: row.id, ...each })
}

const clientId = sql.placeholder('clientId')
const sessionsByClient = preparedByStanding(sessions.id, (db, which) =>
  db
    .select({ ...getTableColumns(sessions), number: slots.number, reasonWords: wordsOnDay('reasons', sessions.on) })
    .from(sessions)
    .innerJoin(slots, eq(slots.id, sessions.slotId))
    .leftJoin(reasons, eq(reasons.code, sessions.reasonCode))
    .where(and(eq(sessions.clientId, clientId), which))
    .orderBy(asc(sessions.epoch), asc(sessions.signedAt), asc(sessions.id)) // two units' clocks are never compared
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
export function sessionsOf(db: Db, of: ClientId, which?: Which) {
  const done = new Map<SessionId, ProcedureDone[]>()
  for (const { sessionId, ...procedure } of proceduresByClient(db).all({ clientId: of })) {
    const sofar = done.get(sessionId)
    if (sofar === undefined) done.set(sessionId, [procedure])
    else sofar.push(procedure)
  }
  return sessionsByClient(db, which)
    .all({ clientId: of })
    .map(each => ({ ...each, procedures: done.get(each.id) ?? [] }))
}

export function insertHomework(db: Db, rows: HomeworkRow[]): void {
  for (const each of rows) addHomework(db, each)
}

const homeworkByClient = preparedByStanding(homework.id, (db, which) =>
  db
    .select()
    .from(homework)
    .where(and(eq(homework.clientId, clientId), which))
    .orderBy(sql`${homework.done} IS NOT NULL`, desc(homework.givenOn), asc(homework.position), asc(homework.id))
    .prepare(),
)

/** Outstanding first, then newest first. */
export function homeworkOf(db: Db, of: ClientId, which?: Which): HomeworkRow[] {
  return homeworkByClient(db, which).all({ clientId: of })
}

const reviewOf = prepared(db =>
  db
    .update(homework)
    .set({
      reviewedIn: sql`${sql.placeholder('reviewedIn')}`,
      reviewedOn: sql`${sql.placeholder('reviewedOn')}`,
      done: sql`${sql.placeholder('done')}`,
    })
    .where(and(eq(homework.id, sql.placeholder('id')), eq(homework.clientId, clientId), isNull(homework.done)))
    .prepare(),
)

/** False when the client has no such homework, or it has been reviewed already. */
export function reviewHomework(
  db: Db,
  of: ClientId,
  id: string,
  review: Pick<HomeworkRow, 'reviewedIn' | 'reviewedOn' | 'done'>,
): boolean {
  return reviewOf(db).run({ ...review, clientId: of, id }).changes === 1
}

/** What a session of the client looked back on is outstanding again; answers with what was said of it. */
export function reopenHomework(db: Db, of: ClientId, reviewedIn: SessionId): HomeworkReview[] {
  const reviewed = and(eq(homework.clientId, of), eq(homework.reviewedIn, reviewedIn))
  const reviews = db.select().from(homework).where(reviewed).orderBy(asc(homework.id)).all()
  db.update(homework).set({ reviewedIn: null, reviewedOn: null, done: null }).where(reviewed).run()
  return reviews.flatMap(({ id, done }) => (done === null ? [] : [{ homeworkId: id, done }]))
}

const reviewAgain = prepared(db =>
  db.$client.prepare(`UPDATE homework SET reviewed_in = :sessionId, done = :done,
      reviewed_on = (SELECT settled_on FROM sessions WHERE id = :sessionId)
    WHERE id = :homeworkId AND done IS NULL`),
)

/** What a session said of homework stands again, but for what has been looked back on since. */
export function putReviewsBack(db: Db, id: SessionId, reviews: readonly HomeworkReview[]): void {
  for (const each of reviews) reviewAgain(db).run({ sessionId: id, homeworkId: each.homeworkId, done: each.done })
}

const highestAttempt = prepared(db =>
  db
    .select({ attempt: sql<number | null>`max(${sessions.attempt})` })
    .from(sessions)
    .where(eq(sessions.slotId, sql.placeholder('slotId')))
    .prepare(),
)

/** The number of the next attempt at a slot: those recorded by mistake keep theirs. */
export function nextAttempt(db: Db, slotId: SlotId): number {
  return (highestAttempt(db).get({ slotId })?.attempt ?? 0) + 1
}
