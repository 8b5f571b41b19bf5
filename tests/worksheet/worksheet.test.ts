import { beforeEach, describe, expect, test } from 'vitest'
import { answersTo, type FormAnswers, type FormColumn, type FormField } from '../../main/contract/form.ts'
import { LONGEST } from '../../main/contract/values.ts'
import { coreInMemory, ourManual, type TestCore } from '../support/core.ts'
import { addedClient, heldSession } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const FORMS = [...ourManual().forms.values()]

/** Something a client might well answer to the field. */
function fitting(field: FormField | FormColumn): FormAnswers[string] {
  switch (field.kind) {
    case 'text':
      return 'Ett ord'
    case 'day':
      return '2026-11-21'
    case 'time':
      return '09:30'
    case 'number':
    case 'scale':
      return field.max
    case 'tick':
      return true
    case 'choice':
      return field.options[0]?.value ?? ''
    case 'choices':
      return field.options.map(each => each.value)
    case 'list':
      return Array.from({ length: field.atMost }, (_, index) => `Sak ${index + 1}`)
    case 'ratings':
      return Object.fromEntries(field.items.map(each => [each.value, field.min]))
    case 'table': {
      const cells = Object.fromEntries(field.columns.map(each => [each.id, fitting(each)]))
      return field.rows.length === 0 ? [cells, {}] : field.rows.map(each => ({ row: each.value, ...cells }))
    }
  }
}

/** Answers that no client can give to the field, each with one thing wrong. */
function unfitting(field: FormField | FormColumn): unknown[] {
  const wrongKind = [null, { x: 1 }, field.kind === 'number' || field.kind === 'scale' ? '3' : 3]
  switch (field.kind) {
    case 'text':
      return [...wrongKind, 'x'.repeat(LONGEST.words + 1)]
    case 'day':
      return [...wrongKind, '', '2026-02-30', '21 november']
    case 'time':
      return [...wrongKind, '', '9:30', '24:00']
    case 'number':
    case 'scale':
      return [...wrongKind, field.min - 1, field.max + 1, field.min + 0.5]
    case 'tick':
      return [...wrongKind, 'ja']
    case 'choice':
      return [...wrongKind, 'noSuchOption', '']
    case 'choices':
      return [...wrongKind, ['noSuchOption']]
    case 'list':
      return [...wrongKind, Array.from({ length: field.atMost + 1 }, () => 'x'), [3]]
    case 'ratings': {
      const item = field.items[0]?.value ?? ''
      return [
        null,
        3,
        [],
        { noSuchItem: field.min },
        { [item]: field.min - 1 },
        { [item]: field.max + 1 },
        { [item]: null },
      ]
    }
    case 'table': {
      const row = field.rows[0] === undefined ? {} : { row: field.rows[0].value }
      const tooMany = Array.from({ length: (field.rows.length || field.atMost) + 1 }, () => row)
      const cells = field.columns.flatMap(each => unfitting(each).map(answer => [{ ...row, [each.id]: answer }]))
      return [null, 3, {}, tooMany, [{ ...row, noSuchColumn: 'x' }], [{ row: 'noSuchRow' }], ...cells]
    }
  }
}

describe.each(FORMS.map(each => [each.title, each] as const))('%s', (_title, form) => {
  const accepts = (answers: unknown) => answersTo(form).safeParse(answers).success

  test('may be kept empty, in part, or filled in to the last field', () => {
    const whole = Object.fromEntries(form.fields.map(each => [each.id, fitting(each)]))
    expect(accepts({})).toBe(true)
    expect(form.fields.filter(each => !accepts({ [each.id]: fitting(each) })).map(each => each.id)).toEqual([])
    expect(answersTo(form).parse(whole)).toEqual(whole)
  })

  test('refuses a field it does not have, and any answer out of range or of the wrong kind', () => {
    expect(accepts({ noSuchField: 'x' })).toBe(false)
    const let_in = form.fields.flatMap(each =>
      unfitting(each)
        .filter(answer => accepts({ [each.id]: answer }))
        .map(answer => [each.id, answer]),
    )
    expect(let_in).toEqual([])
  })
})

describe('kept with the client', () => {
  let core: TestCore
  let clientId = ''
  beforeEach(async () => {
    core = coreInMemory()
    clientId = await addedClient(core)
  })
  const scale = (answeredOn: string, answers: FormAnswers) =>
    core.ask('worksheet.answer', { clientId, formId: 'satisfactionScale', answeredOn, answers })

  test('a living document is answered again and again; every answer stays, from first to last', async () => {
    const stopCard = (answeredOn: string) => ({ clientId, formId: 'stopCard', answeredOn, answers: {} })
    await core.ask('worksheet.answer', stopCard('2026-11-21'))
    const earlier = await core.ask('worksheet.answer', stopCard('2026-11-10'))
    const again = await core.ask('worksheet.answer', stopCard('2026-11-21'))
    const all = await core.ask('worksheet.ofClient', { clientId })
    expect(all.map(each => each.answeredOn)).toEqual(['2026-11-10', '2026-11-21', '2026-11-21'])
    expect([all[0], all[2]]).toEqual([earlier, again])
    expect(earlier).toEqual({
      id: expect.any(String),
      clientId,
      formId: 'stopCard',
      version: 1,
      answeredOn: '2026-11-10',
      answers: {},
      author: 'Berit Exempel',
    })
  })

  test.each([
    ['a form that is not in the manual', { formId: 'horoscope' }, 'not-found'],
    ['a day that has not come', { answeredOn: '2026-11-22' }, 'day-in-future'],
    ['a score out of range', { answers: { areas: { work: 0 } } }, 'invalid-input'],
    ['a day that could not be read', { formId: 'myTrial', answers: { startsOn: '31/11' } }, 'invalid-input'],
    ['a number that could not', { formId: 'satisfactionScale', answers: { areas: { work: '5,5' } } }, 'invalid-input'],
    ['an unknown area', { answers: { areas: { romance: 5 } } }, 'invalid-input'],
    ['a field that begins like no field', { answers: { __proto__x: 1 } }, 'invalid-input'],
  ])('%s is refused, and nothing is stored', async (_what, given, code) => {
    const before = everyRecord(core)
    const sheet = { clientId, formId: 'satisfactionScale', answeredOn: '2026-11-21', answers: {} }
    expect(await core.refusalCode('worksheet.answer', { ...sheet, ...given })).toBe(code)
    expect(everyRecord(core)).toEqual(before)
  })

  test('Tillfredsskalan becomes twelve series; a score left out is a gap, never a zero', async () => {
    await scale('2026-10-01', { areas: { housing: 2, work: 10 }, comment: 'Början' })
    await scale('2026-11-01', { areas: { work: 1 } })
    await scale('2026-11-20', {})
    await core.ask('worksheet.answer', { clientId, formId: 'craMap', answeredOn: '2026-11-21', answers: {} })
    const { areas, latest } = await core.ask('scale.ofClient', { clientId })
    const [first, second, third] = [{ on: '2026-10-01' }, { on: '2026-11-01' }, { on: '2026-11-20' }]
    expect(areas.map(each => each.area)).toEqual([
      'alcoholAndDrugs',
      'housing',
      'work',
      'money',
      'leisure',
      'friends',
      'family',
      'health',
      'feelings',
      'habits',
      'authorities',
      'wholeLife',
    ])
    expect(areas.slice(1, 4)).toEqual([
      { area: 'housing', label: 'Boende', points: [{ ...first, score: 2 }, second, third] },
      {
        area: 'work',
        label: 'Arbete, studier, sysselsättning',
        points: [{ ...first, score: 10 }, { ...second, score: 1 }, third],
      },
      { area: 'money', label: 'Ekonomi', points: [first, second, third] },
    ])
    expect(latest).toEqual({ on: '2026-10-01', words: 'Början' })
  })

  test('a client who has never filled in the scale has twelve empty series', async () => {
    const { areas, latest } = await core.ask('scale.ofClient', { clientId })
    expect(areas.map(each => each.points)).toEqual(Array.from({ length: 12 }, () => []))
    expect(latest).toBeUndefined()
  })

  test('the latest words are the comment of the latest sheet that has any, else what was said about an area of it', async () => {
    const latest = async () => (await core.ask('scale.ofClient', { clientId })).latest
    await scale('2026-09-01', {
      areas: { housing: 2 },
      areaWords: { housing: 'Soffan', work: 'Inget än' },
      comment: 'Början',
    })
    expect(await latest()).toEqual({ on: '2026-09-01', words: 'Början' })
    await scale('2026-10-01', { areas: { housing: 3 }, areaWords: { alcoholAndDrugs: 'Lugnt', housing: 'Egen säng' } })
    await scale('2026-11-01', { areas: { housing: 4 } })
    expect(await latest()).toEqual({ on: '2026-10-01', words: 'Egen säng', area: 'Boende' })
  })

  test('the client’s own words about an area stand at the day they were said, also where no number was given', async () => {
    await scale('2026-10-01', { areas: { housing: 2 }, areaWords: { housing: 'Soffan hos min syster' } })
    await scale('2026-11-01', { areas: { work: 4 }, areaWords: { housing: 'Vet inte än' } })
    const { areas } = await core.ask('scale.ofClient', { clientId })
    expect(areas.find(each => each.area === 'housing')?.points).toEqual([
      { on: '2026-10-01', score: 2, words: 'Soffan hos min syster' },
      { on: '2026-11-01', words: 'Vet inte än' },
    ])
  })

  test('a sheet filled in on paper counts from the day it says, not from the day it was typed in', async () => {
    const kept = await scale('2026-11-21', { areas: { housing: 4 }, filledInOn: '2026-11-18' })
    expect(kept.answeredOn).toBe('2026-11-18')
    const tomorrow = { clientId, formId: 'satisfactionScale', answeredOn: '2026-11-21', answers: {} }
    expect(await core.refusalCode('worksheet.answer', { ...tomorrow, answers: { filledInOn: '2026-11-22' } })).toBe(
      'day-in-future',
    )
  })

  test('each form has its own history, with the session it was filled in at', async () => {
    await scale('2026-11-02', { areas: { work: 3 } })
    await core.ask(
      'session.record',
      await heldSession(core, clientId, 9, {
        on: '2026-11-10',
        worksheets: [
          { formId: 'riskMap', answers: { firstRisk: 'Fredagar' } },
          { formId: 'satisfactionScale', answers: { areas: { work: 5 } } },
        ],
      }),
    )
    await core.ask('worksheet.answer', { clientId, formId: 'riskMap', answeredOn: '2026-11-20', answers: {} })
    const history = await core.ask('worksheet.ofForm', { clientId, formId: 'riskMap' })
    expect(history.map(each => [each.answeredOn, each.sessionNumber, each.author, each.answers])).toEqual([
      ['2026-11-10', 9, 'Berit Exempel', { firstRisk: 'Fredagar' }],
      ['2026-11-20', undefined, 'Berit Exempel', {}],
    ])
    expect(await core.ask('worksheet.ofForm', { clientId, formId: 'stopCard' })).toEqual([])
  })

  test('every living document is listed, also one still to be made; then what else was filled in, the latest first', async () => {
    await core.ask('worksheet.answer', { clientId, formId: 'useChain', answeredOn: '2026-11-01', answers: {} })
    await core.ask('worksheet.answer', { clientId, formId: 'riskMap', answeredOn: '2026-11-04', answers: {} })
    await core.ask('worksheet.answer', { clientId, formId: 'riskMap', answeredOn: '2026-11-20', answers: {} })
    await scale('2026-11-18', {})
    const forms = await core.ask('worksheet.formsOfClient', { clientId })
    expect(forms.filter(each => each.living).map(each => [each.title, each.times, each.latestOn])).toEqual([
      ['72-timmarsplan', 0, undefined],
      ['Behandlingsmål', 0, undefined],
      ['Min manual', 0, undefined],
      ['Nödplan om jag redan har använt', 0, undefined],
      ['Riskkarta', 2, '2026-11-20'],
      ['Stoppkort', 0, undefined],
      ['Varningssystem med någon som står mig nära', 0, undefined],
    ])
    expect(forms.filter(each => !each.living)).toEqual([
      {
        formId: 'satisfactionScale',
        title: 'Tillfredsskalan',
        living: false,
        times: 1,
        firstOn: '2026-11-18',
        latestOn: '2026-11-18',
      },
      {
        formId: 'useChain',
        title: 'Kedjan vid användning',
        living: false,
        times: 1,
        firstOn: '2026-11-01',
        latestOn: '2026-11-01',
      },
    ])
  })

  test('what was answered to a form that the manual no longer has is still listed and readable', async () => {
    const sqlite = databaseOf(core).$client
    await core.ask('worksheet.answer', {
      clientId,
      formId: 'useChain',
      answeredOn: '2026-11-01',
      answers: { used: 'Öl' },
    })
    sqlite.prepare("UPDATE worksheet_answers SET form_id = 'oldChain'").run()
    expect((await core.ask('worksheet.formsOfClient', { clientId })).filter(each => each.times > 0)).toMatchObject([
      { formId: 'oldChain', title: 'oldChain' },
    ])
    expect(await core.ask('worksheet.ofForm', { clientId, formId: 'oldChain' })).toMatchObject([
      { answers: { used: 'Öl' } },
    ])
  })
})

describe('the answer to the offer of CRA on the CRA map goes to the ledger', () => {
  let core: TestCore
  let clientId = ''
  beforeEach(async () => {
    core = coreInMemory()
    clientId = await addedClient(core)
  })
  const ledger = async () => {
    const offers = await core.ask('offer.ofClient', { clientId })
    return offers.map(({ id: _id, clientId: _client, ...each }) => each)
  }
  const map = (answers: FormAnswers, answeredOn = '2026-11-20') => ({ clientId, formId: 'craMap', answeredOn, answers })
  const row = { offered: 'cra', on: '2026-11-20', manner: 'meeting', by: 'Berit Exempel' }

  test('when the sheet is kept, with its day, its reason and when to ask again', async () => {
    await core.ask('worksheet.answer', map({ answer: 'yes' }))
    expect(await ledger()).toEqual([{ ...row, answer: 'yes' }])
    const wait = { answer: 'wait', reason: 'doubtsMethod', answeredOn: '2026-11-19', askAgainOn: '2026-12-01' }
    await core.ask('worksheet.answer', map(wait))
    const doubts = { reasonCode: 'doubtsMethod', reasonWords: 'Tvivlar på CRA' }
    expect((await ledger())[1]).toEqual({
      ...row,
      ...doubts,
      answer: 'wait',
      on: '2026-11-19',
      askAgainOn: '2026-12-01',
    })
  })

  test('when the session is signed, in the same breath', async () => {
    const worksheets = [{ formId: 'craMap', answers: { answer: 'onTrial' } }]
    const held = await heldSession(core, clientId, 1, { on: '2026-11-20', setting: 'telephone', worksheets })
    const before = everyRecord(core)
    const reversed = { answer: 'no', askAgainOn: '2026-11-01' }
    expect(
      await core.refusalCode('session.record', { ...held, worksheets: [{ formId: 'craMap', answers: reversed }] }),
    ).toBe('days-reversed')
    expect(everyRecord(core)).toEqual(before)
    await core.ask('session.record', held)
    expect(await ledger()).toEqual([{ ...row, answer: 'onTrial', manner: 'telephone' }])
  })

  test('once, though the sheet is kept again or the answer was already noted by hand', async () => {
    await core.ask('offer.record', {
      clientId,
      offered: 'cra',
      on: '2026-11-20',
      answer: 'no',
      manner: 'telephone',
      reasonCode: 'tired',
    })
    await core.ask('worksheet.answer', map({ answer: 'no' }))
    await core.ask('worksheet.answer', map({ answer: 'no', reason: 'tired' }))
    expect(await ledger()).toHaveLength(1)
    await core.ask('worksheet.answer', map({ answer: 'no', reason: 'doubtsMethod' }))
    await core.ask('worksheet.answer', map({ answer: 'yes' }))
    expect((await ledger()).map(each => each.answer)).toEqual(['yes', 'no', 'no'])
  })

  test('with the reason not known until someone has asked, since a no without a reason is no record', async () => {
    await core.ask('worksheet.answer', map({ answer: 'cannotDecide' }))
    expect(await ledger()).toMatchObject([{ answer: 'cannotDecide', reasonWords: 'Orsak ej känd' }])
  })

  test('and a yes carries no reason along, though one was ticked before the client made up their mind', async () => {
    await core.ask('worksheet.answer', map({ answer: 'yes', reason: 'tired', askAgainOn: '2026-12-01' }))
    expect(await ledger()).toEqual([{ ...row, answer: 'yes' }])
  })

  test('but a map without an answer says nothing about the offer', async () => {
    await core.ask('worksheet.answer', map({ doubts: 'Allt' }))
    expect(await ledger()).toEqual([])
  })
})
