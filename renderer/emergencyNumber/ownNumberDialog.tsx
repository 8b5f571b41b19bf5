import { Button } from '@mantine/core'
import type { OwnNumber } from '../../main/contract/emergencyNumber.ts'
import { phoneDigits, shownNumber } from '../../main/contract/phoneNumber.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'

type OwnNumberDialogProps = {
  /** Nothing: a new one. */
  number: OwnNumber | undefined
  onClose(): void
}

/** Who answers, the number, and when. What is typed as a number is shown as it will stand. */
export function OwnNumberDialog({ number: before, onClose }: OwnNumberDialogProps) {
  const add = useCommand('emergencyNumber.add')
  const change = useCommand('emergencyNumber.change')
  const typing = useTypedForm(`emergency-number:${before?.id ?? 'new'}`, {
    words: before?.words ?? '',
    number: before === undefined ? '' : shownNumber(before.number),
    hours: before?.hours ?? '',
  })
  const { words, number, hours } = typing.values
  const digits = phoneDigits(number)
  const isReady = words.trim() !== '' && digits !== undefined

  function save() {
    if (!isReady) return
    const onSuccess = () => {
      typing.forget()
      onClose()
    }
    if (before === undefined) add.mutate({ words, number, hours }, { onSuccess })
    else change.mutate({ numberId: before.id, words, number, hours }, { onSuccess })
  }

  return (
    <Dialog title={before === undefined ? 'Nytt nummer' : `Ändra ${before.words}`} size="md" onClose={onClose}>
      <Form className="stack" onSave={save}>
        <LineField
          longest={longestOf('emergencyNumber.add', 'words')}
          label="Vem som svarar"
          description="Till exempel Socialjouren eller Beroendemottagningen."
          required
          data-autofocus
          value={words}
          onChange={event => typing.change({ words: event.currentTarget.value })}
        />
        <LineField
          longest={longestOf('emergencyNumber.add', 'number')}
          label="Nummer"
          description={digits === undefined ? 'Med riktnummer.' : `Visas som ${shownNumber(digits)}`}
          required
          inputMode="tel"
          autoComplete="off"
          value={number}
          error={number.trim() !== '' && digits === undefined && 'Det är inget svenskt telefonnummer än.'}
          onChange={event => typing.change({ number: event.currentTarget.value })}
        />
        <LineField
          longest={longestOf('emergencyNumber.add', 'hours')}
          label="När någon svarar"
          description="Till exempel dygnet runt, eller vardagar 8–16."
          value={hours}
          onChange={event => typing.change({ hours: event.currentTarget.value })}
        />
        <ErrorNotice error={add.error ?? change.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending} disabled={!isReady}>
            Spara
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
