import type { z } from 'zod'
import { contract, type Method } from './index.ts'

/**
 * The most characters that an operation takes of one of its texts, read out of the contract itself, so that a screen
 * counts out by what the core refuses by: `longestOf('consent.withdraw', 'words')`, `longestOf('goal.set', 'steps.what')`.
 *
 * @throws where the contract has no such text, or sets it no limit: a test asks for every one that a screen names.
 */
export function longestOf(method: Method, path: string): number {
  const found = textsOf(contract[method].input).get(path)
  if (found === undefined) throw new Error(`${method} takes no text ${path}`)
  return found
}

/** Every text in a schema with the most characters it takes, infinity where that is not said; of choices the widest. */
export function textsOf(schema: z.ZodType, path = ''): Map<string, number> {
  const { def } = schema as z.ZodType & { def: Def }
  if (def.type === 'string') {
    const { maxLength, format } = schema as z.ZodString
    const ofItself = maxLength === null && format !== null // a day, an id or a code has the length it has
    return ofItself ? new Map() : new Map([[path, maxLength ?? Number.POSITIVE_INFINITY]])
  }
  const below = Object.entries(def.shape ?? {}).map(([name, each]) =>
    textsOf(each, path === '' ? name : `${path}.${name}`),
  )
  const same = [def.element, def.innerType, def.in, def.valueType, ...(def.options ?? [])].filter(
    each => each !== undefined,
  )
  const found = new Map<string, number>()
  for (const part of [...below, ...same.map(each => textsOf(each, path))])
    for (const [name, most] of part) found.set(name, Math.max(most, found.get(name) ?? 0))
  return found
}

/** What a zod type may be made of. */
type Def = {
  readonly type: string
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly element?: z.ZodType
  readonly innerType?: z.ZodType
  readonly in?: z.ZodType
  readonly valueType?: z.ZodType
  readonly options?: readonly z.ZodType[]
}
