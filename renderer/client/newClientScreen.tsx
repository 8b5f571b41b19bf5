import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { AlikeClients, useAlike } from '../identity/alikeClients.tsx'
import { Form } from '../ui/form.tsx'
import { moment } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { forgetUndo, offerUndo } from '../ui/undo.tsx'
import { emptyNewClient, NEW_CLIENT_RULES, type NewClientValues, newClientInput } from './newClient.ts'
import { PersonFields, PlacementFields, useColleagues } from './newClientFields.tsx'

/** A client is named by number or, failing that, by case number; the placement may be added later. */
export function NewClientScreen() {
  const today = useToday()
  const [, go] = useLocation()
  const me = useCore('user.me', {})
  const coordinators = useColleagues('coordinator')
  const add = useCommand('client.add')
  const alike = useAlike()
  const typing = useTypedForm<NewClientValues>('new-client', emptyNewClient(today))
  const [begunAt, setBegunAt] = useState(typing.savedAt)
  const form = useForm<NewClientValues>({
    initialValues: typing.values,
    onValuesChange: typing.keep,
    validate: NEW_CLIENT_RULES,
  })

  function submit(values: NewClientValues) {
    const input = newClientInput(values, me.data?.unit, coordinators)
    if (input === undefined) return
    void alike.askFirst({ name: input.name, number: input.number }, () =>
      add.mutate(input, {
        onSuccess: ({ clientId }) => {
          typing.forget()
          go(`/client/${clientId}`)
        },
      }),
    )
  }

  /** Lets go of what was typed; it can be had back for some seconds. */
  function beginAnew() {
    const before = form.getValues()
    form.setValues(emptyNewClient(today))
    typing.forget()
    setBegunAt(undefined)
    offerUndo('Det påbörjade är borttaget.', () => form.setValues(before))
  }
  useEffect(() => forgetUndo, [])

  return (
    <Page title="Ny klient" narrow focusTitle={false}>
      <Form className="stack" noValidate onSave={form.onSubmit(submit)}>
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
        <PersonFields form={form} />
        <PlacementFields form={form} />
        <AlikeClients clients={alike.clients} />
        <ErrorNotice error={add.error ?? alike.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={() => go('/clients')}>
            Avbryt
          </Button>
          <Button type="submit" loading={add.isPending}>
            Lägg in klienten
          </Button>
        </div>
      </Form>
    </Page>
  )
}
