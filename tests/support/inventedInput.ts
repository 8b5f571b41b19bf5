import fc from 'fast-check'
import { z } from 'zod'
import { contract, type Method } from '../../main/contract/index.ts'

/** What JSON Schema says of a method's input; only the words that zod writes. */
type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly oneOf?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly maxItems?: number
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly format?: string
  readonly pattern?: string
}

/** Words that mean something in the binder, so that an invented input gets past the first door now and then. */
export type Known = { readonly ids: readonly string[]; readonly words: readonly string[] }

/** Text that has broken other programs: SQL, markup, paths, control and direction characters, half a character. */
const NASTY = [
  "'; DROP TABLE clients; --",
  '<img src=x onerror=alert(1)>',
  '../../etc/passwd',
  '\u0000\u0007',
  '\u202eesrever',
  '\ud800',
  '__proto__',
  '%00%s%n',
  '$(id)`id`',
  'Å'.normalize('NFD'),
]

/** Inputs to an operation: most are well-formed, some nearly, some not at all. */
export function inventedInput(method: Method, known: Known): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(contract[method].input, { io: 'input' }) as Schema
  const wellFormed = valueFor(schema, known)
  const nearly = fc
    .tuple(wellFormed, fc.string(), fc.jsonValue())
    .map(([value, key, other]) => spoilt(value, key, other))
  return fc.oneof(
    { weight: 6, arbitrary: wellFormed },
    { weight: 3, arbitrary: nearly },
    { weight: 1, arbitrary: fc.anything() },
  )
}

/** One field taken away, replaced or added. */
function spoilt(value: unknown, key: string, other: unknown): unknown {
  if (typeof value !== 'object' || value === null) return other
  const fields = Object.entries(value)
  if (fields.length === 0) return { [key]: other }
  const [name, old] = fields[key.length % fields.length] ?? ['', undefined]
  if (key.length % 3 === 0) return Object.fromEntries(fields.filter(each => each[0] !== name))
  return key.length % 3 === 1 ? { ...value, [name]: other } : { ...value, [name]: [old, other] }
}

function valueFor(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const { type, oneOf, anyOf } = schema
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = oneOf ?? anyOf
  if (choices !== undefined) return fc.oneof(...choices.map(each => valueFor(each, known)))
  if (type === 'object') return objectOf(schema, known)
  if (type === 'array') return arrayOf(schema, known)
  if (type === 'string') return textOf(schema, known)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: schema.minimum ?? -9, max: schema.maximum ?? 9_999 })
  if (type === 'number') return fc.double()
  return fc.jsonValue() // anything that JSON can say
}

function objectOf({ properties = {}, required = [], propertyNames }: Schema, known: Known): fc.Arbitrary<unknown> {
  if (propertyNames !== undefined) return fc.dictionary(textOf(propertyNames, known), fc.jsonValue(), { maxKeys: 4 })
  const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valueFor(each, known)]))
  return fc.record(fields, { requiredKeys: [...required] })
}

function arrayOf({ items = {}, minItems = 0, maxItems = 3 }: Schema, known: Known): fc.Arbitrary<unknown> {
  return fc.array(valueFor(items, known), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) })
}

function textOf({ format, pattern, minLength = 0, maxLength = 60 }: Schema, known: Known): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known.ids) }, fc.uuid({ version: 4 }))
  if (format === 'date')
    return fc.constantFrom('2026-11-21', '2026-11-20', '2026-12-01', '2024-02-29', '0001-01-01', '9999-12-31')
  if (format === 'date-time') return fc.constantFrom('2026-11-21T08:00:00Z', '0001-01-01T00:00:00Z')
  if (format === 'base64') return fc.base64String({ maxLength: 400 })
  const fitting = known.words.filter(each => pattern === undefined || new RegExp(pattern, 'u').test(each))
  const invented =
    pattern === undefined
      ? fc.oneof(
          fc.constantFrom(...NASTY),
          fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'binary' }),
        )
      : fc.stringMatching(new RegExp(pattern, 'u'))
  return fitting.length === 0 ? invented : fc.oneof(fc.constantFrom(...fitting), invented)
}
