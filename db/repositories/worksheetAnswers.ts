import { asc, eq, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { worksheetAnswers } from '../schema/goals.ts'

export type WorksheetAnswerRow = typeof worksheetAnswers.$inferSelect

/** Adds an answer, last in the order of writing. An earlier answer to the same form is kept as it is. */
export function insertWorksheetAnswer(db: Db, row: Omit<WorksheetAnswerRow, 'sequence'>): void {
  db.insert(worksheetAnswers)
    .values({ ...row, sequence: sql`(SELECT coalesce(max(sequence), 0) + 1 FROM ${worksheetAnswers})` })
    .run()
}

/** Every answer of the client, from first to last. */
export function worksheetAnswersOf(db: Db, clientId: ClientId): WorksheetAnswerRow[] {
  return db
    .select()
    .from(worksheetAnswers)
    .where(eq(worksheetAnswers.clientId, clientId))
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .all()
}
