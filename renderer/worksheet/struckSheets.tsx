import type { FormDefinition } from '../../main/contract/form.ts'
import { CarryToClient } from '../mistake/carryToClient.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { AnsweredSheet } from './answeredSheet.tsx'
import { answerOrigin } from './answerOrigin.ts'

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
        <CarryToClient
          clientId={clientId}
          mistake={mistake}
          place={`form:${formId}`}
          content={{ answers: worksheet.answers, on: worksheet.answeredOn }}
          path={`form/${formId}`}
        />
      )}
    />
  )
}
