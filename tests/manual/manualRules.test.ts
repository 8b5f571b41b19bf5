import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { manualFiles } from '../../main/manual/manualFolder.ts'
import { lengthProblems } from '../../main/manual/manualRules.ts'
import { readManual } from '../../main/manual/readManual.ts'
import { shippedManual } from '../../main/manual/service.ts'
import { MANUAL } from '../support/core.ts'

const folder = mkdtempSync(join(tmpdir(), 'arton-manual-'))
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true })
  cpSync(MANUAL, folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const CHAPTER = '01-whatIsThis.md'
const SHEET = 'clientSheets/01.md'
const PAGE = 'pages/introduction.md'

const textOf = (file: string) => readFileSync(join(folder, file), 'utf8')
const write = (file: string, text: string) => writeFileSync(join(folder, file), text)
/** Changes a text once; a sample that has gone from the manual fails here and not somewhere else. */
function change(file: string, from: string | RegExp, to: string): void {
  const text = textOf(file)
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${file} has no longer ${from}`)
  write(file, changed)
}
/** Changes every such text within one `##` section. */
function changeWithin(title: string, from: RegExp, to: string): void {
  const [before = '', section = '', after = ''] = textOf(CHAPTER).split(
    new RegExp(`(## ${title}\\n[\\s\\S]*?\\n(?=## ))`),
  )
  write(CHAPTER, before + section.replaceAll(from, to) + after)
}
const lineOf = (file: string, words: string) =>
  textOf(file)
    .split('\n')
    .findIndex(each => each.includes(words)) + 1
const found = () => readManual(manualFiles(folder)).problems.map(each => `${each.file}:${each.line}: ${each.what}`)

describe('a chapter', () => {
  test.each<[string, string | RegExp, string, string[]]>([
    ['whose steps are not an hour', 'agenda, minutes: 7', 'agenda, minutes: 8', ['Stegens minuter blir 61, inte 60.']],
    [
      'whose short version is not half an hour',
      'step: checkIn, minutes: 4',
      'step: checkIn, minutes: 5',
      ['Kortversionens minuter blir 31, inte 30.'],
    ],
    [
      'with two steps of one name',
      'id: howItWorks',
      'id: wants',
      [
        'Två steg har samma id.',
        'Steget ”howItWorks” finns inte i agendan.', // for the prompt
        'Steget ”howItWorks” finns inte i agendan.', // and for what to avoid
      ],
    ],
    [
      'with a prompt at a step it does not have',
      'step: howItWorks, kind',
      'step: nowhere, kind',
      ['Steget ”nowhere” finns inte i agendan.'],
    ],
    [
      'with a worksheet that no step fills in',
      'worksheets: [craMap]',
      'worksheets: [craMap, useChain]',
      ['”useChain” fylls inte i vid något steg.'],
    ],
    [
      'with an exercise at a step and not in its list',
      'exercises: [cravingMeter]',
      'exercises: []',
      ['Steget visar ”cravingMeter”, som kapitlet inte har i sin lista.'],
    ],
    ['without homework', '[P01, P17]', '[P01]', ['Hemuppgiften (P17) saknas bland procedurerna.']],
    [
      'that has no time to prepare',
      '## Inför träffen',
      '## Förord',
      ['Rubriken ”Inför träffen” saknas i texten.', 'Rubriken ”Förord” finns inte i agendan.'],
    ],
    [
      'in another order than its agenda',
      /(## Vad CRA är)([\s\S]*)(## Frågor och tvivel)/,
      '$3$2$1',
      ['Rubrikerna står i annan ordning än agendan.'],
    ],
  ])('%s is found', (_what, from, to, expected) => {
    change(CHAPTER, from, to)
    const line = lineOf(CHAPTER, '## Förord')
    expect(found()).toEqual(expected.map(each => `${CHAPTER}:${each.includes('Förord') ? line : 1}: ${each}`))
  })

  test.each<[string, RegExp, string, string[]]>([
    ['without numbered actions', /^\d+\. /gm, '- ', ['## Frågor och tvivel|numrerade handgrepp saknas.']],
    [
      'that does not say why',
      /^### Varför$/gm,
      '### Bakgrund',
      ['## Frågor och tvivel|”Varför” saknas eller är tom.', '### Bakgrund|underrubriken ”Bakgrund” känns inte igen.'],
    ],
    [
      'where only the therapist talks',
      /\*\*Klienten:\*\*/g,
      '**K:**',
      ['### Så kan det låta|exemplet ska ha både din och klientens replik.'],
    ],
    ['with no other way out', /^- /gm, '', ['### Om det går annorlunda|skriv punkter, en för varje väg.']],
  ])('a step %s is found at its heading', (_what, from, to, expected) => {
    changeWithin('Frågor och tvivel', from, to)
    const start = lineOf(CHAPTER, '## Frågor och tvivel')
    const lines = textOf(CHAPTER).split('\n')
    const at = (heading: string) => lines.indexOf(heading, start - 1) + 1
    expect(found()).toEqual(
      expected
        .map(each => each.split('|'))
        .map(([heading = '', what]) => `${CHAPTER}:${at(heading)}: Frågor och tvivel: ${what}`),
    )
  })

  test('too long or too short is found', () => {
    write(CHAPTER, `${textOf(CHAPTER)}\n${'ord '.repeat(800).trim()}\n`)
    expect(found()).toEqual([expect.stringMatching(/^01-.*:1: Texten har 2\d{3} ord; den ska ha 1200–2400\.$/)])
    expect(lengthProblems(CHAPTER, 'ord '.repeat(1_199))).toHaveLength(1)
    expect(lengthProblems(CHAPTER, 'ord '.repeat(1_200))).toEqual([])
  })

  test('without a page for the client is found', () => {
    rmSync(join(folder, SHEET))
    expect(found()).toEqual([`${CHAPTER}:1: Klientblad saknas.`])
  })
})

describe('a page for the client', () => {
  test('with other headings than the four is found', () => {
    change(SHEET, '## Nästa träff', '## Sedan')
    expect(found()).toEqual([
      `${SHEET}:1: Klientbladet ska ha rubrikerna Det här gjorde vi, Det är bra för, Till nästa gång, Nästa träff, i den ordningen.`,
    ])
  })

  test('that is hard to read is found', () => {
    change(SHEET, 'Vi pratade om vad CRA är.', `${'förvaltningsrättslig dokumentationsskyldighet '.repeat(30).trim()}.`)
    expect(found()).toEqual([
      expect.stringMatching(/^clientSheets\/01\.md:1: LIX är \d\d; ett klientblad får ha högst 35\.$/),
    ])
  })
})

describe('in any text, the line is named where there is', () => {
  test.each([
    ['two spaces', 'ett  ord', 'Typografi: dubbelt mellanslag.'],
    ['a straight quotation mark', 'ett "ord', 'Typografi: rakt citattecken; skriv ”…”.'],
    ['an English quotation mark', 'ett “ord', 'Typografi: engelskt eller tyskt citattecken; skriv ”…”.'],
    ['a straight apostrophe', "rock'n roll", 'Typografi: rak apostrof; skriv ’.'],
    ['three full stops', 'vänta...', 'Typografi: tre punkter; skriv ….'],
    ['a hyphen for a dash', 'ett - två', 'Typografi: bindestreck som tankstreck; skriv –.'],
    ['an em dash', 'ett — två', 'Typografi: långt tankstreck; skriv –.'],
    ['a hyphen between figures', 'sidan 3-4', 'Typografi: bindestreck mellan tal; skriv –.'],
    ['a space before a comma', 'ett , två', 'Typografi: mellanslag före skiljetecken.'],
    ['HTML', 'ett <b>ord</b>', 'HTML i texten; skriv Markdown.'],
    [
      'a word we do not use',
      'En narkoman till',
      'Ordet ”narkoman” används inte här: skriv ”klienten” eller ”person med beroende”.',
    ],
    ['a link to a chapter that is not there', '[ord](chapter/19)', 'Länken ”chapter/19” leder ingenstans.'],
    ['a link out into the world', '[ord](https://example.org)', 'Länken ”https://example.org” leder ingenstans.'],
    ['a link that is code', '[ord](javascript:alert)', 'Länken ”javascript:alert” leder ingenstans.'],
  ])('%s', (_what, text, problem) => {
    write(PAGE, `${textOf(PAGE).trimEnd()}\n\n${text}\n`)
    expect(found()).toEqual([`${PAGE}:${lineOf(PAGE, text)}: ${problem}`])
  })

  test('in the labels of a form too', () => {
    change('worksheets/craMap.yaml', /label: /, 'label: Vänta... ')
    expect(found()).toEqual([
      `worksheets/craMap.yaml:${lineOf('worksheets/craMap.yaml', 'Vänta...')}: Typografi: tre punkter; skriv ….`,
    ])
  })
})

test.each([
  ['the head of a chapter', CHAPTER, "words: 'Det tog kraft", "words: 'Varje narkoman – det tog kraft"],
  ['the prompt bank', 'prompts.yaml', 'words: "Vad ska vi', 'words: "Är du narkoman? Vad ska vi'],
  ['the procedures', 'procedures.yaml', 'purpose: ', 'purpose: En narkoman '],
])('a word we do not use is found in %s', (_where, file, from, to) => {
  change(file, from, to)
  const word = 'Ordet ”narkoman” används inte här: skriv ”klienten” eller ”person med beroende”.'
  expect(found()).toEqual([`${file}:${lineOf(file, 'narkoman')}: ${word}`])
})

describe('a settings file', () => {
  const map = () => join(folder, 'worksheets/craMap.yaml')

  test.each<[string, () => void, string]>([
    ['that is not YAML', () => change(CHAPTER, '[P01, P17]', '[P01, P17'), '01-whatIsThis.md:16: YAML: '],
    ['with a value of its own', () => change(CHAPTER, 'phase: A', 'phase: D'), '01-whatIsThis.md:4: phase: '],
    [
      'with a setting nobody knows',
      () => change(CHAPTER, 'phase: A', 'phase: A\ncolour: red'),
      '01-whatIsThis.md:2: filen: ',
    ],
    ['with a setting twice', () => change(CHAPTER, 'phase: A', 'phase: A\nphase: A'), '01-whatIsThis.md:5: YAML: '],
    ['that points at nothing', () => change(CHAPTER, 'title: Vad', 'title: *no # Vad'), '01-whatIsThis.md:2: YAML: '],
    [
      'that points at itself',
      () => change(PAGE, 'title:', 'x: &a [1]\ny: [*a, *a]\ntitle:'),
      'pages/introduction.md:2: YAML: ',
    ],
    [
      'nested without end',
      () => change(PAGE, 'title:', `x: ${'['.repeat(4_000)}${']'.repeat(4_000)}\ntitle:`),
      'pages/introduction.md:3: YAML: ',
    ],
    [
      'that has no beginning',
      () => change(PAGE, '---\n', ''),
      'pages/introduction.md:1: Filen ska börja med inställningar',
    ],
    ['that is empty', () => write(PAGE, ''), 'pages/introduction.md:1: Filen saknas eller är tom.'],
    ['that is gone', () => rmSync(join(folder, 'manual.yaml')), 'manual.yaml:1: Filen saknas eller är tom.'],
    [
      'of a form by another name',
      () => renameSync(map(), map().replace('craM', 'm')),
      'worksheets/map.yaml:1: Filen ska heta craMap.yaml.',
    ],
    [
      'of a form that is there twice',
      () => cpSync(map(), join(folder, 'exercises/craMap.yaml')),
      'exercises/craMap.yaml:1: ”craMap” finns redan.',
    ],
  ])('%s is found, and the manual is not used at all', (_what, breakIt, problem) => {
    breakIt()
    const { manual, problems } = readManual(manualFiles(folder))
    const found = problems.map(each => `${each.file}:${each.line}: ${each.what}`)
    expect([manual, found]).toEqual([undefined, expect.arrayContaining([expect.stringContaining(problem)])])
  })

  test('with a fault keeps the app from starting with half a manual', () => {
    write(PAGE, '')
    expect(() => shippedManual(folder)).toThrow(/^the manual has \d+ faults; run npm run manual:check$/)
  })

  test('with the line ends of Windows is read all the same', () => {
    for (const file of [CHAPTER, SHEET, PAGE, 'worksheets/craMap.yaml'])
      write(file, textOf(file).replaceAll('\n', '\r\n'))
    expect(found()).toEqual([])
  })
})

describe('only the whole shows', () => {
  test.each<[string, () => void, string]>([
    ['a chapter that is missing', () => rmSync(join(folder, CHAPTER)), 'Kapitel 1 finns 0 gånger.'],
    [
      'a chapter that is there twice',
      () => cpSync(join(folder, CHAPTER), join(folder, '19-again.md')),
      'Kapitel 1 finns 2 gånger.',
    ],
    [
      'a procedure that no chapter teaches',
      () => change(CHAPTER, '[P01, P17]', '[P17]'),
      'Proceduren P01 lärs inte ut i något kapitel.',
    ],
    [
      'a procedure that is not in the catalogue',
      () => change('procedures.yaml', '- code: P01', '- code: P02'),
      'Proceduren P01 finns inte i katalogen.',
    ],
    [
      'a form that nobody uses',
      () => write('worksheets/spare.yaml', textOf('worksheets/craMap.yaml').replace('id: craMap', 'id: spare')),
      '”spare” används inte i något kapitel.',
    ],
    [
      'a form that is used and not there',
      () => rmSync(join(folder, 'worksheets/craMap.yaml')),
      '”craMap” finns varken bland arbetsblad eller övningar.',
    ],
  ])('%s', (_what, breakIt, problem) => {
    breakIt()
    expect(found()).toContain(`manual.yaml:1: ${problem}`)
  })
})
