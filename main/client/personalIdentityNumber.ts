import type { NumberKind } from '../contract/client.ts'
import { refuse } from '../contract/errors.ts'
import { folded } from '../contract/folding.ts'
import { type Birth, birthIn, type NumberFault } from '../contract/personalNumber.ts'

export type PersonalNumber = {
  /** Twelve characters. */
  readonly number: string
  readonly kind: Exclude<NumberKind, 'none'>
}

/** Between the digits of what is pasted. A plus is not among them: it tells the century. */
const SEPARATORS = /[\s\-'/\\⁄∕|.,·_]/g

/** The number in capitals without what people and programs write between its digits. */
function tidied(text: string): string {
  return folded(text).replaceAll(SEPARATORS, '').toUpperCase()
}

/** What may be a number, or the beginning of one, without separators; empty for anything else. */
export function numberIn(words: string): string {
  const number = tidied(words).replaceAll('+', '')
  return /^\d+$|^\d{6,8}[A-Z][A-Z\d]{0,3}$/.test(number) ? number : ''
}

/** Letters of an interim number, in the place of the serial's first digit. They count as 1. */
const INTERIM = /^\d{8}[TRSUWXJKLMN]\d{3}$/
/** Letters of a reserve number: two, and a third where the sex is not known. */
const RESERVE = /^\d{8}[A-HJ-NPR-UX-Z]{2}[\dA-HJ-NPR-UX-Z]\d$/
const EITHER = /^(\d\d)?(\d{6})(\+?)([\dA-Z]{4})$/

/** Years: Skatteverket's test numbers begin in 1890; a year far before is a slip of the pen. */
const OLDEST = 150

/**
 * Reads a number of ten or twelve characters, whatever stands between them; `+` is from the year of a hundred. Answers
 * with the first part that is wrong.
 *
 * - personnummer; - samordningsnummer: day + 60. In either a month or day that is not known is 00, so a samordningsnummer
 *   may have day 60, and month 00 as in 191500722390. Its day may lie beyond the month's end: some of the published test
 *   numbers do, and nothing else is then said of the birth. Source: Skatteverket's test numbers (dataportal.se, 1914–2019
 *   and 2026); SKV M 2010:3; law-and-data.md section 10.1.
 * - nationellt reservnummer, XXYYMMDDNNGC: the century raised by 3, 6, 9 …, or 00 with no birth in it; two letters; the sex as a
 *   digit or a letter; the check digit over all eleven, a letter as its code in ASCII. Source: Inera, Nationellt reservidformat 1.0.
 * - interim number (T-nummer), given while someone waits for a number. Source: law-and-data.md section 10.1.
 */
export function readPersonalNumber(
  text: string,
  { today, interim }: { today: string; interim: boolean },
): PersonalNumber | { readonly fault: NumberFault } {
  const tidy = tidied(text)
  if (!/^[\dA-Z+]*$/.test(tidy)) return { fault: 'signs' }
  if (![10, 12].includes(tidy.replace('+', '').length)) return { fault: 'length' }
  const [, century, birth = '', sign, last = ''] = EITHER.exec(tidy) ?? []
  if (birth === '') return { fault: 'signs' }
  if (/^[A-Z]{2}/.test(last))
    return century === undefined ? { fault: 'length' } : readReserve(century + birth + last, today)

  const number = (century ?? centuryOf(birth.slice(0, 2), sign === '+', today)) + birth + last
  if (sign === '+' && Number(today.slice(0, 4)) - Number(number.slice(0, 4)) < 100) return { fault: 'century' }
  const isInterim = INTERIM.test(number)
  if (!isInterim && /[A-Z]/.test(last)) return { fault: 'signs' }
  const fault = birthFault(number, today) ?? serialFault(number)
  if (fault !== undefined) return { fault }
  if (isInterim) return interim ? { number, kind: 'interimNumber' } : { fault: 'interim' }
  return { number, kind: Number(number.slice(6, 8)) >= 60 ? 'coordinationNumber' : 'personalIdentityNumber' }
}

/** The number as it is stored. @throws Refusal with the part that is wrong. */
export function acceptedNumber(text: string, rules: Parameters<typeof readPersonalNumber>[1]): PersonalNumber {
  const read = readPersonalNumber(text, rules)
  return 'fault' in read ? refuse('number-invalid', { part: read.fault }) : read
}

function readReserve(number: string, today: string): PersonalNumber | { readonly fault: NumberFault } {
  const [series, month, day] = [number.slice(0, 2), number.slice(4, 6), number.slice(6, 8)].map(Number) as Three
  if (!RESERVE.test(number)) return { fault: 'signs' }
  if (series === 0) {
    if (month < 20) return { fault: 'month' }
    if (day < 40 || day > 59) return { fault: 'day' }
  } else {
    if (series < 22) return { fault: 'century' }
    if (month < 1 || month > 12) return { fault: 'month' }
    if (birthIn(number).day === undefined) return { fault: 'day' }
    const lived = livedFault(birthIn(number), today)
    if (lived !== undefined) return { fault: lived }
  }
  return checkDigit(number.slice(0, 11)) === Number(number[11])
    ? { number, kind: 'nationalReserveNumber' }
    : { fault: 'checkDigit' }
}
type Three = [number, number, number]

function birthFault(number: string, today: string): NumberFault | undefined {
  const [month, day] = [Number(number.slice(4, 6)), Number(number.slice(6, 8))]
  if (month > 12) return 'month'
  if (day > 91 || (day > 31 && day < 60)) return 'day'
  const birth = birthIn(number)
  if (day > 0 && day < 60 && month > 0 && birth.day === undefined) return 'day'
  return livedFault(birth, today)
}

/** Nobody is born tomorrow, nor 150 years ago. */
function livedFault({ year = '', month = '00', day = '00' }: Birth, today: string): NumberFault | undefined {
  if (Number(today.slice(0, 4)) - Number(year) > OLDEST) return 'century'
  return `${year}-${month}-${day}` > today ? 'future' : undefined
}

function serialFault(number: string): NumberFault | undefined {
  if (number.slice(8, 11) === '000') return 'serial'
  const nine = number.slice(2, 11).replace(/[A-Z]/, '1')
  return checkDigit(nine) === Number(number[11]) ? undefined : 'checkDigit'
}

/** The Luhn digit over digits, and letters by their code in ASCII: every other is doubled, from the last. */
export function checkDigit(signs: string): number {
  const sum = [...signs].toReversed().reduce((total, sign, place) => {
    const value = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0)
    return total + sumOfDigits(place % 2 === 0 ? value * 2 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

function sumOfDigits(value: number): number {
  return [...String(value)].reduce((total, digit) => total + Number(digit), 0)
}

/** What may stand on a screen: the year of birth, the rest hidden. */
export function maskedNumber(number: string): string {
  return number === '' ? '' : `${birthIn(number).year ?? '••••'} •• •• – ••••`
}

/** Where one number must be told from another: the year and the last two digits. */
export function distinguishingNumber(number: string): string {
  return number === '' ? '' : `${maskedNumber(number).slice(0, -2)}${number.slice(-2)}`
}

function centuryOf(twoDigits: string, overHundred: boolean, today: string): string {
  const thisYear = Number(today.slice(0, 4))
  const latest = thisYear - ((thisYear - Number(twoDigits)) % 100)
  return String(overHundred ? latest - 100 : latest).slice(0, 2)
}
