import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Mistake } from '../../main/contract/mistake.ts'
import type { Session } from '../../main/contract/session.ts'
import { ask, useCore } from '../core/core.ts'
import { carryOver } from '../draft/carryOver.ts'
import { OwnClientSelect } from '../mistake/ownClientSelect.tsx'
import { useStruckWith } from '../mistake/struck.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { carriedSession } from './carriedSession.ts'

type CarryProps = {
  session: Session
  mistake: Mistake
  onClose(): void
  /** The draft is the same session's: its page goes on with it. */
  onHere(): void
}

/** Where the words of a struck session belong: the right client's session, or another session or day of the same one. */
export function CarrySessionDialog({ session, mistake, onClose, onHere }: CarryProps) {
  const [, go] = useLocation()
  const isOther = mistake.reason === 'wrongClient'
  const [clientId, setClientId] = useState<string | undefined>(isOther ? undefined : session.clientId)
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<unknown>()
  const plan = useCore('plan.ofClient', { clientId: clientId ?? session.clientId }, { enabled: clientId !== undefined })
  const along = useStruckWith(session.clientId, mistake.id)
  const open = (plan.data ?? []).filter(each => each.outcome !== 'held')
  const isAnotherSlot = mistake.reason === 'wrongSession' // then the one it was struck from is not proposed
  const proposed = isAnotherSlot ? undefined : open.find(each => each.number === session.number)
  const slot = open.find(each => each.id === chosen) ?? proposed

  async function carry() {
    if (clientId === undefined || slot === undefined) return
    try {
      const chapter = await ask('manual.chapter', { session: slot.number })
      const reviews = isOther ? [] : mistake.reviews
      const { place, content } = carriedSession(session, { slotId: slot.id, chapter }, { along, reviews })
      const isFree = await carryOver({ clientId, place }, content)
      notifications.show({
        autoClose: 10_000,
        message: isFree
          ? 'Texten ligger som utkast. Läs igenom dagen och orden, och signera.'
          : 'Här fanns redan ett utkast. Texten ligger bredvid det, under Tidigare texter.',
      })
      onClose()
      if (place.startsWith('outcome:')) go(`/client/${clientId}/do/${place.replace(':', '/')}`)
      else if (slot.id === session.slotId) onHere()
      else go(`/client/${clientId}/session/${slot.id}`)
    } catch (caught) {
      setError(caught)
    }
  }

  return (
    <Dialog title={isOther ? 'Välj rätt klient' : 'Skriv på rätt dag och träff'} onClose={onClose}>
      <Form
        className="stack"
        onSave={() => {
          void carry()
        }}
      >
        {isOther && (
          <OwnClientSelect
            but={session.clientId}
            value={clientId}
            onChange={id => {
              setClientId(id)
              setChosen(undefined)
            }}
          />
        )}
        <Select
          label="Träff"
          required
          disabled={clientId === undefined}
          data={open.map(each => ({ value: each.id as string, label: `Träff ${each.number}` }))}
          value={slot?.id ?? null}
          onChange={value => setChosen(value ?? undefined)}
        />
        <p className="small">
          Allt som skrevs följer med som ett utkast. Inget sparas i journalen förrän du har läst igenom och signerat.
        </p>
        <ErrorNotice error={plan.error ?? error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" disabled={slot === undefined}>
            Öppna som utkast
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
