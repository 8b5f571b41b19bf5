import { clock } from './format.ts'
import { isTime, readClock } from './readClock.ts'
import { WrittenInput, type WrittenProps } from './writtenInput.tsx'

/** A time of day in Swedish: written as readClock.ts tells, shown as 09.30. */
export function ClockInput(props: WrittenProps) {
  return (
    <WrittenInput
      {...props}
      placeholder="09.30"
      missing="Skriv tiden."
      isRead={isTime}
      read={readClock}
      shown={clock}
    />
  )
}
