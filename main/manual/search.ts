import { folded, foldedInPlace, placeOf } from '../contract/folding.ts'
import type { Chapter, ManualHit } from '../contract/manual.ts'
import type { Manual } from './manualFormat.ts'

/** Words that people look for under another name. Source: method.md section 1. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['lyckoskalan', 'tillfredsskalan'],
  ['lyckoskala', 'tillfredsskala'],
  ['craving', 'sug'],
])

const CONTEXT = 70
const MOST_HITS = 60

type Piece = { place: string; step?: string; title: string; text: string; weight: number }

/** A manual's pieces with their words folded: made at the first search in it. */
const prepared = new WeakMap<Manual, (Piece & { foldedTitle: string; foldedText: string })[]>()

function preparedPieces(manual: Manual) {
  const before = prepared.get(manual)
  if (before !== undefined) return before
  const made = piecesOf(manual).map(piece => ({
    ...piece,
    foldedTitle: folded(piece.title),
    foldedText: folded(`${piece.title} ${piece.text}`),
  }))
  prepared.set(manual, made)
  return made
}

/** Every piece in which all the words stand: titles first, then in the manual's own order. In memory, over the manual only (L18). */
export function searchManual(manual: Manual, words: string): ManualHit[] {
  const wanted = folded(words)
    .split(' ')
    .map(each => SYNONYMS.get(each) ?? each)
  const allStandIn = (text: string) => wanted.every(word => placeOf(text, word) !== -1)
  const found = preparedPieces(manual).flatMap(piece => {
    if (!allStandIn(piece.foldedText)) return []
    const inTitle = allStandIn(piece.foldedTitle)
    return [{ hit: hitIn(piece, wanted), rank: (inTitle ? 0 : 10) + piece.weight }]
  })
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_HITS)
    .map(each => each.hit)
}

/** The words around the first match, marks of Markdown taken away. */
function hitIn({ place, step, title, text }: Piece, wanted: readonly string[]): ManualHit {
  const plain = plainText(text)
  const { folded: within, places } = foldedInPlace(plain)
  const found = wanted.map(word => ({ word, at: placeOf(within, word) })).filter(each => each.at !== -1)
  const first = found.toSorted((one, other) => one.at - other.at)[0] ?? { word: '', at: 0 } // else only the title has them: show how the text begins
  const at = places[first.at] ?? 0
  const end = places[first.at + first.word.length] ?? at
  const from = at <= CONTEXT ? 0 : plain.indexOf(' ', at - CONTEXT) + 1
  const to = Math.min(plain.length, end + CONTEXT)
  return {
    place,
    ...(step === undefined ? {} : { step }),
    title,
    before: `${from > 0 ? '… ' : ''}${plain.slice(from, at)}`,
    match: plain.slice(at, end),
    after: `${plain.slice(end, to)}${to < plain.length ? ' …' : ''}`,
  }
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replaceAll(/^[#>\-\d.\s]+/gm, '')
    .replaceAll(/\*\*/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function piecesOf({ chapters, forms, procedures, pages }: Manual): Piece[] {
  return [
    ...procedures.map(each => ({
      place: `procedure/${each.code}`,
      title: `${each.code} ${each.title}`,
      text: [each.purpose, ...each.components].join('\n'),
      weight: 0,
    })),
    ...[...forms.values()].map(each => ({
      place: `form/${each.id}`,
      title: each.title,
      text: [each.purpose, ...each.fields.map(field => field.label)].join('\n'),
      weight: 0,
    })),
    ...chapters.flatMap(piecesOfChapter),
    ...pages.map(each => ({ place: `page/${each.id}`, title: each.title, text: each.text, weight: 1 })),
  ]
}

/** The chapter as a whole, then each of its steps. */
function piecesOfChapter(chapter: Chapter): Piece[] {
  const { purpose, before, shortText, safety = '', locked, municipal, fidelity } = chapter
  const place = `chapter/${chapter.session}`
  const title = `${chapter.session}. ${chapter.title}`
  const text = [purpose, before, shortText, safety, locked, municipal, ...fidelity].join('\n')
  const steps = chapter.steps.map(step => {
    const prompts = chapter.prompts.filter(each => each.step === step.id).map(each => each.words)
    return {
      place,
      step: step.id,
      title: `${title} – ${step.title}`,
      text: [step.text, step.why, step.sounds, step.otherwise, ...prompts].join('\n'),
      weight: 1,
    }
  })
  return [{ place, title, text, weight: 0 }, ...steps]
}
