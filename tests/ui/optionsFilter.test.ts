import { expect, test } from 'vitest'
import { theme } from '../../renderer/app/theme.ts'
import { foundOptions } from '../../renderer/ui/optionsFilter.ts'

const choices = (...labels: string[]) => labels.map(label => ({ value: label, label }))
const found = (search: string, limit = 10) =>
  foundOptions({ options: choices('Örebro kommun', 'Malmö stad', 'Återfall, André’s blad'), search, limit }).map(
    each => ('value' in each ? each.value : each.group),
  )

test.each([
  ['orebro', ['Örebro kommun']],
  ['kommun ÖREBRO', ['Örebro kommun']],
  ['MALMO\u00A0stad', ['Malmö stad']],
  ["andre's", ['Återfall, André’s blad']],
  ['ö', ['Örebro kommun', 'Malmö stad']],
  ['Umeå', []],
])('a list to choose from is searched as all else is: %s', (search, expected) => {
  expect(found(search)).toEqual(expected)
})

test('with nothing sought all are there, no more than are to be shown, and a group that is empty is not', () => {
  expect(found('', 2)).toEqual(['Örebro kommun', 'Malmö stad'])
  const options = [
    { group: 'Län', items: choices('Örebro län') },
    { group: 'Kommuner', items: choices('Malmö') },
  ]
  expect(foundOptions({ options, search: 'orebro', limit: 10 })).toEqual([options[0]])
})

test('every list has it that says nothing else', () => {
  const { Select, Autocomplete } = theme.components ?? {}
  expect([Select?.defaultProps, Autocomplete?.defaultProps]).toMatchObject([
    { filter: foundOptions },
    { filter: foundOptions },
  ])
})
