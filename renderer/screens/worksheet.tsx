import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import { useCommand, useCore } from '../core.ts'
import { nameElsewhere, shortDay } from '../format.ts'
import { FormFields } from '../parts/formFields.tsx'
import { ErrorNotice, Waiting } from '../parts/notice.tsx'
import { OthersHere } from '../parts/othersHere.tsx'
import { Page } from '../parts/page.tsx'
import { SavedAt } from '../parts/savedAt.tsx'
import { useDraft } from '../parts/useDraft.ts'
import { useToday } from '../useToday.ts'

/** A worksheet or exercise outside a session: a living document to update, or a scale to fill in. */
export function WorksheetScreen({ clientId, formId }: { clientId: string; formId: string }) {
  const form = useCore('manual.form', { id: formId })
  const earlier = useCore('worksheet.ofClient', { clientId })
  if (form.isError) return <ErrorNotice error={form.error} />
  if (form.isPending || earlier.data === undefined) return <Waiting />
  const answers = earlier.data.filter(each => each.formId === formId)
  const latest = answers.at(-1)
  return (
    <WorksheetForm
      clientId={clientId}
      form={form.data}
      initial={form.data.living && latest !== undefined ? latest.answers : {}}
      earlierOn={answers.map(each => each.answeredOn)}
    />
  )
}

type WorksheetFormProps = { clientId: string; form: FormDefinition; initial: FormAnswers; earlierOn: readonly string[] }

function WorksheetForm({ clientId, form, initial, earlierOn }: WorksheetFormProps) {
  const today = useToday()
  const [, go] = useLocation()
  const client = useCore('client.get', { clientId })
  const answer = useCommand('worksheet.answer')
  const draft = useDraft<{ answers: FormAnswers }>(clientId, `form:${form.id}`, () => ({ answers: initial }))
  if (draft === undefined || client.data === undefined) return <Waiting />
  const { answers } = draft.value
  const own = client.data.custody.own
  const empty = Object.keys(answers).length === 0

  function save() {
    answer.mutate(
      { clientId, formId: form.id, answeredOn: today, answers },
      {
        onSuccess: () => {
          void draft?.discard()
          go(`/client/${clientId}`)
        },
      },
    )
  }

  return (
    <Page
      title={form.title}
      narrow
      under={
        <>
          <Link href={`/client/${clientId}`}>{nameElsewhere(client.data)}</Link>
          {earlierOn.length > 0 && ` · ifylld ${earlierOn.map(each => shortDay(each, today)).join(', ')}`}
        </>
      }
      actions={
        <>
          {own && <SavedAt draft={draft} />}
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut
          </Button>
        </>
      }
    >
      {own && <OthersHere draft={draft} />}
      <form
        className="card stack"
        onSubmit={event => {
          event.preventDefault()
          save()
        }}
      >
        <p className="serif">{form.purpose}</p>
        <fieldset className="form-group" disabled={!own}>
          <FormFields form={form} answers={answers} onChange={next => draft.set({ answers: next })} />
        </fieldset>
        <ErrorNotice error={answer.error} />
        {own && (
          <div className="form-buttons no-print">
            <Button variant="default" onClick={() => go(`/client/${clientId}`)}>
              Fortsätt senare
            </Button>
            <Button type="submit" loading={answer.isPending} disabled={empty}>
              Spara
            </Button>
          </div>
        )}
      </form>
    </Page>
  )
}
