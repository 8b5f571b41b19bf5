import { beforeEach, describe, expect, test } from 'vitest'
import { clientRow } from '../../db/repositories/client.ts'
import { recordOf } from '../../db/repositories/record.ts'
import type { ConsentPart } from '../../main/contract/consent.ts'
import type { ClientRecord } from '../../main/contract/record.ts'
import type { SecrecyAbout } from '../../main/contract/secrecy.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { withinScope } from '../../main/handover/packageContent.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { AFTERCARE, clientWithRecord, consentFor, EVERY_PART, toSeal } from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId: ClientId
beforeEach(async () => {
  core = coreInMemory()
  clientId = await clientWithRecord(core)
})

const branchOf = async (about: SecrecyAbout, of = core) =>
  (await of.ask('secrecy.ofClient', { clientId })).find(each => each.about.id === about.id)

/** The first session with a note. */
async function session(of = core): Promise<SecrecyAbout> {
  const found = (await of.ask('session.ofClient', { clientId })).find(each => each.note !== '')
  return { kind: 'session', id: found?.id ?? '' }
}

test.each<[UnitKind, string]>([
  ['lvmHome', 'socialServices'],
  ['section27Home', 'socialServices'],
  ['municipality', 'socialServices'],
  ['district', 'socialServices'],
  ['other', 'socialServices'],
  ['outpatient', 'healthCare'],
])('what a unit of the kind %s writes falls under %s until someone decides otherwise', async (kind, branch) => {
  const unit = coreInMemory({ unit: { name: 'Enheten', kind } })
  const id = await clientWithRecord(unit)
  await consentFor(unit, id)
  const records = await unit.ask('secrecy.ofClient', { clientId: id })
  const kinds = new Set(records.map(each => each.about.kind))
  expect([...kinds].toSorted()).toEqual(['chainEvent', 'consent', 'goal', 'offer', 'session', 'worksheet'])
  expect(records.filter(each => each.branch !== branch || each.decided !== undefined)).toEqual([])
})

test('a decision holds until the next, and says who took it and when', async () => {
  const about = await session()
  const decided = await core.ask('secrecy.decide', { clientId, about, branch: 'healthCare' })
  const by = { by: 'Berit Exempel', at: expect.stringMatching(/^2026-11-21T/) }
  expect(decided).toEqual({ about, branch: 'healthCare', decided: by })
  expect(await branchOf(about)).toEqual(decided)
  core.world.setToday('2026-11-20') // a clock set back does not bring the first decision back
  await core.ask('secrecy.decide', { clientId, about, branch: 'socialServices' })
  expect((await branchOf(about))?.branch).toBe('socialServices')
})

test('deciding what holds already adds nothing', async () => {
  const before = everyRecord(core)
  await core.ask('secrecy.decide', { clientId, about: await session(), branch: 'socialServices' })
  expect(everyRecord(core)).toEqual(before)
})

test('a remark falls where what it concerns does, unless it is decided about itself', async () => {
  const about = await session()
  const remark = await core.ask('remark.add', {
    clientId,
    about: { kind: 'session', id: about.id },
    kind: 'addition',
    words: 'Läkaren ringde.',
  })
  const itself = { kind: 'remark', id: remark.id } as const
  expect((await branchOf(itself))?.branch).toBe('socialServices')
  await core.ask('secrecy.decide', { clientId, about, branch: 'healthCare' })
  expect(await branchOf(itself)).toEqual({ about: itself, branch: 'healthCare' })
  await core.ask('secrecy.decide', { clientId, about: itself, branch: 'socialServices' })
  expect((await branchOf(itself))?.branch).toBe('socialServices')
})

test('a record that is not there, or is another client’s, is not found', async () => {
  const other = await clientWithRecord(core, { name: 'Bo Exempel', number: '' })
  const [theirs] = await core.ask('goal.ofClient', { clientId: other })
  const before = everyRecord(core)
  for (const about of [
    { kind: 'goal', id: theirs?.id ?? '' },
    { kind: 'goal', id: clientId },
  ] as const)
    expect(await core.refusalCode('secrecy.decide', { clientId, about, branch: 'healthCare' })).toBe('not-found')
  expect(everyRecord(core)).toEqual(before)
})

test.each([
  ['changed', "UPDATE secrecy_decisions SET branch = 'socialServices'"],
  ['removed', 'DELETE FROM secrecy_decisions'],
  ['replaced', 'INSERT OR REPLACE INTO secrecy_decisions SELECT * FROM secrecy_decisions'],
])('a decision cannot be %s, not even by SQL', async (_how, sql) => {
  await core.ask('secrecy.decide', { clientId, about: await session(), branch: 'healthCare' })
  const before = everyRecord(core)
  expect(() => databaseOf(core).$client.exec(sql)).toThrow(/a secrecy decision is never/)
  expect(everyRecord(core)).toEqual(before)
})

describe('a consent that does not name health care', () => {
  /** The record with one session, worksheet, goal and offer under health care; what is left of it under a consent to `parts`. */
  async function leftOf(parts: ConsentPart[]): Promise<{ whole: ClientRecord; left: ClientRecord }> {
    const [db, about] = [databaseOf(core), await session()]
    const [goal, offer, worksheet] = [
      await core.ask('goal.ofClient', { clientId }),
      await core.ask('offer.ofClient', { clientId }),
      await core.ask('worksheet.ofClient', { clientId }),
    ].map(each => each[0]?.id ?? '')
    await core.ask('remark.add', {
      clientId,
      about: { kind: 'session', id: about.id },
      kind: 'addition',
      words: 'Läkaren ringde.',
    })
    const records = [
      about,
      { kind: 'goal', id: goal },
      { kind: 'offer', id: offer },
      { kind: 'worksheet', id: worksheet },
    ]
    for (const each of records as SecrecyAbout[])
      await core.ask('secrecy.decide', { clientId, about: each, branch: 'healthCare' })
    const row = clientRow(db, clientId)
    if (row === undefined) throw new Error('no client')
    const whole = recordOf(db, row)
    return { whole, left: withinScope(parts, whole) }
  }
  const counted = ({ sessions, worksheets, goals, offers, homework, remarks, secrecy }: ClientRecord) => ({
    sessions: sessions.length,
    worksheets: worksheets.length,
    goals: goals.length,
    offers: offers.length,
    homework: homework.length,
    remarks: remarks.length,
    secrecy: secrecy.length,
  })

  test('leaves it out with all that hangs on it: homework, remarks and decisions', async () => {
    const { whole, left } = await leftOf(EVERY_PART)
    const all = { sessions: 3, worksheets: 2, goals: 1, offers: 2, homework: 1, remarks: 1, secrecy: 4 }
    expect(counted(whole)).toEqual(all)
    expect(counted(left)).toEqual({
      sessions: 2,
      worksheets: 1,
      goals: 0,
      offers: 1,
      homework: 0,
      remarks: 0,
      secrecy: 0,
    })
    const here = new Set(left.sessions.map(each => each.id))
    expect(left.worksheets.filter(each => each.sessionId !== undefined && !here.has(each.sessionId))).toEqual([])
    expect(JSON.stringify(left)).not.toContain('Kom i tid')
  })

  test('and one that does lets it out, but only of the parts that it names', async () => {
    const { whole, left } = await leftOf([...EVERY_PART, 'healthCare'])
    expect(left).toEqual(whole)
    const { left: goalsOnly } = await leftOf(['goals', 'healthCare'])
    expect(counted(goalsOnly)).toMatchObject({ sessions: 0, goals: 1, secrecy: 1 })
  })

  test('homework reviewed in a session that stays behind goes along as it was before that', async () => {
    const sessions = await core.ask('session.ofClient', { clientId })
    const about = { kind: 'session', id: sessions.find(each => each.number === 3)?.id ?? '' } as const
    await core.ask('secrecy.decide', { clientId, about, branch: 'healthCare' })
    const row = clientRow(databaseOf(core), clientId)
    if (row === undefined) throw new Error('no client')
    const [homework] = withinScope(EVERY_PART, recordOf(databaseOf(core), row)).homework
    expect(homework).toMatchObject({ what: 'Ring Sara' })
    expect(homework).not.toHaveProperty('done')
  })
})

test('health care from an outpatient unit stays health care at the next unit, and the one after', async () => {
  core = coreInMemory({ seed: 'clinic', unit: { name: 'Beroendemottagningen', kind: 'outpatient' } })
  clientId = await clientWithRecord(core)
  const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
  await passOn(core, receiver, ['sessions', 'notes', 'healthCare'])
  const about = await session(receiver)
  expect(await branchOf(about, receiver)).toMatchObject({ branch: 'healthCare', decided: { by: 'Berit Exempel' } })

  await receiver.ask('session.record', {
    clientId,
    slotId: (await receiver.ask('plan.ofClient', { clientId }))[4]?.id ?? '',
    on: '2026-11-21',
    outcome: 'noShow',
    reasonCode: 'ill',
    note: 'Skrivet i kommunen',
  })
  const third = coreInMemory({ seed: 'third', unit: { name: 'Kumla kommun', kind: 'municipality' } })
  await passOn(receiver, third, ['sessions', 'notes'])
  expect((await third.ask('session.ofClient', { clientId })).map(each => each.note)).toEqual(['Skrivet i kommunen'])
})

/** Hands the client over under a consent to `parts`, under next to no work for the seal. */
async function passOn(sender: TestCore, receiver: TestCore, parts: ConsentPart[]): Promise<void> {
  const { unit } = await receiver.ask('user.me', {})
  const to = { name: unit.name, kind: unit.kind }
  const consentId = await consentFor(sender, clientId, { parts, receiver: unit.name })
  const sealed = await sender.ask('handover.seal', { ...toSeal(clientId, consentId), receiver: to })
  const { file, words } = sentFile(sender, sealed)
  const { headerLine, content } = await takeApart(Buffer.from(file, 'base64'), words)
  const cheap = (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64')
  await receiver.ask('handover.accept', { file: cheap, words, readBack: 'Jag tar vid.' })
}
