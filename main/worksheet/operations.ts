import type { Context } from '../context/context.ts'
import type { Operations } from '../context/handlers.ts'
import { refuse } from '../contract/errors.ts'
import type { OfferManner } from '../contract/offer.ts'
import type { HeldInput, SessionId } from '../contract/session.ts'
import type { worksheetContract } from '../contract/worksheet.ts'
import { offerTold } from '../offer/offerTold.ts'
import { recordOfferOnce } from '../offer/service.ts'
import {
  answerById,
  formsOfClient,
  historyOfForm,
  keepAnswers,
  satisfactionOfClient,
  worksheetsOfClient,
} from './service.ts'

/** Worksheets and exercises; the answer to the offer of CRA that a sheet asks for reaches the ledger in the same transaction. */
export const worksheetOperations: Operations<typeof worksheetContract> = {
  'worksheet.answer': (context, input) => answerById(context, input.clientId, keepSheet(context, input, 'meeting')),
  'worksheet.ofClient': worksheetsOfClient,
  'worksheet.ofForm': historyOfForm,
  'worksheet.formsOfClient': formsOfClient,
  'scale.ofClient': satisfactionOfClient,
}

/** Keeps the sheets that were filled in at a session, with it. */
export function keepSheetsOf(context: Context, held: HeldInput, sessionId: SessionId): void {
  const { clientId, on: answeredOn } = held
  const manner = held.setting === 'telephone' ? 'telephone' : 'meeting'
  for (const each of held.worksheets) keepSheet(context, { ...each, clientId, answeredOn, sessionId }, manner)
}

function keepSheet(context: Context, sheet: Parameters<typeof keepAnswers>[1], manner: OfferManner): string {
  const id = keepAnswers(context, sheet)
  const form = context.manual.forms.get(sheet.formId) ?? refuse('not-found')
  const offer = offerTold(form, sheet.answers, { clientId: sheet.clientId, on: sheet.answeredOn, manner })
  if (offer !== undefined) recordOfferOnce(context, offer)
  return id
}
