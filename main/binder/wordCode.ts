import { createHash } from 'node:crypto'
import { WORDS } from './words.ts'

const BITS_PER_WORD = 9

/** How many words let someone in once: 54 bits of chance, behind Argon2id and only until a passphrase is chosen. */
export const TEMPORARY_WORDS = 6

/** Random words to say over the telephone: nine bits of chance each. */
export function randomWords(count: number, chance: (bytes: number) => Buffer): string[] {
  return wordsOf(bitsOf(chance(Math.ceil((count * BITS_PER_WORD) / 8))).slice(0, count * BITS_PER_WORD))
}

/** The recovery sheet: 128 random bits and seven bits that catch a slip of the pen, in fifteen words. */
export function recoveryWords(chance: (bytes: number) => Buffer): string[] {
  const secret = chance(16)
  return wordsOf(bitsOf(secret) + checkBits(secret))
}

/** True when fifteen words belong together, as written on a recovery sheet. */
export function areRecoveryWords(words: readonly string[]): boolean {
  const indexes = words.map(each => WORDS.indexOf(each))
  if (words.length !== 15 || indexes.includes(-1)) return false
  const bits = indexes.map(each => each.toString(2).padStart(BITS_PER_WORD, '0')).join('')
  const bytes = Array.from({ length: 16 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2))
  return bits.slice(128) === checkBits(Buffer.from(bytes))
}

/** True when each of them stands in the list. */
export function areListedWords(words: readonly string[]): boolean {
  return words.every(each => WORDS.includes(each))
}

/** Words as they are typed or read aloud: any case, any white space or commas between them. */
export function tidyWords(text: string): string {
  return text
    .toLocaleLowerCase('sv')
    .split(/[\s,.;]+/)
    .filter(Boolean)
    .join(' ')
}

function checkBits(secret: Buffer): string {
  return bitsOf(createHash('sha256').update(secret).digest()).slice(0, 7)
}

function bitsOf(bytes: Buffer): string {
  return [...bytes].map(each => each.toString(2).padStart(8, '0')).join('')
}

function wordsOf(bits: string): string[] {
  return Array.from({ length: bits.length / BITS_PER_WORD }, (_, index) => {
    const word = WORDS[Number.parseInt(bits.slice(index * BITS_PER_WORD, (index + 1) * BITS_PER_WORD), 2)]
    if (word === undefined) throw new Error('the word list is not 512 words long')
    return word
  })
}
