import { beforeAll, describe, expect, test } from 'vitest'
import type { MistakeAbout, MistakeReason, StruckRecord } from '../../main/contract/mistake.ts'
import type { Session } from '../../main/contract/session.ts'
import { carriedConsent, consentInput } from '../../renderer/consent/consentDraft.ts'
import { carriedGoal, goalFromDraft } from '../../renderer/goal/goalDraft.ts'
import { carriedOffer, offerFromDraft } from '../../renderer/offer/offerDraft.ts'
import { carriedSession, withHomework } from '../../renderer/session/carriedSession.ts'
import { outcomeInput } from '../../renderer/session/outcomeDraft.ts'
import {
  FINISH,
  type HeldSession,
  newSessionDraft,
  type SessionDraft,
  toRecordInput,
} from '../../renderer/session/runner/sessionDraft.ts'
import { carriedSheet } from '../../renderer/worksheet/sheetDraft.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import {
  addedClient,
  clientWithRecord,
  goalWithHistory,
  heldSession,
  missedSession,
  slotFor,
} from '../support/people.ts'

type OfKind<Kind> = Extract<StruckRecord, { kind: Kind }>

/** The record as it is read once it is struck. */
async function struck<Kind extends MistakeAbout['kind']>(
  clientId: string,
  kind: Kind,
  id: string,
  reason: MistakeReason = 'wrongClient',
) {
  const mistake = await core.ask('mistake.mark', { clientId, about: { kind, id }, reason })
  const all = await core.ask('mistake.ofClient', { clientId })
  const record = all.find(each => each.mistake.id === mistake.id)?.record as OfKind<Kind>
  return { record, along: all.filter(each => each.mistake.cameWith === mistake.id) }
}

let core: SharedCore
beforeAll(() => {
  core = coreInMemory()
})

let pairs = 0
/** The wrong client and the right one. */
async function two() {
  pairs += 1
  const wrong = await addedClient(core, { name: `Berit Påhittad ${pairs}`, number: '' })
  const right = await addedClient(core, { name: `Lisa Påhittad ${pairs}`, number: '' })
  return { wrong, right }
}

/** What the record is but for whose it is and what was given it when it was stored. */
function saidIn<T extends object>(record: T): Partial<T> {
  const given = ['id', 'clientId', 'writtenAt', 'signedAt', 'slotId', 'text', 'placementId']
  return Object.fromEntries(Object.entries(record).filter(([key]) => !given.includes(key))) as Partial<T>
}

describe('what was struck at the wrong client is saved word for word at the right one', () => {
  test.each([
    { offered: 'cra', on: '2026-11-03', answer: 'yes', manner: 'letter' },
    { offered: 'careChain', on: '2026-11-03', answer: 'onTrial', manner: 'telephone', askAgainOn: '2026-12-01' },
    {
      offered: 'cra',
      on: '2026-11-03',
      answer: 'no',
      manner: 'telephone',
      reasonCode: 'tired',
      askAgainOn: '2026-12-01',
    },
    { offered: 'careChain', on: '2026-11-03', answer: 'notOffered', reasonCode: 'staffing' },
  ] as const)('an offer of $offered that was answered $answer', async given => {
    const { wrong, right } = await two()
    const { id } = await core.ask('offer.record', { clientId: wrong, ...given })
    const { offer } = (await struck(wrong, 'offer', id)).record
    const input = offerFromDraft(right, carriedOffer(offer, 'wrongClient'), undefined)
    expect(saidIn(await core.ask('offer.record', input ?? expect.fail('no input')))).toEqual(saidIn(offer))
    expect(carriedOffer(offer, 'wrongDay')).toEqual({ ...carriedOffer(offer, 'wrongClient'), on: '' })
  })

  test.each([
    { kind: 'waiver', parts: ['goals', 'notes'] },
    { kind: 'coordinatedPlan', concerns: 'boende och mediciner' },
  ] as const)('a consent of the kind $kind', async given => {
    const { wrong, right } = await two()
    const shared = { receiver: 'Örebro eftervård', manner: 'orally', witness: 'Sara', givenOn: '2026-11-02' } as const
    const asked = { clientId: wrong, ...shared, validUntil: '2027-01-31' }
    const { id } =
      given.kind === 'waiver'
        ? await core.ask('consent.give', { ...asked, kind: 'waiver', parts: [...given.parts] })
        : await core.ask('consent.give', { ...asked, kind: 'coordinatedPlan', concerns: given.concerns })
    const { consent } = (await struck(wrong, 'consent', id)).record
    const input = consentInput(right, carriedConsent(consent, 'wrongClient'))
    expect(saidIn(await core.ask('consent.give', input ?? expect.fail('no input')))).toEqual(saidIn(consent))
    expect(carriedConsent(consent, 'wrongDay')).toEqual({ ...carriedConsent(consent, 'wrongClient'), givenOn: '' })
  })

  test('a goal, with steps that are its own', async () => {
    const { wrong, right } = await two()
    const { id } = await goalWithHistory(core, wrong)
    const { goal } = (await struck(wrong, 'goal', id)).record
    const draft = carriedGoal(goal, 'wrongClient')
    const saved = await core.ask('goal.set', { clientId: right, area: goal.area, ...goalFromDraft(draft) })
    const words = ({ steps }: typeof goal) => steps.map(({ what, by, who }) => ({ what, by, who }))
    const { words: said, wording, area, reviewOn, levels, obstacle, plan } = goal
    expect(saved).toMatchObject({ words: said, wording, area, reviewOn, levels, obstacle, plan })
    expect(words(saved)).toEqual(words(goal))
    expect(saved.steps.map(each => each.id)).not.toEqual(goal.steps.map(each => each.id))
    expect(carriedGoal(goal, 'wrongDay')).toEqual({ ...draft, reviewOn: '' })
  })

  test('a sheet, whether it says its own day or not', async () => {
    const { wrong } = await two()
    const scale = await core.ask('manual.form', { id: 'satisfactionScale' })
    const answers = { areas: { housing: 3 }, filledInOn: '2026-11-10' }
    const on = '2026-11-10'
    const given = { clientId: wrong, formId: 'satisfactionScale', answeredOn: on, answers }
    const { id } = await core.ask('worksheet.answer', given)
    const { worksheet } = (await struck(wrong, 'worksheet', id)).record
    expect(carriedSheet(worksheet, scale, 'wrongClient')).toEqual({ answers, on })
    expect(carriedSheet(worksheet, scale, 'wrongDay')).toEqual({ answers: { areas: { housing: 3 } }, on: '' })
    const map = await core.ask('manual.form', { id: 'craMap' }) // its day is the offer's, and is not asked of the sheet
    expect(carriedSheet(worksheet, map, 'wrongDay')).toEqual({ answers, on: '' })
  })
})

const slotIn = async (clientId: string, number: number) =>
  (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number) ?? expect.fail('no slot')

/** The right client's session, as its page holds it. */
async function heldAt(clientId: string, number: number): Promise<HeldSession> {
  const client = await core.ask('client.get', { clientId })
  const chapter = await core.ask('manual.chapter', { session: number })
  const known = { homework: [], followedUp: [], earlier: [], today: core.world.today() }
  return { client, chapter, slot: await slotIn(clientId, number), ...known }
}

const latestOf = async (clientId: string): Promise<Session> =>
  (await core.ask('session.ofClient', { clientId })).at(-1) ?? expect.fail('no session')

describe('a struck session is a draft where it belongs', () => {
  test('and what is signed of it says all that was signed, with its homework and its sheets', async () => {
    const { right } = await two()
    const wrong = await clientWithRecord(core)
    const sessions = await core.ask('session.ofClient', { clientId: wrong })
    const { id } = sessions.find(each => each.outcome === 'held') ?? expect.fail('no session')
    const { record, along } = await struck(wrong, 'session', id)
    const held = await heldAt(right, record.session.number)
    const { place, content } = carriedSession(
      record.session,
      { slotId: held.slot.id, chapter: held.chapter },
      { along, reviews: [] },
    )
    const draft = content as SessionDraft
    expect(place).toBe(`session:${held.slot.id}`)
    const input = toRecordInput(draft, held)
    await core.ask('session.record', { ...input, note: draft.note } as Parameters<typeof core.ask<'session.record'>>[1])
    const { attempt: _, steps = [], ...said } = saidIn(record.session)
    const taken = steps.filter(each => each.done || each.minutes > 0) // as the page of a session tells of them
    expect(saidIn(await latestOf(right))).toMatchObject({ ...said, steps: taken })
    const homework = await core.ask('homework.ofClient', { clientId: right })
    const sheets = await core.ask('worksheet.ofClient', { clientId: right })
    const [givenBefore, filledBefore] = (['homework', 'worksheet'] as const).map(
      kind => along.filter(each => each.record.kind === kind).length,
    )
    expect([homework.length, sheets.length]).toEqual([givenBefore, filledBefore])
    expect(homework).toMatchObject([{ what: 'Ring Sara', when: 'på tisdag', where: 'på rummet' }])
  })

  test('and so is one that did not come off, with its reason and the day it is offered again', async () => {
    const { wrong, right } = await two()
    const given = { note: 'Sov dåligt.', offerAgainOn: '2026-11-30' }
    await core.ask('session.record', await missedSession(core, wrong, 4, given))
    const { record } = await struck(wrong, 'session', (await latestOf(wrong)).id)
    const { slot, chapter } = await heldAt(right, 4)
    const to = { slotId: slot.id, chapter }
    const { place, content } = carriedSession(record.session, to, { along: [], reviews: [] })
    expect(place).toBe(`outcome:${slot.id}`)
    const draft = { ...content, setting: 'locked' } as Parameters<typeof outcomeInput>[1]
    const input = outcomeInput({ clientId: right, slotId: slot.id }, draft, core.world.today(), true)
    await core.ask('session.record', input ?? expect.fail('no input'))
    expect(saidIn(await latestOf(right))).toEqual(saidIn(record.session))
  })

  test('homework struck by itself comes after what the draft of its session has, and takes nothing from it', async () => {
    const { wrong, right } = await two()
    const homeworkGiven = [{ what: 'Ring Sara', when: 'på tisdag', where: 'hemma', withWhom: 'Kim' }]
    await core.ask('session.record', await heldSession(core, wrong, 2, { homeworkGiven }))
    const [given] = await core.ask('homework.ofClient', { clientId: wrong })
    const { homework } = (await struck(wrong, 'homework', given?.id ?? '')).record
    const held = await heldAt(right, 2)
    const fresh = newSessionDraft(held)
    const own = { what: 'Gå till affären', when: '', where: '', withWhom: '' }
    const begun = { ...fresh, note: 'Redan skrivet', homeworkGiven: [own, { ...own, what: '' }] }
    expect(withHomework(fresh, homework)).toEqual({ ...fresh, step: FINISH, homeworkGiven })
    expect(withHomework(begun, homework)).toEqual({ ...begun, step: FINISH, homeworkGiven: [own, ...homeworkGiven] })
    expect(withHomework(withHomework(begun, homework), homework), 'carried twice').toEqual(
      withHomework(begun, homework),
    )
    expect(await slotFor(core, right, 2)).toBe(held.slot.id)
  })
})
