import { notifications } from '@mantine/notifications'
import type { ValueAbout } from '../../main/contract/valueChange.ts'
import { useCommand, useCore } from '../core/core.ts'
import { notifyError } from '../ui/notice.tsx'

type UndoChangeProps = {
  clientId: string
  about: ValueAbout
  /** What was changed, for whoever hears the button and not sees beside what it stands. */
  what: string
  /** Once it is put back. */
  onUndone?: () => void
}

/** *Ångra* beside a value that the reader has changed today, and that stands as they left it. Nothing otherwise. */
export function UndoChange({ clientId, about, what, onUndone }: UndoChangeProps) {
  const changes = useCore('valueChange.undoable', { clientId })
  const undo = useCommand('valueChange.undo')
  const change = changes.data?.find(each => each.about.kind === about.kind && each.about.id === about.id)
  if (change === undefined) return null
  return (
    <button
      type="button"
      className="link-button small no-print"
      aria-label={`Ångra ändringen: ${what}`}
      onClick={() =>
        undo.mutate(
          { clientId, changeId: change.id },
          {
            onSuccess: () => {
              notifications.show({ message: 'Ångrat. Det står som före ändringen.' })
              onUndone?.()
            },
            onError: notifyError,
          },
        )
      }
    >
      Ångra ändringen
    </button>
  )
}
