import { folded, foldedInPlace, placeOf } from '../contract/folding.ts'
import type { Remark } from '../contract/remark.ts'
import type { Session, WordsFound } from '../contract/session.ts'

/** Characters shown on each side of a hit. */
const CONTEXT = 60
const MOST_HITS = 100
/** What is written in words about a session. */
const TEXTS = ['note', 'changeTalk', 'takesAlong', 'wouldChange', 'howItWas'] as const

/** What was added to a record afterwards, as it is sought. */
type Added = Pick<Remark, 'about' | 'kind' | 'words'>

/**
 * Every text of the sessions, and every correction or disagreement added to them, in which all the words stand, newest
 * session first, with what stands around the first of them. In memory, over one client's own sessions: no index of free text is kept anywhere (L18).
 */
export function findWords(sessions: readonly Session[], added: readonly Added[], words: string): WordsFound[] {
  const wanted = folded(words)
    .split(' ')
    .filter(each => each !== '')
  const hits: WordsFound[] = []
  for (const session of sessions.toReversed()) {
    const { id, slotId, number, on } = session
    const texts = [
      ...TEXTS.map(text => ({ text, words: session[text] })),
      ...added.flatMap(each =>
        each.about.kind === 'session' && each.about.id === id && each.kind !== 'informed'
          ? [{ text: each.kind, words: each.words }]
          : [],
      ),
    ]
    for (const each of texts) {
      const found = around(each.words, wanted)
      if (found !== undefined) hits.push({ sessionId: id, slotId, number, on, text: each.text, ...found })
    }
  }
  return hits.slice(0, MOST_HITS)
}

/** Undefined unless all the words stand in the text, in whatever case, accents and invisible signs either is written. */
function around(text: string, wanted: readonly string[]): { before: string; match: string; after: string } | undefined {
  const plain = text.replaceAll(/\s+/g, ' ').trim()
  const whole = folded(plain)
  if (wanted.some(word => placeOf(whole, word) === -1)) return undefined // most texts: the places cost ten times more
  const { folded: within, places } = foldedInPlace(plain)
  const found = wanted.map(word => ({ word, at: placeOf(within, word) })).toSorted((one, other) => one.at - other.at)
  const [first] = found
  if (first === undefined || first.at === -1) return undefined
  const at = places[first.at] ?? 0
  const end = places[first.at + first.word.length] ?? plain.length
  const from = at <= CONTEXT ? 0 : plain.indexOf(' ', at - CONTEXT) + 1
  const cut = plain.lastIndexOf(' ', end + CONTEXT)
  const to = end + CONTEXT >= plain.length || cut <= end ? plain.length : cut
  return {
    before: `${from > 0 ? '… ' : ''}${plain.slice(from, at)}`,
    match: plain.slice(at, end),
    after: `${plain.slice(end, to)}${to < plain.length ? ' …' : ''}`,
  }
}
