import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import { useCommand } from '../core/core.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Changes, useChanges } from '../draft/useChanges.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/notice.tsx'

type Details = Pick<Client, 'name' | 'caseNumber' | 'sex' | 'homeMunicipality' | 'protectedIdentity'> & {
  number: string
  earlierNumber: 'own' | 'wrong'
  reason: string
}
type Words = 'name' | 'number' | 'caseNumber' | 'homeMunicipality' | 'reason'

/** As they stand. A number is not shown, and stays where none is typed. */
const detailsOf = (client: Client): Details => ({
  name: client.name,
  number: '',
  earlierNumber: 'own',
  caseNumber: client.caseNumber,
  sex: client.sex,
  homeMunicipality: client.homeMunicipality,
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
  const [tried, setTried] = useState(false)
  const { number, earlierNumber } = values
  const replaces = client.maskedNumber !== '' && number.trim() !== ''

  const missing = (field: Words) => values[field].trim() === ''
  const text = (field: Words, error = '') => ({
    value: values[field],
    error: tried && missing(field) && error,
    onChange: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing('name') || missing('homeMunicipality') || missing('reason')) return
    const { number: _, earlierNumber: __, ...changed } = draft.value
    save.mutate(
      {
        clientId: client.id,
        ...changed,
        reason: values.reason,
        ...(number.trim() === '' ? {} : { number, earlierNumber }),
      },
      {
        onSuccess: () => {
          void draft.discard()
          notifications.show({
            message: 'Uppgifterna är ändrade. Det som stod förut finns kvar under Tidigare uppgifter.',
          })
          onClose()
        },
      },
    )
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <div className="form-grid">
        <TextInput
          className="wide"
          label="Namn"
          required
          data-autofocus
          maxLength={200}
          {...text('name', 'Skriv klientens namn.')}
        />
        <TextInput
          label={client.maskedNumber === '' ? 'Personnummer' : 'Nytt personnummer'}
          description={
            client.maskedNumber === ''
              ? 'Eller samordningsnummer.'
              : `Lämna tomt om ${client.maskedNumber} ska stå kvar.`
          }
          placeholder="ÅÅÅÅMMDD-NNNN"
          autoComplete="off"
          maxLength={20}
          {...text('number')}
        />
        <TextInput
          label="Ärendenummer"
          description="Det förra hittar också klienten."
          maxLength={40}
          {...text('caseNumber')}
        />
        {replaces && (
          <div className="wide stack-tight">
            <span id="earlier-number">Det nummer som stod förut</span>
            <SegmentedControl
              aria-labelledby="earlier-number"
              data={[
                { value: 'own', label: 'Var klientens: hittar också klienten' },
                { value: 'wrong', label: 'Var fel skrivet' },
              ]}
              value={earlierNumber}
              onChange={value => change({ earlierNumber: value === 'wrong' ? 'wrong' : 'own' })}
            />
          </div>
        )}
        <Select
          label="Kön"
          required
          data={[
            { value: 'woman', label: 'Kvinna' },
            { value: 'man', label: 'Man' },
          ]}
          value={values.sex}
          onChange={value => change({ sex: value === 'man' ? 'man' : 'woman' })}
        />
        <TextInput label="Hemkommun" required maxLength={200} {...text('homeMunicipality', 'Skriv hemkommunen.')} />
        <Checkbox
          className="wide"
          size="md"
          label="Skyddade personuppgifter"
          description="Namnet döljs i listor och skrivs aldrig på ett försättsblad."
          checked={values.protectedIdentity}
          onChange={event => change({ protectedIdentity: event.currentTarget.checked })}
        />
        <TextInput
          className="wide"
          label="Varför"
          description="Till exempel: nytt personbevis, har gift sig, var fel skrivet."
          required
          maxLength={200}
          {...text('reason', 'Skriv varför, med några ord.')}
        />
      </div>
      <ErrorNotice error={save.error} />
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
    </form>
  )
}
