import type { NumberKind } from '../contract/client.ts'

export type PersonalNumber = {
  readonly number: string
  readonly kind: Exclude<NumberKind, 'none'>
  readonly bornOn: string
  readonly sex: 'woman' | 'man'
}

/** The digits of what may be a number, or of its beginning; empty for what holds anything else. */
export function digitsIn(words: string): string {
  return /^[\d\s+-]+$/.test(words) ? words.replaceAll(/\D/g, '') : ''
}

/** Years: Skatteverket's test numbers begin in 1890; a year far before is a slip of the pen. */
const OLDEST = 150

const WRITTEN = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/

/**
 * Reads a personnummer or samordningsnummer (day + 60) written with ten or twelve digits, `-` or `+`
 * (+ from the year of a hundred). Undefined when the date does not exist, the serial is 000 or the
 * check digit is wrong. Source: law-and-data.md section 10.1.
 */
export function readPersonalNumber(text: string, today: string): PersonalNumber | undefined {
  const found = WRITTEN.exec(text.replaceAll(/\s/g, ''))
  if (found === null) return undefined
  const [, century, year = '', month = '', day = '', sign, serial = '', check = ''] = found
  if (serial === '000' || checkDigit(year + month + day + serial) !== Number(check)) return undefined

  const coordination = Number(day) > 60
  const realDay = String(coordination ? Number(day) - 60 : Number(day)).padStart(2, '0')
  const fullYear = century === undefined ? yearOf(year, sign === '+', today) : century + year
  const bornOn = `${fullYear}-${month}-${realDay}`
  if (!exists(bornOn) || bornOn > today || Number(today.slice(0, 4)) - Number(fullYear) > OLDEST) return undefined
  return {
    number: `${fullYear}${month}${day}${serial}${check}`,
    kind: coordination ? 'coordinationNumber' : 'personalIdentityNumber',
    bornOn,
    sex: Number(serial[2]) % 2 === 0 ? 'woman' : 'man',
  }
}

/** The Luhn digit over the nine digits YYMMDDNNN. */
export function checkDigit(nine: string): number {
  const sum = [...nine].reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return (10 - (sum % 10)) % 10
}

/** What may stand on a screen: the year of birth, the rest hidden. */
export function maskedNumber(number: string): string {
  return number === '' ? '' : `${number.slice(0, 4)} •• •• – ••••`
}

/** Where one number must be told from another: the year and the last two digits. */
export function distinguishingNumber(number: string): string {
  return number === '' ? '' : `${maskedNumber(number).slice(0, -2)}${number.slice(-2)}`
}

function yearOf(twoDigits: string, overHundred: boolean, today: string): string {
  const thisYear = Number(today.slice(0, 4))
  const latest = thisYear - ((thisYear - Number(twoDigits)) % 100)
  return String(overHundred ? latest - 100 : latest)
}

function exists(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}
