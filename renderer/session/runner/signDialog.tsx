import { Button } from '@mantine/core'
import { Dialog } from '../../ui/dialog.tsx'

type SignDialogProps = {
  number: number
  /** The day it was held, in words. */
  dayHeld: string
  warnings: readonly string[]
  onSign(): void
  onClose(): void
}

/** Before signing a session that lacks what most have: says what, and lets the user decide. */
export function SignDialog({ number, dayHeld, warnings, onSign, onClose }: SignDialogProps) {
  return (
    <Dialog title={`Signera träff ${number}?`} size="md" onClose={onClose}>
      <div className="stack">
        <p>Träffen hölls {dayHeld}.</p>
        <ul>
          {warnings.map(each => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p>Det kan vara som det ska. En signerad träff ändras inte, men du kan lägga till rättelser efteråt.</p>
        <div className="form-buttons">
          <Button variant="default" data-autofocus onClick={onClose}>
            Gå tillbaka
          </Button>
          <Button onClick={onSign}>Signera ändå</Button>
        </div>
      </div>
    </Dialog>
  )
}
