import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { sentenceFor } from '../core/refusals.ts'

/** What went wrong, in a sentence a person can act on. Nothing when nothing did. */
export function ErrorNotice({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  return (
    <div className="notice notice-danger" role="alert">
      <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
      <span>{sentenceFor(error)}</span>
    </div>
  )
}

/** The same sentence in a corner of the window, until it is put away: where what failed has no place on the page. */
export function notifyError(error: unknown): void {
  notifications.show({ message: sentenceFor(error), color: 'red', autoClose: false })
}

export function InfoNotice({ children }: { children: ReactNode }) {
  return (
    <div className="notice">
      <IconInfoCircle size={18} stroke={1.7} aria-hidden />
      <div>{children}</div>
    </div>
  )
}

/** While something is fetched: said aloud, and shown only if it takes long enough to be noticed. */
export function Waiting() {
  return (
    <p role="status" className="page soft waiting">
      Hämtar …
    </p>
  )
}

/** A page whose data are not there: why they could not be had, or that they are being fetched. */
export function NotLoaded({ error }: { error: unknown }) {
  if (error === null) return <Waiting />
  return (
    <div className="page">
      <ErrorNotice error={error} />
    </div>
  )
}
