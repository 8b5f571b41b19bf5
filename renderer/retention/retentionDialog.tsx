import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { type DueRecord, FOR_RESEARCH, type RetentionChoice, STILL_AT_WORK } from '../../main/contract/retention.ts'
import { keptBecauseWords, retentionChoiceWords } from '../../main/contract/retentionWords.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** First a decision; then, in a step of its own and with the reference written by hand, the removal. */
export function RetentionDialog({ due, onClose }: { due: DueRecord; onClose(): void }) {
  return (
    <Dialog onClose={onClose} title={`Ärende ${due.reference}`} size="md">
      {due.decided?.decision === 'remove' ? (
        <Removal due={due} onClose={onClose} />
      ) : (
        <Decision due={due} onClose={onClose} />
      )}
    </Dialog>
  )
}

type PartProps = { due: DueRecord; onClose(): void }

function Decision({ due, onClose }: PartProps) {
  const decide = useCommand('retention.decide')
  const forResearch = due.kept.some(each => FOR_RESEARCH.includes(each))
  const mustStay = forResearch || due.kept.some(each => STILL_AT_WORK.includes(each))
  const typing = useTypedForm<{ decision: RetentionChoice; reason: string }>(`retention:${due.clientId}`, {
    decision: mustStay ? 'keep' : 'remove',
    reason: forResearch ? 'Bevaras för forskning, SoF 13 kap. 1 §' : '',
  })
  const { decision, reason } = typing.values
  const [tried, setTried] = useState(false)
  const missing = decision === 'keep' && reason.trim() === ''

  function submit() {
    setTried(true)
    if (missing) return
    decide.mutate(
      { clientId: due.clientId, decision, reason },
      {
        onSuccess: () => {
          typing.forget()
          onClose()
        },
      },
    )
  }

  return (
    <Form className="stack" onSave={submit}>
      <p>
        Sista anteckning {dayAndYear(due.lastNoteOn)}. {due.ground}.
      </p>
      {due.kept.map(each => (
        <p key={each}>{keptBecauseWords[each]}</p>
      ))}
      <SegmentedControl
        aria-label="Beslut"
        data={choicesOf(retentionChoiceWords).map(each => ({ ...each, disabled: mustStay && each.value === 'remove' }))}
        value={decision}
        onChange={value => typing.change({ decision: value as RetentionChoice })}
      />
      <Textarea
        label="Skäl"
        description={
          decision === 'keep' ? 'Varför uppgifterna ska vara kvar.' : 'Behövs inte. Skriv inget om klienten.'
        }
        data-autofocus
        required={decision === 'keep'}
        maxLength={200}
        value={reason}
        error={tried && missing && 'Skriv varför uppgifterna ska vara kvar.'}
        onChange={event => typing.change({ reason: event.currentTarget.value })}
      />
      <ErrorNotice error={decide.error} />
      <div className="form-buttons">
        <WhenSaved {...typing} />
        <Button variant="default" onClick={onClose}>
          Avbryt
        </Button>
        <Button type="submit" loading={decide.isPending}>
          Besluta
        </Button>
      </div>
    </Form>
  )
}

function Removal({ due, onClose }: PartProps) {
  const carryOut = useCommand('retention.carryOut')
  const decide = useCommand('retention.decide')
  const [reference, setReference] = useState('')
  const { clientId } = due

  function submit() {
    carryOut.mutate(
      { clientId, reference },
      {
        onSuccess: ({ removedRows }) => {
          notifications.show({ message: `Gallrat: ${removedRows} uppgifter. Det står i protokollet.` })
          onClose()
        },
      },
    )
  }

  return (
    <Form className="stack" onSave={submit}>
      <p>
        Beslutat {due.decided && dayAndYear(due.decided.on)} av {due.decided?.by}. Allt som finns om klienten i pärmen
        tas bort: träffar, anteckningar, arbetsblad, mål, samtycken och överlämningar.{' '}
        <strong>Det går inte att ångra.</strong>
      </p>
      <p className="small">
        Kvar blir raden i protokollet, och åtkomstloggen, där klienten bara är ett slumptal. Det som ska arkiveras ska
        ha förts över innan.
      </p>
      <TextInput
        label={`Skriv ${due.reference}`}
        data-autofocus
        autoComplete="off"
        value={reference}
        onChange={event => setReference(event.currentTarget.value)}
      />
      <ErrorNotice error={carryOut.error ?? decide.error} />
      <div className="form-buttons">
        <Button
          variant="default"
          loading={decide.isPending}
          onClick={() =>
            decide.mutate(
              { clientId, decision: 'keep', reason: 'Beslutet att gallra togs tillbaka' },
              { onSuccess: onClose },
            )
          }
        >
          Ta tillbaka beslutet
        </Button>
        <Button type="submit" color="red" disabled={reference.trim() !== due.reference} loading={carryOut.isPending}>
          Gallra för alltid
        </Button>
      </div>
    </Form>
  )
}
