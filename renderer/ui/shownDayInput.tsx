import { useState } from 'react'
import { DayInput } from './dayInput.tsx'
import { isDay } from './readDay.ts'
import { anyYear } from './usualDays.ts'

type ShownDayInputProps = { label: string; chosen: string; onChoose(day: string): void }

/** The day that a page shows something for: it goes by the last one that could be read. */
export function ShownDayInput({ label, chosen, onChoose }: ShownDayInputProps) {
  const [typed, setTyped] = useState(chosen)
  return (
    <DayInput
      label={label}
      usual={anyYear()}
      required
      value={typed}
      onChange={text => {
        setTyped(text)
        if (isDay(text)) onChoose(text)
      }}
    />
  )
}
