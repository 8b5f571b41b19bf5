import { Autocomplete, Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { UnitKind } from '../../main/contract/unit.ts'
import type { Role } from '../../main/contract/user.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { moment } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { forgetUndo, offerUndo } from '../ui/undo.tsx'
import { unitKindText } from '../unit/unitTexts.ts'

type Values = {
  name: string
  number: string
  caseNumber: string
  sex: 'woman' | 'man' | ''
  homeMunicipality: string
  coordinator: string
  therapistId: string
  protectedIdentity: boolean
  legalGround: string
  unitName: string
  unitKind: UnitKind
  fromOn: string
}

const EMPTY: Values = {
  name: '',
  number: '',
  caseNumber: '',
  sex: '',
  homeMunicipality: '',
  coordinator: '',
  therapistId: '',
  protectedIdentity: false,
  legalGround: '',
  unitName: '',
  unitKind: 'lvmHome',
  fromOn: '',
}

/** A client is named by number or, failing that, by case number; the placement may be added later. */
export function NewClientScreen() {
  const today = useToday()
  const [, go] = useLocation()
  const me = useCore('user.me', {})
  const lists = useCore('unit.lists', {})
  const units = useCore('unit.list', {})
  const colleagues = useCore('user.colleagues', {})
  const add = useCommand('client.add')
  const own = me.data?.unit
  const typing = useTypedForm<Values>('new-client', { ...EMPTY, fromOn: today })
  const [begunAt, setBegunAt] = useState(typing.savedAt)
  const form = useForm<Values>({
    initialValues: typing.values,
    onValuesChange: typing.keep,
    validate: {
      name: value => (value.trim() === '' ? 'Skriv klientens namn.' : null),
      sex: value => (value === '' ? 'Välj.' : null),
      homeMunicipality: value => (value.trim() === '' ? 'Skriv hemkommunen.' : null),
      caseNumber: (value, { number }) =>
        value.trim() === '' && number.trim() === '' ? 'Ange personnummer eller ärendenummer.' : null,
    },
  })
  const unitNames = (units.data ?? []).map(each => each.name)

  const having = (role: Role) => (colleagues.data ?? []).filter(each => each.roles.includes(role))
  const treats = me.data?.user.roles.includes('therapist') ?? true

  function submit({ legalGround, unitName, unitKind, fromOn, sex, therapistId, ...rest }: Values) {
    if (sex === '') return
    const named = unitName.trim() === '' ? own : { name: unitName.trim(), kind: unitKind }
    const placement =
      legalGround === '' || named === undefined
        ? undefined
        : { legalGround, unit: { name: named.name, kind: named.kind }, fromOn }
    add.mutate(
      {
        ...rest,
        sex,
        ...whose(rest.coordinator, therapistId),
        ...(placement === undefined ? {} : { placement }),
      },
      {
        onSuccess: ({ clientId }) => {
          typing.forget()
          go(`/client/${clientId}`)
        },
      },
    )
  }

  /** Lets go of what was typed; it can be had back for some seconds. */
  function beginAnew() {
    const before = form.getValues()
    form.setValues({ ...EMPTY, fromOn: today })
    typing.forget()
    setBegunAt(undefined)
    offerUndo('Det påbörjade är borttaget.', () => form.setValues(before))
  }
  useEffect(() => forgetUndo, [])

  /** A coordinator who works here is named by their user, so that the client is theirs too. */
  function whose(coordinator: string, therapistId: string) {
    const here = having('coordinator').find(each => each.name === coordinator.trim())
    return {
      ...(therapistId === '' ? {} : { therapistId }),
      ...(here === undefined ? {} : { coordinatorId: here.id }),
    }
  }

  return (
    <Page title="Ny klient" narrow focusTitle={false}>
      <form className="stack" noValidate onSubmit={form.onSubmit(submit)}>
        {begunAt !== undefined && (
          <InfoNotice>
            <span className="spread">
              Det här började du skriva {moment(begunAt, today)}.
              <Button variant="default" size="compact-md" onClick={beginAnew}>
                Börja på en ny
              </Button>
            </span>
          </InfoNotice>
        )}
        <section className="card stack" aria-label="Personen">
          <h2>Personen</h2>
          <div className="form-grid">
            <TextInput className="wide" label="Namn" required autoFocus {...form.getInputProps('name')} />
            <TextInput
              label="Personnummer"
              description="Eller samordningsnummer. Visas sedan dolt."
              placeholder="ÅÅÅÅMMDD-NNNN"
              {...form.getInputProps('number')}
            />
            <TextInput
              label="Ärendenummer"
              description="Räcker om nummer saknas."
              {...form.getInputProps('caseNumber')}
            />
            <Select
              label="Kön"
              required
              placeholder="Välj"
              data={[
                { value: 'woman', label: 'Kvinna' },
                { value: 'man', label: 'Man' },
              ]}
              {...form.getInputProps('sex')}
            />
            <Autocomplete
              size="md"
              label="Hemkommun"
              required
              data={unitNames}
              {...form.getInputProps('homeMunicipality')}
            />
            {!treats && (
              <Select
                label="Behandlare"
                required
                placeholder="Välj"
                data={having('therapist').map(each => ({ value: each.id, label: each.name }))}
                {...form.getInputProps('therapistId')}
              />
            )}
            <Autocomplete
              size="md"
              data={having('coordinator').map(each => each.name)}
              label="Samordnare"
              description="Den som följer klienten över gränsen."
              {...form.getInputProps('coordinator')}
            />
            <Checkbox
              className="wide"
              size="md"
              label="Skyddade personuppgifter"
              description="Namnet döljs i listor och skrivs aldrig på ett försättsblad."
              {...form.getInputProps('protectedIdentity', { type: 'checkbox' })}
            />
          </div>
        </section>
        <section className="card stack" aria-label="Placering">
          <h2>Placering</h2>
          <div className="form-grid">
            <Select
              label="Lagrum"
              placeholder="Lägg in senare"
              clearable
              data={(lists.data?.legalGrounds ?? []).map(each => ({ value: each.code, label: each.words }))}
              {...form.getInputProps('legalGround')}
              onChange={value => form.setFieldValue('legalGround', value ?? '')}
            />
            <DayInput
              label="Från"
              value={form.values.fromOn}
              onChange={fromOn => form.setFieldValue('fromOn', fromOn)}
              disabled={form.values.legalGround === ''}
            />
            <Autocomplete
              size="md"
              label="Var"
              placeholder={own?.name ?? ''}
              data={unitNames}
              disabled={form.values.legalGround === ''}
              {...form.getInputProps('unitName')}
            />
            <Select
              label="Slag av enhet"
              data={choicesOf(unitKindText)}
              disabled={form.values.legalGround === '' || form.values.unitName === ''}
              {...form.getInputProps('unitKind')}
            />
          </div>
        </section>
        <ErrorNotice error={add.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={() => go('/clients')}>
            Avbryt
          </Button>
          <Button type="submit" loading={add.isPending}>
            Lägg in klienten
          </Button>
        </div>
      </form>
    </Page>
  )
}
