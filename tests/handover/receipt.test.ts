import { describe, expect, test } from 'vitest'
import { isReceipt, receiptFor } from '../../main/handover/receipt.ts'

const PACKAGE = '2f1c3c1e-7a51-4b0e-9a55-0d7a35b0c001'
const SECRET = 'ab'.repeat(32)
const receipt = receiptFor(PACKAGE, SECRET)

test('a receipt is twelve signs in three groups, none of them easily taken for another', () => {
  expect(receipt).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(receiptFor(PACKAGE, SECRET)).toBe(receipt)
})

test('another package, or the same one opened by nobody, gives another receipt', () => {
  const others = [receiptFor(PACKAGE.replace('1', '2'), SECRET), receiptFor(PACKAGE, 'ac'.repeat(32))]
  expect(new Set([receipt, ...others]).size).toBe(3)
})

describe('read over the telephone and typed', () => {
  const is = (typed: string) => isReceipt(typed, PACKAGE, SECRET)
  test.each([
    ['as it stands', receipt],
    ['in small letters', receipt.toLowerCase()],
    ['without hyphens', receipt.replaceAll('-', '')],
    ['with blanks', ` ${receipt.replaceAll('-', ' ')} `],
    ['with an en dash', receipt.replaceAll('-', '–')],
  ])('%s it is right', (_how, typed) => {
    expect(is(typed)).toBe(true)
  })

  test('O for 0, and I or l for 1, are forgiven in every receipt', () => {
    const mixed: string[] = []
    for (let nth = 0; nth < 50; nth++) {
      const secret = nth.toString(16).padStart(64, '0')
      const heard = receiptFor(PACKAGE, secret).replaceAll('0', 'o').replace('1', 'l').replaceAll('1', 'I')
      if (/[oIl]/.test(heard)) mixed.push(heard)
      expect(isReceipt(heard, PACKAGE, secret)).toBe(true)
    }
    expect(mixed.length).toBeGreaterThan(20)
  })

  test('one wrong sign, one too few or one too many is wrong', () => {
    const plain = receipt.replaceAll('-', '')
    const wrong = [...plain].map(
      (sign, place) => plain.slice(0, place) + (sign === '7' ? '8' : '7') + plain.slice(place + 1),
    )
    expect([...wrong, plain.slice(1), `${plain}7`, '', '------------'].filter(is)).toEqual([])
  })
})
