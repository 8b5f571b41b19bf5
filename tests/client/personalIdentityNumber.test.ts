import { describe, expect, test } from 'vitest'
import { checkDigit, maskedNumber, readPersonalNumber } from '../../main/client/personalIdentityNumber.ts'
import { testNumber } from '../support/people.ts'

const TODAY = '2026-11-21'
const read = (text: string) => readPersonalNumber(text, TODAY)

test('Skatteverket’s own test number is read whole', () => {
  expect(read('189001019802')).toEqual({
    number: '189001019802',
    kind: 'personalIdentityNumber',
    bornOn: '1890-01-01',
    sex: 'woman',
  })
})

describe('a number means the same person however it is written', () => {
  const twelve = testNumber('1985-03-12', 981)
  const ten = twelve.slice(2)
  test.each([
    ['twelve digits', twelve],
    ['twelve digits and a hyphen', `${twelve.slice(0, 8)}-${twelve.slice(8)}`],
    ['ten digits', ten],
    ['ten digits and a hyphen', `${ten.slice(0, 6)}-${ten.slice(6)}`],
    ['blanks here and there', ` 19 850312 - ${ten.slice(6)} `],
  ])('%s', (_how, text) => {
    expect(read(text)).toEqual({ number: twelve, kind: 'personalIdentityNumber', bornOn: '1985-03-12', sex: 'man' })
  })
})

describe('the century of ten digits', () => {
  const written = (bornOn: string, sign: string) => testNumber(bornOn).slice(2, 8) + sign + testNumber(bornOn).slice(8)
  test.each([
    ['born this year, with a hyphen', '2026-02-03', '-'],
    ['ninety-nine this year, with a hyphen', '1927-12-24', '-'],
    ['a hundred this year, with a plus', '1926-12-24', '+'],
    ['a hundred and six, with a plus', '1920-05-05', '+'],
  ])('%s', (_who, bornOn, sign) => {
    expect(read(written(bornOn, sign))).toMatchObject({ bornOn, number: testNumber(bornOn) })
  })

  test('a hyphen where a plus is due would be a child not yet born, and is refused', () => {
    expect(read(written('1926-12-24', '-'))).toBeUndefined()
  })
})

test('a coordination number is known by its day, sixty too high', () => {
  const number = testNumber('1985-03-72', 980)
  expect(read(number)).toEqual({ number, kind: 'coordinationNumber', bornOn: '1985-03-12', sex: 'woman' })
  expect(read(number.slice(2))).toMatchObject({ number })
  expect(read(testNumber('1985-03-60'))).toBeUndefined()
  expect(read(testNumber('1985-02-89'))).toBeUndefined() // 29 February 1985
})

test.each([
  ['a wrong check digit', '198503129805'],
  ['two digits in each other’s place', '198503219801'],
  ['a day that does not exist', testNumber('1985-02-30')],
  ['29 February in a year that has none', testNumber('1900-02-29')],
  ['month thirteen', testNumber('1985-13-01')],
  ['serial 000', `19850312000${checkDigit('850312000')}`],
  ['a birth tomorrow', testNumber('2026-11-22')],
  ['a birth in the year 85', testNumber('0085-03-12')],
  ['a birth two hundred years ago', testNumber('1827-03-12')],
  ['eleven digits', '19850312980'],
  ['a letter, as in an interim number', '850312T980'],
  ['digits of another script', '١٩٨٥٠٣١٢٩٨٠١'],
  ['a hyphen in the wrong place', '1985-0312-9801'],
  ['nothing', ''],
])('%s is no number', (_what, text) => {
  expect(read(text)).toBeUndefined()
})

test('every single wrong digit is caught by the check digit', () => {
  const right = testNumber('1985-03-12')
  const wrong = [...right.slice(2)].flatMap((digit, place) =>
    [...'0123456789']
      .filter(each => each !== digit)
      .map(each => right.slice(0, 2 + place) + each + right.slice(3 + place)),
  )
  expect(wrong).toHaveLength(90)
  expect(wrong.filter(each => read(each) !== undefined)).toEqual([])
})

test('a screen shows the year of birth and nothing else of it', () => {
  expect(maskedNumber('198503129801')).toBe('1985 •• •• – ••••')
  expect(maskedNumber('')).toBe('')
})
