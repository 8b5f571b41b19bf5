import { fieldFeeding } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import type { MistakeReason } from '../../main/contract/mistake.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { withAnswer } from './answers.ts'

/** A sheet that is being filled in outside a session. */
export type SheetDraft = {
  answers: FormAnswers
  /** The day it was filled in, where the form does not ask for it itself. */
  on: string
  /** The answer that it began from. */
  from?: string | undefined
}

/** What the day of a sheet is called, where the form does not ask for it itself. */
export const SHEET_DAY = 'Ifylld den'

/** A new sheet: a living document begins with what it says now, another one empty. */
export function newSheet({ living }: FormDefinition, latest: WorksheetAnswer | undefined, today: string): SheetDraft {
  return living && latest !== undefined ? sheetFrom(latest, today) : { answers: {}, on: today }
}

export function sheetFrom({ answers, id }: WorksheetAnswer, today: string): SheetDraft {
  return { answers, on: today, from: id }
}

/** A struck sheet, to be filled in where it belongs; where its day was wrong, that is still to be said. */
export function carriedSheet(
  { answers, answeredOn }: WorksheetAnswer,
  form: FormDefinition | undefined,
  reason: MistakeReason,
): SheetDraft {
  if (reason !== 'wrongDay') return { answers, on: answeredOn }
  const day = dayField(form)
  return { answers: day === undefined ? answers : withAnswer(answers, day.id, undefined), on: '' }
}

/** The field of the form that asks for the day itself. */
export function dayField(form: FormDefinition | undefined): FormDefinition['fields'][number] | undefined {
  const id = form && fieldFeeding(form, 'answeredOn')
  return form?.fields.find(each => each.id === id)
}

export function isEmptySheet({ answers }: SheetDraft): boolean {
  return Object.keys(answers).length === 0
}

/** Whether it still says what the latest answer says, which it began from. */
export function isUnchanged({ answers, from }: SheetDraft, latest: WorksheetAnswer | undefined): boolean {
  return latest !== undefined && from === latest.id && JSON.stringify(answers) === JSON.stringify(latest.answers)
}

/** Whether it was begun before the latest answer was given, and so does not know of it. */
export function isBehind(sheet: SheetDraft, { living }: FormDefinition, latest: WorksheetAnswer): boolean {
  const isBegun = sheet.from !== undefined || (living && !isEmptySheet(sheet))
  return isBegun && sheet.from !== latest.id
}

/** Columns of a table that still read well on a narrow page. */
const MOST_COLUMNS_NARROW = 3

/** A form whose first field takes the focus: many scales of one kind, filled in by digits. */
export function isRatingForm({ fields }: FormDefinition): boolean {
  return fields[0]?.kind === 'ratings'
}

export function fitsNarrowPage(form: FormDefinition): boolean {
  const hasWideTable = form.fields.some(each => each.kind === 'table' && each.columns.length > MOST_COLUMNS_NARROW)
  return !isRatingForm(form) && !hasWideTable
}
