import type { NationalNumber, OwnNumber } from '../contract/emergencyNumber.ts'
import { NO_OWN_NUMBERS } from '../contract/emergencyNumberWords.ts'
import type { FormDefinition } from '../contract/form.ts'
import type { Chapter, ManualStep } from '../contract/manual.ts'
import { shownNumber } from '../contract/phoneNumber.ts'
import type { Manual, ManualPage } from '../manual/manualFormat.ts'

/** Stands in a text where all the numbers are listed. */
const NUMBERS_HERE = '{{nödnummer}}'
const SAFETY_PAGE = 'safety'
/** The sheets that have them also in a content pack that does not ask. */
const ALWAYS_WITH_NUMBERS: readonly string[] = ['emergencyPlan', 'stopCard']

/** A text that sends someone to a telephone. */
const NAMES_A_NUMBER = /\b(?:112|1177|90101)\b|020-50 50 50/
/** The line of a chapter about a client who comes intoxicated. */
const INTOXICATED = /^- \*\*Klienten (?:är|kommer) påverkad/

/**
 * The manual with the unit's own numbers in it, on screen and on paper alike: listed with the national ones on the page about
 * safety, after each step that names a number, in what is said about an intoxicated client, and on the sheets and
 * cards that ask for them. Holds for content packs too.
 */
export function withNumbers(manual: Manual, own: readonly OwnNumber[]): Manual {
  const valid = own.filter(each => each.valid)
  return {
    ...manual,
    pages: manual.pages.map(each => withList(each, manual.emergencyNumbers, valid)),
    chapters: valid.length === 0 ? manual.chapters : manual.chapters.map(each => withOwnLine(each, ownLine(valid))),
    forms: new Map([...manual.forms].map(([id, form]) => [id, onSheet(form, manual.emergencyNumbers, valid)])),
  }
}

const bullet = (words: string, number: string, more: readonly string[]) =>
  `- **${number}** – ${[words, ...more.filter(each => each !== '')].join('. ').replace(/\.?$/, '.')}`

function withList(page: ManualPage, national: readonly NationalNumber[], own: readonly OwnNumber[]): ManualPage {
  const isListed = page.text.includes(NUMBERS_HERE)
  if (!isListed && page.id !== SAFETY_PAGE) return page
  const all = national.map(each => bullet(each.words, each.number, [each.hours, each.what]))
  const ours = own.map(each => bullet(plain(each.words), shownNumber(each.number), [plain(each.hours)]))
  const list = [all.join('\n'), `**Enhetens egna**`, ours.length === 0 ? NO_OWN_NUMBERS : ours.join('\n')].join('\n\n')
  const text = isListed ? page.text.replace(NUMBERS_HERE, () => list) : `${page.text}\n\n## Nummer\n\n${list}`
  return { ...page, text }
}

/** What someone typed, where Markdown would take a sign for its own. */
const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

function ownLine(own: readonly OwnNumber[]): string {
  const each = own.map(({ words, number, hours }) =>
    [`${plain(words)} ${shownNumber(number)}`, plain(hours)].filter(one => one !== '').join(', '),
  )
  return `**Era nummer:** ${each.join('; ')}.`
}

function withOwnLine(chapter: Chapter, line: string): Chapter {
  const below = (text: string) => (NAMES_A_NUMBER.test(text) ? `${text}\n\n${line}` : text)
  const inStep = (step: ManualStep): ManualStep => {
    const lines = step.otherwise.split('\n')
    const otherwise = lines.map(each => (INTOXICATED.test(each) ? `${each} ${line}` : each)).join('\n')
    return {
      ...step,
      text: below(step.text),
      otherwise: otherwise === step.otherwise ? below(step.otherwise) : otherwise,
    }
  }
  const { safety } = chapter
  return { ...chapter, steps: chapter.steps.map(inStep), ...(safety === undefined ? {} : { safety: below(safety) }) }
}

function onSheet(form: FormDefinition, national: readonly NationalNumber[], own: readonly OwnNumber[]): FormDefinition {
  if (form.numbers === undefined && !ALWAYS_WITH_NUMBERS.includes(form.id)) return form
  const isCard = form.paper === 'card'
  const numbers = [
    ...national.filter(each => !isCard || each.onCard).map(({ words, number }) => ({ words, number })),
    ...own.map(({ words, number }) => ({ words, number: shownNumber(number) })),
  ]
  return { ...form, numbers }
}
