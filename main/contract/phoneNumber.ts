/** Numbers that stand alone, without an area code: emergency, health care, the police, and the lines of the European 116 series. */
const SHORT = /^(?:112|1177|11313|11414|116\d{3}|118\d{3}|90\d{3})$/
const MOBILE = /^07[02369]\d{7}$/
/** An area code and at least five digits. 07 is mobile, but for 077. */
const OTHER = /^0(?:[1-6]\d|8\d|9\d|77)\d{5,7}$/

/**
 * The digits of a Swedish telephone number however it is typed – spaces, hyphens of any kind, parentheses, a slash, +46 or 0046 –
 * or nothing where it is none. Digits may be full-width.
 */
export function phoneDigits(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}\u2212\u2043()/.]/gu, '')
    .replace(/^(?:\+46|0046)0?/, '0')
  return SHORT.test(plain) || MOBILE.test(plain) || OTHER.test(plain) ? plain : undefined
}

/** Area codes of three digits; 08 has two, all others four. Source: the national numbering plan (Post- och telestyrelsen). */
const THREE = new Set(
  '010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090'.split(
    ' ',
  ),
)
/** How so many digits stand in groups. */
const GROUPS: Readonly<Record<number, readonly number[]>> = {
  4: [2, 2],
  5: [3, 2],
  6: [2, 2, 2],
  7: [3, 2, 2],
  8: [3, 3, 2],
}

/** *019-12 34 56*, *08-123 45 67*, *114 14*, *112*; the spaces never break a line. */
export function shownNumber(digits: string): string {
  if (!digits.startsWith('0')) return grouped(digits, digits.startsWith('11') && digits.length > 4 ? [3, 3] : [])
  const area = digits.startsWith('08') ? 2 : THREE.has(digits.slice(0, 3)) ? 3 : 4
  const rest = digits.slice(area)
  return `${digits.slice(0, area)}-${grouped(rest, GROUPS[rest.length] ?? [])}`
}

function grouped(digits: string, groups: readonly number[]): string {
  const [first, ...others] = groups
  if (first === undefined || digits.length <= first) return digits
  return `${digits.slice(0, first)}\u00A0${grouped(digits.slice(first), others)}`
}
