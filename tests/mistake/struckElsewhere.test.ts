import { describe, expect, test } from 'vitest'
import { rowsByTable, tablesAboutClients, wordsBehindIds } from '../../db/clientTables.ts'
import { clientRow } from '../../db/repositories/client.ts'
import { recordOf } from '../../db/repositories/record.ts'
import { removeClient } from '../../db/repositories/retention.ts'
import { sectionsOf } from '../../main/extract/sections.ts'
import { referencesAreValid, withinScope } from '../../main/handover/packageContent.ts'
import { coreInMemory, ourManual, type SharedCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  clientWithRecord,
  consentFor,
  heldSession,
  newGoal,
  slotFor,
  toSeal,
} from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf } from '../support/tables.ts'

const OTHERS = 'Om någon helt annan'

/** A client with a session on the wrong day, one about someone else, and a goal struck; none of them counts. */
async function clientWithMistakes(core: SharedCore) {
  const clientId = await clientWithRecord(core)
  const given = { note: OTHERS, changeTalk: OTHERS, worksheets: [{ formId: 'craMap', answers: { answer: 'yes' } }] }
  const homeworkGiven = [{ what: OTHERS, when: '', where: '', withWhom: '' }]
  const wrong = await core.ask('session.record', await heldSession(core, clientId, 9, { ...given, homeworkGiven }))
  const day = await core.ask('session.record', await heldSession(core, clientId, 10, { note: 'Hölls dagen före' }))
  const goal = await core.ask('goal.set', newGoal(clientId, { words: OTHERS }))
  const strike = (kind: 'session' | 'goal', id: string, reason: 'wrongClient' | 'wrongDay', words: string) =>
    core.ask('mistake.mark', { clientId, about: { kind, id }, reason, words })
  await strike('session', wrong.sessionId, 'wrongClient', '')
  await strike('session', day.sessionId, 'wrongDay', 'Det var i tisdags')
  await strike('goal', goal.id, 'wrongClient', '')
  return { clientId, wrong: wrong.sessionId, day: day.sessionId }
}

const home = () => coreInMemory({ seed: 'home', unit: { name: 'Runnagården', kind: 'lvmHome' } })

async function sealedBy(core: SharedCore, clientId: string, parts?: Parameters<typeof consentFor>[2]) {
  const sealed = await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId, parts)))
  const { file, words } = sentFile(core, sealed)
  const { headerLine, content } = await takeApart(Buffer.from(file, 'base64'), words)
  const sealAgain = async (changed: unknown) => ({
    file: (await sealCheaply(headerLine, JSON.stringify(changed), words)).toString('base64'),
    words,
  })
  return { content, sealAgain }
}

describe('in a handover', () => {
  test('a mark travels with its record, and counts as little there; what is about someone else does not leave', async () => {
    const core = home()
    const { clientId, day } = await clientWithMistakes(core)
    const { content, sealAgain } = await sealedBy(core, clientId)
    expect(JSON.stringify(content)).not.toContain(OTHERS)
    expect(content.record.mistakes.map(each => [each.about.id, each.words])).toEqual([[day, 'Det var i tisdags']])

    const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    const package_ = await sealAgain(content)
    const preview = await receiver.ask('handover.preview', package_)
    expect(preview.counts.find(each => each.part === 'sessions')?.total).toBe(content.record.sessions.length - 1)
    await receiver.ask('handover.accept', { ...package_, readBack: 'Jag tar vid.' })
    expect((await receiver.ask('session.ofClient', { clientId })).map(each => each.id)).not.toContain(day)
    expect(await receiver.ask('mistake.ofClient', { clientId })).toMatchObject([
      { mistake: { about: { id: day }, mayTakeBack: false }, record: { session: { note: 'Hölls dagen före' } } },
    ])
    const slot = (await receiver.ask('plan.ofClient', { clientId })).find(each => each.number === 10)
    expect(slot).toMatchObject({ attempts: 0 })
    await receiver.ask('session.record', await heldSession(receiver, clientId, 10))
  })

  test('a package from before anything could be struck still opens', async () => {
    const core = home()
    const clientId = await clientWithRecord(core)
    const { content, sealAgain } = await sealedBy(core, clientId)
    const { mistakes: _, ...before } = content.record
    const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    await receiver.ask('handover.accept', {
      ...(await sealAgain({ ...content, record: before })),
      readBack: 'Jag tar vid.',
    })
    expect(await receiver.ask('mistake.ofClient', { clientId })).toEqual([])
    expect(await receiver.ask('session.ofClient', { clientId })).not.toEqual([])
  })

  test('why it was struck goes only with notes, and a mark never points at what stayed behind', async () => {
    const core = home()
    const { clientId } = await clientWithMistakes(core)
    const db = databaseOf(core)
    const row = clientRow(db, clientId)
    if (row === undefined) throw new Error('no client')
    const whole = recordOf(db, row)
    const packageId = core.world.newId<string>()
    for (const parts of [['sessions'], ['goals'], ['worksheets'], ['offers'], ['sessions', 'notes']] as const) {
      const record = withinScope(parts, whole)
      expect([parts, referencesAreValid({ record, packageId })]).toEqual([parts, true])
      const said = record.mistakes.filter(each => each.words !== '').length
      expect([parts, record.mistakes.length, said]).toEqual([
        parts,
        parts[0] === 'sessions' ? 1 : 0,
        (parts as readonly string[]).includes('notes') ? 1 : 0,
      ])
    }
  })

  test('a mark on nothing, or twice on the same, damages the package', async () => {
    const core = home()
    const { clientId } = await clientWithMistakes(core)
    const { content, sealAgain } = await sealedBy(core, clientId)
    const receiver = coreInMemory({ seed: 'aftercare', unit: AFTERCARE })
    const [mark] = content.record.mistakes
    const id = core.world.newId<string>()
    for (const mistakes of [[{ ...mark, about: { kind: 'session', id } }], [mark, { ...mark, id }]]) {
      const damaged = await sealAgain({ ...content, record: { ...content.record, mistakes } })
      expect(await receiver.refusalCode('handover.accept', { ...damaged, readBack: 'Jag tar vid.' })).toBe(
        'package-damaged',
      )
    }
  })
})

test('in a merge marks come along, and a struck attempt settles nothing there either', async () => {
  const core = coreInMemory()
  const kept = await addedClient(core)
  const other = await addedClient(core, { number: '', caseNumber: 'R-12', name: 'Anna Ekzempel' })
  const note = 'Hölls aldrig'
  const { sessionId: id } = await core.ask('session.record', await heldSession(core, other, 4, { note }))
  await core.ask('mistake.mark', { clientId: other, about: { kind: 'session', id }, reason: 'wrongDay' })
  await core.ask('client.merge', { clientId: kept, otherId: other, take: [], reason: 'Samma', reference: 'R-12' })
  expect(await core.ask('mistake.ofClient', { clientId: kept })).toMatchObject([{ record: { session: { id, note } } }])
  expect((await core.ask('plan.ofClient', { clientId: kept })).find(each => each.number === 4)).toMatchObject({
    attempts: 0,
  })
  await core.ask('session.record', await heldSession(core, kept, 4))
  expect(await slotFor(core, kept, 4)).toBeTruthy()
})

test('in the register extract a struck record says so, and what was about someone else is not told', async () => {
  const core = coreInMemory()
  const { clientId } = await clientWithMistakes(core)
  const db = databaseOf(core)
  const sections = sectionsOf(rowsByTable(db, clientId), wordsBehindIds(db), ourManual())
  const text = JSON.stringify(sections)
  expect(text).toContain('Fört in av misstag: fel dag')
  expect(text).toContain('Hölls dagen före')
  expect(text).toContain('Det var i tisdags')
  expect(text).toContain('Det som stod här gäller någon annan.')
  expect(text).not.toContain(OTHERS)
})

test('with the client every mark is removed', async () => {
  const core = coreInMemory()
  const { clientId } = await clientWithMistakes(core)
  const db = databaseOf(core)
  removeClient(db, clientId)
  for (const [table, where] of tablesAboutClients(db))
    if (table !== 'access_log')
      expect([
        table,
        db.$client.prepare(`SELECT count(*) FROM "${table}" WHERE ${where}`).pluck().get({ clientId }),
      ]).toEqual([table, 0])
})
