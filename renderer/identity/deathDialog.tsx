import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import type { Client } from '../../main/contract/client.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { birthYearIn } from '../core/useClientDays.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Changes, useChanges } from '../draft/useChanges.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'
import { untilNow } from '../ui/usualDays.ts'

/** The day of death and from whom it is known; once it stands it can be put right, or taken back with a reason. */
export function DeathDialog({ client, onClose }: { client: Client; onClose(): void }) {
  const changes = useChanges(client.id, 'death', { diedOn: client.diedOn ?? '', words: '' })
  return (
    <Dialog onClose={onClose} title="Avliden" size={client.diedOn === undefined ? 'md' : 'lg'}>
      {changes && <DeathForm client={client} changes={changes} onClose={onClose} />}
    </Dialog>
  )
}

type DeathFormProps = { client: Client; changes: Changes<{ diedOn: string; words: string }>; onClose(): void }

function DeathForm({ client, changes: { values, change, draft }, onClose }: DeathFormProps) {
  const record = useCommand('client.recordDeath')
  const takeBack = useCommand('client.takeBackDeath')
  const [tried, setTried] = useState<'record' | 'takeBack'>()
  const { id: clientId } = client
  const { diedOn, words } = values
  const missing = words.trim() === ''

  function close(message: string) {
    void draft.discard()
    notifications.show({ message })
    onClose()
  }
  function submit() {
    setTried('record')
    if (missing || diedOn === '') return
    record.mutate({ clientId, diedOn, source: words }, { onSuccess: () => close('Dagen är antecknad.') })
  }
  function takeItBack() {
    setTried('takeBack')
    if (missing) return
    takeBack.mutate({ clientId, reason: words }, { onSuccess: () => close('Uppgiften är tillbakatagen.') })
  }

  return (
    <Form className="stack" noValidate onSave={submit}>
      <p>
        {client.diedOn === undefined
          ? 'Planerade träffar, erbjudanden och uppföljningar från och med den dagen visas inte längre. Det som hände tidigare kan fortfarande skrivas, och allt ligger kvar.'
          : `Antecknat: avliden ${dayAndYear(client.diedOn)}. Dagen kan rättas, eller tas tillbaka om det var fel.`}
      </p>
      <DayInput
        label="Dag"
        usual={untilNow({ bornIn: birthYearIn(client.maskedNumber) })}
        value={diedOn}
        onChange={day => change({ diedOn: day })}
        required
        autoFocus={client.diedOn === undefined}
        error={tried === 'record' && diedOn === '' && 'Ange dagen.'}
      />
      <LineField
        longest={longestOf('client.recordDeath', 'source')}
        label={client.diedOn === undefined ? 'Källa' : 'Källa eller skäl'}
        description="Till exempel: folkbokföringen, anhörig, sjukhuset."
        required
        {...(client.diedOn === undefined ? {} : { 'data-autofocus': true })}
        value={words}
        error={
          missing && tried !== undefined
            ? tried === 'record'
              ? 'Skriv var uppgiften kommer ifrån.'
              : 'Skriv varför uppgiften var fel.'
            : undefined
        }
        onChange={event => change({ words: event.currentTarget.value })}
      />
      <ErrorNotice error={record.error ?? takeBack.error} />
      <div className="form-buttons">
        <SavedAt draft={draft} />
        {client.diedOn !== undefined && (
          <Button variant="default" loading={takeBack.isPending} onClick={takeItBack}>
            Ta tillbaka
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button type="submit" loading={record.isPending}>
          {client.diedOn === undefined ? 'Anteckna' : 'Rätta dagen'}
        </Button>
      </div>
    </Form>
  )
}
