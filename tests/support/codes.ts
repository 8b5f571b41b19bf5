import { globSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

/** The codes that may stand in one place of the contract, under the name of that place. */
export type Codes = { readonly key: string; readonly codes: readonly string[] }

/** Every enum of the contract, and every set of kinds that a union is told apart by, each set once. */
export async function contractCodes(root: string): Promise<Codes[]> {
  const found = new Map<string, Codes>()
  const seen = new Set<unknown>()
  for (const file of globSync('main/contract/*.ts', { cwd: root })) {
    for (const [name, value] of Object.entries(await import(join(root, file)))) {
      for (const each of codesIn(value, name, seen)) found.set(each.codes.toSorted().join(), each)
    }
  }
  return [...found.values()]
}

function codesIn(value: unknown, key: string, seen: Set<unknown>): Codes[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof z.ZodEnum) return [{ key, codes: value.options.map(String) }]
  if (value instanceof z.ZodObject) return inProperties(value.shape, seen)
  if (value instanceof z.ZodType) return [...kindsOf(value, key), ...inEach(value.def, key, seen)]
  return Array.isArray(value) ? inEach(value, key, seen) : inProperties(value, seen)
}

const inProperties = (object: object, seen: Set<unknown>): Codes[] =>
  Object.entries(object).flatMap(([key, each]) => codesIn(each, key, seen))

const inEach = (parts: object, key: string, seen: Set<unknown>): Codes[] =>
  Object.values(parts).flatMap(each => codesIn(each, key, seen))

/** What tells the options of a union apart, where that is said by literals. */
function kindsOf(schema: z.ZodType, key: string): Codes[] {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return []
  const { discriminator } = schema.def
  const codes = schema.options.flatMap(option => {
    const kind = option instanceof z.ZodObject ? option.shape[discriminator] : undefined
    return kind instanceof z.ZodLiteral ? [...kind.values].filter(each => typeof each === 'string') : []
  })
  return codes.length === 0 ? [] : [{ key: `${key}.${discriminator}`, codes }]
}

/** Values of a schema that together hold every code and both truths in it; every text in them is `WORD`. */
export function samplesOf(schema: unknown): unknown[] {
  if (schema instanceof z.ZodEnum) return schema.options
  if (schema instanceof z.ZodLiteral) return [...schema.values]
  if (schema instanceof z.ZodBoolean) return [true, false]
  if (schema instanceof z.ZodNumber) return [1]
  if (schema instanceof z.ZodArray) return [samplesOf(schema.element)]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(samplesOf)
  if (schema instanceof z.ZodObject) return objectsOf(schema.shape)
  if (schema instanceof z.ZodRecord) return samplesOf(schema.valueType).map(each => ({ [WORD]: each }))
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return samplesOf(schema.def.innerType)
  return [WORD]
}

export const WORD = 'Ord'

function objectsOf(shape: z.core.$ZodShape): unknown[] {
  const parts = Object.entries(shape).map(([key, each]) => [key, samplesOf(each)] as const)
  const most = Math.max(1, ...parts.map(([, samples]) => samples.length))
  return Array.from({ length: most }, (_, nth) =>
    Object.fromEntries(parts.map(([key, samples]) => [key, samples[nth % samples.length]])),
  )
}
