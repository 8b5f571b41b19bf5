import { hash } from 'node:crypto'

/**
 * So many of these, each with the same chance, in the order they stand. The same seed draws the same ones: whoever
 * doubts the draw can make it again.
 */
export function randomSample<T>(all: readonly T[], size: number, seed: string): T[] {
  const left = all.map((_, index) => index)
  const most = Math.min(size, all.length)
  let draws = 0
  for (let nth = 0; nth < most; nth++) {
    const other = nth + numberBelow(left.length - nth, () => hash('sha256', `${seed} ${draws++}`))
    const [one = 0, two = 0] = [left[nth], left[other]]
    left[nth] = two
    left[other] = one
  }
  const chosen = new Set(left.slice(0, most))
  return all.filter((_, index) => chosen.has(index))
}

/** A number from 0 up to `limit`, all equally likely, from the first 48 bits of hexadecimal digits. */
function numberBelow(limit: number, digits: () => string): number {
  const fair = Math.floor(2 ** 48 / limit) * limit
  for (;;) {
    const number = Number.parseInt(digits().slice(0, 12), 16)
    if (number < fair) return number % limit
  }
}
