import { beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '../../main/contract/index.ts'
import type { RemarkAbout } from '../../main/contract/remark.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  BOOKED,
  COVER,
  clientWithRecord,
  consentFor,
  newGoal,
  toSeal,
} from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

let core: TestCore
let clientId: ClientId
beforeEach(async () => {
  core = coreInMemory()
  clientId = await clientWithRecord(core)
})

/** One of each kind of record that a remark can concern, of a client who has something of everything. */
async function oneOfEach(): Promise<RemarkAbout[]> {
  const id = (rows: readonly { readonly id: string }[]) => rows[0]?.id ?? ''
  const consentId = await consentFor(core, clientId)
  const { packageId } = await core.ask('handover.seal', toSeal(clientId, consentId))
  return [
    { kind: 'session', id: id(await core.ask('session.ofClient', { clientId })) },
    { kind: 'goal', id: id(await core.ask('goal.ofClient', { clientId })) },
    { kind: 'plan', id: clientId },
    { kind: 'offer', id: id(await core.ask('offer.ofClient', { clientId })) },
    { kind: 'worksheet', id: id(await core.ask('worksheet.ofClient', { clientId })) },
    { kind: 'consent', id: consentId },
    { kind: 'handover', id: packageId },
  ]
}

const session = async () => {
  const held = (await core.ask('session.ofClient', { clientId })).find(each => each.note !== '')
  if (held === undefined) throw new Error('no note')
  return held
}

test('a correction is added below the signed note with author and time, and the note stays as it was', async () => {
  const before = everyRecord(core)
  const about = { kind: 'session', id: (await session()).id } as const
  const added = await core.ask('remark.add', {
    clientId,
    about,
    kind: 'addition',
    words: ' Hon kom tio minuter sent. ',
  })
  expect(added).toEqual({
    id: expect.any(String),
    clientId,
    about,
    epoch: 1,
    kind: 'addition',
    words: 'Hon kom tio minuter sent.',
    on: '2026-11-21',
    author: 'Berit Exempel',
    writtenAt: expect.stringMatching(/^2026-11-21T08:/),
  })
  expect(await core.ask('remark.ofClient', { clientId })).toEqual([added])
  const { remarks, ...rest } = everyRecord(core)
  expect({ ...rest, remarks: [] }).toEqual(before)
  expect(remarks).toHaveLength(1)
})

test('the client’s disagreement is kept in the client’s words, with the day it was said', async () => {
  core.world.setToday('2026-11-25')
  const about = { kind: 'session', id: (await session()).id } as const
  const words = 'Jag var inte arg.\nJag var rädd.'
  const said = await core.ask('remark.add', { clientId, about, kind: 'disagreement', words, on: '2026-11-24' })
  expect(said).toMatchObject({ kind: 'disagreement', words, on: '2026-11-24', author: 'Berit Exempel' })
})

test('that the client was informed is a tick with its day, and nothing more', async () => {
  const about = { kind: 'session', id: (await session()).id } as const
  const input = { clientId, about, kind: 'informed', on: '2026-11-21' } as const
  expect(await core.ask('remark.add', input)).toMatchObject({ kind: 'informed', words: '', on: '2026-11-21' })
  expect(await core.refusalCode('remark.add', { ...input, words: 'och mer' })).toBe('invalid-input')
})

test('every note, goal, offer, worksheet, consent and handover, and the plan, can be remarked on', async () => {
  const records = await oneOfEach()
  for (const about of records)
    await core.ask('remark.add', { clientId, about, kind: 'disagreement', words: `Om ${about.kind}`, on: '2026-11-21' })
  const said = await core.ask('remark.ofClient', { clientId })
  expect(said.map(({ about, words }) => [about, words])).toEqual(records.map(each => [each, `Om ${each.kind}`]))
})

describe('what is not added', () => {
  const words = 'Fel ställe'
  test('to a record that is not there, is of another kind, or is another client’s', async () => {
    const [other, { id }] = [await clientWithRecord(core, { name: 'Bo Exempel', number: '' }), await session()]
    const [theirs] = await core.ask('goal.ofClient', { clientId: other })
    const before = everyRecord(core)
    const wrong: RemarkAbout[] = [
      { kind: 'session', id: '00000000-0000-4000-8000-000000000000' },
      { kind: 'goal', id },
      { kind: 'goal', id: theirs?.id ?? '' },
      { kind: 'plan', id: other },
      { kind: 'plan', id },
    ]
    for (const about of wrong)
      expect([about, await core.refusalCode('remark.add', { clientId, about, kind: 'addition', words })]).toEqual([
        about,
        'not-found',
      ])
    expect(everyRecord(core)).toEqual(before)
  })

  test('a day that has not been, or nothing at all', async () => {
    const about = { kind: 'plan', id: clientId } as const
    const before = everyRecord(core)
    const told = { clientId, about, kind: 'informed', on: '2026-11-22' } as const
    expect(await core.refusalCode('remark.add', told)).toBe('day-in-future')
    expect(await core.refusalCode('remark.add', { clientId, about, kind: 'addition', words: ' ' })).toBe(
      'invalid-input',
    )
    expect(await core.refusalCode('remark.add', { clientId, about, kind: 'disagreement', words })).toBe('invalid-input')
    expect(everyRecord(core)).toEqual(before)
  })
})

test('two remarks stand in the order they were written, also when the clock has been set back between them', async () => {
  const about = { kind: 'plan', id: clientId } as const
  await core.ask('remark.add', { clientId, about, kind: 'addition', words: 'Först' })
  core.world.setToday('2026-11-20')
  await core.ask('remark.add', { clientId, about, kind: 'addition', words: 'Sedan' })
  expect((await core.ask('remark.ofClient', { clientId })).map(each => each.words)).toEqual(['Först', 'Sedan'])
})

describe('what stands, stands', () => {
  const guards: [string, string][] = [
    ['changed', "UPDATE remarks SET words = 'Något annat'"],
    ['signed by another', "UPDATE remarks SET author_name = 'X'"],
    ['removed', 'DELETE FROM remarks'],
    [
      'replaced',
      "INSERT OR REPLACE INTO remarks SELECT id, client_id, epoch, kind, about_kind, about_id, 'X', said_on, author_id, author_name, written_at, sequence FROM remarks",
    ],
  ]
  test.each(guards)('a remark cannot be %s, not even by SQL', async (_how, sql) => {
    await core.ask('remark.add', {
      clientId,
      about: { kind: 'plan', id: clientId },
      kind: 'addition',
      words: 'Står kvar',
    })
    const before = everyRecord(core)
    expect(() => databaseOf(core).$client.exec(sql)).toThrow(/what was added is never/)
    expect(everyRecord(core)).toEqual(before)
  })

  test.each([
    ['rewritten', "UPDATE sessions SET note = 'Något annat'"],
    ['moved', "UPDATE sessions SET settled_on = '2020-01-01'"],
    ['removed', 'DELETE FROM sessions'],
    ['removed with its slot', 'DELETE FROM homework; DELETE FROM slots'],
    ['replaced', 'INSERT OR REPLACE INTO sessions SELECT * FROM sessions'],
  ])('a signed session cannot be %s, not even by SQL', (_how, sql) => {
    const { $client } = databaseOf(core)
    const before = everyRecord(core)
    expect(() => $client.transaction(() => $client.exec(sql))()).toThrow(/a signed session is never/)
    expect(everyRecord(core)).toEqual(before)
  })

  test('but all of it goes when the client is removed', async () => {
    await core.ask('remark.add', {
      clientId,
      about: { kind: 'plan', id: clientId },
      kind: 'addition',
      words: 'Om planen',
    })
    await core.ask('secrecy.decide', {
      clientId,
      about: { kind: 'session', id: (await session()).id },
      branch: 'healthCare',
    })
    databaseOf(core).$client.prepare('DELETE FROM clients WHERE id = ?').run(clientId)
    const { remarks, sessions, secrecy_decisions } = everyRecord(core)
    expect({ remarks, sessions, secrecy_decisions }).toEqual({ remarks: [], sessions: [], secrecy_decisions: [] })
  })
})

describe('a handover', () => {
  /** The same package under next to no work: what is tested is what comes after the seal. */
  async function received(receiver: TestCore, sealed: Parameters<typeof sentFile>[1]) {
    const { file, words } = sentFile(core, sealed)
    const { headerLine, content } = await takeApart(Buffer.from(file, 'base64'), words)
    const cheap = { file: (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64'), words }
    const preview = await receiver.ask('handover.preview', cheap)
    await receiver.ask('handover.accept', { ...cheap, readBack: 'Jag tar vid.' })
    return preview
  }
  const aftercare = () => coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
  const say = (about: RemarkAbout, words: string): Input<'remark.add'> => ({
    clientId,
    about,
    kind: 'disagreement',
    words,
    on: '2026-11-20',
  })

  test('carries what was added, and both sides’ remarks are kept; the sender can then add nothing more', async () => {
    const { id, number } = await session()
    await core.ask('remark.add', say({ kind: 'session', id }, 'Jag var rädd, inte arg'))
    await core.ask('remark.add', say({ kind: 'plan', id: clientId }, 'Arton är för många'))
    const disagreement = 'Jag vill hellre bo kvar'
    const sealed = await core.ask('handover.seal', {
      ...toSeal(clientId, await consentFor(core, clientId)),
      cover: COVER,
      firstAppointment: BOOKED,
      disagreement,
    })
    const receiver = aftercare()
    const { disagreements } = await received(receiver, sealed)
    const at = { on: '2026-11-20', author: 'Berit Exempel' }
    expect(disagreements).toEqual([
      { about: 'session', number, words: 'Jag var rädd, inte arg', ...at },
      { about: 'plan', words: 'Arton är för många', ...at },
      { about: 'handover', words: disagreement, ...at, on: '2026-11-21' },
    ])
    const sent = await core.ask('remark.ofClient', { clientId })
    expect(sent.at(-1)).toMatchObject({ about: { kind: 'handover', id: sealed.packageId }, words: disagreement })
    expect(await receiver.ask('remark.ofClient', { clientId })).toEqual(sent)

    const theirs = await receiver.ask('remark.add', {
      clientId,
      about: { kind: 'session', id },
      kind: 'addition',
      words: 'Vi har talat om det.',
    })
    expect(theirs.epoch).toBe(2)
    expect(await receiver.ask('remark.ofClient', { clientId })).toEqual([...sent, theirs])

    const [mine] = await receiver.ask('handover.list', {})
    const { packageId } = sealed
    await core.ask('handover.confirm', { clientId, packageId, receipt: mine?.receipt ?? '' })
    const late = { clientId, about: { kind: 'session', id }, kind: 'addition', words: 'För sent' } as const
    expect(await core.refusalCode('remark.add', late)).toBe('not-holder')
  })

  test('leaves behind what was added to what stays behind: other parts, consents and earlier handovers', async () => {
    const goal = await core.ask('goal.set', newGoal(clientId, { words: 'Ett jobb' }))
    const everything = await oneOfEach()
    for (const about of everything) await core.ask('remark.add', say(about, `Om ${about.kind}`))
    await core.ask('remark.add', say({ kind: 'goal', id: goal.id }, 'Målet är ert'))
    const waiting = everything.find(each => each.kind === 'handover')
    databaseOf(core).$client.prepare("UPDATE handovers SET settled_on = '2026-11-21'").run() // an earlier one, long closed
    const consentId = await consentFor(core, clientId, { parts: ['goals', 'sessions'] })
    const receiver = aftercare()
    await received(receiver, await core.ask('handover.seal', toSeal(clientId, consentId)))
    const said = await receiver.ask('remark.ofClient', { clientId })
    expect(
      said.map(each => each.words),
      `not of ${waiting?.id}`,
    ).toEqual(['Om goal', 'Målet är ert'])
  })
})

test('a client without anything written has no remarks, and the plan can still be disagreed with', async () => {
  const fresh = await addedClient(core, { name: 'Bo Exempel', number: '' })
  expect(await core.ask('remark.ofClient', { clientId: fresh })).toEqual([])
  const about = { kind: 'plan', id: fresh } as const
  const said = await core.ask('remark.add', {
    clientId: fresh,
    about,
    kind: 'disagreement',
    words: 'För långt',
    on: '2026-11-21',
  })
  expect(await core.ask('remark.ofClient', { clientId: fresh })).toEqual([said])
})
