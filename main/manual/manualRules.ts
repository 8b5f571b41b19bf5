import type { ChapterHead, Problem } from '../contract/manual.ts'
import {
  BEFORE,
  type Manual,
  OTHERWISE,
  SAFETY,
  type Section,
  SHEET_HEADINGS,
  SHORT,
  SOUNDS,
  WHY,
} from './manualFormat.ts'
import { lix, wordCount } from './readability.ts'

/** Fewest and most words of therapist text in a chapter. */
const CHAPTER_WORDS = { least: 1_200, most: 2_400 } as const
/** Hardest LIX of a page the client takes home. Source: product.md section 8. */
const SHEET_LIX = 35

/** What is wrong within one chapter: its minutes, headings, steps, places and length. */
export function chapterProblems(file: string, head: ChapterHead, sections: readonly Section[]): Problem[] {
  const at = (line: number, what: string): Problem => ({ file, line, what })
  const problems: Problem[] = []

  const minutes = head.steps.reduce((sum, each) => sum + each.minutes, 0)
  if (minutes !== head.minutes) problems.push(at(1, `Stegens minuter blir ${minutes}, inte ${head.minutes}.`))
  const short = head.short.reduce((sum, each) => sum + each.minutes, 0)
  if (short !== 30) problems.push(at(1, `Kortversionens minuter blir ${short}, inte 30.`))

  const steps = new Set(head.steps.map(each => each.id))
  if (steps.size !== head.steps.length) problems.push(at(1, 'Två steg har samma id.'))
  for (const { step } of [...head.prompts, ...head.avoid, ...head.short]) {
    if (!steps.has(step)) problems.push(at(1, `Steget ”${step}” finns inte i agendan.`))
  }
  for (const [key, used] of [
    ['worksheet', head.worksheets],
    ['exercise', head.exercises],
  ] as const) {
    const placed = head.steps.flatMap(each => each[key] ?? [])
    for (const id of used) if (!placed.includes(id)) problems.push(at(1, `”${id}” fylls inte i vid något steg.`))
    for (const id of placed)
      if (!used.includes(id)) problems.push(at(1, `Steget visar ”${id}”, som kapitlet inte har i sin lista.`))
  }
  if (!head.procedures.includes('P17')) problems.push(at(1, 'Hemuppgiften (P17) saknas bland procedurerna.'))

  const wanted = [BEFORE, ...head.steps.map(each => each.title), SHORT]
  const found = sections.map(each => each.title).filter(each => each !== SAFETY)
  for (const title of wanted) if (!found.includes(title)) problems.push(at(1, `Rubriken ”${title}” saknas i texten.`))
  for (const section of sections) {
    if (section.title !== SAFETY && !wanted.includes(section.title))
      problems.push(at(section.line, `Rubriken ”${section.title}” finns inte i agendan.`))
  }
  if (found.filter(each => wanted.includes(each)).join('|') !== wanted.filter(each => found.includes(each)).join('|'))
    problems.push(at(1, 'Rubrikerna står i annan ordning än agendan.'))

  const titles = new Set(head.steps.map(each => each.title))
  for (const section of sections.filter(each => titles.has(each.title))) problems.push(...stepProblems(file, section))
  return problems
}

function stepProblems(file: string, section: Section): Problem[] {
  const at = (line: number, what: string): Problem => ({ file, line, what: `${section.title}: ${what}` })
  const part = (title: string) => section.parts.find(each => each.title === title)
  const problems: Problem[] = []
  if (!/^\d+\. /m.test(section.text)) problems.push(at(section.line, 'numrerade handgrepp saknas.'))
  for (const title of [WHY, SOUNDS, OTHERWISE]) {
    if (!part(title)?.text) problems.push(at(section.line, `”${title}” saknas eller är tom.`))
  }
  const sounds = part(SOUNDS)
  if (sounds !== undefined && !(/^> \*\*Du:\*\*/m.test(sounds.text) && /^> \*\*Klienten:\*\*/m.test(sounds.text))) {
    problems.push(at(sounds.line, 'exemplet ska ha både din och klientens replik.'))
  }
  const otherwise = part(OTHERWISE)
  if (otherwise !== undefined && !/^- /m.test(otherwise.text))
    problems.push(at(otherwise.line, 'skriv punkter, en för varje väg.'))
  for (const extra of section.parts) {
    if (![WHY, SOUNDS, OTHERWISE].includes(extra.title))
      problems.push(at(extra.line, `underrubriken ”${extra.title}” känns inte igen.`))
  }
  return problems
}

/** What is wrong with the length of a chapter's text. */
export function lengthProblems(file: string, body: string): Problem[] {
  const words = wordCount(body)
  return words >= CHAPTER_WORDS.least && words <= CHAPTER_WORDS.most
    ? []
    : [{ file, line: 1, what: `Texten har ${words} ord; den ska ha ${CHAPTER_WORDS.least}–${CHAPTER_WORDS.most}.` }]
}

/** What is wrong with a client sheet: its headings and how hard it is to read. */
export function sheetProblems(file: string, body: string, sections: readonly Section[]): Problem[] {
  const problems: Problem[] = []
  if (sections.map(each => each.title).join('|') !== SHEET_HEADINGS.join('|')) {
    problems.push({
      file,
      line: 1,
      what: `Klientbladet ska ha rubrikerna ${SHEET_HEADINGS.join(', ')}, i den ordningen.`,
    })
  }
  const index = lix(body)
  if (index > SHEET_LIX)
    problems.push({ file, line: 1, what: `LIX är ${index.toFixed(0)}; ett klientblad får ha högst ${SHEET_LIX}.` })
  return problems
}

/** How Swedish is set: what the eye of a typesetter catches, in any text of the manual. */
const TYPOGRAPHY: readonly [RegExp, string][] = [
  [/(?<=\S) {2,}(?=\S)/, 'dubbelt mellanslag'],
  [/"/, 'rakt citattecken; skriv ”…”'],
  [/[“„]/, 'engelskt eller tyskt citattecken; skriv ”…”'],
  [/(?<=\p{L})'(?=\p{L})/u, 'rak apostrof; skriv ’'],
  [/\.\.\./, 'tre punkter; skriv …'],
  [/ - /, 'bindestreck som tankstreck; skriv –'],
  [/—/, 'långt tankstreck; skriv –'],
  [/(?<![\d-])(?!0)\d{1,3}-\d{1,3}(?![\d-])/, 'bindestreck mellan tal; skriv –'], // 020-… is a telephone number
  [/ [,.;:!?](?=\s|$)/, 'mellanslag före skiljetecken'],
]

/** Words we do not use, ready to be looked for. */
export type UnwantedWords = {
  /** Any of them: one look a line, since the manual is read at every start. */
  readonly any: RegExp
  readonly each: readonly { readonly word: string; readonly instead: string; readonly pattern: RegExp }[]
}

/** From each word's beginning to what is said instead. */
export function unwantedWords(instead: Readonly<Record<string, string>>): UnwantedWords {
  const each = Object.entries(instead).map(([word, other]) => ({ word, instead: other, pattern: beginning([word]) }))
  return { any: beginning(Object.keys(instead)), each }
}

/** Faults of one text, after which the rest of it is not looked at. */
const MOST_IN_A_TEXT = 200

/** Typography, raw HTML and words we do not use, line by line in Markdown. */
export function textProblems(file: string, body: string, firstLine: number, unwanted: UnwantedWords): Problem[] {
  const problems: Problem[] = []
  for (const [index, line] of body.split('\n').entries()) {
    if (problems.length > MOST_IN_A_TEXT) break
    const at = (what: string) => problems.push({ file, line: firstLine + index, what })
    if (/<[a-z/!]/i.test(line)) at('HTML i texten; skriv Markdown.')
    const prose = line.replace(/\]\([^()]*\)/g, ']').replace(/^\s*- /, '')
    for (const [pattern, what] of TYPOGRAPHY) if (pattern.test(prose)) at(`Typografi: ${what}.`)
    if (!unwanted.any.test(prose)) continue
    for (const { word, instead, pattern } of unwanted.each) {
      if (pattern.test(prose)) at(`Ordet ”${word}” används inte här: ${instead}.`)
    }
  }
  return problems
}

/** What only the whole can show: gaps, what is never used, links that lead nowhere. */
export function wholeProblems(
  manual: Manual,
  texts: readonly { file: string; body: string; bodyLine: number }[],
): Problem[] {
  const problems: Problem[] = []
  const whole = (what: string) => problems.push({ file: 'manual.yaml', line: 1, what })
  const chapters = manual.chapters
  for (let number = 1; number <= 18; number++) {
    const count = chapters.filter(each => each.session === number).length
    if (count !== 1) whole(`Kapitel ${number} finns ${count} gånger.`)
  }
  const taught = new Set(chapters.flatMap(each => each.procedures))
  const known = new Set(manual.procedures.map(each => each.code))
  for (const code of known) if (!taught.has(code)) whole(`Proceduren ${code} lärs inte ut i något kapitel.`)
  for (const code of taught) if (!known.has(code)) whole(`Proceduren ${code} finns inte i katalogen.`)

  const used = new Set(chapters.flatMap(each => [...each.worksheets, ...each.exercises]))
  for (const id of manual.forms.keys()) if (!used.has(id)) whole(`”${id}” används inte i något kapitel.`)
  for (const id of used) if (!manual.forms.has(id)) whole(`”${id}” finns varken bland arbetsblad eller övningar.`)

  const targets = new Set([
    ...chapters.map(each => `chapter/${each.session}`),
    ...[...manual.forms.keys()].map(each => `form/${each}`),
    ...[...known].map(each => `procedure/${each}`),
    ...manual.pages.map(each => `page/${each.id}`),
  ])
  for (const { file, body, bodyLine } of texts) {
    for (const [index, line] of body.split('\n').entries()) {
      for (const [, target = ''] of line.matchAll(/\]\(([^()]*)\)/g)) {
        if (!targets.has(target))
          problems.push({ file, line: bodyLine + index, what: `Länken ”${target}” leder ingenstans.` })
      }
    }
  }
  return problems
}

/** Finds a word that begins like one of these, which mean only themselves. */
function beginning(stems: readonly string[]): RegExp {
  const escaped = stems.map(each => each.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
  return new RegExp(`(?<!\\p{L})(?:${escaped.join('|')})`, 'iu')
}
