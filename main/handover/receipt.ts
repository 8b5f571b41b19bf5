import { createHmac } from 'node:crypto'

/** Crockford's base 32: no I, L, O or U, so that nothing is misread or misheard. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The twelve characters (60 bits) that prove the package was opened, in groups of four. */
export function receiptFor(packageId: string, secret: string): string {
  const bytes = createHmac('sha256', Buffer.from(secret, 'hex')).update(`arton receipt ${packageId}`).digest()
  const bits = [...bytes.subarray(0, 8)].map(each => each.toString(2).padStart(8, '0')).join('')
  const letters = Array.from(
    { length: 12 },
    (_, index) => LETTERS[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  )
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** True when what was typed is the receipt, whatever the case, the spaces and the letters commonly mixed up. */
export function isReceipt(typed: string, packageId: string, secret: string): boolean {
  const tidy = (text: string) =>
    text
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
  return tidy(typed) === tidy(receiptFor(packageId, secret))
}
