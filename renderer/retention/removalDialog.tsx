import { Button, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { folded } from '../../main/contract/folding.ts'
import type { DueRecord } from '../../main/contract/retention.ts'
import { useCommand } from '../core/core.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { decidedBy } from './decidedBy.ts'

/** The removal that has been decided, with the reference written by hand; or the decision taken back. */
export function RemovalDialog({ due, onClose }: { due: DueRecord; onClose(): void }) {
  const carryOut = useCommand('retention.carryOut')
  const decide = useCommand('retention.decide')
  const [reference, setReference] = useState('')
  const { clientId, decided } = due

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
    <Dialog onClose={onClose} title={`Ärende ${due.reference}`} size="md">
      <Form className="stack" onSave={submit}>
        <p>
          Beslutat {decided && `${dayAndYear(decided.on)} av ${decidedBy(decided)}`}. Allt som finns om klienten i
          pärmen tas bort: träffar, anteckningar, arbetsblad, mål, samtycken och överlämningar.{' '}
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
                { clientIds: [clientId], decision: 'keep', reason: 'Beslutet att gallra togs tillbaka' },
                { onSuccess: onClose },
              )
            }
          >
            Ta tillbaka beslutet
          </Button>
          <Button
            type="submit"
            color="red"
            disabled={folded(reference) !== folded(due.reference)}
            loading={carryOut.isPending}
          >
            Gallra för alltid
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
