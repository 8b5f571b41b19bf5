import { plainSigns, type Reading, unread } from './reading.ts'

/** What a number field takes: whole numbers only. `unit` is what it counts, as *tim* or *kr*, and may be written after it. */
export type NumberBounds = { readonly min: number; readonly max: number; readonly unit?: string | undefined }

/** A whole number in figures, 1200 or 1 200, with its unit or without; nothing is rounded, cut or left out. */
export function readNumber(text: string, { min, max, unit = '' }: NumberBounds): Reading {
  const plain = withoutUnit(plainSigns(text).replaceAll("'", ''), unit)
  const whole = /^(-?\d{1,3}(?: \d{3})+|-?\d+)(?:,0+|:-)?$/.exec(plain)?.[1]
  if (whole === undefined)
    return unread(/\d[.,]\d/.test(plain) ? 'Skriv ett helt tal, utan decimaler.' : 'Skriv talet med siffror.')
  return bounded(Number(whole.replaceAll(' ', '')), { min, max, unit })
}

function withoutUnit(text: string, unit: string): string {
  const name = unit.toLocaleLowerCase('sv')
  return name !== '' && text.endsWith(name) ? text.slice(0, -name.length).trim() : text
}

function bounded(value: number, { min, max, unit = '' }: NumberBounds): Reading {
  if (value >= min && value <= max) return { kind: 'read', value: `${value}` }
  return unread(`Skriv ett tal från ${min} till ${max}${unit === '' ? '' : ` ${unit}`}.`)
}

/**
 * Whole minutes: 90, 90 min, 1:30, 1 h 30 min, 1,5 timmar, 1½ h. *1,5* and *1.30* without a unit are asked about: they
 * can be hours, and as minutes make no sense. *60,0* is more hours than any field takes, and is 60 minutes.
 */
export function readMinutes(text: string, { min, max }: NumberBounds): Reading {
  const plain = plainSigns(text).replace(/(\d*) ?([¼½¾])/, (_, whole, part) => `${whole || 0},${QUARTERS[part]}`)
  const within = (minutes: number) => bounded(minutes, { min, max, unit: 'minuter' })
  const hour = String.raw`(?:h|t|tim|timme|timmar)\.?`
  const minute = String.raw`(?:m|min|minut|minuter)\.?`
  const only = new RegExp(`^(\\d+) ?(?:${minute})?$`).exec(plain)
  if (only !== null) return within(Number(only[1]))
  const clockwise =
    new RegExp(`^(\\d{1,2}):([0-5]\\d)(?: ?${hour})?$`).exec(plain) ??
    new RegExp(`^(\\d{1,2}) ?${hour}(?:,? ?(?:och )?([0-5]?\\d) ?(?:${minute})?)?$`).exec(plain)
  if (clockwise !== null) return within(Number(clockwise[1]) * 60 + Number(clockwise[2] ?? 0))
  const decimal = new RegExp(`^(\\d{1,2})[.,](\\d{1,2})( ?${hour})?$`).exec(plain)
  if (decimal === null) return unread('Skriv minuterna med siffror: 90, eller 1:30.')
  const [, hours, part = '', named] = decimal
  const minutes = part === '30' && named === undefined ? Number(hours) * 60 + 30 : Number(`${hours}.${part}`) * 60
  if (!Number.isInteger(minutes)) return unread('Skriv minuterna med siffror: 90, eller 1:30.')
  if (minutes > max && named === undefined && Number(part) === 0) return within(Number(hours))
  const reading = within(minutes)
  if (named !== undefined || reading.kind !== 'read') return reading
  return {
    kind: 'asked',
    value: reading.value,
    question: `Menar du ${minutes} minuter?`,
    yes: `Ja, ${minutes} minuter`,
  }
}

/** What a quarter, a half and three quarters are as decimals. */
const QUARTERS: Readonly<Record<string, string>> = { '¼': '25', '½': '5', '¾': '75' }

/** What the core is given: text that could not be read is no number, and it takes none such. */
export const numberIn = (value: number | string | undefined): number => (typeof value === 'number' ? value : Number.NaN)

/** True of a text that is a whole number as the core takes it. */
export const isWhole = (text: string): boolean => /^-?(?:0|[1-9]\d{0,8})$/.test(text)
