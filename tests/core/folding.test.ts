import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareWords,
  folded,
  foldedInPlace,
  placeOf,
  sortKeyOf,
  standsIn,
  undotted,
} from '../../main/contract/folding.ts'

describe('two that are the same to a reader fold to the same', () => {
  test.each([
    ['capitals', 'ANNA ÅS', 'anna ås'],
    ['the Turkish dotted capital', 'İpek', 'ipek'],
    ['the Turkish capital without a dot', 'IŞIK', 'ışık'],
    ['accents', 'André', 'Andre'],
    ['German dots', 'Müller', 'Muller'],
    ['a caron', 'Čapek', 'capek'],
    ['Polish letters', 'Łukasz Żółć', 'lukasz zołc'],
    ['Icelandic letters', 'Þórður', 'thordur'],
    ['Danish and Swedish', 'Sørensen Kjær', 'Sörensen Kjär'],
    ['a sharp s', 'Großmann', 'GROSSMANN'],
    ['the capital sharp s', 'GROẞMANN', 'Grossmann'],
    ['a typographic apostrophe', 'O’Brien', "O'Brien"],
    ['an acute accent for an apostrophe', 'O´Brien', 'O`Brien'],
    ['a letter for an apostrophe', 'Oʼahu', 'Oʻahu'],
    ['a hyphen that does not break', 'Anna\u2011Karin', 'Anna-Karin'],
    ['an en dash', 'Anna–Karin', 'Anna−Karin'],
    ['a space that does not break', 'Anna\u00A0Berg', 'Anna Berg'],
    ['several spaces and a tab', ' Anna \t  Berg\n', 'Anna Berg'],
    ['a zero-width space', 'An\u200Bna', 'Anna'],
    ['a soft hyphen', 'åter\u00ADfall', 'återfall'],
    ['a byte order mark and a direction mark', '\uFEFFAnna\u200E', 'Anna'],
    ['a letter in two signs', 'a\u030Aker', 'åker'],
    ['a letter in two signs, the capital', 'O\u0308rjan', 'örjan'],
    ['the sign for ångström', '\u212Bke', 'åke'],
    ['joined letters', 'ﬁn', 'fin'],
    ['full-width letters', 'Ａｎｎａ', 'anna'],
    ['Cyrillic capitals', 'ЁЛКА', 'ёлка'],
    ['the Greek last s', 'ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['an emoji with and without its selector', '❤\uFE0F', '❤'],
  ])('%s', (_what, one, other) => {
    expect(folded(one)).toBe(folded(other))
  })

  test.each([
    ['Håbo and Habo, two municipalities', 'Håbo', 'Habo'],
    ['ö and o', 'Östlund', 'Ostlund'],
    ['another name', 'Anna Berg', 'Anna Borg'],
    ['one word and two', 'Annakarin', 'Anna Karin'],
  ])('%s stay apart', (_what, one, other) => {
    expect(folded(one)).not.toBe(folded(other))
  })

  test('and are found without dots', () => {
    expect(undotted(folded('Håkan Östlund-Ärla'))).toBe('hakan ostlund-arla')
  })

  test('whatever Unicode form anything is written in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        for (const form of ['NFC', 'NFD'] as const) expect(folded(text.normalize(form))).toBe(folded(text))
        expect(folded(folded(text))).toBe(folded(text))
      }),
    )
  })
})

describe('a place in what is folded', () => {
  test.each([
    ['Risk för åter\u00ADfall i dag', 'återfall', 'åter\u00ADfall'],
    ['Han a\u030Aker hem', 'åker', 'a\u030Aker'],
    ['Straße 4', 'strasse', 'Straße'],
    ['❤️ jag vill hem', 'hem', 'hem'],
  ])('in “%s” is a place in what was written', (text, sought, written) => {
    const { folded: within, places } = foldedInPlace(text)
    const at = placeOf(within, folded(sought))
    expect(text.slice(places[at], places[at + folded(sought).length])).toBe(written)
  })

  test('has one more than there are folded characters, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const { folded: within, places } = foldedInPlace(text)
        const isInOrder = places.every((each, nth) => nth === 0 || (places[nth - 1] ?? 0) <= each)
        return isInOrder && places.length === within.length + 1 && places.at(-1) === text.length
      }),
    )
  })

  test.each([
    ['Östlund', 'ostl', true],
    ['Ostlund', 'östl', false],
    ['ett normalt mål', 'mål', true],
    ['ett normalt liv', 'mål', false],
    ['Sundsvalls kommun', 'KOMMUN sunds', true],
    ['Sundsvalls kommun', 'kommun kumla', false],
    ['Sundsvalls kommun', ' ', true],
  ])('%s is found by %s: %s', (text, sought, found) => {
    expect(standsIn(text, sought)).toBe(found)
  })
})

describe('lists', () => {
  test('have å ä ö last, and other letters with accents under their own', () => {
    const inOrder = [
      'Anna 2',
      'Anna 10',
      'Čapek',
      'Cecilia',
      'Dan',
      'Ellen',
      'Émile',
      'Eva',
      'Łukasz',
      'Muhr',
      'Müller',
      'Munk',
      'Myr',
      'Zeta',
      'Åke',
      'Ärla',
      'Öberg',
      'Østergaard',
      'Özlem',
    ]
    expect(inOrder.toReversed().toSorted(compareWords)).toEqual(inOrder)
  })

  test('are the same whatever order they were in', () => {
    const words = fc.array(fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(words, list => {
        expect(list.toReversed().toSorted(compareWords)).toEqual(list.toSorted(compareWords))
      }),
    )
  })

  test('in the database and on the screen have the same order', () => {
    expect(sortKeyOf('Åke 7')).toBe('{ke 000000000007')
  })
})
