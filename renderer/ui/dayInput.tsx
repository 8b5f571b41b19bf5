import { DateInput } from '@mantine/dates'
import dayjs from 'dayjs'

type DayInputProps = {
  label: string
  /** YYYY-MM-DD, or empty. */
  value: string
  onChange(day: string): void
  description?: string
  required?: boolean
  autoFocus?: boolean
  disabled?: boolean
  hideLabel?: boolean
  error?: string | false
}

/** A calendar day in Swedish: typed as 2026-11-21, 261121 or 21/11, or picked; shown as *lör 21 nov 2026*. */
export function DayInput({ label, value, onChange, hideLabel = false, autoFocus = false, ...rest }: DayInputProps) {
  return (
    <DateInput
      {...rest}
      size="md"
      {...(hideLabel ? {} : { label })}
      aria-label={label}
      {...(autoFocus ? { 'data-autofocus': true, autoFocus } : {})}
      placeholder="ÅÅÅÅ-MM-DD"
      hideOutsideDates
      clearable={rest.required !== true}
      clearButtonProps={{ 'aria-label': 'Töm dagen' }}
      ariaLabels={{ previousMonth: 'Månaden före', nextMonth: 'Månaden efter' }}
      value={value === '' ? null : value}
      onChange={next => onChange(next ?? '')}
      dateParser={typed => dayFrom(typed, dayjs().format('YYYY-MM-DD')) ?? null}
      valueFormat="ddd D MMM YYYY"
    />
  )
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

/** A day as people type it, or nothing: 2026-11-21, 261121, 21/11, 21 nov, lör 21 nov 2026. A day and a month without year is the one nearest to `near`. */
export function dayFrom(typed: string, near: string): string | undefined {
  const text = typed.trim()
  const whole = /^(\d{2})?(\d{2})-?(\d{2})-?(\d{2})$/.exec(text)
  if (whole !== null) return existing(`${whole[1] ?? '20'}${whole[2]}-${whole[3]}-${whole[4]}`)
  const short = /^(?:\p{L}{3,} )?(\d{1,2})(?:[/.](\d{1,2})|\.? (\p{L}{3})\p{L}*\.?)(?: (\d{4}))?$/u.exec(text)
  if (short === null) return undefined
  const [, day = '', number, name = '', givenYear] = short
  const month = number === undefined ? MONTHS.indexOf(name.toLocaleLowerCase('sv')) + 1 : Number(number)
  const inYear = (year: number) => `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`
  if (givenYear !== undefined) return existing(inYear(Number(givenYear)))
  const year = Number(near.slice(0, 4))
  const distance = (each: string) => Math.abs(dayjs(each).diff(near, 'day'))
  const [nearest = ''] = [year - 1, year, year + 1].map(inYear).sort((a, b) => distance(a) - distance(b))
  return existing(nearest)
}

function existing(day: string): string | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && dayjs(day).format('YYYY-MM-DD') === day ? day : undefined
}
