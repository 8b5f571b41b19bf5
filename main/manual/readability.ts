const WORD = /[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu

/** Words of running text, Markdown marks not counted. */
export function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0
}

/**
 * LIX, the Swedish readability index: words per sentence plus the percentage of words longer than six
 * letters (Björnsson 1968). Under 30 is very easy, 40 is newspaper text. A heading, a list item and a
 * paragraph each end a sentence.
 */
export function lix(text: string): number {
  const plain = text.replace(/^#+[ \t]*/gm, '').replace(/^[ \t]*(?:[-*>]|\d+\.)[ \t]+/gm, '')
  const sentences = plain.split(/(?<![.!?:])[.!?:]+(?=\s|$)|\n+/).filter(each => wordCount(each) > 0).length
  const words = plain.match(WORD) ?? []
  if (words.length === 0) return 0
  const long = words.filter(each => [...each].length > 6).length
  return words.length / sentences + (100 * long) / words.length
}
