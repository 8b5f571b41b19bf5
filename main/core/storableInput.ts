import { refuse } from '../contract/errors.ts'

/** Deeper than anything the contract takes; a value that holds itself is deeper still. */
const DEEPEST = 40

/**
 * The input with what no text can hold taken out: NUL, at which SQLite's own functions stop reading, and half characters,
 * which UTF-8 cannot write. Neither can be seen on screen, and a pasted text must not be refused for them.
 *
 * Refuses what is nested without end.
 */
export function storableInput(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '').toWellFormed()
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) return refuse('invalid-input', { field: '' })
  if (Array.isArray(value)) return value.map(each => storableInput(each, depth + 1))
  if (!isPlain(value)) return value
  const entries = Object.entries(value).map(([name, each]) => [name, storableInput(each, depth + 1)] as const)
  return Object.fromEntries(entries)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
