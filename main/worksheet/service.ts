import { custodyOf } from '../../db/repositories/client.ts'
import { lifetimeOf } from '../../db/repositories/identity.ts'
import type { Which } from '../../db/repositories/mistake.ts'
import {
  answersToForm,
  formsFilledIn,
  insertWorksheetAnswer,
  seriesOfForm,
  worksheetAnswersOf,
} from '../../db/repositories/worksheet.ts'
import { withoutNulls } from '../../db/withoutNulls.ts'
import type { Context } from '../context/context.ts'
import { refuse } from '../contract/errors.ts'
import { dayOnSheet } from '../contract/feeds.ts'
import { compareWords } from '../contract/folding.ts'
import { answersTo, type FormAnswers, labelAt } from '../contract/form.ts'
import type { Checked, Output } from '../contract/index.ts'
import { refuseInput } from '../contract/refusedInput.ts'
import type { SessionId } from '../contract/session.ts'
import type { ClientId, Day } from '../contract/values.ts'
import { type FormHistory, SATISFACTION, type WorksheetAnswer } from '../contract/worksheet.ts'
import { refuseOutsideLife } from '../identity/lifetime.ts'
import { latestWords, satisfactionSeries } from './series.ts'

type Stored = ReturnType<typeof worksheetAnswersOf>[number]

function toAnswerView({
  epoch: _epoch,
  sequence: _sequence,
  writtenAt: _at,
  authorId: _author,
  authorName,
  ...row
}: Stored): WorksheetAnswer {
  return { ...withoutNulls(row), author: authorName }
}

export function worksheetsOfClient(
  { db }: Context,
  { clientId }: { clientId: ClientId },
  which?: Which,
): WorksheetAnswer[] {
  return worksheetAnswersOf(db, clientId, which).map(toAnswerView)
}

/** Every answer to one form, also to a form that the manual in use does not have: what was written stays readable. */
export function historyOfForm({ db }: Context, { clientId, formId }: Checked<'worksheet.ofForm'>): WorksheetAnswer[] {
  return answersToForm(db, clientId, formId).map(toAnswerView)
}

export function formsOfClient({ db, manual }: Context, { clientId }: { clientId: ClientId }): FormHistory[] {
  const filledIn = formsFilledIn(db, clientId)
  const answered = new Map(filledIn.map(each => [each.formId, each]))
  const living = [...manual.forms.values()]
    .filter(each => each.living)
    .map(({ id, title }) => ({ formId: id, title, living: true, times: 0, ...answered.get(id) }))
    .toSorted((one, other) => compareWords(one.title, other.title))
  const others = filledIn
    .filter(each => manual.forms.get(each.formId)?.living !== true)
    .map(each => ({ title: manual.forms.get(each.formId)?.title ?? each.formId, living: false, ...each }))
    .toSorted((one, other) => other.latestOn.localeCompare(one.latestOn) || compareWords(one.title, other.title))
  return [...living, ...others]
}

/**
 * Checks answers against their form in the manual and keeps them; every earlier answer stays. The day that the sheet
 * itself gives counts before `answeredOn`: it may have been filled in on paper before the session.
 */
export function saveAnswers(
  context: Context,
  given: { clientId: ClientId; formId: string; answeredOn: Day; answers: FormAnswers; sessionId?: SessionId },
): string {
  const form = context.manual.forms.get(given.formId) ?? refuse('not-found')
  const checked = answersTo(form).safeParse(given.answers)
  if (!checked.success) return refuseInput(checked.error, given.answers, { labelOf: path => labelAt(form, path) })
  const answeredOn = dayOnSheet(form, checked.data) ?? given.answeredOn
  refuseOutsideLife(lifetimeOf(context.db, given.clientId), answeredOn)
  if (answeredOn > context.today()) refuse('day-in-future')
  const id = context.newId<string>()
  insertWorksheetAnswer(context.db, {
    id,
    clientId: given.clientId,
    epoch: custodyOf(context.db, given.clientId)?.epoch ?? refuse('not-found'),
    formId: form.id,
    version: form.version,
    answeredOn,
    sessionId: given.sessionId ?? null,
    answers: checked.data,
    authorId: context.user.id,
    authorName: context.user.name,
    writtenAt: context.now(),
  })
  return id
}

/** One answer as it was kept. */
export function answerById(context: Context, clientId: ClientId, id: string): WorksheetAnswer {
  return worksheetsOfClient(context, { clientId }).find(each => each.id === id) ?? refuse('unexpected')
}

export function satisfactionOfClient(context: Context, { clientId }: { clientId: ClientId }): Output<'scale.ofClient'> {
  const form = context.manual.forms.get(SATISFACTION.formId)
  if (form === undefined) return { areas: [] }
  const answers = seriesOfForm(context.db, clientId, SATISFACTION.formId)
  const latest = latestWords(form, answers)
  const ends = form.fields.find(each => each.kind === 'ratings')
  return {
    areas: satisfactionSeries(form, answers),
    ...(ends === undefined ? {} : { ends: { low: ends.low, high: ends.high } }),
    ...(latest === undefined ? {} : { latest }),
  }
}
