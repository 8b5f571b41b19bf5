import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { refuse } from '../contract/errors.ts'
import type { PassphraseFault, PassphraseJudgement } from '../contract/user.ts'
import { COMMON_SWEDISH } from './commonSwedish.ts'

/** Characters; the contract says the same. */
const SHORTEST = 12

/**
 * Guesses, as powers of ten, from which a passphrase is taken, strong, and very strong. With what a guess costs behind
 * Argon2id, 10^8 is half a year on one core, and 10^12 is beyond anyone's reach.
 */
const [TAKEN, STRONG, VERY_STRONG] = [8, 11, 14] as const

/** Letters that must be left when names, the commonest passwords and all signs are taken away. */
const OWN_LETTERS = 6

/** What is tried first: the commonest in the list of leaked passwords. */
const COMMONEST = 10_000

let estimator: ZxcvbnFactory | undefined
let commonest: ReadonlySet<string> | undefined

/** How hard a passphrase is to guess for someone who knows the lists, and these names: of the unit and of its users. */
export function judgePassphrase(passphrase: string, names: readonly string[]): PassphraseJudgement {
  const fault = faultIn(passphrase, names)
  if (fault !== undefined) return { strength: 'tooWeak', fault }
  const power = Math.min(guessesOf(passphrase, names), wordGuessesOf(passphrase))
  if (power < TAKEN) return { strength: 'tooWeak', fault: 'guessable' }
  return { strength: power < STRONG ? 'acceptable' : power < VERY_STRONG ? 'strong' : 'veryStrong' }
}

/** Refused as `passphrase-weak`, with why. */
export function refuseIfWeak(passphrase: string, names: readonly string[]): void {
  const { fault } = judgePassphrase(passphrase, names)
  if (fault !== undefined) refuse('passphrase-weak', { fault })
}

function faultIn(passphrase: string, names: readonly string[]): PassphraseFault | undefined {
  if ([...passphrase.trim()].length < SHORTEST) return 'short'
  if (isCommon(passphrase)) return 'common'
  if (lettersBeside(passphrase, names) < OWN_LETTERS && lettersOf(passphrase).length > 0) return 'names'
  return undefined
}

/** One of the commonest, also with digits and signs round it, spaced out, or said several times. */
function isCommon(passphrase: string): boolean {
  commonest ??= new Set([...dictionary['passwords-common'].slice(0, COMMONEST), ...COMMON_SWEDISH])
  const whole = passphrase.normalize('NFKC').toLocaleLowerCase('sv')
  const signless = whole.replaceAll(/[^\p{L}\p{N}]/gu, '')
  const ends = /^[\P{L}]+|[\P{L}]+$/gu
  const forms = [whole, signless, signless.replace(/(19|20)\d\d$/, ''), lettersOf(whole), whole.replaceAll(ends, '')]
  return forms.some(each => commonest?.has(each) || commonest?.has(/^(.+?)\1+$/.exec(each)?.[1] ?? each))
}

/** How many letters are left of a passphrase when the names in it are taken away. */
function lettersBeside(passphrase: string, names: readonly string[]): number {
  const words = wordsIn(names).toSorted((one, other) => other.length - one.length)
  return words.reduce((left, word) => left.replaceAll(word, ''), lettersOf(passphrase)).length
}

function guessesOf(passphrase: string, names: readonly string[]): number {
  estimator ??= new ZxcvbnFactory({
    dictionary: { ...dictionary, swedish: [...COMMON_SWEDISH] },
    graphs: adjacencyGraphs,
    maxLength: 200,
    l33tMaxSubstitutions: 20,
  })
  return estimator.check(passphrase.normalize('NFC'), wordsIn(names)).guessesLog10
}

/** Guesses at a word of any language, as a power of ten: some thirty thousand are in use. */
const PER_WORD = 4.5

/**
 * The most that a passphrase can be worth, as a power of ten, when whoever guesses knows the language: the library knows
 * no Swedish, and takes a word it does not know for letters drawn at random.
 */
function wordGuessesOf(passphrase: string): number {
  const words = new Set(passphrase.normalize('NFC').match(/\p{L}+/gu) ?? [])
  const others = passphrase.match(/[^\p{L}\s]/gu) ?? []
  const worthOf = (word: string) =>
    (/\p{Ll}\p{Lu}/u.test(word) ? 1.5 : Math.min(1, PER_WORD / word.length)) * word.length
  return [...words].reduce((sum, each) => sum + worthOf(each), 0.9 * new Set(others).size)
}

/** The words of names, as they are guessed: without one and two letters, which stand in other words too. */
function wordsIn(names: readonly string[]): string[] {
  const words = [...names, 'Arton'].flatMap(each => each.toLocaleLowerCase('sv').split(/[^\p{L}]+/u))
  return [...new Set(words.filter(each => each.length > 2))]
}

const lettersOf = (text: string) =>
  text
    .normalize('NFKC')
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}]/gu, '')
