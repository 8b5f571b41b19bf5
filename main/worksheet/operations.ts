import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import { refuse } from '../contract/errors.ts'
import type { OfferManner } from '../contract/offer.ts'
import type { HeldInput, SessionId } from '../contract/session.ts'
import type { worksheetContract } from '../contract/worksheet.ts'
import { offerFromSheet } from '../offer/offerFromSheet.ts'
import { recordOfferOnce } from '../offer/service.ts'
import {
  answerById,
  formsOfClient,
  historyOfForm,
  satisfactionOfClient,
  saveAnswers,
  worksheetsOfClient,
} from './service.ts'

/** Worksheets and exercises; the answer to the offer of CRA that a sheet asks for reaches the ledger in the same transaction. */
export const worksheetOperations: Operations<typeof worksheetContract> = {
  'worksheet.answer': (context, input) => answerById(context, input.clientId, saveWorksheet(context, input, 'meeting')),
  'worksheet.ofClient': worksheetsOfClient,
  'worksheet.ofForm': historyOfForm,
  'worksheet.formsOfClient': formsOfClient,
  'scale.ofClient': satisfactionOfClient,
}

/** Keeps the sheets that were filled in at a session, with it. */
export function saveWorksheetsOf(context: Context, held: HeldInput, sessionId: SessionId): void {
  const { clientId, on: answeredOn } = held
  const manner = held.setting === 'telephone' ? 'telephone' : 'meeting'
  for (const each of held.worksheets) saveWorksheet(context, { ...each, clientId, answeredOn, sessionId }, manner)
}

function saveWorksheet(context: Context, sheet: Parameters<typeof saveAnswers>[1], manner: OfferManner): string {
  const id = saveAnswers(context, sheet)
  const form = context.manual.forms.get(sheet.formId) ?? refuse('not-found')
  const offer = offerFromSheet(form, sheet.answers, { clientId: sheet.clientId, on: sheet.answeredOn, manner })
  if (offer !== undefined) recordOfferOnce(context, offer, id)
  return id
}
