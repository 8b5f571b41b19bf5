import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '../../main/contract/index.ts'
import { ROOT } from '../support/core.ts'

/** The identifiers of README's glossary, whose rows hold two pairs: | Swedish | identifier | | Swedish | identifier |. */
function identifiers(): Set<string> {
  const rows = readFileSync(join(ROOT, 'README.md'), 'utf8')
    .split('\n')
    .filter(each => each.startsWith('|'))
    .map(each => each.split('|').map(cell => cell.trim()))
  const words = rows.flatMap(cells => [cells[2], cells[5]]).flatMap(each => each?.match(/[a-z][a-zA-Z0-9]*/g) ?? [])
  return new Set(words)
}

test('every subject the core can be asked about stands in README’s glossary', () => {
  const known = identifiers()
  const subjects = new Set(Object.keys(contract).map(each => each.split('.')[0] ?? ''))
  expect([...subjects].filter(each => !known.has(each))).toEqual([])
})
