import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { dayOnSheet, fieldFeeding } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { OthersHere } from '../draft/othersHere.tsx'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice, InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { forgetUndo, undoLatest } from '../ui/undo.tsx'
import { AnsweredCard } from './answeredCard.tsx'
import { AnsweredSheet } from './answeredSheet.tsx'
import { FormFields } from './formFields.tsx'
import { formNotes } from './formNotes.tsx'

/** A worksheet or exercise outside a session: a living document to update, a scale to fill in, a paper to type in. */
export function WorksheetScreen({ clientId, formId }: { clientId: string; formId: string }) {
  const loaded = combine({
    form: useCore('manual.form', { id: formId }),
    history: useCore('worksheet.ofForm', { clientId, formId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { form, history } = loaded.data
  return <WorksheetForm clientId={clientId} form={form} latest={history.at(-1)} />
}

/** Columns of a table that still read well on a narrow page. */
const WIDEST_NARROW = 3

type SheetDraft = {
  answers: FormAnswers
  /** The day it was filled in, where the form does not ask for it itself. */
  on: string
  /** The answer that a living document began from. */
  from?: string | undefined
}

type WorksheetFormProps = { clientId: string; form: FormDefinition; latest: WorksheetAnswer | undefined }

function WorksheetForm({ clientId, form, latest }: WorksheetFormProps) {
  const today = useToday()
  const [, go] = useLocation()
  const client = useCore('client.get', { clientId })
  const mayFillIn = useMayTreat(clientId)
  const answer = useCommand('worksheet.answer')
  const afresh = (): SheetDraft =>
    form.living && latest !== undefined
      ? { answers: latest.answers, on: today, from: latest.id }
      : { answers: {}, on: today }
  const draft = useDraft<SheetDraft>(clientId, `form:${form.id}`, afresh)
  const [replaced, setReplaced] = useState<SheetDraft>()
  useHotkeys(
    [
      ['mod+Enter', () => save()],
      ['alt+Z', undoLatest],
    ],
    [],
    true,
  )
  useEffect(() => forgetUndo, [])
  if (client.data === undefined || draft === undefined) return <NotLoaded error={client.error} />
  const { answers, on = today, from } = draft.value
  const empty = Object.keys(answers).length === 0
  const unchanged =
    latest !== undefined && from === latest.id && JSON.stringify(answers) === JSON.stringify(latest.answers)
  const begunBefore = from !== undefined || (form.living && !empty)
  const rated = form.fields[0]?.kind === 'ratings'
  const asksForDay = fieldFeeding(form, 'answeredOn') !== undefined
  const day = dayOnSheet(form, answers) ?? (on === '' ? today : on)
  const here = `/client/${clientId}/form/${form.id}`

  const change = (edit: (answers: FormAnswers) => FormAnswers) =>
    draft.set(current => ({ ...current, answers: edit(current.answers) }))

  function save() {
    if (!mayFillIn || empty || unchanged || answer.isPending) return
    answer.mutate(
      { clientId, formId: form.id, answeredOn: day, answers },
      {
        onSuccess: () => {
          void draft?.discard()
          notifications.show({ message: `${form.title} är sparad.` })
          go(`/client/${clientId}`)
        },
      },
    )
  }

  return (
    <Page
      title={form.title}
      narrow={!rated && !form.fields.some(each => each.kind === 'table' && each.columns.length > WIDEST_NARROW)}
      focusTitle={!rated}
      under={
        <>
          <Link href={`/client/${clientId}`}>{publicName(client.data)}</Link>
          {latest !== undefined && (
            <span className="no-print">
              {' · '}
              <Link href={`${here}/history`}>senast ifylld {shortDay(latest.answeredOn, today)}</Link>
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
      {replaced !== undefined && (
        <InfoNotice>
          Nu visas bladet som det fylldes i senast.{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              draft.set(replaced)
              setReplaced(undefined)
            }}
          >
            Ta tillbaka utkastet
          </button>
        </InfoNotice>
      )}
      {replaced === undefined && mayFillIn && begunBefore && latest !== undefined && from !== latest.id && (
        <InfoNotice>
          Bladet fylldes i {shortDay(latest.answeredOn, today)}, efter att det här utkastet började.{' '}
          <Link href={`${here}/history`}>Läs det</Link>
          {' eller '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setReplaced(draft.value)
              draft.set(afresh())
            }}
          >
            börja från det
          </button>
          .
        </InfoNotice>
      )}
      <form
        className="card stack no-print"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <div className="spread sheet-lead">
          <p className="serif">{form.purpose}</p>
          {!form.living && latest !== undefined && empty && mayFillIn && (
            <button
              type="button"
              className="link-button small"
              onClick={() => draft.set({ answers: latest.answers, on: today, from: latest.id })}
            >
              Fortsätt på den från {shortDay(latest.answeredOn, today)}
            </button>
          )}
        </div>
        <fieldset className="form-group" disabled={!mayFillIn}>
          <FormFields
            form={form}
            answers={answers}
            autoFocus={rated && mayFillIn}
            onChange={change}
            notes={formNotes({ clientId, form, answers, on: day, onChange: change })}
          />
        </fieldset>
        {!asksForDay && mayFillIn && (
          <div className="sheet-day">
            <DayInput
              label="Ifylld den"
              description="En annan dag om bladet fylldes i på papper."
              value={on}
              onChange={next => draft.set(current => ({ ...current, on: next }))}
            />
          </div>
        )}
        <ErrorNotice error={answer.error} />
        {mayFillIn && (
          <div className="form-buttons">
            <Button variant="default" onClick={() => go(`/client/${clientId}`)}>
              Fortsätt senare
            </Button>
            <Button
              type="submit"
              loading={answer.isPending}
              disabled={empty || unchanged}
              rightSection={<kbd>Ctrl Enter</kbd>}
            >
              Spara
            </Button>
          </div>
        )}
      </form>
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
