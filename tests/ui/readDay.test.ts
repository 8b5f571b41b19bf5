import 'dayjs/locale/sv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayAndYear } from '../../renderer/ui/format.ts'
import { isDay, readDay } from '../../renderer/ui/readDay.ts'
import { aroundNow, fromNow, longAgo, someYearsAhead, type UsualDays, untilNow } from '../../renderer/ui/usualDays.ts'

const TODAY = '2026-12-01'

/** The day it was read as; with `?` when it is asked about, and the reason when it is not read. */
function told(text: string, usual: UsualDays = aroundNow()): string {
  const reading = readDay(text, TODAY, usual)
  if (reading.kind === 'unread') return reading.why
  return reading.kind === 'asked' ? `${reading.value}?` : reading.value
}

describe('a day as it is written', () => {
  test.each([
    '8/11',
    '8.11',
    '8-11',
    '8 11',
    '08/11',
    '08.11.',
    '8/11-26',
    '8/11 -26',
    '8/11 26',
    '8/11/26',
    '8.11.26',
    '8/11 2026',
    '8/11, 2026',
    '8/11-2026',
    '8.11.2026',
    '08.11.2026.',
    '8. 11. 2026',
    '8-11-26',
    '08-11-2026',
    '8 - 11 - 2026',
    '8 11 2026',
    '8 nov',
    '8 nov.',
    '8nov',
    '8 nov 26',
    '8 nov -26',
    '8 nov ’26',
    '8 nov 2026',
    '8 november 2026',
    '8 NOVEMBER, 2026',
    '8-nov-2026',
    '8/nov/2026',
    '8.nov.2026',
    '8:e nov',
    '8e november 2026',
    'den 8 november',
    'den 8:e november 2026',
    'den 8/11',
    'november 8 2026',
    'november 8, 2026',
    '2026 november 8',
    'sön 8 nov',
    'sön. 8 nov 2026',
    'sö 8/11',
    'sönd. 8/11',
    '８/１１',
    '２０２６－１１－０８',
    'söndag 8 november 2026',
    'söndagen den 8:e november 2026',
    'söndag, 8 november',
    '8/11 (sön)',
    '8 november, söndag',
    '2026-11-08',
    '2026-11-8',
    '2026/11/08',
    '2026.11.08',
    '2026 11 08',
    '2026‐11‐08',
    '2026–11–08',
    '2026−11−08',
    '20261108',
    '08112026',
    '261108',
    '26-11-08',
    '26-11-8',
    '\u00a08\u00a0nov\u00a02026\u00a0',
    '8\u200b/11\ufeff',
    '8⁄11',
    ' 8 / 11 ',
    'Sön 8 Nov 2026',
  ])('%j is 8 November 2026', text => {
    expect(told(text)).toBe('2026-11-08')
  })

  test.each([
    ['8.11.2025', '2025-11-08?'],
    ['8/11-25', '2025-11-08?'],
    ['8 nov 25', '2025-11-08?'],
    ['081108', '2008-11-08?'],
    ['1 febr 2026', '2026-02-01'],
    ['1 sept', '2026-09-01'],
    ['28 feb', '2026-02-28?'],
    ['31/12', '2026-12-31'],
    ['i dag', '2026-12-01'],
    ['igår', '2026-11-30'],
    ['i förrgår', '2026-11-29'],
    ['i morgon', '2026-12-02'],
    ['261121', '2026-11-21'],
    ['111111', '2011-11-11?'],
    ['15 mars', '2026-03-15?'],
    ['8/11-12', '2012-11-08?'],
  ])('%j is %s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test.each([
    ['31/11', '31 november finns inte.'],
    ['31 nov', '31 november finns inte.'],
    ['30/2', '30 februari finns inte.'],
    ['31-11-2026', '31 november 2026 finns inte.'],
    ['29/2-25', '29 februari 2025 finns inte.'],
    ['20261301', 'Det finns ingen månad 13. Skriv dagen först: 8/11.'],
    ['29/2 2026', '29 februari 2026 finns inte.'],
    ['2026-02-29', '29 februari 2026 finns inte.'],
    ['0/11', '0 november finns inte.'],
    ['29/2', 'Skriv också året.'],
    ['8/13', 'Det finns ingen månad 13. Skriv dagen först: 8/11.'],
    ['11/28/2026', 'Det finns ingen månad 28. Skriv dagen först: 8/11.'],
    ['081126', 'Kan vara 8 november 2026 eller 26 november 2008. Skriv året med fyra siffror.'],
    ['08-11-26', 'Kan vara 8 november 2026 eller 26 november 2008. Skriv året med fyra siffror.'],
    ['08 11 26', 'Kan vara 8 november 2026 eller 26 november 2008. Skriv året med fyra siffror.'],
    ['261225', 'Kan vara 26 december 2025 eller 25 december 2026. Skriv året med fyra siffror.'],
    ['999999', 'Den dagen finns inte i kalendern.'],
    ['lördag 8 nov 2026', '8 november 2026 är en söndag, inte en lördag.'],
    ['söndag', 'Vilken dag? Skriv datumet, till exempel 8/11.'],
    ['8 nov 1899', 'Året måste vara mellan 1900 och 2200.'],
    ['2201-01-01', 'Året måste vara mellan 1900 och 2200.'],
    ...[
      'nov',
      'nov 26',
      'november 2026',
      '2026',
      '2026-11',
      '0811',
      '811',
      '8',
      '2611080',
      '8/11 kl 9',
      '8/11 10.30',
      '8/11-9/11',
      '8-9/11',
      '8-9.11',
      '8.9/11',
      'v. 45',
      '8 nob',
      '8 no',
      '-8/11',
      '8//11',
      '8/11/6',
      '8 nov 6',
      '8/11/026',
      'snart',
      '½',
      '٨/١١',
    ].map(each => [each, 'Skriv dagen som 8/11, 8 nov 2026 eller 2026-11-08.']),
  ])('%j is not read: %s', (text, why) => {
    expect(told(text)).toBe(why)
  })
})

describe('a day without a year', () => {
  test('is the nearest that the field usually holds, and the year is told', () => {
    expect(readDay('8/11', TODAY, aroundNow())).toEqual({
      kind: 'read',
      value: '2026-11-08',
      told: 'Det blir 8 november 2026.',
    })
    expect([told('5/1'), told('15/12'), told('15/6'), told('15/11', untilNow())]).toEqual([
      '2027-01-05',
      '2026-12-15',
      '2026-06-15',
      '2026-11-15',
    ])
    expect([told('5/1', fromNow()), told('15/6', fromNow())]).toEqual(['2027-01-05', '2027-06-15?'])
  })

  test('that seldom is the nearest one is asked about: of what has happened it may be a year ago', () => {
    expect([told('5/1', untilNow()), told('2/12', untilNow())]).toEqual(['2026-01-05?', '2025-12-02?'])
  })

  test('is that of the year with its weekday, where one was written', () => {
    expect([told('tisdag 5 jan', untilNow()), told('tis 5/1')]).toEqual(['2027-01-05?', '2027-01-05'])
  })
})

describe('an unusual day is asked about, and the year is named', () => {
  const question = (text: string, usual: UsualDays) => {
    const reading = readDay(text, TODAY, usual)
    return reading.kind === 'asked' ? `${reading.question} ${reading.yes}` : reading
  }
  const client = { bornIn: '1985', diedOn: '2026-11-20', stays: [{ fromOn: '2026-03-01', toOn: '2026-09-01' }] }

  test.each([
    ['2027-03-15', aroundNow(), '15 mars 2027 är om 104 dagar. Stämmer det? Ja, 15 mars 2027'],
    ['20/11 2008', aroundNow(), '20 november 2008 var för 18 år sedan. Stämmer det? Ja, 20 november 2008'],
    ['30/11 2025', aroundNow(), '30 november 2025 var för mer än ett år sedan. Stämmer det? Ja, 30 november 2025'],
    ['2/12 2026', untilNow(), '2 december 2026 är i morgon. Stämmer det? Ja, 2 december 2026'],
    ['2/12', untilNow(), '2 december 2025 var för 364 dagar sedan. Stämmer det? Ja, 2 december 2025'],
    ['1/5 1984', longAgo(client), '1 maj 1984 är före klientens födelse. Stämmer det? Ja, 1 maj 1984'],
    [
      '21/11',
      aroundNow(client),
      '21 november 2026 är efter klientens död 20 november 2026. Stämmer det? Ja, 21 november 2026',
    ],
    [
      '2/9',
      untilNow(client),
      '2 september 2026 ligger utanför klientens placeringar. Stämmer det? Ja, 2 september 2026',
    ],
  ])('%s', (text, usual, expected) => {
    expect(question(text, usual)).toBe(expected)
  })

  test('within what the field holds nothing is asked', () => {
    const near = ['1/12 2025', '30/1 2027'].map(each => told(each))
    expect(near).toEqual(['2025-12-01', '2027-01-30'])
    expect([told('1/12 2028', someYearsAhead()), told('1998-05-01', longAgo()), told('1/9', untilNow(client))]).toEqual(
      ['2028-12-01', '1998-05-01', '2026-09-01'],
    )
  })
})

describe('every day', () => {
  const days = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
    .map(each => each.toISOString().slice(0, 10))
  const anyDay: UsualDays = { back: 1_000_000, ahead: 1_000_000 }

  test('is read back from every whole form of it', () => {
    fc.assert(
      fc.property(days, day => {
        const [year = '', month = '', date = ''] = day.split('-')
        const [m, d] = [Number(month), Number(date)]
        const forms = [
          day,
          day.replaceAll('-', ''),
          dayAndYear(day),
          `den ${d}:e ${dayAndYear(day).split(' ')[1]} ${year}`,
        ]
        for (const between of ['/', '.', '-', ' '])
          forms.push([d, m, year].join(between), [date, month, year].join(between))
        expect(forms.map(each => told(each, anyDay))).toEqual(forms.map(() => day))
      }),
      { numRuns: 300 },
    )
  })

  test('without its year keeps its month and day, whatever the field', () => {
    const usuals = fc.constantFrom(aroundNow(), untilNow(), fromNow(), longAgo())
    fc.assert(
      fc.property(days, usuals, fc.constantFrom('/', '.', '-', ' '), (day, usual, between) => {
        fc.pre(!day.endsWith('02-29'))
        const [, month = '', date = ''] = day.split('-')
        const reading = readDay(`${Number(date)}${between}${Number(month)}`, TODAY, usual)
        expect(reading.kind === 'unread' ? reading.why : reading.value.slice(5)).toBe(`${month}-${date}`)
      }),
      { numRuns: 300 },
    )
  })

  test('and whatever else is typed becomes a day of the calendar, or none', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789/.- novendjuliö:'), maxLength: 16 })
    fc.assert(
      fc.property(typed, text => {
        const reading = readDay(text, TODAY, anyDay)
        expect(reading.kind === 'unread' || isDay(reading.value)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
