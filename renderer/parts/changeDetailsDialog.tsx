import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Link } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import { useCommand } from '../core.ts'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'

/** New details about the client, and why. What stood before is kept; a number that is not typed anew stays. */
export function ChangeDetailsDialog({ client, onClose }: { client: Client; onClose(): void }) {
  const change = useCommand('client.changeDetails')
  const form = useForm({
    initialValues: {
      ...{
        name: client.name,
        number: '',
        earlierNumber: 'own',
        caseNumber: client.caseNumber,
        sex: client.sex as string,
      },
      ...{ homeMunicipality: client.homeMunicipality, protectedIdentity: client.protectedIdentity, reason: '' },
    },
    validate: {
      name: value => (value.trim() === '' ? 'Skriv klientens namn.' : null),
      homeMunicipality: value => (value.trim() === '' ? 'Skriv hemkommunen.' : null),
      reason: value => (value.trim() === '' ? 'Skriv varför, med några ord.' : null),
    },
  })
  const { number } = form.values
  const replaces = client.maskedNumber !== '' && number.trim() !== ''

  function submit({ number: written, earlierNumber, sex, ...rest }: typeof form.values) {
    change.mutate(
      {
        ...{ clientId: client.id, ...rest, sex: sex === 'man' ? 'man' : 'woman' },
        ...(written.trim() === ''
          ? {}
          : { number: written, earlierNumber: earlierNumber === 'wrong' ? 'wrong' : 'own' }),
      },
      {
        onSuccess: () => {
          notifications.show({
            message: 'Uppgifterna är ändrade. Det som stod förut finns kvar under Tidigare uppgifter.',
          })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title="Ändra uppgifter">
      <form className="stack" noValidate onSubmit={form.onSubmit(submit)}>
        <div className="form-grid">
          <TextInput
            className="wide"
            label="Namn"
            required
            data-autofocus
            maxLength={200}
            {...form.getInputProps('name')}
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
            {...form.getInputProps('number')}
          />
          <TextInput
            label="Ärendenummer"
            description="Det förra hittar också klienten."
            maxLength={40}
            {...form.getInputProps('caseNumber')}
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
                {...form.getInputProps('earlierNumber')}
              />
            </div>
          )}
          <Select
            label="Kön"
            required
            allowDeselect={false}
            data={[
              { value: 'woman', label: 'Kvinna' },
              { value: 'man', label: 'Man' },
            ]}
            {...form.getInputProps('sex')}
          />
          <TextInput label="Hemkommun" required maxLength={200} {...form.getInputProps('homeMunicipality')} />
          <Checkbox
            className="wide"
            size="md"
            label="Skyddade personuppgifter"
            description="Namnet döljs i listor och skrivs aldrig på ett försättsblad."
            {...form.getInputProps('protectedIdentity', { type: 'checkbox' })}
          />
          <TextInput
            className="wide"
            label="Varför"
            description="Till exempel: nytt personbevis, har gift sig, var fel skrivet."
            required
            maxLength={200}
            {...form.getInputProps('reason')}
          />
        </div>
        <ErrorNotice error={change.error} />
        {change.error?.refusal.code === 'number-of-another' && (
          <p className="small">
            <Link href={`/client/${client.id}/merge`}>Se om det är samma person och slå ihop</Link>
          </p>
        )}
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={change.isPending}>
            Spara
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
