import { custodyOf } from '../../db/repositories/clients.ts'
import { insertWorksheetAnswer, worksheetAnswersOf } from '../../db/repositories/worksheetAnswers.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context.ts'
import { refuse } from '../contract/errors.ts'
import { answersTo, type FormAnswers } from '../contract/form.ts'
import type { Checked, Output } from '../contract/index.ts'
import type { SessionId } from '../contract/session.ts'
import type { ClientId, Day } from '../contract/values.ts'
import type { WorksheetAnswer } from '../contract/worksheet.ts'
import { latestComment, satisfactionSeries } from './series.ts'

const SATISFACTION = 'satisfactionScale'

export function worksheetsOfClient({ db }: Context, { clientId }: { clientId: ClientId }): WorksheetAnswer[] {
  return worksheetAnswersOf(db, clientId).map(
    ({ epoch: _epoch, sequence: _sequence, authorId: _author, authorName, ...row }) => ({
      ...withoutNulls(row),
      author: authorName,
    }),
  )
}

/** Checks answers against their form in the manual and keeps them; every earlier answer stays. */
export function keepAnswers(
  context: Context,
  given: { clientId: ClientId; formId: string; answeredOn: Day; answers: FormAnswers; sessionId?: SessionId },
): string {
  const form = context.manual.forms.get(given.formId) ?? refuse('not-found')
  const checked = answersTo(form).safeParse(given.answers)
  if (!checked.success) return refuse('invalid-input', { field: checked.error.issues[0]?.path.join('.') ?? '' })
  if (given.answeredOn > context.today()) refuse('day-in-future')
  const id = context.newId<string>()
  insertWorksheetAnswer(context.db, {
    id,
    clientId: given.clientId,
    epoch: custodyOf(context.db, given.clientId)?.epoch ?? refuse('not-found'),
    formId: form.id,
    version: form.version,
    answeredOn: given.answeredOn,
    sessionId: given.sessionId ?? null,
    answers: checked.data,
    authorId: context.user.id,
    authorName: context.user.name,
  })
  return id
}

export function answerWorksheet(context: Context, input: Checked<'worksheet.answer'>): WorksheetAnswer {
  const id = keepAnswers(context, input)
  return worksheetsOfClient(context, input).find(each => each.id === id) ?? refuse('unexpected')
}

export function satisfactionOfClient(context: Context, { clientId }: { clientId: ClientId }): Output<'scale.ofClient'> {
  const form = context.manual.forms.get(SATISFACTION)
  if (form === undefined) return { areas: [] }
  const answers = worksheetsOfClient(context, { clientId })
  const latest = latestComment(form, answers)
  return { areas: satisfactionSeries(form, answers), ...(latest === undefined ? {} : { latest }) }
}
