import { expect, test } from 'vitest'
import { choiceMeant } from '../../renderer/ui/choices.ts'

const REASONS = ['Sjuk', 'Sjuk i dag', 'Orkar inte i dag', 'Återfall', 'Ångest', 'Ångest'].map((label, nth) => ({
  value: `${nth}`,
  label,
}))

test.each([
  ['Sjuk', '0'],
  ['  sjuk ', '0'],
  ['SJUK I DAG', '1'],
  ['orkar', '2'],
  ['aterfall', '3'],
  ['dag', undefined],
  ['Ångest', undefined],
  ['Bussen gick inte', undefined],
])('“%s” is %s: the one it names, or the only one it stands in', (typed, value) => {
  expect(choiceMeant(typed, REASONS)).toBe(value)
})
