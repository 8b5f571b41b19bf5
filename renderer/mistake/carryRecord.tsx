import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Mistake, MistakeReason } from '../../main/contract/mistake.ts'
import { carryOver, tellCarried } from '../draft/carryOver.ts'
import { focusLabelled } from '../draft/fieldName.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice, notifyError } from '../ui/notice.tsx'
import { OwnClientSelect } from './ownClientSelect.tsx'

/** Where a struck record is written anew, and with what. */
type CarriedRecord = {
  /** The draft's place, the same for every client. */
  readonly place: string
  /** What it begins with. */
  readonly content: unknown
  /** Where it is gone on with, within the client's page: *goals/new*. */
  readonly path: string
  /** The label of the field where another day is written. */
  readonly day: string
  /** What cannot be carried, and has to be done again. */
  readonly again?: string
}

type CarryRecordProps = { clientId: string; mistake: Mistake; carried: CarriedRecord }

/** Reasons after which a record is written anew: at another client, or on another day. */
const CARRIED_AFTER: readonly MistakeReason[] = ['wrongClient', 'wrongDay']

/**
 * *Välj rätt klient* and *Skriv på rätt dag*: what was struck becomes a draft where it belongs. Nothing where another
 * thing was wrong, and for what was struck with a session or a sheet: that carries it along.
 */
export function CarryRecord({ clientId, mistake: { reason, cameWith }, carried }: CarryRecordProps) {
  const [, go] = useLocation()
  const [isOpen, setOpen] = useState(false)
  if (cameWith !== undefined || !CARRIED_AFTER.includes(reason)) return null
  const isOther = reason === 'wrongClient'
  const { place, content, path, day, again } = carried

  async function carryTo(to: string) {
    const isFree = await carryOver({ clientId: to, place }, content)
    tellCarried(isFree, again)
    go(`/client/${to}/${path}`)
    if (!isOther && isFree) focusLabelled(day)
  }

  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => (isOther ? setOpen(true) : void carryTo(clientId).catch(notifyError))}
      >
        {isOther ? 'Välj rätt klient' : 'Skriv på rätt dag'}
      </Button>
      {isOpen && (
        <ClientDialog
          but={clientId}
          {...(again === undefined ? {} : { again })}
          carryTo={carryTo}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

type ClientDialogProps = { but: string; again?: string; carryTo(clientId: string): Promise<void>; onClose(): void }

function ClientDialog({ but, again, carryTo, onClose }: ClientDialogProps) {
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<unknown>()
  return (
    <Dialog title="Välj rätt klient" onClose={onClose}>
      <Form className="stack" onSave={() => chosen !== undefined && void carryTo(chosen).catch(setError)}>
        <OwnClientSelect but={but} value={chosen} onChange={setChosen} />
        <p className="small">Det som skrevs följer med som ett utkast. Inget sparas förrän du har läst igenom det.</p>
        {again !== undefined && <p className="small">{again}</p>}
        <ErrorNotice error={error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" disabled={chosen === undefined}>
            Öppna som utkast
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
