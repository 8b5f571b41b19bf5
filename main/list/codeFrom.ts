const LETTERS: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd' }

/**
 * A code for a row that someone here added: *own*, the words, and six random characters. No list that comes with Arton has a code
 * that begins so, and no other unit makes the same one.
 *
 * @param random hexadecimal, at least six characters
 */
export function codeFrom(words: string, random: string): string {
  const parts = words
    .toLowerCase()
    .replace(/[æøßłđ]/g, each => LETTERS[each] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
  const camel = parts.map(each => each.charAt(0).toUpperCase() + each.slice(1)).join('')
  return `own${camel.slice(0, 28)}${random.slice(0, 6)}`
}
