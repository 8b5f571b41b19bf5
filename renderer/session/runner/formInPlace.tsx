import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { fieldFeeding } from '../../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../../main/contract/form.ts'
import { SATISFACTION, type WorksheetAnswer } from '../../../main/contract/worksheet.ts'
import { useCore } from '../../core/core.ts'
import { shortDay } from '../../ui/format.ts'
import { offerUndo } from '../../ui/undo.tsx'
import { partsOf } from '../../worksheet/answers.ts'
import { FormFields } from '../../worksheet/formFields.tsx'
import { formNotes } from '../../worksheet/formNotes.tsx'
import { useFormOnDay } from '../../worksheet/useFormOnDay.ts'
import { answersAfterCraving, cravingAfterSheet, cravingAnswer } from './craving.ts'
import { NewerAnswerInSession } from './newerAnswerNotice.tsx'
import { formPlace } from './places.ts'
import { dayHeld, type RunnerProps, withSheet } from './sessionDraft.ts'

type InSession = Pick<RunnerProps, 'client' | 'slot' | 'today' | 'value' | 'onChange'>

/** A sheet that begins empty. */
const NOTHING: FormAnswers = {}

/**
 * A worksheet or exercise in the step where it is filled in; the same form at two steps is one sheet. A living document
 * begins with what it says now.
 */
export function FormInPlace({ formId, ...session }: InSession & { formId: string }) {
  const { client, today, value, onChange } = session
  const form = useCore('manual.form', { id: formId })
  const history = useCore('worksheet.ofForm', { clientId: client.id, formId })
  if (form.data === undefined || history.data === undefined) return null
  const { title, living } = form.data
  const latest = history.data.at(-1)
  const begun = value.worksheets[formId]

  function empty() {
    onChange(({ worksheets: { [formId]: _, ...others } }) => ({ worksheets: others }))
    offerUndo(`${title} är tömt.`, () =>
      onChange(({ worksheets }) => ({
        worksheets: begun === undefined ? worksheets : { ...worksheets, [formId]: begun },
      })),
    )
  }

  return (
    <section className="step-form" aria-label={title} id={formPlace(formId)}>
      <div className="spread">
        <h3>{title}</h3>
        <span className="row small soft">
          {latest !== undefined && (
            <span>
              {living && begun === undefined ? 'som det stod ' : 'senast ifyllt '}
              <Link href={`/client/${client.id}/form/${formId}/history`}>{shortDay(latest.answeredOn, today)}</Link>
            </span>
          )}
          {begun !== undefined && Object.keys(begun).length > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={empty}>
              {living && latest !== undefined ? 'Ta bort ändringarna' : 'Töm bladet'}
            </Button>
          )}
        </span>
      </div>
      <NewerAnswerInSession {...session} formId={formId} />
      <Sheet {...session} form={form.data} latest={latest} />
    </section>
  )
}

type SheetProps = InSession & { form: FormDefinition; latest: WorksheetAnswer | undefined }

/** The fields, from what stood there when they were first touched; craving is asked for once, here or beside the step, and an answer to the offer says where it goes. */
function Sheet({ form, latest, client, slot, today, value, onChange }: SheetProps) {
  const start = form.living && latest !== undefined ? latest.answers : NOTHING
  const answers = value.worksheets[form.id] ?? start
  const from = latest?.id ?? ''
  const seen = useRef(value.craving)
  useEffect(() => {
    const next = answersAfterCraving(form, answers, seen.current, value.craving)
    seen.current = value.craving
    if (next !== answers) onChange(current => withSheet(current, form.id, next, from))
  }, [form, answers, value.craving, onChange, from])

  function change(edit: (answers: FormAnswers) => FormAnswers) {
    onChange(current => {
      const was = current.worksheets[form.id] ?? start
      const is = edit(was)
      const [before, after] = [cravingAnswer(form, was), cravingAnswer(form, is)]
      const filledIn = withSheet(current, form.id, is, from)
      return before === after ? filledIn : { ...filledIn, craving: cravingAfterSheet(current.craving, before, after) }
    })
  }

  const craving = fieldFeeding(form, 'craving')
  const scores = partsOf(value.worksheets[SATISFACTION.formId]?.[SATISFACTION.areas])
  const on = dayHeld(value, { slot, today })
  const formOnDay = useFormOnDay(form, answers, on)
  const notes = {
    ...formNotes({ clientId: client.id, form, answers, on, scores, onChange: change }),
    ...(craving === undefined
      ? {}
      : { [craving]: <CravingNote form={form} answers={answers} value={value} onChange={onChange} field={craving} /> }),
  }
  return <FormFields form={formOnDay} answers={answers} onChange={change} notes={notes} />
}

type CravingNoteProps = Pick<InSession, 'value' | 'onChange'> & {
  form: FormDefinition
  field: string
  answers: FormAnswers
}

/** Says that the two places are one, or lets the user choose where they were answered differently. */
function CravingNote({ form, field, answers, value: { craving }, onChange }: CravingNoteProps) {
  const here = cravingAnswer(form, answers)
  if (here === undefined || craving === undefined || here === craving)
    return <p className="small soft fed-note">Samma siffra som Sug just nu. Den behöver bara sättas en gång.</p>
  const takeOther = () =>
    onChange(({ worksheets }) => ({ worksheets: { ...worksheets, [form.id]: { ...answers, [field]: craving } } }))
  return (
    <p className="small fed-note" role="status">
      Sug just nu är {craving}, här står {here}. Båda finns kvar.
      <button type="button" className="link-button" onClick={() => onChange({ craving: here })}>
        Sätt {here} på båda
      </button>
      <button type="button" className="link-button" onClick={takeOther}>
        Sätt {craving} på båda
      </button>
    </p>
  )
}
