import { z } from 'zod'
import type { NationalNumber } from '../contract/emergencyNumber.ts'
import { type FormDefinition, formId } from '../contract/form.ts'
import type { BankPrompt, Chapter, chapterHead, ManualVersion, Procedure } from '../contract/manual.ts'
import { line, sessionNumber } from '../contract/values.ts'

export type ManualPage = { readonly id: string; readonly title: string; readonly text: string }

/** A whole manual in memory: ours, or an organisation's content pack. */
export type Manual = {
  readonly version: ManualVersion
  readonly chapters: readonly Chapter[]
  readonly procedures: readonly Procedure[]
  readonly bank: readonly BankPrompt[]
  /** Worksheets and exercises together: their ids are unique across both. */
  readonly forms: ReadonlyMap<string, FormDefinition>
  readonly pages: readonly ManualPage[]
  /** The national ones, always Arton's own. */
  readonly emergencyNumbers: readonly NationalNumber[]
}

export const sheetHead = z.strictObject({
  session: sessionNumber,
  title: line,
  /** The worksheet or exercise printed on the sheet. */
  form: formId.optional(),
})

export const pageHead = z.strictObject({ id: formId, title: line, order: z.int().min(1).max(1_000) })

/** A `##` or `###` heading with the text below it. `line` is that of the heading in the file, from 1. */
export type Section = {
  readonly title: string
  readonly line: number
  readonly text: string
  readonly parts: readonly Section[]
}

/** Headings of a chapter beside its steps, and of each step. */
export const BEFORE = 'Inför träffen'
export const SHORT = 'Om tiden är kort'
export const SAFETY = 'Säkerhet'
export const WHY = 'Varför'
export const SOUNDS = 'Så kan det låta'
export const OTHERWISE = 'Om det går annorlunda'

/** Headings of a client sheet, in their order. */
export const SHEET_HEADINGS = ['Det här gjorde vi', 'Det är bra för', 'Till nästa gång', 'Nästa träff'] as const

/** Splits a Markdown file into its YAML head and its body; `bodyLine` is the body's first line in the file. */
export function splitHead(text: string): { head: string; body: string; bodyLine: number } | undefined {
  const lines = text.split('\n')
  const end = lines.indexOf('---', 1)
  if (lines[0] !== '---' || end === -1) return undefined
  return { head: lines.slice(1, end).join('\n'), body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

/** The sections of a Markdown text under headings of `level`, each with its sub-sections one level down. */
export function sectionsOf(text: string, firstLine: number, level = 2): Section[] {
  const mark = `${'#'.repeat(level)} `
  const sections: { title: string; line: number; lines: string[] }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith(mark))
      sections.push({ title: line.slice(mark.length).trim(), line: firstLine + index, lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  return sections.map(({ title, line, lines }) => {
    const below = lines.join('\n')
    const parts = level === 2 ? sectionsOf(below, line + 1, 3) : []
    const own = level === 2 ? below.split(/^### /m)[0] : below
    return { title, line, text: (own ?? '').trim(), parts }
  })
}

/** Builds the chapter from its checked head and sections; every place it reads has been checked by `chapterProblems`. */
export function chapterOf(
  head: z.infer<typeof chapterHead>,
  sections: readonly Section[],
  sheet: { readonly title: string; readonly form?: string | undefined; readonly text: string },
): Chapter {
  const named = (list: readonly Section[], title: string) => list.find(each => each.title === title)
  const safety = named(sections, SAFETY)?.text
  return {
    ...head,
    steps: head.steps.map(step => {
      const section = named(sections, step.title)
      const part = (title: string) => named(section?.parts ?? [], title)?.text ?? ''
      return { ...step, text: section?.text ?? '', why: part(WHY), sounds: part(SOUNDS), otherwise: part(OTHERWISE) }
    }),
    before: named(sections, BEFORE)?.text ?? '',
    shortText: named(sections, SHORT)?.text ?? '',
    ...(safety === undefined ? {} : { safety }),
    clientSheet: sheet.text,
    sheetTitle: sheet.title,
    ...(sheet.form === undefined ? {} : { sheetForm: sheet.form }),
  }
}
