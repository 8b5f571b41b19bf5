import { beforeAll, describe, expect, test } from 'vitest'
import { clientRow } from '../../db/repositories/client.ts'
import { recordOf } from '../../db/repositories/record.ts'
import type { ConsentPart } from '../../main/contract/consent.ts'
import { withinScope } from '../../main/handover/packageContent.ts'
import { coreInMemory } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  BOOKED,
  clientWithRecord,
  consentFor,
  heldSession,
  missedSession,
  slotFor,
  testNumber,
  toSeal,
} from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const
const home = () => coreInMemory({ seed: 'home', unit: HOME })
const aftercare = () => coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
/** The same package under next to no work: what is tested here is what comes after the seal. */
async function asCheap({ file, words }: { file: string; words: string }) {
  const { headerLine, content } = await takeApart(Buffer.from(file, 'base64'), words)
  return { file: (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64'), words }
}

describe('a consent lets out its own parts and nothing else', () => {
  const core = home()
  let record: ReturnType<typeof recordOf>
  beforeAll(async () => {
    const clientId = await clientWithRecord(core)
    const row = clientRow(databaseOf(core), clientId)
    if (row === undefined) throw new Error('no client')
    record = recordOf(databaseOf(core), row)
  })
  /** Lengths of what varies, and whether free text of sessions came along. */
  const shape = (parts: ConsentPart[]) => {
    const { sessions, homework, worksheets, goals, offers } = withinScope(parts, record)
    const words = sessions
      .flatMap(each => [each.note, each.changeTalk, each.takesAlong, each.wouldChange, each.howItWas])
      .filter(each => each !== '')
    return {
      sessions: sessions.length,
      words: words.length,
      homework: homework.length,
      worksheets: worksheets.length,
      goals: goals.length,
      offers: offers.length,
    }
  }
  const NOTHING = { sessions: 0, words: 0, homework: 0, worksheets: 0, goals: 0, offers: 0 }

  test.each<[string, ConsentPart[], object]>([
    ['goals', ['goals'], { goals: 1 }],
    ['offers', ['offers'], { offers: 2 }],
    ['worksheets', ['worksheets'], { worksheets: 2 }],
    ['sessions without their words', ['sessions'], { sessions: 3, homework: 1 }],
    ['sessions with their words', ['sessions', 'notes'], { sessions: 3, homework: 1, words: 5 }],
    ['notes, which without sessions are nothing', ['notes'], {}],
  ])('%s', (_what, parts, expected) => {
    expect(shape(parts)).toEqual({ ...NOTHING, ...expected })
  })

  test('the person, the care chain and the plan are the frame, and always go along', () => {
    const { client, placements, slots } = withinScope(['goals'], record)
    expect([client, placements, slots.map(each => each.id)]).toEqual([
      record.client,
      record.placements,
      record.slots.map(each => each.id),
    ])
  })

  test('worksheets without their sessions do not point at sessions left behind', () => {
    expect(withinScope(['worksheets'], record).worksheets.filter(each => 'sessionId' in each)).toEqual([])
    expect(withinScope(['worksheets', 'sessions'], record).worksheets.filter(each => 'sessionId' in each)).toHaveLength(
      1,
    )
  })
})

test('a receiver who got only the goals is not asked to document sessions that were held before', async () => {
  const [sender, receiver] = [home(), aftercare()]
  const clientId = await addedClient(sender)
  const [slot] = await sender.ask('plan.ofClient', { clientId })
  await sender.ask('plan.schedule', { clientId, slotId: slot?.id ?? '', plannedOn: '2026-11-20' })
  await sender.ask('session.record', await heldSession(sender, clientId, 1, { on: '2026-11-20' }))
  const sealed = await sender.ask(
    'handover.seal',
    toSeal(clientId, await consentFor(sender, clientId, { parts: ['goals'] })),
  )
  await receiver.ask('handover.accept', { ...(await asCheap(sentFile(sender, sealed))), readBack: 'Jag tar vid.' })
  expect(await receiver.ask('session.ofClient', { clientId })).toEqual([])
  expect((await receiver.ask('today.list', {})).undocumented).toEqual([])
})

test('what is planned, settled or to be offered again at the sender is so at the receiver', async () => {
  const [sender, receiver] = [home(), aftercare()]
  const clientId = await addedClient(sender)
  const plan = async (number: number, plannedOn: string) =>
    sender.ask('plan.schedule', { clientId, slotId: await slotFor(sender, clientId, number), plannedOn })
  await plan(1, '2026-11-25') // called off ahead of its day
  await sender.ask('session.record', await missedSession(sender, clientId, 1, { on: '2026-11-20' }))
  await sender.ask('session.record', await missedSession(sender, clientId, 2, { on: '2026-11-20' }))
  await plan(2, '2026-11-26') // and planned anew
  await sender.ask('session.record', await missedSession(sender, clientId, 3, { offerAgainOn: '2026-11-24' }))
  const sealed = await sender.ask('handover.seal', {
    ...toSeal(clientId, await consentFor(sender, clientId)),
    firstAppointment: { booked: false, reason: 'Kommunen ringer' },
  })
  await receiver.ask('handover.accept', { ...(await asCheap(sentFile(sender, sealed))), readBack: 'Jag tar vid.' })
  receiver.world.setToday('2026-11-27')
  const { undocumented, again } = await receiver.ask('today.list', {})
  expect(undocumented).toMatchObject([{ number: 2, plannedOn: '2026-11-26' }])
  expect(again).toMatchObject([{ what: 'session', number: 3, since: '2026-11-24' }])
})

test('the booked first session leaves a session that nobody documented where it stands', async () => {
  const [sender, receiver] = [home(), aftercare()]
  const clientId = await addedClient(sender)
  const slotId = await slotFor(sender, clientId, 12)
  await sender.ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-20' })
  const sealed = await sender.ask('handover.seal', toSeal(clientId, await consentFor(sender, clientId)))
  await receiver.ask('handover.accept', { ...(await asCheap(sentFile(sender, sealed))), readBack: 'Jag tar vid.' })
  expect((await receiver.ask('today.list', {})).undocumented).toMatchObject([{ number: 12, plannedOn: '2026-11-20' }])
  const planned = (await receiver.ask('plan.ofClient', { clientId })).filter(each => each.awaited)
  expect(planned.map(each => each.plannedOn).toSorted()).toEqual(['2026-11-20', BOOKED.on])
})

test('the words about what happened in the care chain go along with the notes only', async () => {
  const core = home()
  const clientId = await clientWithRecord(core)
  const row = clientRow(databaseOf(core), clientId)
  if (row === undefined) throw new Error('no client')
  const record = recordOf(databaseOf(core), row)
  expect(withinScope(['notes'], record).chainEvents).toEqual(record.chainEvents)
  const [event] = withinScope(['goals'], record).chainEvents
  expect(event).toEqual({ ...record.chainEvents[0], words: '' })
  expect(record.chainEvents[0]?.words).not.toBe('')
})

describe('what is not sealed', () => {
  test('without a consent in force: expired, withdrawn, to another receiver, another client’s or none', async () => {
    const core = home()
    const clientId = await addedClient(core)
    const other = await addedClient(core, { number: '' })
    const withdrawn = await consentFor(core, clientId)
    await core.ask('consent.withdraw', { clientId, consentId: withdrawn })
    const expired = await consentFor(core, clientId, { validUntil: '2026-11-22' })
    const theirs = await consentFor(core, other)
    const elsewhere = await consentFor(core, clientId, { receiver: 'Kumla kommun' })
    core.world.setToday('2026-11-23')
    const before = everyRecord(core)
    for (const consentId of [withdrawn, expired, elsewhere, theirs, clientId]) {
      expect(await core.refusal('handover.seal', toSeal(clientId, consentId))).toEqual({ code: 'consent-not-in-force' })
    }
    expect(everyRecord(core)).toEqual(before)
    expect(core.platform.files.size).toBe(0)
  })

  test('when the user closes the dialog: nothing is stored, and it can be sealed again', async () => {
    const core = home()
    const clientId = await addedClient(core)
    const input = toSeal(clientId, await consentFor(core, clientId))
    const before = everyRecord(core)
    core.platform.refusesToSave = true
    expect(await core.ask('handover.seal', input)).toMatchObject({ saved: false })
    expect(everyRecord(core)).toEqual(before)
    core.platform.refusesToSave = false
    expect(await core.ask('handover.seal', input)).toMatchObject({ saved: true })
  })

  test('when the binder is locked meanwhile: nothing is stored, and a preview shows nothing', async () => {
    const core = home()
    const clientId = await addedClient(core)
    const input = toSeal(clientId, await consentFor(core, clientId))
    const stored = databaseOf(core)
    const sealing = core.refusalCode('handover.seal', input)
    core.binder.lock()
    expect(await sealing).toBe('locked')
    expect(stored.$client.prepare('SELECT count(*) AS n FROM handovers').get()).toEqual({ n: 0 })
  })
})

describe('a package that is not taken in', () => {
  const sender = home()
  let file: { file: string; words: string }
  beforeAll(async () => {
    const clientId = await addedClient(sender)
    const sealed = await sender.ask('handover.seal', toSeal(clientId, await consentFor(sender, clientId)))
    file = await asCheap(sentFile(sender, sealed))
  })

  test('our own', async () => {
    const before = everyRecord(sender)
    expect(await sender.refusalCode('handover.preview', file)).toBe('package-own')
    expect(await sender.refusalCode('handover.accept', { ...file, readBack: 'x' })).toBe('package-own')
    expect(everyRecord(sender)).toEqual(before)
  })

  test('of a client who came here another way', async () => {
    const receiver = aftercare()
    await addedClient(receiver, { name: 'Anna Exempel-Gift', number: testNumber() })
    const before = everyRecord(receiver)
    expect(await receiver.refusalCode('handover.accept', { ...file, readBack: 'x' })).toBe('client-already-here')
    expect(everyRecord(receiver)).toEqual(before)
  })

  test('while the binder is locked in the middle of opening it', async () => {
    const receiver = aftercare()
    const stored = databaseOf(receiver)
    const [preview, accept] = [
      receiver.refusalCode('handover.preview', file),
      receiver.refusalCode('handover.accept', { ...file, readBack: 'x' }),
    ]
    receiver.binder.lock()
    expect([await preview, await accept]).toEqual(['locked', 'locked'])
    expect(stored.$client.prepare('SELECT count(*) AS n FROM clients').get()).toEqual({ n: 0 })
    const logged = stored.$client.prepare("SELECT count(*) AS n FROM access_log WHERE method GLOB 'handover.*'").get()
    expect(logged).toEqual({ n: 0 })
  })
})

test('a protected client’s name stands neither in the list of handovers nor in the plain part of the file', async () => {
  const core = home()
  const clientId = await addedClient(core, { name: 'Maja Hemlig', protectedIdentity: true, caseNumber: 'S-1' })
  const sealed = await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))
  const bytes = Buffer.from(core.platform.files.get(sealed.fileName) ?? [])
  expect((await core.ask('handover.list', {})).map(each => each.clientName)).toEqual([''])
  expect(sealed.fileName + bytes.toString('latin1')).not.toMatch(/Maja|Hemlig|S-1|1985/)
})
