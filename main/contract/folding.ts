/**
 * How names and words are compared everywhere: in searches, in likeness, and in the order of lists. Case, accents, the
 * kind of hyphen, apostrophe or space, signs that nobody sees, and the way a letter is written in Unicode make no
 * difference. å ä ö are letters of their own; `undotted` takes their dots away for whoever has no keys for them.
 */

/** Letters that Unicode does not take apart. æ and ø are the neighbours' ä and ö, and stand with them in Swedish lists. */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['æ', 'ä'],
  ['ø', 'ö'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ə', 'e'],
  ['ı', 'i'],
  ['ȷ', 'j'],
  ['ς', 'σ'],
])
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]/u
const SPACE = /^[\s\u2800]/u
const HYPHEN = /^[\p{Dash_Punctuation}\u2043\u2212\u02D7]/u
const APOSTROPHE = /^['`´‘’‚‛′‵＇\u02B9-\u02BF\u02C8\u02CA\u02CB\u055A\u05F3\uA78B\uA78C]/u
/** A letter with the marks that belong to it. */
const SIGNS = /\P{Mark}\p{Mark}*|\p{Mark}+/gu
const SWEDISH: readonly (readonly [RegExp, string])[] = [
  [/^a\p{Mark}*\u030A/u, 'å'],
  [/^a\p{Mark}*\u0308/u, 'ä'],
  [/^o\p{Mark}*\u0308/u, 'ö'],
]

/** Single characters, as they fold; longer signs are too many to remember. */
const seen = new Map<string, string>()

function foldedSign(sign: string): string {
  const before = sign.length === 1 ? seen.get(sign) : undefined
  if (before !== undefined) return before
  const after = foldSign(sign)
  if (sign.length === 1) seen.set(sign, after)
  return after
}

function foldSign(sign: string): string {
  const plain = plainSign(sign)
  if (plain !== undefined) return plain
  const apart = sign.normalize('NFKD').toLowerCase()
  const swedish = SWEDISH.find(([written]) => written.test(apart))
  if (swedish !== undefined) return swedish[1]
  return [...apart.replaceAll(/\p{Mark}/gu, '')].map(each => LETTERS.get(each) ?? plainSign(each) ?? each).join('')
}

/** The sign that stands for all of its kind; a compatibility form such as ″ or ⁻ comes apart into them. */
function plainSign(sign: string): string | undefined {
  if (INVISIBLE.test(sign)) return ''
  if (SPACE.test(sign)) return ' '
  if (HYPHEN.test(sign)) return '-'
  return APOSTROPHE.test(sign) ? "'" : undefined
}

/** The text folded, with one space between words and none around. Two that are the same to a reader fold to the same. */
export function folded(text: string): string {
  return foldedInPlace(text).folded.replaceAll(/ +/g, ' ').trim()
}

/**
 * The text folded sign by sign, and where in the text each folded character stands; last of all stands the text's own
 * length. So a place found in what is folded can be shown in what was written.
 */
export function foldedInPlace(text: string): { readonly folded: string; readonly places: readonly number[] } {
  const places: number[] = []
  let result = ''
  for (const { 0: sign, index } of text.matchAll(SIGNS)) {
    const part = foldedSign(sign)
    for (let nth = 0; nth < part.length; nth++) places.push(index)
    result += part
  }
  return { folded: result, places: [...places, text.length] }
}

const DOTTED = 'åäö'

/** What is folded, with å ä as a and ö as o: as long as it was. */
export function undotted(foldedText: string): string {
  return foldedText.replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o')
}

/**
 * Where a folded word first stands in a folded text, from `from`; −1 where it does not. An å, ä or ö that is sought must
 * stand there; an a or o that is sought may be either.
 */
export function placeOf(foldedText: string, foldedWord: string, from = 0): number {
  const text = undotted(foldedText)
  const word = undotted(foldedWord)
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1)) {
    const fits = [...foldedWord].every((each, nth) => !DOTTED.includes(each) || foldedText[at + nth] === each)
    if (fits) return at
  }
  return -1
}

/** Whether every word that is sought stands somewhere in the text. Nothing sought stands everywhere. */
export function standsIn(text: string, sought: string): boolean {
  const within = folded(text)
  return folded(sought)
    .split(' ')
    .every(each => placeOf(within, each) !== -1)
}

/** Between the words of a name: also the comma of “Berg, Anna”. */
const BETWEEN_WORDS = /[\s,;./()]+/
/** Within a word, where some write one word and some write two. */
const WITHIN_WORDS = /['-]+/

/** The words of a name without dots; what is neither a letter nor a digit is left out. */
function namesIn(text: string, between: RegExp): string[] {
  const words = undotted(folded(text)).split(between)
  return words.map(each => each.replaceAll(/[^\p{Letter}\p{Number}]/gu, '')).filter(each => each !== '')
}

/** The word, and as it would be spelt where å, ä, ö and ü are written aa, ae, oe and ue: Kjaer finds Kjær, and Mueller Müller. */
function spellingsOf(word: string): string[] {
  return [...new Set([word, word.replaceAll(/([aou])e|aa/g, (both, vowel) => vowel ?? both[0])])]
}

/** What each word that is sought may stand as in a name: any of a list will do. */
export function soughtInNames(text: string): string[][] {
  return namesIn(text, new RegExp(`${BETWEEN_WORDS.source}|${WITHIN_WORDS.source}`)).map(spellingsOf)
}

/** Every word that a name may be found by a part of: a double name both as one word and as two. */
export function nameWordsOf(name: string): string[] {
  return [...namesIn(name, BETWEEN_WORDS), ...soughtInNames(name).flat()].flatMap(spellingsOf)
}

/** Whether a word that is sought, in any of its spellings, is a part of the name. */
export function isInName(name: string, spellings: readonly string[]): boolean {
  const words = nameWordsOf(name)
  return spellings.some(each => words.some(word => word.includes(each)))
}

/** The forms of a whole name, whatever the order of its words: two that have one in common are the same name. */
export function wholeNamesOf(name: string): string[] {
  const [apart, joined] = [soughtInNames(name).map(each => each[0] ?? ''), namesIn(name, BETWEEN_WORDS)]
  const forms = [apart, joined].map(words => words.toSorted().join(' '))
  return [...new Set(forms.flatMap(spellingsOf))].filter(each => each !== '')
}

/** What a list is ordered by, byte by byte: å ä ö after z, every other letter with its accents under its own, numbers by size. */
export function sortKeyOf(text: string): string {
  return folded(text)
    .replaceAll('å', '{')
    .replaceAll('ä', '|')
    .replaceAll('ö', '}')
    .replaceAll(/\d+/g, digits => digits.padStart(12, '0'))
}

/** The order of two names, titles or references in any list. */
export function compareWords(one: string, other: string): number {
  const [first, second] = [sortKeyOf(one), sortKeyOf(other)]
  if (first !== second) return first < second ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}
