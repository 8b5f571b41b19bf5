import type { FormDefinition } from '../../main/contract/form.ts'
import { CarryRecord } from '../mistake/carryRecord.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { AnsweredSheet } from './answeredSheet.tsx'
import { answerOrigin } from './answerOrigin.ts'
import { carriedSheet, dayField, SHEET_DAY } from './sheetDraft.ts'

type StruckSheetsProps = { clientId: string; formId: string; form: FormDefinition | undefined; mayStrike: boolean }

/** Answers to one form that were filled in by mistake. */
export function StruckSheets({ clientId, formId, form, mayStrike }: StruckSheetsProps) {
  return (
    <StruckList
      clientId={clientId}
      kind="worksheet"
      mayStrike={mayStrike}
      only={({ record }) => record.worksheet.formId === formId}
      label={({ worksheet }) => answerOrigin(worksheet)}
      text={({ worksheet }) => (
        <>
          <p>{answerOrigin(worksheet)}</p>
          <AnsweredSheet form={form} answers={worksheet.answers} under="h4" />
        </>
      )}
      next={({ mistake, record: { worksheet } }) => (
        <CarryRecord
          clientId={clientId}
          mistake={mistake}
          carried={{
            place: `form:${formId}`,
            content: carriedSheet(worksheet, form, mistake.reason),
            path: `form/${formId}`,
            day: dayField(form)?.label ?? SHEET_DAY,
          }}
        />
      )}
    />
  )
}
