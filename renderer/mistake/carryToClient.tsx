import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Mistake } from '../../main/contract/mistake.ts'
import { carryOver } from '../draft/carryOver.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { OwnClientSelect } from './ownClientSelect.tsx'

type CarryToClientProps = {
  clientId: string
  mistake: Mistake
  /** The draft's place, the same for every client. */
  place: string
  /** What it begins with. */
  content: unknown
  /** Where it is gone on with, within the right client's page: *goals/new*. */
  path: string
}

/** *Välj rätt klient*: the words become a draft at the one they belong to. Nothing where another thing was wrong. */
export function CarryToClient({ clientId, mistake, place, content, path }: CarryToClientProps) {
  const [, go] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<unknown>()
  if (mistake.reason !== 'wrongClient') return null

  async function carry() {
    if (chosen === undefined) return
    try {
      const isFree = await carryOver({ clientId: chosen, place }, content)
      if (!isFree)
        notifications.show({
          autoClose: 10_000,
          message: 'Här fanns redan ett utkast. Texten ligger bredvid det, under Tidigare texter.',
        })
      go(`/client/${chosen}/${path}`)
    } catch (caught) {
      setError(caught)
    }
  }

  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        Välj rätt klient
      </Button>
      {isOpen && (
        <Dialog title="Välj rätt klient" onClose={() => setOpen(false)}>
          <Form
            className="stack"
            onSave={() => {
              void carry()
            }}
          >
            <OwnClientSelect but={clientId} value={chosen} onChange={setChosen} />
            <p className="small">
              Det som skrevs följer med som ett utkast. Inget sparas förrän du har läst igenom det.
            </p>
            <ErrorNotice error={error} />
            <div className="form-buttons">
              <Button variant="default" onClick={() => setOpen(false)}>
                Avbryt
              </Button>
              <Button type="submit" disabled={chosen === undefined}>
                Öppna som utkast
              </Button>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  )
}
