import { describe, expect, test } from 'vitest'
import { clientAnswer, fieldFeeding, offerOnSheet } from '../../main/contract/feeds.ts'
import { formDefinition } from '../../main/contract/form.ts'
import { formProblems, recallProblems } from '../../main/manual/formRules.ts'
import { coreInMemory, ourManual } from '../support/core.ts'

/** What is wrong with a form of these fields. */
function wrong(...fields: object[]): string[] {
  const form = formDefinition.parse({ id: 'sheet', version: 1, title: 'Blad', purpose: 'Ett blad.', fields })
  return formProblems('worksheets/sheet.yaml', form).map(each => `${each.file}:${each.line}: ${each.what}`)
}

const [one, two] = [
  { value: 'one', label: 'Ett' },
  { value: 'two', label: 'Två' },
]
const text = (id: string) => ({ kind: 'text', id, label: 'Text' })
const ends = { low: 'lägst', high: 'högst' }
const answer = {
  kind: 'choice',
  id: 'answer',
  label: 'Mitt svar',
  feeds: 'offerAnswer',
  options: clientAnswer.options.map(value => ({ value, label: value })),
}

describe('a form', () => {
  test.each<[string, object[], string]>([
    ['with two fields of one id', [text('what'), text('what')], 'Två fält har samma id, ”what”.'],
    [
      'that keeps the words about ratings where another answer lies',
      [
        text('words'),
        { kind: 'ratings', id: 'areas', label: 'A', min: 1, max: 10, ...ends, items: [one, two], wordsId: 'words' },
      ],
      'Två fält har samma id, ”words”.',
    ],
    [
      'with an option twice',
      [{ kind: 'choice', id: 'pick', label: 'Val', options: [one, one] }],
      'pick: ”one” står två gånger.',
    ],
    [
      'with a row twice',
      [{ kind: 'table', id: 'map', label: 'Karta', columns: [text('what')], rows: [one, two, one] }],
      'map: ”one” står två gånger.',
    ],
    [
      'with a column named as the row’s own name is kept',
      [{ kind: 'table', id: 'map', label: 'Karta', columns: [text('row')], rows: [one] }],
      'map: ”row” står två gånger.',
    ],
    [
      'that measures craving on another scale than the session',
      [{ kind: 'scale', id: 'now', label: 'Sug', min: 1, max: 10, ...ends, feeds: 'craving' }],
      'now: sug mäts från 0 till 10, annars kan svaret inte föras vidare.',
    ],
    [
      'with an answer that the ledger of offers does not know',
      [{ ...answer, options: [...answer.options, { value: 'notOffered', label: 'Ingen frågade' }] }],
      'answer: ”notOffered” är inget svar på ett erbjudande.',
    ],
    [
      'with a reason for an answer it does not ask for',
      [{ kind: 'choice', id: 'why', label: 'Skäl', options: [one, two], feeds: 'offerReason' }],
      'why: ”feeds: offerReason” hör till ett svar på erbjudandet, som bladet inte frågar efter.',
    ],
    [
      'filled in from scores that it has no columns for',
      [{ kind: 'table', id: 'areas', label: 'A', columns: [text('first')], rows: [one], filledFrom: 'scores' }],
      'areas: ”filledFrom: scores” behöver egna rader och kolumnerna first och latest, från 1 till 10.',
    ],
    ['that answers the offer twice', [answer, { ...answer, id: 'again' }], 'Två fält har ”feeds: offerAnswer”.'],
  ])('%s is refused, by file', (_what, fields, problem) => {
    expect(wrong(...fields)).toEqual([`worksheets/sheet.yaml:1: ${problem}`])
  })

  test('may use the same words in different fields', () => {
    const choice = (id: string) => ({ kind: 'choice', id, label: 'Val', options: [one, two] })
    expect(wrong(choice('first'), choice('second'), answer)).toEqual([])
  })

  test('may not send the answers of a column anywhere', () => {
    const column = { kind: 'scale', id: 'now', label: 'Sug', min: 0, max: 10, ...ends, feeds: 'craving' }
    expect(() => wrong({ kind: 'table', id: 'times', label: 'Gånger', columns: [column] })).toThrow(/feeds/)
  })
})

test('a form that shows what was written on a form which is not there is refused', () => {
  const map = formDefinition.parse({
    id: 'map',
    version: 1,
    title: 'Karta',
    purpose: 'En karta.',
    fields: [{ kind: 'table', id: 'risks', label: 'Risker', columns: [text('what')], recalls: 'markers' }],
  })
  expect(recallProblems(new Map([['map', map]])).map(each => each.what)).toEqual([
    'map, risks: ”recalls: markers” är inget blad med en tabell att minnas ur.',
  ])
})

describe('our own manual', () => {
  const forms = [...ourManual().forms.values()]

  test('asks for craving on the craving meter, and for the answer to the offer on the CRA map', () => {
    expect(forms.filter(each => fieldFeeding(each, 'craving') !== undefined).map(each => each.id)).toEqual([
      'cravingMeter',
    ])
    const asking = forms.filter(each => fieldFeeding(each, 'offerAnswer') !== undefined)
    expect(asking.map(each => each.id)).toEqual(['craMap'])
    const [map] = asking
    const told = clientAnswer.options.map(each => map && offerOnSheet(map, { answer: each })?.answer)
    expect(told).toEqual(clientAnswer.options)
  })

  test('offers only reasons that stand among the client’s in every binder', async () => {
    const { reasons } = await coreInMemory().ask('unit.lists', {})
    const clients = reasons.filter(each => each.side === 'client').map(each => each.code)
    const offered = forms.flatMap(form =>
      form.fields.flatMap(each =>
        each.kind === 'choice' && each.feeds === 'offerReason' ? each.options.map(option => option.value) : [],
      ),
    )
    expect(offered.length).toBeGreaterThan(0)
    expect(offered.filter(each => !clients.includes(each))).toEqual([])
  })

  test('asks next to nothing about someone else than the client: initials and role, in forty characters', () => {
    const other = ourManual()
      .forms.get('closeScale')
      ?.fields.find(each => each.id === 'other')
    expect(other).toMatchObject({ kind: 'text', atMost: 40 })
  })

  test.each([
    [
      'use',
      'useChain',
      [
        'withWhom',
        'place',
        'timeOfIt',
        'thoughts',
        'feelings',
        'bodyBefore',
        'howMuch',
        'howLong',
        'inWhatWay',
        'liked',
        'costs',
        'summary',
        'nextStep',
      ],
    ],
    [
      'what is good without',
      'soberChain',
      [
        'withWhom',
        'place',
        'timeOfIt',
        'thoughts',
        'feelings',
        'bodyBefore',
        'whatIDo',
        'against',
        'gains',
        'nextTimes',
      ],
    ],
    [
      'a lapse',
      'relapseChain',
      ['outerTriggers', 'innerTriggers', 'what', 'howLong', 'shortTerm', 'longTerm', 'decisions', 'changes'],
    ],
  ])('the analysis of %s has what is around, within, done, soon after and in the long run', (_of, id, parts) => {
    const ids = ourManual()
      .forms.get(id)
      ?.fields.map(each => each.id)
    expect(ids).toEqual(expect.arrayContaining(parts))
  })

  test('the risk map has the eight kinds of risk of method.md, session 9', () => {
    const risks = ourManual()
      .forms.get('riskMap')
      ?.fields.find(each => each.kind === 'table')
    expect(risks?.rows.map(each => each.label)).toEqual([
      'Obehagliga känslor',
      'Kroppsligt obehag',
      'Positiva känslor',
      'Testa om jag har kontroll',
      'Sug och frestelse',
      'Konflikt med andra',
      'Tryck från andra',
      'Trevligt sällskap',
    ])
    expect(risks?.columns.map(each => each.id)).toEqual(['example', 'risk', 'confidence', 'skill', 'status'])
  })
})
