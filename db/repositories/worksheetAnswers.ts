import { and, asc, count, eq, getTableColumns, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { worksheetAnswers } from '../schema/goals.ts'
import { sessions, slots } from '../schema/sessions.ts'

export type WorksheetAnswerRow = typeof worksheetAnswers.$inferSelect

const addAnswers = insertInto(worksheetAnswers)
const nextSequence = prepared(db =>
  db
    .select({ next: sql<number>`coalesce(max(${worksheetAnswers.sequence}), 0) + 1` })
    .from(worksheetAnswers)
    .where(eq(worksheetAnswers.clientId, sql.placeholder('clientId')))
    .prepare(),
)

/** Adds an answer, last in the client's order of writing. An earlier answer to the same form is kept as it is. */
export function insertWorksheetAnswer(db: Db, row: Omit<WorksheetAnswerRow, 'sequence'>): void {
  addAnswers(db, { ...row, sequence: nextSequence(db).get(row)?.next ?? 1 })
}

const withSession = prepared(db =>
  db
    .select({ ...getTableColumns(worksheetAnswers), sessionNumber: slots.number })
    .from(worksheetAnswers)
    .leftJoin(sessions, eq(sessions.id, worksheetAnswers.sessionId))
    .leftJoin(slots, eq(slots.id, sessions.slotId))
    .where(eq(worksheetAnswers.clientId, sql.placeholder('clientId')))
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .prepare(),
)

/** Every answer of the client, from first to last, with the number of the session it was given at. */
export function worksheetAnswersOf(db: Db, clientId: ClientId) {
  return withSession(db).all({ clientId })
}

const toOneForm = prepared(db =>
  db
    .select({ ...getTableColumns(worksheetAnswers), sessionNumber: slots.number })
    .from(worksheetAnswers)
    .leftJoin(sessions, eq(sessions.id, worksheetAnswers.sessionId))
    .leftJoin(slots, eq(slots.id, sessions.slotId))
    .where(
      and(
        eq(worksheetAnswers.clientId, sql.placeholder('clientId')),
        eq(worksheetAnswers.formId, sql.placeholder('formId')),
      ),
    )
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .prepare(),
)

/** The client's answers to one form, from first to last. */
export function answersToForm(db: Db, clientId: ClientId, formId: string) {
  return toOneForm(db).all({ clientId, formId })
}

const countByForm = prepared(db =>
  db
    .select({
      formId: worksheetAnswers.formId,
      times: count(),
      firstOn: sql<string>`min(${worksheetAnswers.answeredOn})`,
      latestOn: sql<string>`max(${worksheetAnswers.answeredOn})`,
    })
    .from(worksheetAnswers)
    .where(eq(worksheetAnswers.clientId, sql.placeholder('clientId')))
    .groupBy(worksheetAnswers.formId)
    .orderBy(asc(worksheetAnswers.formId))
    .prepare(),
)

/** How often and when each form has been filled in: read from an index alone, without a word of what was answered. */
export function formsFilledIn(db: Db, clientId: ClientId) {
  return countByForm(db).all({ clientId })
}
