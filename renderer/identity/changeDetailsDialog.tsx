import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { Input } from '../../main/contract/index.ts'
import { useCommand } from '../core/core.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Changes, useChanges } from '../draft/useChanges.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { AlikeClients, useAlike } from './alikeClients.tsx'
import { type Details, DetailsFields, isComplete } from './detailsFields.tsx'

/** The details as they stand. A number is not shown, and stays where none is typed. */
const detailsOf = (client: Client): Details => ({
  name: client.name,
  number: '',
  earlierNumber: 'own',
  caseNumber: client.caseNumber,
  sex: client.sex,
  homeMunicipality: client.unreadMunicipality === undefined ? client.homeMunicipality.code : '',
  protectedIdentity: client.protectedIdentity,
  reason: '',
})

/** New details about the client, and why. What stood before is kept, and only what was changed here is sent. */
export function ChangeDetailsDialog({ client, onClose }: { client: Client; onClose(): void }) {
  const changes = useChanges(client.id, 'details', detailsOf(client))
  return (
    <Dialog onClose={onClose} title="Ändra uppgifter">
      {changes && <DetailsForm client={client} changes={changes} onClose={onClose} />}
    </Dialog>
  )
}

type DetailsFormProps = { client: Client; changes: Changes<Details>; onClose(): void }

function DetailsForm({ client, changes: { values, change, draft }, onClose }: DetailsFormProps) {
  const save = useCommand('client.changeDetails')
  const alike = useAlike()
  const [isTried, setIsTried] = useState(false)

  function store(input: Input<'client.changeDetails'>) {
    save.mutate(input, {
      onSuccess: () => {
        void draft.discard()
        notifications.show({
          message: 'Uppgifterna är ändrade. Det som stod förut finns kvar under Tidigare uppgifter.',
        })
        onClose()
      },
    })
  }

  function submit() {
    setIsTried(true)
    if (!isComplete(values)) return
    const { number, earlierNumber, reason } = values
    const { number: _, earlierNumber: __, ...changed } = draft.value
    const input = {
      clientId: client.id,
      ...changed,
      reason,
      ...(number.trim() === '' ? {} : { number, earlierNumber }),
    }
    const isRenamed = values.name.trim() !== client.name || number.trim() !== ''
    if (isRenamed) void alike.askFirst({ otherThan: client.id, name: values.name, number }, () => store(input))
    else store(input)
  }

  return (
    <Form className="stack" noValidate onSave={submit}>
      <DetailsFields
        values={values}
        onChange={change}
        maskedNumber={client.maskedNumber}
        unreadMunicipality={client.unreadMunicipality}
        showMissing={isTried}
      />
      <AlikeClients clients={alike.clients} />
      <ErrorNotice error={save.error ?? alike.error} />
      {save.error?.refusal.code === 'number-of-another' && (
        <p className="small">
          <Link href={`/client/${client.id}/merge`}>Se om det är samma person och slå ihop</Link>
        </p>
      )}
      <div className="form-buttons">
        <SavedAt draft={draft} />
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button type="submit" loading={save.isPending}>
          Spara
        </Button>
      </div>
    </Form>
  )
}
