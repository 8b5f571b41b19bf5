import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClock } from '../../renderer/ui/readClock.ts'
import type { Reading } from '../../renderer/ui/reading.ts'
import { isWhole, readMinutes, readNumber } from '../../renderer/ui/readNumber.ts'

const said = (reading: Reading) =>
  reading.kind === 'unread' ? reading.why : reading.kind === 'asked' ? `${reading.value}?` : reading.value

describe('a time of day as it is written', () => {
  test.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9,30', '09:30'],
    ['9.30', '09:30'],
    ['9:30', '09:30'],
    ['9 30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['09:30:00', '09:30'],
    ['kl 9', '09:00'],
    ['kl. 9:30', '09:30'],
    ['Kl.9.30', '09:30'],
    ['klockan 14', '14:00'],
    ['\u00a09.30\u00a0', '09:30'],
    ['0', '00:00'],
    ['23.59', '23:59'],
    ['2', '02:00?'],
    ['02.00', '02:00'],
    ['2.30', '02:30?'],
    ['315', '03:15?'],
    ['009', '00:09?'],
    ['0315', '03:15'],
    ['09.30.00', '09:30'],
    ['１４：３０', '14:30'],
  ])('%j is %s', (text, time) => {
    expect(said(readClock(text))).toBe(time)
  })

  test.each([
    ['9.30-10.30', 'Skriv bara när det börjar, som 9.30.'],
    ['9–10', 'Skriv bara när det börjar, som 9.30.'],
    ['kl 9 till 10', 'Skriv bara när det börjar, som 9.30.'],
    ['24', 'Klockan 24 finns inte. Skriv tiden som 9.30.'],
    ['9.60', 'Klockan 9.60 finns inte. Skriv tiden som 9.30.'],
    ['2500', 'Klockan 2500 finns inte. Skriv tiden som 9.30.'],
    ...['9.3', '9,5', 'halv tio', '9 em', '12345', 'förmiddag', '9.30 fm', '-9', '٩'].map(each => [
      each,
      'Skriv tiden som 9.30.',
    ]),
  ])('%j is not read: %s', (text, why) => {
    expect(said(readClock(text))).toBe(why)
  })
})

describe('minutes as they are written', () => {
  const BOUNDS = { min: 5, max: 240 }
  test.each([
    ['90', '90'],
    ['90 min', '90'],
    ['90 minuter', '90'],
    ['1:30', '90'],
    ['0:45', '45'],
    ['1h', '60'],
    ['1 tim', '60'],
    ['1 h 30 min', '90'],
    ['1 timme och 30 minuter', '90'],
    ['1,5 h', '90'],
    ['1.5 timmar', '90'],
    ['0,75 h', '45'],
    ['1½ h', '90'],
    ['½ timme', '30'],
    ['1 ½', '90?'],
    ['1:30 h', '90'],
    ['1 timme, 30 minuter', '90'],
    ['60,0', '60'],
    ['９０', '90'],
    ['1,5', '90?'],
    ['1.30', '90?'],
    ['240', '240'],
    ['300', 'Skriv ett tal från 5 till 240 minuter.'],
    ['5 h', 'Skriv ett tal från 5 till 240 minuter.'],
    ['4', 'Skriv ett tal från 5 till 240 minuter.'],
    ...['45-60', '-45', '1e2', 'en timme', '60,5 min', '1:75', '60.0.0'].map(each => [
      each,
      'Skriv minuterna med siffror: 90, eller 1:30.',
    ]),
  ])('%j is %s', (text, expected) => {
    expect(said(readMinutes(text, BOUNDS))).toBe(expected)
  })
})

describe('a number as it is written', () => {
  test.each([
    ['12', '12'],
    ['012', '12'],
    ['１２', '12'],
    ['12 tim', '12'],
    ['12,0', '12'],
    ['12,5', 'Skriv ett helt tal, utan decimaler.'],
    ['12.5', 'Skriv ett helt tal, utan decimaler.'],
    ['1.200', 'Skriv ett helt tal, utan decimaler.'],
    ['25', 'Skriv ett tal från 0 till 24 tim.'],
    ['-1', 'Skriv ett tal från 0 till 24 tim.'],
    ['tolv', 'Skriv talet med siffror.'],
    ['12-14', 'Skriv talet med siffror.'],
    ['1 2', 'Skriv talet med siffror.'],
  ])('%j is %s', (text, expected) => {
    expect(said(readNumber(text, { min: 0, max: 24, unit: 'tim' }))).toBe(expected)
  })

  test('large ones may stand in groups, as sums do', () => {
    const sums = ['1200', '1 200', '1\u00a0200', '1 200 kr', '1200:-', '1 200,00 kr']
    expect(sums.map(each => said(readNumber(each, { min: 0, max: 1_000_000, unit: 'kr' })))).toEqual(
      sums.map(() => '1200'),
    )
  })
})

test('whatever is typed is a value within its bounds, or none', () => {
  const typed = fc.string({ unit: fc.constantFrom(...'0123456789.,:- hmintkrl'), maxLength: 12 })
  fc.assert(
    fc.property(typed, text => {
      for (const reading of [readMinutes(text, { min: 5, max: 240 }), readNumber(text, { min: 5, max: 240 })]) {
        if (reading.kind === 'unread') continue
        expect(isWhole(reading.value)).toBe(true)
        expect(Number(reading.value)).toBeGreaterThanOrEqual(5)
        expect(Number(reading.value)).toBeLessThanOrEqual(240)
      }
      const clock = readClock(text)
      if (clock.kind !== 'unread') expect(clock.value).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
    }),
    { numRuns: 2000 },
  )
})
