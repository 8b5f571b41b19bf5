import { isWhole, type NumberBounds, readMinutes, readNumber } from './readNumber.ts'
import { notYetRead, WrittenInput, type WrittenProps } from './writtenInput.tsx'

type NumberInputProps = Omit<WrittenProps, 'value' | 'onChange'> &
  NumberBounds & {
    /** The text is one that is not yet read, and cannot be saved; undefined is an empty field. */
    value: number | string | undefined
    onChange(value: number | string | undefined): void
    /** Minutes may be written as hours and minutes too. */
    minutes?: boolean
  }

/** A whole number, written in figures: read when it is left, never cut to what fits. */
export function NumberInput({ value, onChange, min, max, unit, minutes = false, ...rest }: NumberInputProps) {
  const read = minutes ? readMinutes : readNumber
  return (
    <WrittenInput
      {...rest}
      inputMode="text"
      missing={minutes ? 'Skriv minuterna.' : 'Skriv talet.'}
      value={
        typeof value === 'number'
          ? `${value}`
          : value !== undefined && isWhole(value)
            ? notYetRead(value)
            : (value ?? '')
      }
      onChange={text => onChange(text === '' ? undefined : isWhole(text) ? Number(text) : text)}
      isRead={text => isWhole(text) && Number(text) >= min && Number(text) <= max}
      read={text => read(text, { min, max, unit })}
      shown={text => (unit === undefined ? text : `${text} ${unit}`)}
    />
  )
}
