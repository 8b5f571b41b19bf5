import { folded, undotted } from '../contract/folding.ts'

/**
 * A code for a row that someone here added: *own*, the words, and six random characters. No list that comes with Arton has a code
 * that begins so, and no other unit makes the same one.
 *
 * @param random hexadecimal, at least six characters
 */
export function codeFrom(words: string, random: string): string {
  const parts = undotted(folded(words)).split(/[^a-z0-9]+/)
  const camel = parts.map(each => each.charAt(0).toUpperCase() + each.slice(1)).join('')
  return `own${camel.slice(0, 28)}${random.slice(0, 6)}`
}
