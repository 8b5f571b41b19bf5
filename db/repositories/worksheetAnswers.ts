import { asc, eq, sql } from 'drizzle-orm'
import type { ClientId } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { prepared } from '../prepared.ts'
import { worksheetAnswers } from '../schema/goals.ts'

export type WorksheetAnswerRow = typeof worksheetAnswers.$inferSelect

/** Adds an answer, last in the client's order of writing. An earlier answer to the same form is kept as it is. */
export function insertWorksheetAnswer(db: Db, row: Omit<WorksheetAnswerRow, 'sequence'>): void {
  const sequence = sql`(SELECT coalesce(max(sequence), 0) + 1 FROM ${worksheetAnswers} WHERE client_id = ${row.clientId})`
  db.insert(worksheetAnswers)
    .values({ ...row, sequence })
    .run()
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
