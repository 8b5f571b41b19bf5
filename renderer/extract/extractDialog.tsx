import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileText } from '@tabler/icons-react'
import { useState } from 'react'
import { ask } from '../core/core.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/notice.tsx'

type Kind = 'pdf' | 'json'

/** Everything that is stored about the client, for the client to have: to read, and for another program. */
export function ExtractDialog({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const [making, setMaking] = useState<Kind>()
  const [error, setError] = useState<unknown>()

  async function make(as: Kind, button: HTMLButtonElement) {
    setMaking(as)
    setError(undefined)
    try {
      const { saved } = await ask('client.extract', { clientId, as })
      if (saved) notifications.show({ message: 'Registerutdraget är sparat.' })
    } catch (failed) {
      setError(failed)
    } finally {
      setMaking(undefined)
      window.setTimeout(() => button.focus()) // while it was busy it could not hold the focus
    }
  }

  return (
    <Dialog onClose={onClose} title="Registerutdrag">
      <div className="stack">
        <p>
          Allt som finns om klienten i den här pärmen: träffar, anteckningar, arbetsblad, mål, samtycken, överlämningar,
          och vem som har läst. Klienten har rätt att få det. Läs igenom det först: uppgifter om andra personer kan
          behöva strykas.
        </p>
        <p className="small soft">Filen ligger okrypterad där du sparar den. Att du gör den syns i åtkomstloggen.</p>
        <ErrorNotice error={error} />
        <div className="form-buttons">
          <Button
            variant="default"
            loading={making === 'json'}
            onClick={event => void make('json', event.currentTarget)}
          >
            För ett annat program (JSON)
          </Button>
          <Button
            data-autofocus
            loading={making === 'pdf'}
            leftSection={<IconFileText size={18} stroke={1.7} aria-hidden />}
            onClick={event => void make('pdf', event.currentTarget)}
          >
            Att läsa (PDF)
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
