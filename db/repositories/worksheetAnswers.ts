import { asc, eq, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { worksheetAnswers } from '../schema/goals.ts'

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

const answersByClient = prepared(db =>
  db
    .select()
    .from(worksheetAnswers)
    .where(eq(worksheetAnswers.clientId, sql.placeholder('clientId')))
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .prepare(),
)

/** Every answer of the client, from first to last. */
export function worksheetAnswersOf(db: Db, clientId: ClientId): WorksheetAnswerRow[] {
  return answersByClient(db).all({ clientId })
}
