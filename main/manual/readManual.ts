import { z } from 'zod'
import { sv } from 'zod/locales'
import { nationalNumber } from '../contract/emergencyNumber.ts'
import { type FormDefinition, formDefinition } from '../contract/form.ts'
import { bankPrompt, type Chapter, chapterHead, manualVersion, type Problem, procedure } from '../contract/manual.ts'
import { formProblems, recallProblems } from './formRules.ts'
import { chapterOf, type Manual, type ManualPage, pageHead, sectionsOf, sheetHead, splitHead } from './manualFormat.ts'
import {
  chapterProblems,
  lengthProblems,
  sheetProblems,
  textProblems,
  type UnwantedWords,
  unwantedWords,
  wholeProblems,
} from './manualRules.ts'
import { boundProblems } from './packBounds.ts'
import { parseYaml, type Settings } from './parseYaml.ts'

z.config(sv()) // what is wrong in a content pack is said in Swedish

/** A chapter and its client sheet as they stand in their files: what the check's table is made from. */
type ChapterText = { readonly chapter: Chapter; readonly body: string; readonly sheet: string }

export type Reading = {
  readonly manual: Manual | undefined
  readonly problems: readonly Problem[]
  readonly texts: readonly ChapterText[]
}

/** Words that a manual may forbid; ours forbids some hundred. */
const MOST_FORBIDDEN = 300

/** Characters of settings, a whole file or the head of one; our longest have 14 700. */
const LONGEST_SETTINGS = 30_000

/** Faults that are told; a manual with more is not read to its end. */
const MOST_PROBLEMS = 200
const FURTHER = `Paketet har fler än ${MOST_PROBLEMS} fel. Rätta de här först, och läs in det igen.`

/** A content pack needs none: the numbers are always those that come with Arton. */
const NUMBERS = 'emergencyNumbers.yaml'

/** The texts of a manual by their path within its folder, `/` between folders. */
export type ManualFiles = ReadonlyMap<string, string>

/** A manual that is being read: what is wrong in it so far, and the Markdown that has been seen. */
type Progress = {
  readonly files: ManualFiles
  readonly problems: Problem[]
  readonly unwanted: UnwantedWords
  readonly bodies: { file: string; body: string; bodyLine: number }[]
}

/**
 * Reads a manual from its texts and checks it against every rule.
 *
 * `manual` is undefined when anything is wrong: a manual is used whole or not at all. Never throws for
 * what a file says; each fault is a problem with file and line.
 */
export function readManual(files: ManualFiles): Reading {
  const outOfBounds = boundProblems(files)
  if (outOfBounds.length > 0) return { manual: undefined, problems: outOfBounds, texts: [] }
  const { problems, ...reading } = readWithinBounds(files)
  const shown = problems.slice(0, MOST_PROBLEMS)
  if (problems.length > MOST_PROBLEMS) shown.push({ file: 'manual.yaml', line: 1, what: FURTHER })
  return { ...reading, problems: shown }
}

function readWithinBounds(files: ManualFiles): Reading {
  const progress = beginReading(files)
  const { problems } = progress
  const version = readYamlFile(progress, 'manual.yaml', manualVersion)
  const procedures = readYamlFile(progress, 'procedures.yaml', z.array(procedure)) ?? []
  const bank = readYamlFile(progress, 'prompts.yaml', z.array(bankPrompt)) ?? []
  const forms = readForms(progress)
  const texts = readChapters(progress, readClientSheets(progress, forms))
  const pages = readPages(progress)
  const numbers = files.has(NUMBERS) ? readYamlFile(progress, NUMBERS, z.array(nationalNumber)) : []
  if (version === undefined) return { manual: undefined, problems, texts }
  const chapters = texts.map(each => each.chapter).sort((a, b) => a.session - b.session)
  const manual: Manual = { version, procedures, bank, forms, chapters, pages, emergencyNumbers: numbers ?? [] }
  problems.push(...wholeProblems(manual, progress.bodies))
  return { manual: problems.length === 0 ? manual : undefined, problems, texts }
}

/** What is not said, and what is said instead. */
const forbiddenWords = z
  .record(z.string().min(2).max(60), z.string().max(300))
  .refine(words => Object.keys(words).length <= MOST_FORBIDDEN, `högst ${MOST_FORBIDDEN} ord`)

/** The forbidden words come first: every other text is checked against them. */
function beginReading(files: ManualFiles): Progress {
  const problems: Problem[] = []
  const file = 'forbiddenWords.yaml'
  const words = settingsIn(file, textOf({ files, problems }, file), forbiddenWords, 1)
  problems.push(...words.problems)
  return { files, problems, unwanted: unwantedWords(words.value ?? {}), bodies: [] }
}

function readForms(progress: Progress): Map<string, FormDefinition> {
  const { problems } = progress
  const forms = new Map<string, FormDefinition>()
  for (const folder of ['worksheets/', 'exercises/']) {
    for (const name of namesIn(progress, folder, '.yaml')) {
      const file = `${folder}${name}`
      const form = readYamlFile(progress, file, formDefinition)
      if (form === undefined) continue
      if (forms.has(form.id)) problems.push({ file, line: 1, what: `”${form.id}” finns redan.` })
      if (`${form.id}.yaml` !== name) problems.push({ file, line: 1, what: `Filen ska heta ${form.id}.yaml.` })
      problems.push(...formProblems(file, form))
      forms.set(form.id, form)
    }
  }
  problems.push(...recallProblems(forms))
  return forms
}

type ClientSheet = { readonly title: string; readonly form?: string | undefined; readonly text: string }

/** The sheets that clients take home, by session. */
function readClientSheets(progress: Progress, forms: ReadonlyMap<string, FormDefinition>): Map<number, ClientSheet> {
  const sheets = new Map<number, ClientSheet>()
  for (const name of namesIn(progress, 'clientSheets/', '.md')) {
    const file = `clientSheets/${name}`
    const sheet = readMarkdownFile(progress, file, sheetHead)
    if (sheet === undefined) continue
    progress.problems.push(...sheetProblems(file, sheet.body, sheet.sections))
    const { session, title, form } = sheet.head
    if (form !== undefined && !forms.has(form))
      progress.problems.push({ file, line: 2, what: `Bladet ”${form}” finns inte.` })
    sheets.set(session, { title, form, text: sheet.body.trim() })
  }
  return sheets
}

function readChapters(progress: Progress, sheets: ReadonlyMap<number, ClientSheet>): ChapterText[] {
  const chapters: ChapterText[] = []
  for (const file of namesIn(progress, '', '.md').filter(each => /^\d\d-/.test(each))) {
    const text = readMarkdownFile(progress, file, chapterHead)
    if (text === undefined) continue
    progress.problems.push(...chapterProblems(file, text.head, text.sections), ...lengthProblems(file, text.body))
    const sheet = sheets.get(text.head.session)
    if (sheet === undefined) progress.problems.push({ file, line: 1, what: 'Klientblad saknas.' })
    chapters.push({
      chapter: chapterOf(text.head, text.sections, sheet ?? { title: text.head.title, text: '' }),
      body: text.body,
      sheet: sheet?.text ?? '',
    })
  }
  return chapters
}

function readPages(progress: Progress): ManualPage[] {
  return namesIn(progress, 'pages/', '.md')
    .map(name => readMarkdownFile(progress, `pages/${name}`, pageHead))
    .filter(page => page !== undefined)
    .sort((a, b) => a.head.order - b.head.order)
    .map(({ head: { id, title }, body }) => ({ id, title, text: body.trim() }))
}

/** The names of the files that lie in the folder itself, `''` being the manual's own. */
function namesIn({ files }: Progress, folder: string, ending: string): string[] {
  return [...files.keys()]
    .filter(path => path.startsWith(folder) && path.endsWith(ending) && !path.slice(folder.length).includes('/'))
    .map(path => path.slice(folder.length))
    .sort()
}

/** What the file says; missing or empty is a problem. Nothing more is read where there are faults enough. */
function textOf({ files, problems }: Pick<Progress, 'files' | 'problems'>, file: string): string {
  if (problems.length > MOST_PROBLEMS) return ''
  const text = files.get(file)?.replace(/\r\n?/g, '\n') ?? ''
  if (text === '') problems.push({ file, line: 1, what: 'Filen saknas eller är tom.' })
  return text
}

function readYamlFile<S extends z.ZodType>(progress: Progress, file: string, schema: S): z.infer<S> | undefined {
  return readYaml(progress, file, { text: textOf(progress, file), line: 1 }, schema)
}

/** Reads YAML that begins on a line of the file. */
function readYaml<S extends z.ZodType>(
  { problems, unwanted }: Progress,
  file: string,
  { text, line }: { text: string; line: number },
  schema: S,
): z.infer<S> | undefined {
  const parsed = settingsIn(file, text, schema, line)
  problems.push(...parsed.problems)
  for (const each of parsed.words) problems.push(...textProblems(file, each.text, each.line, unwanted))
  return parsed.value
}

/** The settings that a text holds, or why they cannot be read. */
function settingsIn<S extends z.ZodType>(file: string, text: string, schema: S, line: number): Settings<S> {
  const unread = (what: string) => ({ value: undefined, problems: [{ file, line, what }], words: [] })
  if (text.length > LONGEST_SETTINGS) return unread(`YAML: ${text.length} tecken; högst ${LONGEST_SETTINGS} får plats.`)
  try {
    return parseYaml(file, text, schema, line)
  } catch {
    return unread('YAML: hänvisningar (*) eller för djup nästling.')
  }
}

/** Reads a Markdown file with settings at its head; undefined when these have a fault. */
function readMarkdownFile<S extends z.ZodType>(progress: Progress, file: string, schema: S) {
  const text = textOf(progress, file)
  const split = splitHead(text)
  if (split === undefined) {
    if (text !== '')
      progress.problems.push({ file, line: 1, what: 'Filen ska börja med inställningar mellan två rader med ---.' })
    return undefined
  }
  const { body, bodyLine } = split
  progress.bodies.push({ file, ...split })
  progress.problems.push(...textProblems(file, body, bodyLine, progress.unwanted))
  const head = readYaml(progress, file, { text: split.head, line: 2 }, schema)
  return head === undefined ? undefined : { head, body, sections: sectionsOf(body, bodyLine) }
}
