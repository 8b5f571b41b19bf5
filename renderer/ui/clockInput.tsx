import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { clock } from './format.ts'

type ClockInputProps = {
  label: string /** HH:MM, or empty. */
  value: string
  onChange(time: string): void
  required?: boolean
  hideLabel?: boolean
}

/** A time of day in Swedish: typed as 9.30, 930 or 9:30, shown as 09.30. */
export function ClockInput({ label, value, onChange, required = false, hideLabel = false }: ClockInputProps) {
  const [typed, setTyped] = useState<string>()
  const unclear = typed !== undefined && typed.trim() !== '' && timeFrom(typed) === undefined
  return (
    <TextInput
      label={hideLabel ? undefined : label}
      aria-label={label}
      inputMode="numeric"
      placeholder="09.30"
      required={required}
      value={typed ?? clock(value)}
      error={unclear && 'Skriv tiden som 9.30.'}
      onChange={event => {
        setTyped(event.currentTarget.value)
        const time = timeFrom(event.currentTarget.value)
        if (time !== undefined || event.currentTarget.value.trim() === '') onChange(time ?? '')
      }}
      onBlur={() => !unclear && setTyped(undefined)}
    />
  )
}

/** HH:MM from what people type, or nothing. */
function timeFrom(typed: string): string | undefined {
  const found = /^(\d{1,2})[.:]?(\d{2})$/.exec(typed.trim())
  if (found === null) return undefined
  const [, hours = '', minutes = ''] = found
  return Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : undefined
}
