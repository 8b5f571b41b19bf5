import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { fieldFeeding } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import { SATISFACTION } from '../../main/contract/worksheet.ts'
import { useCore } from '../core.ts'
import { shortDay } from '../format.ts'
import { useToday } from '../useToday.ts'
import { partsOf } from './answers.ts'
import { cravingOn, formFollows, sessionFollows } from './cravingMeets.ts'
import { FormFields } from './formFields.tsx'
import { formNotes } from './formNotes.tsx'
import type { RunnerProps } from './sessionDraft.ts'
import { offerUndo } from './undo.tsx'

type InSession = Pick<RunnerProps, 'client' | 'value' | 'onChange'>

/** Where a link to the form moves the focus, when the form is on the page. */
export const formPlace = (formId: string) => `session-form-${formId}`

/**
 * A worksheet or exercise in the step where it is filled in; the same form at two steps is one sheet. A living document
 * begins with what it says now.
 */
export function FormInPlace({ formId, client, value, onChange }: InSession & { formId: string }) {
  const today = useToday()
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
      <Sheet
        form={form.data}
        before={(living ? latest?.answers : undefined) ?? {}}
        client={client}
        value={value}
        onChange={onChange}
      />
    </section>
  )
}

type SheetProps = InSession & {
  form: FormDefinition /** What stood there when the session began. */
  before: FormAnswers
}

/** The fields; craving is asked for once, here or beside the step, and an answer to the offer says where it goes. */
function Sheet({ form, before, client, value, onChange }: SheetProps) {
  const answers = value.worksheets[form.id] ?? before
  const seen = useRef(value.craving)
  useEffect(() => {
    const next = formFollows(form, answers, seen.current, value.craving)
    seen.current = value.craving
    if (next !== answers) onChange(({ worksheets }) => ({ worksheets: { ...worksheets, [form.id]: next } }))
  }, [form, answers, value.craving, onChange])

  function change(edit: (answers: FormAnswers) => FormAnswers) {
    onChange(current => {
      const was = current.worksheets[form.id] ?? before
      const is = edit(was)
      const [from, to] = [cravingOn(form, was), cravingOn(form, is)]
      const worksheets = { ...current.worksheets, [form.id]: is }
      return from === to ? { worksheets } : { worksheets, craving: sessionFollows(current.craving, from, to) }
    })
  }

  const craving = fieldFeeding(form, 'craving')
  const scores = partsOf(value.worksheets[SATISFACTION.formId]?.[SATISFACTION.areas])
  const notes = {
    ...formNotes({ clientId: client.id, form, answers, on: value.on, scores, onChange: change }),
    ...(craving === undefined
      ? {}
      : { [craving]: <CravingNote {...{ form, answers, value, onChange, field: craving }} /> }),
  }
  return <FormFields form={form} answers={answers} onChange={change} notes={notes} />
}

type CravingNoteProps = Pick<InSession, 'value' | 'onChange'> & {
  form: FormDefinition
  field: string
  answers: FormAnswers
}

/** Says that the two places are one, or lets the user choose where they were answered differently. */
function CravingNote({ form, field, answers, value: { craving }, onChange }: CravingNoteProps) {
  const here = cravingOn(form, answers)
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
