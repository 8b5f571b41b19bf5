import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { z } from 'zod'
import { sv } from 'zod/locales'
import { type FormDefinition, formDefinition } from '../contract/form.ts'
import { bankPrompt, type Chapter, chapterHead, manualVersion, type Problem, procedure } from '../contract/manual.ts'
import { formProblems, recallProblems } from './formRules.ts'
import { chapterOf, type Manual, type ManualPage, pageHead, sectionsOf, sheetHead, splitHead } from './manualFormat.ts'
import {
  chapterProblems,
  lengthProblems,
  sheetProblems,
  textProblems,
  unwantedWords,
  wholeProblems,
} from './manualRules.ts'

z.config(sv()) // what is wrong in a content pack is said in Swedish

/** A chapter and its client sheet as they stand in their files: what the check's table is made from. */
type ChapterText = { readonly chapter: Chapter; readonly body: string; readonly sheet: string }

export type Reading = {
  readonly manual: Manual | undefined
  readonly problems: readonly Problem[]
  readonly texts: readonly ChapterText[]
}

/** The texts of a manual by their path within its folder, `/` between folders. */
export type ManualFiles = ReadonlyMap<string, string>

/**
 * Reads a manual from its texts and checks it against every rule.
 *
 * `manual` is undefined when anything is wrong: a manual is used whole or not at all. Never throws for
 * what a file says; each fault is a problem with file and line.
 */
export function readManual(files: ManualFiles): Reading {
  const problems: Problem[] = []
  const read = (file: string): string => {
    const text = files.get(file)?.replaceAll('\r\n', '\n') ?? ''
    if (text === '') problems.push({ file, line: 1, what: 'Filen saknas eller är tom.' })
    return text
  }
  const list = (below: string, ending: string) =>
    [...files.keys()]
      .filter(path => path.startsWith(below) && path.endsWith(ending) && !path.slice(below.length).includes('/'))
      .map(path => path.slice(below.length))
      .sort()
  function settings<S extends z.ZodType>(file: string, text: string, schema: S, firstLine = 1): z.infer<S> | undefined {
    try {
      const parsed = parseYaml(file, text, schema, firstLine)
      problems.push(...parsed.problems)
      for (const each of parsed.words) problems.push(...textProblems(file, each.text, each.line, unwanted))
      return parsed.value
    } catch {
      problems.push({ file, line: firstLine, what: 'YAML: hänvisningar (*) eller för djup nästling.' })
      return undefined
    }
  }

  const forbidden = parseYaml('forbiddenWords.yaml', read('forbiddenWords.yaml'), z.record(z.string(), z.string()), 1)
  problems.push(...forbidden.problems)
  const unwanted = unwantedWords(forbidden.value ?? {})
  const version = settings('manual.yaml', read('manual.yaml'), manualVersion)
  const procedures = settings('procedures.yaml', read('procedures.yaml'), z.array(procedure)) ?? []
  const bank = settings('prompts.yaml', read('prompts.yaml'), z.array(bankPrompt)) ?? []

  const forms = new Map<string, FormDefinition>()
  for (const below of ['worksheets/', 'exercises/']) {
    for (const name of list(below, '.yaml')) {
      const file = `${below}${name}`
      const form = settings(file, read(file), formDefinition)
      if (form === undefined) continue
      if (forms.has(form.id)) problems.push({ file, line: 1, what: `”${form.id}” finns redan.` })
      if (`${form.id}.yaml` !== name) problems.push({ file, line: 1, what: `Filen ska heta ${form.id}.yaml.` })
      problems.push(...formProblems(file, form))
      forms.set(form.id, form)
    }
  }

  problems.push(...recallProblems(forms))

  const texts: { file: string; body: string; bodyLine: number }[] = []
  function markdown<S extends z.ZodType>(file: string, schema: S) {
    const text = read(file)
    const split = splitHead(text)
    if (split === undefined) {
      if (text !== '')
        problems.push({ file, line: 1, what: 'Filen ska börja med inställningar mellan två rader med ---.' })
      return undefined
    }
    texts.push({ file, ...split })
    problems.push(...textProblems(file, split.body, split.bodyLine, unwanted))
    const head = settings(file, split.head, schema, 2)
    return head === undefined ? undefined : { head, body: split.body, sections: sectionsOf(split.body, split.bodyLine) }
  }

  const sheets = new Map<number, { title: string; form?: string | undefined; text: string }>()
  for (const name of list('clientSheets/', '.md')) {
    const sheet = markdown(`clientSheets/${name}`, sheetHead)
    if (sheet === undefined) continue
    problems.push(...sheetProblems(`clientSheets/${name}`, sheet.body, sheet.sections))
    const { session, title, form } = sheet.head
    if (form !== undefined && !forms.has(form))
      problems.push({ file: `clientSheets/${name}`, line: 2, what: `Bladet ”${form}” finns inte.` })
    sheets.set(session, { title, form, text: sheet.body.trim() })
  }

  const chapterTexts: ChapterText[] = []
  for (const name of list('', '.md').filter(each => /^\d\d-/.test(each))) {
    const file = markdown(name, chapterHead)
    if (file === undefined) continue
    problems.push(...chapterProblems(name, file.head, file.sections), ...lengthProblems(name, file.body))
    const sheet = sheets.get(file.head.session)
    if (sheet === undefined) problems.push({ file: name, line: 1, what: 'Klientblad saknas.' })
    chapterTexts.push({
      chapter: chapterOf(file.head, file.sections, sheet ?? { title: file.head.title, text: '' }),
      body: file.body,
      sheet: sheet?.text ?? '',
    })
  }

  const pages: (ManualPage & { order: number })[] = []
  for (const name of list('pages/', '.md')) {
    const page = markdown(`pages/${name}`, pageHead)
    if (page !== undefined) pages.push({ ...page.head, text: page.body.trim() })
  }

  if (version === undefined) return { manual: undefined, problems, texts: chapterTexts }
  const manual: Manual = {
    version,
    procedures,
    bank,
    forms,
    chapters: chapterTexts.map(each => each.chapter).sort((a, b) => a.session - b.session),
    pages: pages.sort((a, b) => a.order - b.order).map(({ id, title, text }) => ({ id, title, text })),
  }
  problems.push(...wholeProblems(manual, texts))
  return { manual: problems.length === 0 ? manual : undefined, problems, texts: chapterTexts }
}

function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S, firstLine: number) {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, customTags: [], schema: 'core' })
  const lineAt = (offset: number) => firstLine - 1 + lines.linePos(offset).line
  const syntax = document.errors.map(each => ({
    file,
    line: lineAt(each.pos[0]),
    what: `YAML: ${each.message.split('\n')[0]}`,
  }))
  if (syntax.length > 0) return { value: undefined, problems: syntax, words: [] }
  const words = wordsIn(document).map(each => ({ text: each.text, line: lineAt(each.offset) }))
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 })) // throws at a reference
  if (checked.success) return { value: checked.data as z.infer<S>, problems: [], words }
  const problems = checked.error.issues.map(issue => {
    const node =
      document.getIn(issue.path as (string | number)[], true) ??
      (isMap(document.contents) ? document.contents : undefined)
    const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0
    return { file, line: lineAt(offset), what: `${issue.path.join('.') || 'filen'}: ${issue.message}` }
  })
  return { value: undefined, problems, words }
}

/** Settings that hold ids and codes, not words that anyone reads; `english` is not Swedish. */
const NOT_WORDS = new Set(
  'id value step worksheet exercise worksheets exercises procedures kind form code phase version session english feeds wordsId filledFrom recalls'.split(
    ' ',
  ),
)

/** Every text that someone reads in a YAML document, with the place where it begins. */
function wordsIn(document: Document.Parsed): { text: string; offset: number }[] {
  const found: { text: string; offset: number }[] = []
  visit(document, {
    Scalar(place, node, path) {
      const pair = path.findLast(each => isPair(each))
      const key = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : ''
      if (place === 'key' || typeof node.value !== 'string' || NOT_WORDS.has(key)) return
      found.push({ text: node.value, offset: node.range?.[0] ?? 0 })
    },
  })
  return found
}
