import { and, asc, count, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { FormAnswers } from '../../main/contract/form.ts'
import type { ClientId, Day } from '../../main/contract/values.ts'
import type { Db } from '../open.ts'
import { insertInto, prepared } from '../prepared.ts'
import { slots } from '../schema/plan.ts'
import { sessions } from '../schema/session.ts'
import { worksheetAnswers } from '../schema/worksheet.ts'
import { isStanding, preparedByStanding, type Which } from './mistake.ts'

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

/** Answers from first to last, each with the number of the session it was given at. */
const answersWhere = (db: Db, condition: SQL | undefined) =>
  db
    .select({ ...getTableColumns(worksheetAnswers), sessionNumber: slots.number })
    .from(worksheetAnswers)
    .leftJoin(sessions, eq(sessions.id, worksheetAnswers.sessionId))
    .leftJoin(slots, eq(slots.id, sessions.slotId))
    .where(condition)
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .prepare()

const ofClient = eq(worksheetAnswers.clientId, sql.placeholder('clientId'))
const standingOfClient = and(ofClient, isStanding(worksheetAnswers.id))
const toForm = and(standingOfClient, eq(worksheetAnswers.formId, sql.placeholder('formId')))
const allAnswers = preparedByStanding(worksheetAnswers.id, (db, which) => answersWhere(db, and(ofClient, which)))
const formAnswers = prepared(db => answersWhere(db, toForm))

/** Every answer of the client. */
export function worksheetAnswersOf(db: Db, clientId: ClientId, which?: Which) {
  return allAnswers(db, which).all({ clientId })
}

/** The client's answers to one form. */
export function answersToForm(db: Db, clientId: ClientId, formId: string) {
  return formAnswers(db).all({ clientId, formId })
}

const daysAndAnswers = prepared(db =>
  db
    .select({ answeredOn: worksheetAnswers.answeredOn, answers: worksheetAnswers.answers })
    .from(worksheetAnswers)
    .where(toForm)
    .orderBy(asc(worksheetAnswers.answeredOn), asc(worksheetAnswers.sequence))
    .prepare(),
)

/** What was answered to one form and when, from first to last: all that a curve needs. */
export function seriesOfForm(db: Db, clientId: ClientId, formId: string): { answeredOn: Day; answers: FormAnswers }[] {
  return daysAndAnswers(db).all({ clientId, formId })
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
    .where(standingOfClient)
    .groupBy(worksheetAnswers.formId)
    .orderBy(asc(worksheetAnswers.formId))
    .prepare(),
)

/** How often and when each form has been filled in: read from an index alone, without a word of what was answered. */
export function formsFilledIn(db: Db, clientId: ClientId) {
  return countByForm(db).all({ clientId })
}
