import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import { dayOnSheet, fieldFeeding } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { OthersHere } from '../draft/othersHere.tsx'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Form } from '../ui/form.tsx'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { isDay } from '../ui/readDay.ts'
import { forgetUndo, undoLatest } from '../ui/undo.tsx'
import { untilNow } from '../ui/usualDays.ts'
import { AnsweredCard } from './answeredCard.tsx'
import { AnsweredSheet } from './answeredSheet.tsx'
import { FormFields } from './formFields.tsx'
import { formNotes } from './formNotes.tsx'
import { NewerAnswerNotice } from './newerAnswerNotice.tsx'
import {
  fitsNarrowPage,
  isEmptySheet,
  isRatingForm,
  isUnchanged,
  newSheet,
  SHEET_DAY,
  type SheetDraft,
  sheetFrom,
} from './sheetDraft.ts'
import { useFormOnDay } from './useFormOnDay.ts'

/** A worksheet or exercise outside a session: a living document to update, a scale to fill in, a paper to type in. */
export function WorksheetScreen({ clientId, formId }: { clientId: string; formId: string }) {
  const loaded = combine({
    form: useCore('manual.form', { id: formId }),
    history: useCore('worksheet.ofForm', { clientId, formId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { form, history } = loaded.data
  return <WorksheetOfClient clientId={clientId} form={form} latest={history.at(-1)} />
}

type WorksheetProps = { clientId: string; form: FormDefinition; latest: WorksheetAnswer | undefined }

function WorksheetOfClient({ clientId, form, latest }: WorksheetProps) {
  const today = useToday()
  const client = useCore('client.get', { clientId })
  const draft = useDraft<SheetDraft>(clientId, `form:${form.id}`, () => newSheet(form, latest, today))
  if (client.data === undefined || draft === undefined) return <NotLoaded error={client.error} />
  return <WorksheetPage client={client.data} form={form} latest={latest} draft={draft} />
}

type SheetProps = { form: FormDefinition; latest: WorksheetAnswer | undefined; draft: Draft<SheetDraft> }

function WorksheetPage({ client, form, latest, draft }: SheetProps & { client: Client }) {
  const today = useToday()
  const mayFillIn = useMayTreat(client.id)
  const { answers } = draft.value
  return (
    <Page
      title={form.title}
      narrow={fitsNarrowPage(form)}
      focusTitle={!isRatingForm(form)}
      under={
        <>
          <Link href={`/client/${client.id}`}>{publicName(client)}</Link>
          {latest !== undefined && (
            <span className="no-print">
              {' · '}
              <Link href={`/client/${client.id}/form/${form.id}/history`}>
                senast ifylld {shortDay(latest.answeredOn, today)}
              </Link>
            </span>
          )}
        </>
      }
      actions={
        <>
          {mayFillIn && <SavedAt draft={draft} />}
          <PrintPageButton />
        </>
      }
    >
      {mayFillIn && <OthersHere draft={draft} />}
      <NewerAnswerNotice form={form} latest={latest} draft={draft} mayFillIn={mayFillIn} />
      <SheetForm clientId={client.id} form={form} latest={latest} draft={draft} mayFillIn={mayFillIn} />
      {form.paper === 'card' ? (
        <AnsweredCard form={form} answers={answers} />
      ) : (
        <div className="on-paper">
          <AnsweredSheet form={form} answers={answers} />
        </div>
      )}
    </Page>
  )
}

type SheetFormProps = SheetProps & { clientId: string; mayFillIn: boolean }

function SheetForm({ clientId, form, latest, draft, mayFillIn }: SheetFormProps) {
  const today = useToday()
  const life = useLifeOf(clientId)
  const [, go] = useLocation()
  const sheet = useRef<HTMLFormElement>(null)
  const answer = useCommand('worksheet.answer')
  const { answers, on = today } = draft.value
  const day = dayOnSheet(form, answers) ?? (isDay(on) ? on : today)
  const asksForDay = fieldFeeding(form, 'answeredOn') !== undefined
  const formOnDay = useFormOnDay(form, answers, day)
  const isNothingNew = isEmptySheet(draft.value) || isUnchanged(draft.value, latest)
  const leave = () => go(`/client/${clientId}`)
  const change = (edit: (answers: FormAnswers) => FormAnswers) =>
    draft.set(current => ({ ...current, answers: edit(current.answers) }))

  function save() {
    if (!mayFillIn || isNothingNew || answer.isPending) return
    answer.mutate(
      { clientId, formId: form.id, answeredOn: day, answers },
      {
        onSuccess: () => {
          void draft.discard()
          notifications.show({ message: `${form.title} är sparad.` })
          leave()
        },
      },
    )
  }
  useHotkeys(
    [
      ['mod+Enter', () => sheet.current?.requestSubmit()],
      ['alt+Z', undoLatest],
    ],
    [],
    true,
  )
  useEffect(() => forgetUndo, [])

  return (
    <Form ref={sheet} className="card stack no-print" onSave={save}>
      <SheetLead form={form} latest={latest} draft={draft} mayFillIn={mayFillIn} />
      <fieldset className="form-group" disabled={!mayFillIn}>
        <FormFields
          form={formOnDay}
          answers={answers}
          autoFocus={isRatingForm(form) && mayFillIn}
          onChange={change}
          notes={formNotes({ clientId, form, answers, on: day, onChange: change })}
        />
      </fieldset>
      {!asksForDay && mayFillIn && (
        <div className="sheet-day">
          <DayInput
            label={SHEET_DAY}
            required
            usual={untilNow(life)}
            description="En annan dag om bladet fylldes i på papper."
            value={on}
            onChange={next => draft.set(current => ({ ...current, on: next }))}
          />
        </div>
      )}
      <ErrorNotice error={answer.error} />
      {mayFillIn && (
        <div className="form-buttons">
          <Button variant="default" onClick={leave}>
            Fortsätt senare
          </Button>
          <Button type="submit" loading={answer.isPending} disabled={isNothingNew} rightSection={<kbd>Ctrl Enter</kbd>}>
            Spara
          </Button>
        </div>
      )}
    </Form>
  )
}

/** What the form is for; an empty sheet may go on from the last one. */
function SheetLead({ form, latest, draft, mayFillIn }: SheetProps & { mayFillIn: boolean }) {
  const today = useToday()
  return (
    <div className="spread sheet-lead">
      <p className="serif">{form.purpose}</p>
      {!form.living && latest !== undefined && isEmptySheet(draft.value) && mayFillIn && (
        <button type="button" className="link-button small" onClick={() => draft.set(sheetFrom(latest, today))}>
          Fortsätt på den från {shortDay(latest.answeredOn, today)}
        </button>
      )}
    </div>
  )
}
