import { Select } from '@mantine/core'
import type { useForm } from '@mantine/form'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import type { Role } from '../../main/contract/user.ts'
import { inForceOn } from '../../main/contract/validity.ts'
import { useCore } from '../core/core.ts'
import { ProtectedIdentityCheckbox, SexSelect } from '../identity/personFields.tsx'
import { MunicipalitySelect } from '../municipality/municipalitySelect.tsx'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { LineField, SuggestField } from '../ui/textFields.tsx'
import { aroundNow } from '../ui/usualDays.ts'
import { UnitNameInput } from '../unit/unitNameInput.tsx'
import type { NewClientValues } from './newClient.ts'

type NewClientForm = ReturnType<typeof useForm<NewClientValues>>
type FieldsProps = { form: Pick<NewClientForm, 'values' | 'getInputProps' | 'setFieldValue'> }

/** Those who work here in a role. */
export function useColleagues(role: Role) {
  const colleagues = useCore('user.colleagues', {})
  return (colleagues.data ?? []).filter(each => each.roles.includes(role))
}

/** Who the client is, and who is responsible. */
export function PersonFields({ form }: FieldsProps) {
  const me = useCore('user.me', {})
  const treats = me.data?.user.roles.includes('therapist') ?? true
  const therapists = useColleagues('therapist')
  const coordinators = useColleagues('coordinator')
  return (
    <section className="card stack" aria-label="Personen">
      <h2>Personen</h2>
      <div className="form-grid">
        <LineField
          longest={longestOf('client.add', 'name')}
          className="wide"
          label="Namn"
          required
          autoFocus
          {...form.getInputProps('name')}
        />
        <LineField
          longest={longestOf('client.add', 'number')}
          label="Personnummer"
          description="Även samordnings- och reservnummer. Visas dolt."
          placeholder="ÅÅÅÅMMDD-NNNN"
          {...form.getInputProps('number')}
        />
        <LineField
          longest={longestOf('client.add', 'caseNumber')}
          label="Ärendenummer"
          description="Räcker om nummer saknas."
          {...form.getInputProps('caseNumber')}
        />
        <SexSelect
          placeholder="Välj"
          {...form.getInputProps('sex')}
          onChange={sex => sex !== null && form.setFieldValue('sex', sex as NewClientValues['sex'])}
        />
        <MunicipalitySelect label="Hemkommun" required {...form.getInputProps('homeMunicipality')} />
        {!treats && (
          <Select
            label="Behandlare"
            required
            placeholder="Välj"
            data={therapists.map(each => ({ value: each.id, label: each.name }))}
            {...form.getInputProps('therapistId')}
            onChange={id => form.setFieldValue('therapistId', id ?? '')}
          />
        )}
        <SuggestField
          longest={longestOf('client.add', 'coordinator')}
          size="md"
          data={coordinators.map(each => each.name)}
          label="Samordnare"
          description="Den som följer klienten över gränsen."
          {...form.getInputProps('coordinator')}
        />
        <ProtectedIdentityCheckbox {...form.getInputProps('protectedIdentity', { type: 'checkbox' })} />
      </div>
    </section>
  )
}

/** Where the client is placed, if that is known; it may be added later. */
export function PlacementFields({ form }: FieldsProps) {
  const lists = useCore('unit.lists', {})
  const me = useCore('user.me', {})
  const isPlaced = form.values.legalGround !== ''
  return (
    <section className="card stack" aria-label="Placering">
      <h2>Placering</h2>
      <div className="form-grid">
        <Select
          label="Lagrum"
          placeholder="Lägg in senare"
          clearable
          data={inForceOn(lists.data?.legalGrounds ?? [], form.values.fromOn)}
          {...form.getInputProps('legalGround')}
          onChange={value => form.setFieldValue('legalGround', value ?? '')}
        />
        <DayInput
          label="Från"
          usual={aroundNow()}
          value={form.values.fromOn}
          onChange={fromOn => form.setFieldValue('fromOn', fromOn)}
          disabled={!isPlaced}
        />
        <UnitNameInput
          label="Var"
          placeholder={me.data?.unit.name ?? ''}
          disabled={!isPlaced}
          kind={form.values.unitKind}
          value={form.values.unitName}
          onChange={(unitName, kind) => {
            form.setFieldValue('unitName', unitName)
            if (kind !== undefined) form.setFieldValue('unitKind', kind)
          }}
        />
        <Select
          label="Slag av enhet"
          data={choicesOf(unitKindWords)}
          disabled={!isPlaced || form.values.unitName === ''}
          {...form.getInputProps('unitKind')}
          onChange={kind => kind !== null && form.setFieldValue('unitKind', kind as UnitKind)}
        />
      </div>
    </section>
  )
}
