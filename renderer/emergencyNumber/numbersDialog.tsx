import { Dialog } from '../ui/dialog.tsx'
import { NumberList } from './numberList.tsx'

/** Whom to ring, over whatever is going on. */
export function NumbersDialog({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Nödnummer" onClose={onClose}>
      <NumberList />
    </Dialog>
  )
}
