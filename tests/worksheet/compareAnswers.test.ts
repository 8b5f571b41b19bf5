import { describe, expect, test } from 'vitest'
import type { FormAnswers } from '../../main/contract/form.ts'
import { answersAfterCraving, cravingAfterSheet, cravingAnswer } from '../../renderer/session/runner/craving.ts'
import { compareAnswers } from '../../renderer/worksheet/compareAnswers.ts'
import { addsScores, withScores } from '../../renderer/worksheet/scoreTable.ts'
import { ourManual } from '../support/core.ts'

function form(id: string) {
  const found = ourManual().forms.get(id)
  if (found === undefined) throw new Error(`no form ${id}`)
  return found
}

/** What the comparison says, as `field / part: before → after (change)`. */
function said(id: string, one: FormAnswers, other: FormAnswers): string[] {
  return compareAnswers(form(id), one, other).flatMap(field =>
    field.lines.map(({ part, label, before, after, change, by }) => {
      const words = by === undefined ? change : `${change} ${by > 0 ? '+' : ''}${by}`
      const where = [field.label, part, label].filter(Boolean).join(' / ')
      return `${where}: ${before || '–'} → ${after || '–'} (${words})`
    }),
  )
}

describe('two sheets beside each other', () => {
  test('a scale says how many steps, a gap is not a zero, and nothing is summed', () => {
    const first = { areas: { housing: 2, work: 6, money: 4 }, areaWords: { housing: 'Soffan' } }
    const latest = { areas: { housing: 7, work: 5, friends: 3 }, areaWords: { housing: 'Eget kontrakt' } }
    expect(said('satisfactionScale', first, latest)).toEqual([
      'Så nöjd är jag i dag / Boende: 2 → 7 (changed +5)',
      'Så nöjd är jag i dag / Boende: egna ord: Soffan → Eget kontrakt (changed)',
      'Så nöjd är jag i dag / Arbete, studier, sysselsättning: 6 → 5 (changed -1)',
      'Så nöjd är jag i dag / Ekonomi: 4 → – (removed)',
      'Så nöjd är jag i dag / Vänner: – → 3 (added)',
    ])
  })

  test('the risk map is compared kind by kind, with options in words', () => {
    const before = { risks: [{ row: 'conflict', example: 'Pappa', risk: 8, confidence: 3, status: 'fresh' }] }
    const after = {
      risks: [
        { row: 'conflict', example: 'Pappa', risk: 6, confidence: 5, status: 'practising' },
        { row: 'urges', example: 'Lönedagen' },
      ],
    }
    expect(said('riskMap', before, after)).toEqual([
      'Min karta / Sug och frestelse / Hos mig: till exempel: – → Lönedagen (added)',
      'Min karta / Konflikt med andra / Hos mig: till exempel: Pappa → Pappa (same)',
      'Min karta / Konflikt med andra / Risk 0–10: 8 → 6 (changed -2)',
      'Min karta / Konflikt med andra / Tilltro 0–10: 3 → 5 (changed +2)',
      'Min karta / Konflikt med andra / Läget: Ny → Övar (changed)',
    ])
  })

  test('a row that was taken away does not make every row after it look changed', () => {
    const before = {
      signs: [
        { sign: 'Sover sämre', thenI: 'Ringer' },
        { sign: 'Svarar inte', thenI: 'Åker dit' },
        { sign: 'Äter inte', thenI: 'Lagar mat' },
      ],
    }
    const after = { signs: [before.signs[1] ?? {}, { sign: 'Äter inte', thenI: 'Äter ihop' }] }
    expect(said('warningSystem', before, after)).toEqual([
      'Våra tecken / Rad 1 / Tecken: Sover sämre → – (removed)',
      'Våra tecken / Rad 1 / Det här gör jag då: Ringer → – (removed)',
      'Våra tecken / Rad 2 / Tecken: Svarar inte → Svarar inte (same)',
      'Våra tecken / Rad 2 / Det här gör jag då: Åker dit → Åker dit (same)',
      'Våra tecken / Rad 3 / Tecken: Äter inte → Äter inte (same)',
      'Våra tecken / Rad 3 / Det här gör jag då: Lagar mat → Äter ihop (changed)',
    ])
  })

  test('short lines stay, come and go wherever they stand in the list', () => {
    expect(said('craMap', { important: ['Hunden', 'Sonen'] }, { important: ['Jobbet', 'Hunden'] })).toEqual([
      'Det här är viktigt för mig: Hunden → Hunden (same)',
      'Det här är viktigt för mig: Sonen → – (removed)',
      'Det här är viktigt för mig: – → Jobbet (added)',
    ])
  })

  test('an answer that only another version of the form asked for is not out of sight', () => {
    expect(said('stopCard', { oldQuestion: 'Ring Kim' }, { avoid: 'Torget' })).toEqual([
      'Undvik: – → Torget (added)',
      'oldQuestion: Ring Kim → – (removed)',
    ])
  })

  test('what neither sheet answered is left out', () => {
    expect(said('useChain', {}, {})).toEqual([])
  })
})

describe('craving is asked for once, on the craving meter or beside the step', () => {
  const meter = form('cravingMeter')

  test.each<[string, number | undefined, number | undefined, number | undefined, number | undefined]>([
    ['fills the empty place beside the step', undefined, undefined, 4, 4],
    ['is changed in both while they agree', 4, 4, 6, 6],
    ['never writes over another number that was set there', 7, 4, 6, 7],
    ['is taken away from both while they agree', 4, 4, undefined, undefined],
  ])('on the meter it %s', (_what, session, before, after, then) => {
    expect(cravingAfterSheet(session, before, after)).toBe(then)
  })

  test.each<[string, number | undefined, number | undefined, number | undefined, number | undefined]>([
    ['fills the empty meter', undefined, undefined, 4, 4],
    ['is changed on the meter while they agree', 4, 4, 6, 6],
    ['never writes over another number on the meter', 7, 4, 6, 7],
  ])('beside the step it %s', (_what, own, before, after, then) => {
    const answers: FormAnswers = own === undefined ? {} : { now: own }
    expect(cravingAnswer(meter, answersAfterCraving(meter, answers, before, after))).toBe(then)
  })

  test('and a form that does not ask for it is left alone', () => {
    expect(answersAfterCraving(form('craMap'), { doubts: 'Allt' }, undefined, 4)).toEqual({ doubts: 'Allt' })
  })
})

describe('the table of first, between and now is filled in from Tillfredsskalan', () => {
  const series = (area: string, ...scores: (number | undefined)[]) => ({
    area,
    label: area,
    points: scores.map((score, index) => ({
      on: `2026-0${index + 1}-01`,
      ...(score === undefined ? {} : { score }),
    })),
  })

  test.each<[string, (number | undefined)[], FormAnswers]>([
    ['three ratings have one between', [2, 4, 7], { first: 2, between: 4, latest: 7 }],
    ['of five the middle one stands between', [2, 3, 5, 6, 7], { first: 2, between: 5, latest: 7 }],
    ['two have nothing between', [2, 7], { first: 2, latest: 7 }],
    ['one is only the first', [2], { first: 2 }],
    ['a gap is passed over, never a zero', [undefined, 3, undefined, 6], { first: 3, latest: 6 }],
  ])('%s', (_what, scores, row) => {
    expect(withScores(undefined, [series('housing', ...scores)], {})).toEqual([{ row: 'housing', ...row }])
  })

  test('the rating of this very session is the latest, though it is not signed yet', () => {
    expect(withScores(undefined, [series('housing', 2)], { housing: 6 })).toEqual([
      { row: 'housing', first: 2, latest: 6 },
    ])
  })

  test('what was written stays, and an area that was never rated gets no row', () => {
    const written = [{ row: 'housing', between: 9 }]
    const filled = withScores(written, [series('housing', 2, 4, 7), series('work')], {})
    expect(filled).toEqual([{ row: 'housing', first: 2, between: 9, latest: 7 }])
    expect([addsScores(written, filled), addsScores(filled, filled), addsScores(undefined, [])]).toEqual([
      true,
      false,
      false,
    ])
  })
})
