import { compareWords } from '../contract/folding.ts'
import type { FormColumn, FormDefinition, FormField } from '../contract/form.ts'
import type { Manual } from '../manual/manualFormat.ts'
import { CODE_WORDS } from './codeWords.ts'
import { TABLE_WORDS } from './extractWords.ts'
import { HIDDEN_KEYS, KEY_WORDS, KEY_WORDS_WITHIN } from './keyWords.ts'
import { readableChange, readableDraft, withStepTitles } from './readableRows.ts'
import { isRecord, parsed, type Row, type Tables } from './storedRows.ts'

/** A label and what was written; an empty label goes on from the one above. */
type Fact = readonly [label: string, text: string]
export type Section = { readonly title: string; readonly rows: readonly { head: string; facts: readonly Fact[] }[] }

/** Everything stored about a client, in words: every table, every row, every column that says something. */
export function sectionsOf(tables: Tables, words: ReadonlyMap<string, string>, manual: Manual): Section[] {
  const marks = marksIn(tables)
  const named = withNames(tables, words, manual, marks)
  const spoken: Tables = {
    ...tables,
    sessions: (tables['sessions'] ?? []).map(each => withStepTitles(each, tables, manual)),
    value_changes: (tables['value_changes'] ?? []).map(readableChange),
    drafts: (tables['drafts'] ?? []).map(each => readableDraft(each, tables, manual)),
    earlier_drafts: (tables['earlier_drafts'] ?? []).map(each => readableDraft(each, tables, manual)),
  }
  return Object.entries(TABLE_WORDS).map(([table, { title, order, heads, columns }]) => ({
    title,
    rows: [...(spoken[table] ?? [])]
      .sort((one, two) => compare(one[order], two[order]))
      .map(row => {
        const struck = struckFacts(row, marks)
        const facts = Object.entries(columns).flatMap(([column, label]) =>
          label === null ? [] : factsOf(label, column, row, named, manual),
        )
        const shown = struck.isOthers ? heads.slice(0, 1) : heads
        return {
          head: shown.map(each => inWords(each, row[each] ?? '', named)).join(' · '),
          facts: struck.isOthers ? struck.facts : [...struck.facts, ...facts],
        }
      }),
  }))
}

function compare(one: string | number | null | undefined, two: string | number | null | undefined): number {
  return typeof one === 'number' && typeof two === 'number' ? one - two : compareWords(String(one), String(two))
}

/** What a row points to, by its id: the session, the goal, the form, the procedure. */
function withNames(
  tables: Tables,
  words: ReadonlyMap<string, string>,
  manual: Manual,
  marks: Marks,
): Map<string, string> {
  const named = new Map(words)
  for (const each of manual.procedures) named.set(each.code, `${each.code} ${each.title}`)
  for (const [id, each] of manual.forms) named.set(id, each.title)
  for (const each of tables['slots'] ?? []) named.set(String(each['id']), `Träff ${each['number']}`)
  for (const each of tables['sessions'] ?? [])
    named.set(String(each['id']), `${named.get(String(each['slot_id']))}, ${each['settled_on']}`)
  for (const [table, column] of Object.entries(NAMED_BY))
    for (const each of tables[table] ?? []) named.set(String(each['id']), inWords(column, each[column] ?? '', named))
  for (const each of tables['homework'] ?? []) named.set(String(each['id']), `”${each['what']}”`)
  for (const each of tables['goal_events'] ?? []) {
    const change = parsed(each['change'])
    if (isRecord(change) && typeof change['words'] === 'string')
      named.set(String(each['goal_id']), `”${change['words']}”`)
  }
  for (const [id, mark] of marks) if (mark['reason'] === 'wrongClient') named.set(id, 'om någon annan')
  return named
}

/** What is known of a record with no name of its own. */
const NAMED_BY = {
  worksheet_answers: 'form_id',
  offers: 'made_on',
  consents: 'receiver',
  placements: 'from_on',
  remarks: 'said_on',
}

type Marks = ReadonlyMap<string, Row>

/** The marks that stand, by the record that was recorded by mistake. */
function marksIn(tables: Tables): Marks {
  const standing = (tables['mistakes'] ?? []).filter(each => each['taken_back_at'] === null)
  return new Map(standing.map(each => [String(each['about_id']), each]))
}

/** That a row was recorded by mistake, or hangs on one that was; and whether it is about someone else, whose it then is. */
function struckFacts(row: Row, marks: Marks): { facts: Fact[]; isOthers: boolean } {
  const keys = [row['id'], row['session_id'], row['given_in'], row['goal_id']]
  const mark = keys.map(each => marks.get(String(each))).find(each => each !== undefined)
  if (mark === undefined) return { facts: [], isOthers: false }
  const reason = inWords('reason', mark['reason'] ?? '', new Map())
  const told: Fact = ['Struket', `Fört in av misstag: ${midSentence(reason)}`]
  const isOthers = mark['reason'] === 'wrongClient'
  return { facts: isOthers ? [told, ['', 'Det som stod här gäller någon annan.']] : [told], isOthers }
}

const midSentence = (text: string) => text.charAt(0).toLocaleLowerCase('sv') + text.slice(1)

function factsOf(label: string, column: string, row: Row, named: ReadonlyMap<string, string>, manual: Manual): Fact[] {
  const value = row[column]
  if (value === null || value === undefined || value === '') return []
  const json = parsed(value)
  const form = column === 'answers' ? manual.forms.get(String(row['form_id'])) : undefined
  if (form !== undefined && isRecord(json)) return answersIn(form, json)
  if (json === undefined) return [[label, inWords(column, value, named)]]
  return describeJson(json, column, named, manual).map(
    ([key, text], index): Fact => [key || (index === 0 ? label : ''), text],
  )
}

/** What was answered to a form, under the form's own labels. */
function answersIn(form: FormDefinition, answers: Readonly<Record<string, unknown>>): Fact[] {
  const known = form.fields.flatMap((field): Fact[] => {
    const words = field.kind === 'ratings' && field.wordsId !== undefined ? answers[field.wordsId] : undefined
    return [
      ...said(field.label, field, answers[field.id]),
      ...said(`${field.label}: egna ord`, field, words), // about what is rated, item by item
    ]
  })
  const asked = new Set(form.fields.flatMap(each => (each.kind === 'ratings' ? [each.id, each.wordsId] : [each.id])))
  const others = Object.entries(answers).filter(([id]) => !asked.has(id))
  return [...known, ...others.map(([id, answer]): Fact => [id, plain(answer)])] // a field that the form no longer has
}

function said(label: string, field: FormField, answer: unknown): Fact[] {
  return answer === undefined ? [] : [[label, answerText(field, answer)]]
}

function answerText(field: FormField | FormColumn, answer: unknown): string {
  switch (field.kind) {
    case 'choice':
      return field.options.find(each => each.value === answer)?.label ?? plain(answer)
    case 'choices':
      return list(answer)
        .map(each => field.options.find(option => option.value === each)?.label ?? plain(each))
        .join(', ')
    case 'tick':
      return answer === true ? 'ja' : 'nej'
    case 'ratings':
      return Object.entries(isRecord(answer) ? answer : {})
        .map(([item, score]) => `${field.items.find(each => each.value === item)?.label ?? item}: ${plain(score)}`)
        .join('\n')
    case 'table':
      return list(answer)
        .map(row => tableRow(field, isRecord(row) ? row : {}))
        .join('\n')
    case 'list':
      return list(answer).map(plain).join('\n')
    default:
      return plain(answer)
  }
}

function tableRow(field: Extract<FormField, { kind: 'table' }>, row: Readonly<Record<string, unknown>>): string {
  const name = field.rows.find(each => each.value === row['row'])?.label
  const cells = field.columns.flatMap(column => {
    const answer = row[column.id]
    return answer === undefined || answer === '' ? [] : [`${column.label}: ${answerText(column, answer)}`]
  })
  return [...(name === undefined ? [] : [name]), ...cells].join(' · ')
}

/** Stored JSON as labels and texts, none left out. */
function describeJson(json: unknown, key: string, named: ReadonlyMap<string, string>, manual: Manual): Fact[] {
  if (Array.isArray(json)) {
    const simple = json.every(each => typeof each !== 'object')
    if (!simple) return json.flatMap(each => describeJson(each, key, named, manual))
    const text = json.filter(each => each !== '').map(each => inWords(key, each as string | number, named))
    return text.length === 0 ? [] : [['', text.join(', ')]]
  }
  if (!isRecord(json)) return json === null || json === '' ? [] : [['', inWords(key, json as string | number, named)]]
  return Object.entries(json).flatMap(([name, value]): Fact[] => {
    if (HIDDEN_KEYS.has(name)) return []
    const form = manual.forms.get(name)
    if (form !== undefined && isRecord(value)) return answersIn(form, value)
    const label = KEY_WORDS_WITHIN[key]?.[name] ?? KEY_WORDS[name]
    const told = describeJson(value, label === undefined ? key : name, named, manual) // by an id: what the key around it says
    return told.map(([inner, text]): Fact => [inner || (label ?? named.get(name) ?? name), text])
  })
}

/** Where the name of a municipality stands among the names: its code alone may be any four digits. */
export const municipalityKey = (code: string) => `municipality ${code}`
const MUNICIPALITIES = ['home_municipality', 'homeMunicipality']

function inWords(column: string, value: string | number | boolean, named: ReadonlyMap<string, string>): string {
  const text = String(value)
  if (column === 'number' && typeof value === 'number') return `Träff ${value}`
  if (MUNICIPALITIES.includes(column)) return named.get(municipalityKey(text)) ?? text
  return CODE_WORDS[column]?.[text] ?? named.get(text) ?? (isInstant(text) ? onTheClock(text) : text)
}

const isInstant = (text: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)

/** *2026-11-21 14:32*, where the program runs. */
function onTheClock(instant: string): string {
  return new Date(instant).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'short' })
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])
const plain = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value))
