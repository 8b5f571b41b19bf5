import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'

/** Milliseconds that what was removed can be had back. */
const UNDO_TIME = 10_000

let latest: { id: string; undo(): void } | undefined
let count = 0

/** Says what was removed, and gives it back with *Ångra* or Alt+Z for some seconds. Only the latest can be undone by key. */
export function offerUndo(message: string, undo: () => void): void {
  count += 1
  const id = `undo-${count}`
  const forget = () => {
    if (latest?.id === id) latest = undefined
  }
  const offered = {
    id,
    undo: () => {
      forget()
      notifications.hide(id)
      undo()
    },
  }
  latest = offered
  notifications.show({
    id,
    autoClose: UNDO_TIME,
    onClose: forget,
    message: (
      <span className="spread">
        {message}
        <Button variant="default" size="compact-md" rightSection={<kbd>Alt Z</kbd>} onClick={offered.undo}>
          Ångra
        </Button>
      </span>
    ),
  })
}

/** Takes back what was removed last, while it is still offered. */
export function undoLatest(): void {
  latest?.undo()
}

/** Where what was removed came from is gone: nothing more to give back to. */
export function forgetUndo(): void {
  if (latest !== undefined) notifications.hide(latest.id)
  latest = undefined
}
