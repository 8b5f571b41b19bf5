import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { Role } from '../../main/contract/user.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useTyping } from '../draft/useTyping.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'

type AssignDialogProps = {
  clientId: string
  therapistId: string
  coordinatorId: string | undefined
  /** The reason given for the client before, to go on with. */
  reasonBefore?: string
  onClose(): void
  /** After the client has been given, with the reason. */
  onReason?(reason: string): void
  /** After the client has been given away, when that closes it to the giver. */
  onGiven?(): void
}

/** Gives a client to another therapist, or another coordinator, of the unit. */
export function AssignDialog({ clientId, therapistId, coordinatorId, onClose, onGiven, ...more }: AssignDialogProps) {
  const assign = useCommand('client.assign')
  const [therapist, setTherapist] = useState(therapistId)
  const [coordinator, setCoordinator] = useState(coordinatorId)
  const me = useCore('user.me', {})
  const own = me.data?.user.id
  const mine = own !== undefined && [therapistId, coordinatorId].includes(own)
  const closes = mine && therapist !== own && coordinator !== own
  const typing = useTyping(`assign:${clientId}`)
  const [edited, setEdited] = useState(false)
  const reason = edited || typing.words !== '' ? typing.words : (more.reasonBefore ?? '')
  const to = { therapistId: therapist, ...(coordinator === undefined ? {} : { coordinatorId: coordinator }) }

  function give() {
    assign.mutate(
      { clientId, ...to, reason },
      {
        onSuccess: () => {
          typing.set('')
          more.onReason?.(reason)
          notifications.show({ message: 'Klienten har ny ansvarig.' })
          onClose()
          if (closes) onGiven?.()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title="Ansvarig och samordnare" size="md">
      <Form className="stack" noValidate onSave={give}>
        <ColleagueSelects
          therapist={therapist}
          coordinator={coordinator}
          onTherapist={setTherapist}
          onCoordinator={setCoordinator}
        />
        <LineField
          longest={longestOf('client.assign', 'reason')}
          label="Skäl"
          description={
            mine
              ? 'Behövs om du själv blir behandlare. Läses av den som hade klienten och i logguppföljningen.'
              : 'Läses av den som hade klienten och i logguppföljningen.'
          }
          required={!mine}
          value={reason}
          onChange={event => {
            assign.reset()
            setEdited(true)
            typing.set(event.currentTarget.value)
          }}
        />
        {closes && <p className="small">Därefter är klienten inte längre din, och du kan inte öppna den.</p>}
        <ErrorNotice error={assign.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={assign.isPending}>
            Spara
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type ColleagueSelectsProps = {
  therapist: string
  coordinator: string | undefined
  onTherapist(id: string): void
  onCoordinator(id: string | undefined): void
}

function ColleagueSelects({ therapist, coordinator, onTherapist, onCoordinator }: ColleagueSelectsProps) {
  const colleagues = useCore('user.colleagues', {})
  const having = (role: Role) =>
    (colleagues.data ?? [])
      .filter(each => each.roles.includes(role))
      .map(each => ({ value: each.id as string, label: each.name }))
  return (
    <>
      <Select
        label="Behandlare"
        data-autofocus
        required
        data={having('therapist')}
        value={therapist}
        onChange={value => value !== null && onTherapist(value)}
      />
      <Select
        label="Samordnare här"
        description="Lämna tomt om samordnaren arbetar någon annanstans."
        clearable
        placeholder="Ingen"
        data={having('coordinator')}
        value={coordinator ?? null}
        onChange={value => onCoordinator(value ?? undefined)}
      />
    </>
  )
}
