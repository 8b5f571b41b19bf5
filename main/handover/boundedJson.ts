/** Deeper than any record: a goal's levels stand seven deep. */
const DEEPEST = 30
/** Values in a document, counted by what begins or divides them; a long treatment has some ten thousand. */
const MOST_VALUES = 200_000

/**
 * Whether a text, were it JSON, would be as shallow and as few-valued as what a sealed file may hold. One pass over the
 * text, before anything is built of it: reading JSON costs by its values, and checking it by its depth.
 */
export function isBoundedJson(text: string): boolean {
  let depth = 0
  let values = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') at = endOfString(text, at)
    else if (sign === '{' || sign === '[') {
      depth++
      values++
    } else if (sign === '}' || sign === ']') depth--
    else if (sign === ',') values++
    if (depth > DEEPEST || values > MOST_VALUES) return false
  }
  return true
}

/** Where the string that begins at `from` ends: the next quotation mark that is not itself escaped. */
function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}
