import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { MIGRATIONS } from './core.ts'

const file = readdirSync(MIGRATIONS).find(each => each.endsWith('_municipalities.sql')) ?? ''
/** The last version of a binder in which the municipality was free text. */
export const BEFORE_CODES = Number(file.slice(0, 4)) - 1

const listed = readFileSync(join(MIGRATIONS, file), 'utf8').matchAll(/\('(\d{4})', '([^']+)', '[^']+ län'/g)

/** Every municipality's code by its name, as the migration lists them. */
export const CODES: ReadonlyMap<string, string> = new Map([...listed].map(([, code = '', name = '']) => [name, code]))

export function municipalityCode(name: string): string {
  const code = CODES.get(name)
  if (code === undefined) throw new Error(`no municipality is called ${name}`)
  return code
}
