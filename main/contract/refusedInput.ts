import type { z } from 'zod'
import { refuse } from './errors.ts'

type Path = readonly PropertyKey[]

/** Where in an input something stands, without the numbers of rows: `homeworkGiven.0.what` is `homeworkGiven.what`. */
const fieldOf = (path: Path) => path.filter(each => typeof each !== 'number').join('.')

/** What an input is of: an operation, or a form that names its own fields. */
type Asked = { readonly method?: string; labelOf?(path: Path): string | undefined }

/**
 * Refuses what a schema did not take. A text too long is refused as such, with how many characters are over: it is
 * never cut, and whoever wrote it must know how much to take away.
 */
export function refuseInput(error: z.ZodError, input: unknown, { method, labelOf }: Asked): never {
  const tooLong = error.issues.find(each => each.code === 'too_big' && each.origin === 'string')
  const { path } = tooLong ?? error.issues[0] ?? { path: [] }
  const label = labelOf?.(path)
  const field = { field: fieldOf(path), ...(label === undefined ? {} : { label }) }
  if (tooLong?.code !== 'too_big') return refuse('invalid-input', field)
  const most = Number(tooLong.maximum)
  const over = lengthAt(input, path) - most
  return refuse('too-long', { ...field, ...(method === undefined ? {} : { method }), most, over })
}

/** Characters of the text at a path, as the contract counts them: without blanks at its ends. */
function lengthAt(input: unknown, path: Path): number {
  const text = path.reduce((value, key) => (value as Record<PropertyKey, unknown>)[key], input)
  return typeof text === 'string' ? text.trim().length : 0
}
