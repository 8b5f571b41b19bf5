import { beforeAll, describe, expect, test } from 'vitest'
import type { Chapter } from '../../main/contract/manual.ts'
import type { Session } from '../../main/contract/session.ts'
import {
  atStep,
  dayHeld,
  FINISH,
  type HeldSession,
  newSessionDraft,
  type SessionDraft,
  signWarnings,
  toRecordInput,
  usualSetting,
  withSheet,
  withTime,
} from '../../renderer/session/runner/sessionDraft.ts'
import {
  completedSteps,
  countedMinutes,
  minutesOf,
  shownFor,
  stepsTaken,
} from '../../renderer/session/runner/sessionTime.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, heldSession } from '../support/people.ts'

const MINUTE = 60_000
const TODAY = '2026-11-21'

let held: HeldSession
let continued: HeldSession
let chapter: Chapter
let fresh: SessionDraft
beforeAll(async () => {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const client = await core.ask('client.get', { clientId })
  chapter = await core.ask('manual.chapter', { session: 9 })
  const slotNow = async () => {
    const slot = (await core.ask('plan.ofClient', { clientId })).find(each => each.number === 9)
    if (slot === undefined) throw new Error('no slot 9')
    return slot
  }
  held = { client, chapter, homework: [], followedUp: [], earlier: [], today: TODAY, slot: await slotNow() }
  fresh = newSessionDraft(held)
  const steps = [
    ...['checkIn', 'homework', 'who'].map(step => ({ step, minutes: 7, done: true })),
    { step: 'order', minutes: 4, done: false },
  ]
  await core.ask('session.record', await heldSession(core, clientId, 9, { outcome: 'partlyHeld', minutes: 25, steps }))
  const earlier = await core.ask('session.ofClient', { clientId })
  continued = { ...held, earlier, slot: await slotNow() }
})
const pages = () => [...chapter.steps.map(each => each.id), FINISH]

describe('the time that a step takes', () => {
  test('is counted between two looks at the clock, and not while the machine slept or its clock was set back', () => {
    expect([shownFor(1000, 11_000), shownFor(0, 3 * MINUTE), shownFor(9000, 1000)]).toEqual([10_000, 0, 0])
  })

  test('is told in whole minutes', () => {
    expect([0, 29_000, 31_000, 8.4 * MINUTE].map(minutesOf)).toEqual([0, 0, 1, 8])
  })

  test('is kept with the step that was shown, and the last page takes none', () => {
    const first = withTime(withTime(fresh, MINUTE), MINUTE)
    expect([first.spent, withTime({ ...first, step: FINISH }, MINUTE).spent]).toEqual([
      { checkIn: 2 * MINUTE },
      { checkIn: 2 * MINUTE },
    ])
  })

  test('is signed for the steps that were begun, in the chapter’s order', () => {
    expect(
      stepsTaken(chapter, { homework: 9 * MINUTE, checkIn: 6 * MINUTE, who: 20_000 }, ['checkIn', 'innerNo']),
    ).toEqual([
      { step: 'checkIn', minutes: 6, done: true },
      { step: 'homework', minutes: 9, done: false },
      { step: 'innerNo', minutes: 0, done: true },
    ])
  })
})

describe('the minutes that are proposed', () => {
  const counted = (minutes: number, outcome: 'held' | 'partlyHeld', earlier: readonly Session[] = []) =>
    countedMinutes({ practise: minutes * MINUTE }, earlier, outcome)

  test('are those of the clock, when it can be believed', () => {
    expect([counted(52, 'held'), counted(8, 'partlyHeld'), counted(9, 'held', continued.earlier)]).toEqual([52, 8, 9])
  })

  test('are none when a session is written afterwards, or was left open over lunch: nobody has measured it', () => {
    const none = [
      counted(4, 'held'),
      counted(200, 'held'),
      counted(3, 'partlyHeld'),
      counted(0, 'held', continued.earlier),
    ]
    expect(none).toEqual(Array(4).fill(undefined))
    expect(toRecordInput(fresh, held)).not.toHaveProperty('minutes')
  })

  test('give way to what someone wrote', () => {
    const counted = { ...fresh, spent: { checkIn: 40 * MINUTE } }
    expect([toRecordInput(counted, held).minutes, toRecordInput({ ...counted, minutes: 55 }, held).minutes]).toEqual([
      40, 55,
    ])
  })
})

describe('going through the steps', () => {
  test('marks a step that is left for a later one, also when some between are skipped', () => {
    expect(atStep(atStep(fresh, 'homework', pages()), 'practise', pages()).done).toEqual(['checkIn', 'homework'])
  })

  test('marks nothing on the way back, nor when the session is broken off in the middle', () => {
    const inTheMiddle = { ...fresh, step: 'order' }
    expect([atStep(inTheMiddle, 'checkIn', pages()).done, atStep(inTheMiddle, FINISH, pages()).done]).toEqual([[], []])
    expect(atStep({ ...fresh, step: 'feedback' }, FINISH, pages()).done).toEqual(['feedback'])
  })

  test('begins a continued session at the first step that nobody has gone through, with nothing else ticked', () => {
    expect(newSessionDraft(continued)).toEqual({ ...fresh, step: 'order' })
    expect([...completedSteps(continued.earlier)]).toEqual([
      ['checkIn', 7],
      ['homework', 7],
      ['who', 7],
    ])
  })
})

describe('what is told of the session', () => {
  test('has a day for the rest only when it was held in part', () => {
    const split = { ...fresh, restOn: '2026-11-24', restAt: '10:00' }
    expect(toRecordInput(split, held)).not.toHaveProperty('restOn')
    expect(toRecordInput({ ...split, outcome: 'partlyHeld' }, held)).toMatchObject({
      restOn: '2026-11-24',
      restAt: '10:00',
    })
    expect(toRecordInput({ ...split, outcome: 'partlyHeld', restOn: '' }, held)).not.toHaveProperty('restAt')
  })

  test('has the session’s own procedures before those of other chapters, and each co-therapist once', () => {
    const procedures = Object.fromEntries(
      ['P16', 'P15', 'P10'].map(code => [code, { code, extent: 'whole', rolePlays: 0 } as const]),
    )
    const told = toRecordInput({ ...fresh, procedures, coTherapists: ' Karl Kollega,, Eva Ek , Karl Kollega' }, held)
    expect([told.procedures.map(each => each.code), told.coTherapists]).toEqual([
      ['P10', 'P15', 'P16'],
      ['Karl Kollega', 'Eva Ek'],
    ])
  })
})

describe('the day it was held', () => {
  const planned = (plannedOn: string, awaited = true): HeldSession => ({
    ...held,
    slot: { ...held.slot, plannedOn, awaited },
  })
  const onDay = (today: string, of: HeldSession = held) => dayHeld(fresh, { ...of, today })

  test('is the day its draft was begun, when it is signed the day after', () => {
    expect([toRecordInput(fresh, held).on, toRecordInput(fresh, { ...held, today: '2026-11-22' }).on]).toEqual([
      TODAY,
      TODAY,
    ])
    expect(onDay('2026-11-22', planned('2026-11-30'))).toBe(TODAY)
    const { begunOn: _, ...fromBefore } = fresh
    expect(dayHeld(fromBefore, { ...held, today: '2026-11-22' })).toBe('2026-11-22')
  })

  test('is the planned day when that has come, though the session was prepared the day before', () => {
    expect(onDay('2026-11-22', planned('2026-11-22'))).toBe('2026-11-22')
  })

  test('is the planned day, when it is written up afterwards; but not one that was settled already', () => {
    expect(onDay(TODAY, planned('2026-11-18'))).toBe('2026-11-18')
    expect(onDay(TODAY, planned('2026-11-18', false))).toBe(TODAY)
  })

  test('is the one that someone chose, whatever was planned', () => {
    expect(dayHeld({ ...fresh, on: '2026-11-19' }, planned('2026-11-18'))).toBe('2026-11-19')
  })

  test('is asked about before signing only where it is unlikely', () => {
    const about = (draft: Partial<SessionDraft>, of: HeldSession = held) =>
      signWarnings({ ...fresh, ...draft }, of).filter(each => each.startsWith('Dagen'))
    const clocked = { spent: { practise: 50 * MINUTE } }
    expect([
      about({}),
      about({}, planned('2026-11-18')),
      about({ on: '2026-11-18', ...clocked }, planned('2026-11-18')),
    ]).toEqual([[], [], []])
    expect(about({ on: '2026-11-19' })).toEqual(['Dagen är inte i dag.'])
    expect(about({ on: '2026-11-19' }, planned('2026-11-18'))).toEqual(['Dagen är varken i dag eller den planerade.'])
    expect(about(clocked, planned('2026-11-18'))).toEqual(['Dagen är den planerade. Ändra den om ni sågs i dag.'])
  })
})

test('a session is held where those who come to the unit usually meet, until someone says otherwise', () => {
  expect((['lvmHome', 'section27Home', 'municipality', 'outpatient'] as const).map(usualSetting)).toEqual([
    'locked',
    'section27',
    'municipality',
    'municipality',
  ])
})

describe('a sheet in the session', () => {
  test('remembers what it began from, also when that is no longer the latest', () => {
    const first = { ...fresh, ...withSheet(fresh, 'riskMap', { places: 'a' }, 'v1') }
    const second = { ...first, ...withSheet(first, 'riskMap', { places: 'ab' }, 'v2') }
    expect([second.worksheets, second.began]).toEqual([{ riskMap: { places: 'ab' } }, { riskMap: 'v1' }])
    const emptied = { ...second, worksheets: {} }
    expect(withSheet(emptied, 'riskMap', { places: 'c' }, 'v2').began).toEqual({ riskMap: 'v2' })
  })
})

describe('before signing', () => {
  const done = { P10: { code: 'P10', extent: 'whole', rolePlays: 0 } } as const
  const given = { what: 'Öva nejet', when: '', where: '', withWhom: '' }

  test('the user is told what most sessions have and this one lacks', () => {
    expect(signWarnings({ ...fresh, noteEdited: true }, held)).toEqual([
      'Anteckningen är tom.',
      'Ingen procedur är kryssad.',
      'Ingen ny hemuppgift är given.',
    ])
    expect(signWarnings({ ...fresh, procedures: done, homeworkGiven: [given] }, held)).toEqual([]) // the note writes itself
  })

  test('and that homework without words would be left out', () => {
    const lost = {
      ...fresh,
      note: 'Lugnt.',
      procedures: done,
      homeworkGiven: [{ ...given, what: ' ', when: 'i kväll' }],
    }
    expect(signWarnings(lost, held)).toEqual(['En hemuppgift säger inte vad som ska göras, och kommer inte med.'])
  })
})
