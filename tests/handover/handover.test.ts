import { beforeAll, describe, expect, test } from 'vitest'
import { accessTo } from '../../db/repositories/accessLog.ts'
import { contract, type Method, type Output } from '../../main/contract/index.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import {
  AFTERCARE,
  addedClient,
  BOOKED,
  COVER,
  clientWithRecord,
  consentFor,
  EVERY_PART,
  heldSession,
  newGoal,
  slotFor,
  toSeal,
} from '../support/people.ts'
import { sentFile } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const
const home = () => coreInMemory({ seed: 'home', unit: HOME })
const aftercare = () => coreInMemory({ seed: 'aftercare', unit: AFTERCARE })

/** Everything a screen can show of a client's record, but who holds it. */
async function recordShown(core: TestCore, clientId: ClientId) {
  return {
    plan: await core.ask('plan.ofClient', { clientId }),
    sessions: await core.ask('session.ofClient', { clientId }),
    homework: await core.ask('homework.ofClient', { clientId }),
    worksheets: await core.ask('worksheet.ofClient', { clientId }),
    scale: await core.ask('scale.ofClient', { clientId }),
    goals: await core.ask('goal.ofClient', { clientId }),
    offers: await core.ask('offer.ofClient', { clientId }),
    careChain: await core.ask('careChain.ofClient', { clientId }),
  }
}

describe('the whole loop, from the LVM home to the aftercare and back with a receipt', () => {
  const [sender, receiver] = [home(), aftercare()]
  let clientId: ClientId
  let sealed: Output<'handover.seal'>
  let file: { file: string; words: string }
  let receipt = ''
  const readBack = 'Anna är halvvägs. Jag ringer henne på måndag.'

  beforeAll(async () => {
    clientId = await clientWithRecord(sender)
    await threeMoreGoals(sender, clientId)
    sealed = await sender.ask('handover.seal', toSeal(clientId, await consentFor(sender, clientId)))
    file = sentFile(sender, sealed)
  })

  test('sealing gives one file without a name in its name, and seven words to tell by telephone', async () => {
    expect(sealed).toEqual({
      packageId: expect.any(String),
      words: Array.from({ length: 7 }, () => expect.stringMatching(/^[a-zåäö]{4,8}$/)),
      fileName: `overlamning-${sealed.packageId.slice(0, 8)}.arton`,
      saved: true,
    })
    expect([...sender.platform.files.keys()]).toEqual([sealed.fileName])
    expect(await sender.ask('handover.list', {})).toEqual([
      {
        packageId: sealed.packageId,
        clientId,
        clientName: 'Anna Exempel',
        caseNumber: '',
        direction: 'out',
        state: 'sent',
        unit: AFTERCARE.name,
        on: '2026-11-21',
        firstAppointment: BOOKED,
        cover: COVER,
      },
    ])
    expect(await sender.refusalCode('handover.seal', toSeal(clientId, await consentFor(sender, clientId)))).toBe(
      'handover-under-way',
    )
    expect(sender.platform.files.size).toBe(1)
  })

  test('until the receipt comes the sender holds the record and goes on writing', async () => {
    expect(await sender.ask('client.get', { clientId })).toMatchObject({ custody: { epoch: 1, own: true } })
    const { id: goalId } = await sender.ask(
      'goal.set',
      newGoal(clientId, { words: 'Skrivet efter att filen var sänd' }),
    )
    expect(goalId).toBeDefined()
  })

  test('the receiver sees what would come before anything is stored', async () => {
    const before = everyRecord(receiver)
    const { counts, ...preview } = await receiver.ask('handover.preview', file)
    expect(preview).toEqual({
      packageId: sealed.packageId,
      sender: HOME,
      receiver: AFTERCARE.name,
      sealedOn: '2026-11-21',
      alreadyAccepted: false,
      client: { name: 'Anna Exempel', maskedNumber: '1985 •• •• – ••••', caseNumber: '', protectedIdentity: false },
      disagreements: [],
      obstacles: [],
      earlierNumbers: [],
      parts: EVERY_PART,
      consentUntil: '2026-12-21',
      cover: COVER,
      firstAppointment: BOOKED,
    })
    const total = {
      client: 1,
      placements: 1,
      chainEvents: 1,
      slots: 18,
      sessions: 3,
      goals: 4,
      worksheets: 2,
      offers: 2,
      homework: 1,
      remarks: 0,
    }
    expect(Object.fromEntries(counts.map(each => [each.part, each.total]))).toEqual(total)
    expect(counts.filter(each => each.fresh !== each.total)).toEqual([])
    expect(everyRecord(receiver)).toEqual(before)
  })

  test('accepting brings the same record, under a new epoch, with the receiver as therapist', async () => {
    receiver.world.setToday('2026-11-23')
    const accepted = await receiver.ask('handover.accept', { ...file, readBack })
    receipt = accepted.receipt
    expect(accepted).toEqual({ clientId, receipt: expect.stringMatching(/^(\w{4}-){2}\w{4}$/), changed: 33 })

    const { goals, careChain, ...shown } = await recordShown(receiver, clientId)
    const { goals: goalsAtHome, careChain: chainAtHome, ...shownAtHome } = await recordShown(sender, clientId)
    const booked = {
      plannedOn: BOOKED.on,
      plannedAt: BOOKED.at,
      plannedWhere: BOOKED.where,
      plannedWith: BOOKED.withWhom,
      awaited: true,
    }
    const planHere = shownAtHome.plan.map(slot => (slot.number === 12 ? { ...slot, ...booked } : slot))
    expect(shown, 'the same, and the booked time stands in the plan').toEqual({ ...shownAtHome, plan: planHere })
    expect(goals).toEqual(goalsAtHome.filter(each => !each.words.startsWith('Skrivet efter')))

    const { unit, user } = await receiver.ask('user.me', {})
    expect(await receiver.ask('client.get', { clientId })).toEqual({
      ...(await sender.ask('client.get', { clientId })),
      therapist: user.name,
      therapistId: user.id,
      phase: 'C',
      custody: { epoch: 2, unit, sinceOn: '2026-11-23', own: true },
    })
    expect(careChain).toMatchObject({
      placements: [{ unit: HOME, appliedBy: { name: 'Örebro kommun' } }],
      events: chainAtHome.events,
      lvmCare: { fromOn: '2026-08-31', absentDays: 2, endsOn: '2027-03-02' },
    })
    expect(await receiver.ask('handover.list', {})).toEqual([
      {
        packageId: sealed.packageId,
        clientId,
        clientName: 'Anna Exempel',
        caseNumber: '',
        direction: 'in',
        state: 'accepted',
        unit: HOME.name,
        on: '2026-11-21',
        settledOn: '2026-11-23',
        receipt,
        firstAppointment: BOOKED,
        cover: COVER,
      },
    ])
    expect(accessTo(databaseOf(receiver), clientId)[0]).toMatchObject({ method: 'handover.accept' })
  })

  test('accepting once more changes nothing and gives the same receipt', async () => {
    const before = everyRecord(receiver)
    expect(await receiver.ask('handover.accept', { ...file, readBack: 'En gång till' })).toEqual({
      clientId,
      receipt,
      changed: 0,
    })
    const preview = await receiver.ask('handover.preview', file)
    expect(preview.alreadyAccepted).toBe(true)
    expect(preview.counts.filter(each => each.fresh > 0)).toEqual([])
    expect(everyRecord(receiver)).toEqual(before)
  })

  test('the receiver goes on where the sender stopped, in the right order even with a clock that is days slow', async () => {
    receiver.world.setToday('2026-11-19')
    await receiver.ask('session.record', await heldSession(receiver, clientId, 3, { setting: 'municipality' }))
    const sessions = await receiver.ask('session.ofClient', { clientId })
    expect(sessions.map(({ number, epoch, attempt, outcome }) => [number, epoch, attempt, outcome])).toEqual([
      [1, 1, 1, 'declined'],
      [1, 1, 2, 'held'],
      [3, 1, 1, 'partlyHeld'],
      [3, 2, 2, 'held'],
    ])
  })

  test('a wrong receipt is refused, and so is one for a package that was never sent', async () => {
    const before = everyRecord(sender)
    const { packageId } = sealed
    const [first = ''] = receipt
    const wrong = (first === '7' ? '8' : '7') + receipt.slice(1)
    expect(await sender.refusalCode('handover.confirm', { clientId, packageId, receipt: wrong })).toBe('receipt-wrong')
    const unknown = { clientId, packageId: clientId, receipt }
    expect(await sender.refusalCode('handover.confirm', unknown)).toBe('handover-not-sent')
    const other = await addedClient(sender, { name: 'Bo Exempel', number: '' })
    expect(await sender.refusalCode('handover.confirm', { clientId: other, packageId, receipt })).toBe(
      'handover-not-sent',
    )
    expect(await receiver.refusalCode('handover.confirm', { clientId, packageId, receipt })).toBe('handover-not-sent')
    const { clients, custodies, slots, installation: _serials, ...rest } = everyRecord(sender)
    expect({ ...before, ...rest }).toEqual(before)
    expect([clients?.length, custodies?.length, slots?.length]).toEqual([2, 2, 36]) // the other client only
  })

  test('the right receipt, read aloud and typed anyhow, closes the loop at the sender', async () => {
    sender.world.setToday('2026-11-24')
    const typed = receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
    const settled = await sender.ask('handover.confirm', { clientId, packageId: sealed.packageId, receipt: typed })
    expect(settled).toMatchObject({ direction: 'out', state: 'accepted', settledOn: '2026-11-24' })
    expect((await sender.ask('client.get', { clientId })).custody).toMatchObject({
      epoch: 2,
      unit: AFTERCARE,
      own: false,
    })
    expect((await sender.ask('today.list', {})).waiting).toEqual([])
  })

  test('from then on every change is refused at the sender, and everything can still be read', async () => {
    const writerId = (await sender.ask('user.me', {})).user.id
    const inputs = wellFormed({ clientId, slotId: await slotFor(sender, clientId, 4), writerId })
    const about = (Object.keys(contract) as Method[]).filter(each => 'clientId' in inputs[each])
    const before = everyRecord(sender)
    const refusals: unknown[] = []
    for (const method of about.filter(each => contract[each].kind === 'command' && !TOUCHES_NO_RECORD.includes(each))) {
      expect([method, await sender.refusal(method, inputs[method])]).toEqual([
        method,
        { code: 'not-holder', details: { unit: AFTERCARE.name } },
      ])
      refusals.push(method)
    }
    expect(refusals.length).toBeGreaterThan(10)
    expect(everyRecord(sender)).toEqual(before)
    expect(await sender.refusalCode('session.noteText', inputs['session.noteText'])).toBe('not-holder')
    const otherwise: Method[] = ['client.compare', 'session.noteText']
    for (const method of about.filter(each => contract[each].kind === 'query' && !otherwise.includes(each)))
      expect([method, await sender.call(method, inputs[method])]).toMatchObject([method, { ok: true }])
    const [line] = (await sender.ask('client.list', { words: 'anna' })).clients
    expect(line).toMatchObject({ holder: AFTERCARE.name, own: false })
  })
})

/** Whose the client is, and reading with a reason: nothing that the record's holder must decide. */
const TOUCHES_NO_RECORD: Method[] = [
  ...(['retention.decide', 'retention.carryOut'] as const),
  ...(['client.assign', 'assignment.see', 'breakGlass.open', 'breakGlass.see'] as const),
  ...(['draft.save', 'draft.discard', 'draft.setAside', 'draft.drop', 'draft.restore'] as const),
]

async function threeMoreGoals(core: TestCore, clientId: string): Promise<void> {
  for (const words of ['Ett jobb', 'Träffa min son', 'Sova']) await core.ask('goal.set', newGoal(clientId, { words }))
}
