import { describe, expect, test } from 'vitest'
import {
  checkDigit,
  distinguishingNumber,
  maskedNumber,
  numberIn,
  readPersonalNumber,
} from '../../main/client/personalIdentityNumber.ts'
import { birthIn, numberFault } from '../../main/contract/personalNumber.ts'
import { testNumber } from '../support/people.ts'

const TODAY = '2026-11-21'
const read = (text: string) => readPersonalNumber(text, { today: TODAY, interim: false })
const readInterim = (text: string) => readPersonalNumber(text, { today: TODAY, interim: true })
const faultOf = (text: string) => {
  const found = read(text)
  return 'fault' in found ? found.fault : undefined
}

test('Skatteverket’s own test number is read whole', () => {
  expect(read('189001019802')).toEqual({ number: '189001019802', kind: 'personalIdentityNumber' })
  expect(birthIn('189001019802')).toEqual({ year: '1890', month: '01', day: '01' })
})

describe('a number means the same person however it is written', () => {
  const twelve = testNumber('1985-03-12', 981)
  const ten = twelve.slice(2)
  const withBetween = (between: string) => `${twelve.slice(0, 8)}${between}${twelve.slice(8)}`
  const forms: [string, string][] = [
    ['twelve digits', twelve],
    ['ten digits', ten],
    ['ten digits and a hyphen', `${ten.slice(0, 6)}-${ten.slice(6)}`],
    ['blanks here and there', ` 19 850312 - ${ten.slice(6)} `],
    ['as a day', `1985-03-12-${twelve.slice(8)}`],
    ['as a day with slashes', `1985/03/12 ${twelve.slice(8)}`],
    ['an apostrophe before, as from a sheet', `'${withBetween('-')}`],
    ['an invisible sign after', `${withBetween('-')}\u200B`],
    ['direction marks around', `\u200E${withBetween('-')}\u200F`],
    ['a soft hyphen and a byte order mark', `\uFEFF${withBetween('\u00AD')}`],
    ['full-width digits', [...twelve].map(each => String.fromCodePoint(0xff10 + Number(each))).join('')],
    ['a tab and a line', `${withBetween('\t')}\n`],
    ...['-', '–', '—', '‐', '\u2011', '−', '－', '﹣', '/', '∕', '\\', ' ', '\u00A0', '\u202F', '\u2009', '.'].map(
      (each): [string, string] => [`${each} between`, withBetween(each)],
    ),
  ]
  test.each(forms)('%s', (_how, text) => {
    expect(read(text)).toEqual({ number: twelve, kind: 'personalIdentityNumber' })
    expect(numberIn(text).slice(-10)).toBe(ten)
  })
})

describe('the century of ten digits', () => {
  const written = (bornOn: string, sign: string) => testNumber(bornOn).slice(2, 8) + sign + testNumber(bornOn).slice(8)
  test.each([
    ['born this year, with a hyphen', '2026-02-03', '-'],
    ['ninety-nine this year, with a hyphen', '1927-12-24', '-'],
    ['a hundred this year, with a plus', '1926-12-24', '+'],
    ['a hundred and six, with a plus', '1920-05-05', '+'],
    ['a plus and blanks', '1920-05-05', ' + '],
  ])('%s', (_who, bornOn, sign) => {
    expect(read(written(bornOn, sign))).toMatchObject({ number: testNumber(bornOn) })
  })

  test('a hyphen where a plus is due would be a child not yet born, and is refused', () => {
    expect(faultOf(written('1926-12-24', '-'))).toBe('future')
  })
})

describe('a coordination number', () => {
  const numbers: [string, string, object][] = [
    ['a day sixty too high', testNumber('1985-03-72', 980), { year: '1985', month: '03', day: '12' }],
    ['the day not known', '198503602396', { year: '1985', month: '03' }],
    ['Skatteverket’s, the day not known', '191711602399', { year: '1917', month: '11' }],
    ['Skatteverket’s, the month not known', '191500722390', { year: '1915', day: '12' }],
    ['neither month nor day known', testNumber('1985-00-60'), { year: '1985' }],
    ['Skatteverket’s, the first of a month', '202601612381', { year: '2026', month: '01', day: '01' }],
    ['Skatteverket’s, the last of a month', '202601912393', { year: '2026', month: '01', day: '31' }],
    ['a day beyond the month', testNumber('1985-02-91'), { year: '1985', month: '02' }],
    ...['191611882398', '191800852384', '191911612388', '192001602396', '192112792383'].map(
      (each): [string, string, object] => ['one of Skatteverket’s', each, {}],
    ),
  ]
  test.each(numbers)('with %s', (_what, number, birth) => {
    expect(read(number)).toEqual({ number, kind: 'coordinationNumber' })
    expect(birthIn(number)).toMatchObject(birth)
    if (number > '1927') expect(read(number.slice(2))).toMatchObject({ number })
    else expect(read(`${number.slice(2, 8)}+${number.slice(8)}`)).toMatchObject({ number })
  })

  test('without a known day has none', () => {
    expect([birthIn('198503602396'), birthIn('191500722390').month]).toEqual([{ year: '1985', month: '03' }, undefined])
  })
})

test('a month or day that is not known is 00 in a personnummer too', () => {
  expect(read(testNumber('1985-03-00'))).toMatchObject({ kind: 'personalIdentityNumber' })
  expect(birthIn(testNumber('1985-03-00'))).toEqual({ year: '1985', month: '03' })
  expect(birthIn(testNumber('1985-00-00'))).toEqual({ year: '1985' })
})

describe('a national reserve number', () => {
  test.each([
    ['22950606-FH20', '22950606FH20', { year: '1995', month: '06', day: '06' }],
    ['25780404khd5', '25780404KHD5', { year: '1978', month: '04', day: '04' }], // of someone whose sex is not known
    ['00342145 BZ31', '00342145BZ31', {}],
    ['00749852–BZK0', '00749852BZK0', {}],
  ])('%s is a kind of its own', (text, number, birth) => {
    expect(read(text)).toEqual({ number, kind: 'nationalReserveNumber' })
    expect(birthIn(number)).toEqual(birth)
  })

  test.each([
    ['another check digit', '22950606FH21', 'checkDigit'],
    ['a letter that is never used', '22950606IH20', 'signs'],
    ['ten signs', '950606FH20', 'length'],
    ['a century of its own', '19950606FH20', 'century'],
    ['a month that does not exist', '22951306FH20', 'month'],
    ['a day that does not exist', '22950631FH20', 'day'],
    ['a birth tomorrow', '23261122FH20', 'future'],
  ])('with %s is refused', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })
})

test('an interim number is a kind of its own, where it is taken', () => {
  const number = `19850312T98${checkDigit('850312198')}`
  expect(read(number)).toEqual({ fault: 'interim' })
  expect(readInterim(number)).toEqual({ number, kind: 'interimNumber' })
  expect(readInterim(`850312-t98${number[11]}`)).toEqual({ number, kind: 'interimNumber' })
  expect(readInterim(`19850312A98${number[11]}`)).toEqual({ fault: 'signs' })
  expect(readInterim(`19850312T98${(Number(number[11]) + 1) % 10}`)).toEqual({ fault: 'checkDigit' })
  expect(birthIn(number)).toEqual({ year: '1985', month: '03', day: '12' })
})

test.each([
  ['a wrong check digit', '198503129805', 'checkDigit'],
  ['two digits in each other’s place', '198503219801', 'checkDigit'],
  ['a day that does not exist', testNumber('1985-02-30'), 'day'],
  ['29 February in a year that has none', testNumber('1900-02-29'), 'day'],
  ['a day between the two kinds', testNumber('1985-03-45'), 'day'],
  ['a day after them', testNumber('1985-03-92'), 'day'],
  ['month thirteen', testNumber('1985-13-01'), 'month'],
  ['serial 000', `19850312000${checkDigit('850312000')}`, 'serial'],
  ['a birth tomorrow', testNumber('2026-11-22'), 'future'],
  ['a birth in a month to come', testNumber('2026-12-60'), 'future'],
  ['a birth in the year 85', testNumber('0085-03-12'), 'century'],
  ['a birth two hundred years ago', testNumber('1827-03-12'), 'century'],
  ['a plus, and a century not so long ago', `19850312+${testNumber('1985-03-12').slice(8)}`, 'century'],
  ['eleven digits', '19850312980', 'length'],
  ['thirteen digits', '1985031298012', 'length'],
  ['a letter where there is none', '850312Ä980', 'signs'],
  ['digits of another script', '١٩٨٥٠٣١٢٩٨٠١', 'signs'],
  ['a plus in the wrong place', '1985+03129801', 'signs'],
  ['nothing', '', 'length'],
])('%s is no number, and the part that is wrong is named', (_what, text, fault) => {
  expect(numberFault.options).toContain(fault)
  expect(faultOf(text)).toBe(fault)
})

test('every single wrong digit is caught by the check digit', () => {
  const right = testNumber('1985-03-12')
  const wrong = [...right.slice(2)].flatMap((digit, place) =>
    [...'0123456789']
      .filter(each => each !== digit)
      .map(each => right.slice(0, 2 + place) + each + right.slice(3 + place)),
  )
  expect(wrong).toHaveLength(90)
  expect(wrong.filter(each => faultOf(each) === undefined)).toEqual([])
})

test('a screen shows the year of birth and nothing else of it', () => {
  expect(maskedNumber('198503129801')).toBe('1985 •• •• – ••••')
  expect(maskedNumber('22950606FH20')).toBe('1995 •• •• – ••••')
  expect(maskedNumber('00342145BZ31')).toBe('•••• •• •• – ••••')
  expect(maskedNumber('')).toBe('')
  expect(distinguishingNumber('00342145BZ31')).toBe('•••• •• •• – ••31')
})

test.each([
  ['a name', 'Anna 19'],
  ['a case number with letters', 'VKP-2026/17'],
  ['a piece of SQL', "850312' OR 1=1"],
])('%s is not sought as a number', (_what, words) => {
  expect(numberIn(words)).toBe('')
})
