import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import type { Problem } from '../contract/manual.ts'

/** What stands in a YAML text, undefined with a fault; what is wrong in it; and every text in it that someone reads. */
export type Settings<S extends z.ZodType> = {
  readonly value: z.infer<S> | undefined
  readonly problems: readonly Problem[]
  readonly words: readonly { readonly text: string; readonly line: number }[]
}

/** Faults told of one text: each is looked up in the document. */
const MOST_ISSUES = 50

/**
 * Checks a YAML text that begins on `firstLine` of its file, and gives every text in it that someone reads.
 *
 * @throws for references (`*`) and for nesting without end.
 */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S, firstLine: number): Settings<S> {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    customTags: [],
    schema: 'core',
    uniqueKeys: false, // compares each with each: `repeatedKeys` looks once
    prettyErrors: false, // quotes the line at each fault
  })
  const lineAt = (offset: number) => firstLine - 1 + lines.linePos(offset).line
  const syntax = document.errors.map(each => ({
    file,
    line: lineAt(each.pos[0]),
    what: `YAML: ${each.message.split('\n')[0]}`,
  }))
  for (const { name, offset } of repeatedKeys(document))
    syntax.push({ file, line: lineAt(offset), what: `YAML: ”${name}” står två gånger` })
  if (syntax.length > 0) return { value: undefined, problems: syntax, words: [] }
  const words = wordsIn(document).map(each => ({ text: each.text, line: lineAt(each.offset) }))
  const checked = schema.safeParse(document.toJS({ maxAliasCount: 0 })) // throws at a reference
  if (checked.success) return { value: checked.data as z.infer<S>, problems: [], words }
  const problems = checked.error.issues.slice(0, MOST_ISSUES).map(issue => {
    const node =
      document.getIn(issue.path as (string | number)[], true) ??
      (isMap(document.contents) ? document.contents : undefined)
    const offset = (node as { range?: [number, number, number] } | undefined)?.range?.[0] ?? 0
    return { file, line: lineAt(offset), what: `${issue.path.join('.') || 'filen'}: ${issue.message}` }
  })
  return { value: undefined, problems, words }
}

/** Names that stand twice in one mapping: the second would silently win. */
function repeatedKeys(document: Document.Parsed): { name: string; offset: number }[] {
  const found: { name: string; offset: number }[] = []
  visit(document, {
    Map(_place, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : ''
        if (seen.has(name)) found.push({ name, offset: (key as { range?: readonly number[] } | null)?.range?.[0] ?? 0 })
        seen.add(name)
      }
    },
  })
  return found
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
