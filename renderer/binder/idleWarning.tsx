import { IconLock } from '@tabler/icons-react'

/** Shortly before the binder locks by itself. Any key or movement keeps it open. */
export function IdleWarning({ seconds }: { seconds: number }) {
  return (
    <div className="idle-warning no-print">
      <IconLock size={19} stroke={1.7} aria-hidden />
      <span>
        Låser om <b>{seconds} s</b> – rör en tangent. Det du skrivit sparas.
      </span>
      <span className="visually-hidden" role="status">
        Arton låser snart. Rör en tangent för att fortsätta.
      </span>
    </div>
  )
}
