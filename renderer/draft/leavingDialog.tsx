import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { askBeforeLeaving, leaveAnyway } from './leaving.ts'

/** Asks before a window closes on words that could not be stored. Nothing otherwise. */
export function LeavingDialog() {
  const [asking, setAsking] = useState(false)
  useEffect(() => askBeforeLeaving(() => setAsking(true)), [])
  if (!asking) return null
  const stay = () => setAsking(false)
  return (
    <Dialog title="Det du skrev senast är inte sparat" size="md" onClose={stay}>
      <div className="stack">
        <p>
          Disken är full eller går inte att skriva till. Stannar du kvar står texten på skärmen, och den sparas så snart
          det går. Allt du skrev tidigare är sparat.
        </p>
        <div className="form-buttons">
          <Button variant="default" onClick={leaveAnyway}>
            Stäng utan att spara
          </Button>
          <Button data-autofocus onClick={stay}>
            Stanna kvar
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
