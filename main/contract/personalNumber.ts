import { z } from 'zod'

/** A number as it is stored: twelve digits, the last four of some kinds with letters; empty for none. */
export const storedNumber = z.string().regex(/^(\d{8}[\dA-Z]{4})?$/)

/** A number as it is typed or pasted: whatever stands between its digits is read away. */
export const typedNumber = z.string().trim().max(60)

/** What is wrong in a number that is refused. */
export const numberFault = z.enum([
  'signs',
  'length',
  'century',
  'month',
  'day',
  'future',
  'serial',
  'checkDigit',
  'interim',
])
export type NumberFault = z.infer<typeof numberFault>

/** What a number tells of the birth, in four, two and two digits: what is left out is not known. */
export type Birth = { readonly year?: string; readonly month?: string; readonly day?: string }

/** What a stored number tells of the birth. Nothing for no number. */
export function birthIn(number: string): Birth {
  if (number === '') return {}
  const isReserve = /^\d{8}[A-Z]{2}/.test(number)
  const series = Number(number.slice(0, 2))
  if (isReserve && series === 0) return {}
  const year = (isReserve ? String(19 + ((series - 19) % 3)) : number.slice(0, 2)) + number.slice(2, 4)
  const written = Number(number.slice(6, 8))
  const month = number.slice(4, 6)
  const day = String(written >= 60 ? written - 60 : written).padStart(2, '0')
  const known = { year, ...(month === '00' ? {} : { month }) }
  const isThere = day !== '00' && exists(`${month === '00' ? `${year}-01` : `${year}-${month}`}-${day}`)
  return isThere ? { ...known, day } : known
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
