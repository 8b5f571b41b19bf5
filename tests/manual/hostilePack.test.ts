import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { manualFiles } from '../../main/manual/manualFolder.ts'
import { readManual } from '../../main/manual/readManual.ts'
import { MANUAL } from '../support/core.ts'
import { tries } from '../support/longRun.ts'

const ours = manualFiles(MANUAL)

/** Characters that fill a file, and lines, to the most that are let in. */
const FILE = 59_000
const SETTINGS = 29_000
const LINE = 9_900

/** What a sign or two does a long way: each is the worst that some pattern or parser of ours may be given. */
const UNITS = [
  "] ]( [ [[]( ![ . !? # > - 1. 1 * **a _ ` | <a &a; \" ' \\ … İ \u0301 😀 { {a: [{ \"\\u '' 1-1 -1- a'a % ord narkoman".split(
    ' ',
  ),
  '# ¤> ¤- ¤1. ¤ord ¤narkoman ¤{a: ¤a: ¤? ¤- - ¤&a ¤*a ¤!!str ¤<<: ¤: ¤| \n¤- a\n¤# a\n¤.\n¤narkoman\n¤--- \n¤ ¤\t¤\n¤\r'.split(
    '¤',
  ),
].flat()

const filled = (unit: string, most: number) => unit.repeat(Math.ceil(most / unit.length)).slice(0, most)
/** The unit as whole lines, none of them longer than is let in. */
const lines = (unit: string, most: number) => filled(`${filled(unit, LINE)}\n`, most)

/** A unit as the body of pages, as their head, as settings, as forbidden words, and as what clients take home. */
const SHAPES: readonly ((unit: string, nth: number) => [string, string])[] = [
  (unit, nth) => [`pages/p${nth}.md`, page(nth, lines(unit, FILE))],
  (unit, nth) => [`pages/p${nth}.md`, `---\n${lines(unit, SETTINGS)}\n---\nText.`],
  (unit, nth) => [`worksheets/w${nth}.yaml`, lines(unit, SETTINGS)],
  (unit, nth) => [nth === 0 ? 'forbiddenWords.yaml' : `worksheets/w${nth}.yaml`, lines(unit, SETTINGS)],
  (unit, nth) => [`clientSheets/c${nth}.md`, `---\nsession: 1\ntitle: A\n---\n${lines(unit, FILE)}`],
]
const page = (nth: number, text: string) => `---\nid: page${nth}\ntitle: Sida\norder: ${nth + 20}\n---\n${text}`

const packs = UNITS.flatMap(unit =>
  SHAPES.map((shape, nth) => {
    const added = Array.from({ length: nth === 0 || nth === 4 ? 8 : 16 }, (_, place) => shape(unit, place))
    return { name: `${JSON.stringify(unit)}, ${nth}`, files: new Map([...ours, ...added]) }
  }),
)

/** Milliseconds, with our own chapters read along each time. */
function timeToRead(files: ReadonlyMap<string, string>) {
  const begun = performance.now()
  const { manual, problems } = readManual(files)
  return { manual, problems, took: performance.now() - begun }
}

const chosen = packs.filter((_, nth) => nth % tries(41, 1) === 0)

test.each(chosen)(
  'a pack filled with $name is read within two seconds, and what is wrong is told in words',
  ({ files }) => {
    const { problems, took } = timeToRead(files)
    expect(took).toBeLessThan(2_000)
    expect(problems.length).toBeLessThan(300)
    expect(problems.filter(each => each.what.length < 10)).toEqual([])
  },
)

const many = <T>(most: number, made: (nth: number) => T) => Array.from({ length: most }, (_, nth) => made(nth))
const form = (more: string) => `id: w\nversion: 1\ntitle: Blad\npurpose: Bra.\nfields:\n${more}`
const aliases = many(9, nth => `x${nth}: &x${nth} [${many(9, () => (nth === 0 ? 'lol' : `*x${nth - 1}`)).join(', ')}]`)

test.each<[string, string, string, RegExp]>([
  ['a laugh a billion times', 'worksheets/w.yaml', aliases.join('\n'), /hänvisningar/],
  ['brackets without end', 'worksheets/w.yaml', many(3, () => '['.repeat(9_000)).join('\n'), /YAML/],
  ['forbidden words nested without end', 'forbiddenWords.yaml', '- '.repeat(5_000), /YAML/],
  ['three thousand keys', 'worksheets/w.yaml', many(3_300, nth => `k${nth}: 1`).join('\n'), /filen: /],
  ['the same key twice', 'worksheets/w.yaml', 'id: w\nid: w', /”id” står två gånger/],
  ['a thousand forbidden words', 'forbiddenWords.yaml', many(1_000, nth => `ord${nth}: x`).join('\n'), /högst 300/],
  ['a line of a hundred pages', 'pages/p.md', page(1, 'ord '.repeat(10_000)), /Raden är för lång/],
  ['a file of half a manual', 'pages/p.md', page(1, 'ord\n'.repeat(100_000)), /Filen har \d+ tecken/],
  ['a title that is a chapter', 'pages/p.md', page(1, 'Text').replace('Sida', 'ord '.repeat(60)), /title: /],
  [
    'a scale to a billion',
    'worksheets/w.yaml',
    form('  - {kind: scale, id: aa, label: A, min: 0, max: 1000000000, low: a, high: b}'),
    /max: /,
  ],
  [
    'a field called as what every object has',
    'worksheets/w.yaml',
    form('  - {kind: text, id: constructor, label: A}'),
    /id: /,
  ],
  [
    'a hundred fields',
    'worksheets/w.yaml',
    form(many(100, nth => `  - {kind: text, id: a${nth}, label: A}`).join('\n')),
    /fields: /,
  ],
])('%s is refused', (_what, file, text, why) => {
  const { manual, problems, took } = timeToRead(new Map([[file, text]]))
  expect(took).toBeLessThan(2_000)
  expect(manual).toBeUndefined()
  expect(problems.map(each => `${each.file}: ${each.what}`)).toContainEqual(expect.stringMatching(why))
})

test('more files than any manual has are refused unread', () => {
  const { manual, problems, took } = timeToRead(new Map(many(401, nth => [`pages/p${nth}.md`, page(nth, 'Text.')])))
  expect([manual, problems.map(each => each.what), took < 100]).toEqual([
    undefined,
    ['Manualen har 401 filer; högst 400 får plats.'],
    true,
  ])
})

test('in a folder, what a link points to and what is no file is left alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arton-pack-'))
  writeFileSync(join(folder, 'manual.yaml'), 'id: a')
  symlinkSync('/etc/hostname', join(folder, 'pages.md'))
  symlinkSync(folder, join(folder, 'again'))
  mkdirSync(join(folder, 'folder.md'))
  expect([...manualFiles(folder).keys()]).toEqual(['manual.yaml'])
  rmSync(folder, { recursive: true })
})
