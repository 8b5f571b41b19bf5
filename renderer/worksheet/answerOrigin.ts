import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { dayAndYear } from '../ui/format.ts'

/** *3 mars 2026, träff 9, Berit Exempel*: when, at which session and by whom a sheet was filled in. */
export function answerOrigin({ answeredOn, sessionNumber, author }: WorksheetAnswer): string {
  return [dayAndYear(answeredOn), sessionNumber === undefined ? undefined : `träff ${sessionNumber}`, author]
    .filter(Boolean)
    .join(', ')
}
