import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ErrorCode } from '../../main/contract/errors.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import type { Role } from '../../main/contract/user.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, ROOT } from '../support/core.ts'
import {
  addedClient,
  clientWithRecord,
  consentFor,
  goalWithHistory,
  newGoal,
  slotFor,
  testNumber,
  toSeal,
} from '../support/people.ts'
import { wellFormed } from '../support/wellFormed.ts'

const NUMBER = testNumber('1985-03-12')
const CASE = 'SKYDD-17'
/** What tells who she is: her names, and her number with or without its century. */
const NAMES = new RegExp(`Maja|Majken|Hemlig|${NUMBER}|${NUMBER.slice(2)}`)
const TELLS = new RegExp(`Maja|Majken|Hemlig|${NUMBER}|${NUMBER.slice(2)}|1985`)

/**
 * The client's own page; the receiver's first look at a package, which must say who it is; and two who may be the same
 * person, where someone must choose between two names – the window shows them when asked.
 */
const NAMES_HER: Method[] = ['client.get', 'handover.preview', 'client.compare']
/** What number was changed: masked, with the year and the last two digits. */
const MASKS_HER_NUMBER: Method[] = ['client.history', 'client.merges']
/** The event, placement, mark, fault, review, entry, unit or user that these name is not there; what they answer holds no client. */
const OF_NOTHING: Method[] = [
  ...([
    'assignment.see',
    'chainEvent.end',
    'chainEvent.strike',
    'chainEvent.restore',
    'placement.change',
    'placement.end',
  ] as const),
  ...(['accessLog.answerFault', 'logReview.decide', 'logReview.sign', 'logReview.breakOff', 'logReview.add'] as const),
  ...(['user.rename', 'user.setRoles', 'user.renewAccess', 'user.disable', 'user.remove'] as const),
  ...(['training.takeBack', 'mistake.takeBack', 'unit.change', 'unit.merge'] as const),
]
/** What else is refused here, and why. Every other method must answer, or its silence would show nothing. */
const REFUSED: Partial<Record<Method, ErrorCode>> = {
  'emergencyNumber.change': 'not-found', // there is none here
  'emergencyNumber.setValid': 'not-found',
  'emergencyNumber.moveUp': 'not-found',
  ...Object.fromEntries(OF_NOTHING.map(each => [each, 'not-found'])),
  'valueChange.undo': 'cannot-take-back', // nothing of that id was changed
  'client.merge': 'handover-under-way', // she is sealed; what is told after a merge, `client.merges` shows
  'handover.seal': 'consent-not-in-force', // withdrawn among the others; she was sealed before
  'handover.accept': 'package-not-a-package',
  'handover.confirm': 'handover-not-sent',
  'retention.decide': 'retention-not-due',
  'retention.carryOut': 'retention-not-due',
  'logReview.begin': 'review-open',
  'user.changePassphrase': 'wrong-passphrase',
  'user.keepInKeychain': 'keychain-absent',
}

let core: ReturnType<typeof coreInMemory>
let clientId: ClientId
let inputs: ReturnType<typeof wellFormed>

/** A client with protected identity who stands in every list there is: planned today and before, begun on, due, opened by another. */
beforeAll(async () => {
  core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  clientId = await clientWithRecord(core, {
    name: 'Majken Hemlig',
    number: NUMBER,
    caseNumber: CASE,
    protectedIdentity: true,
  })
  const twice = { name: 'Majken H Hemlig', number: testNumber('1985-03-72'), caseNumber: 'SKYDD-18' }
  const merged = await addedClient(core, { ...twice, protectedIdentity: true })
  await core.ask('client.merge', {
    clientId,
    otherId: merged,
    take: [],
    reason: 'Lades in två gånger',
    reference: 'SKYDD-18',
  })
  await core.ask('client.changeDetails', { clientId, name: 'Maja Hemlig', reason: 'Har bytt namn' })
  const otherId = await addedClient(core, {
    name: 'Maja H',
    number: '',
    caseNumber: 'SKYDD-19',
    protectedIdentity: true,
  })
  for (const [number, plannedOn] of [
    [5, '2026-11-21'],
    [6, '2026-11-20'],
    [7, '2026-11-22'],
  ] as const)
    await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, number), plannedOn })
  await core.ask('goal.set', newGoal(clientId, { reviewOn: '2026-11-21' }))
  const goal = await goalWithHistory(core, clientId)
  const given = {
    clientId,
    otherId,
    slotId: await slotFor(core, clientId, 5),
    writerId: berit ?? '',
    consentId: await consentFor(core, clientId),
    goalId: goal.id,
    goalStepId: goal.steps[0]?.id ?? '',
    goalEventId: goal.history.at(-1)?.id ?? '',
  }
  inputs = wellFormed(given)
  await core.ask('draft.save', inputs['draft.save'])
  await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))
  const kim = core.signIn({ roles: ['therapist'] })
  await core.ask('breakGlass.open', { clientId, reason: 'Klienten ringde akut' })
  const roles: Role[] = ['therapist', 'coordinator', 'supervisor', 'administrator']
  core.signIn({ ...(berit === undefined ? {} : { id: berit }), roles })
  const glassId = (await core.ask('breakGlass.ofClient', { clientId }))[0]?.id ?? ''
  const { reviewId } = await core.ask('logReview.begin', inputs['logReview.begin'])
  inputs = { ...wellFormed({ ...given, userId: kim, glassId }), 'logReview.get': { reviewId } }
})

test.each<[Method, object]>([
  ['client.list', { words: 'Maja Hemlig' }],
  ['client.list', { words: NUMBER }],
  ['today.list', {}],
  ['handover.list', {}],
  ['draft.list', {}],
  ['goal.due', {}],
  ['breakGlass.unseen', {}],
  ['client.assignments', {}],
])('%s lists a protected client under her case number', async (method, input) => {
  const listed = JSON.stringify(await core.call(method, input))
  expect(listed).toContain(CASE)
  expect(listed).not.toMatch(TELLS)
})

describe('a protected client’s name and number leave the core only for the client’s own page, the receiver’s first look and the choice between two names', () => {
  const methods = (Object.keys(contract) as Method[]).filter(
    each => contract[each].door === 'unlocked' && !NAMES_HER.includes(each),
  )
  const queries = methods.filter(each => contract[each].kind === 'query')
  // to give her away comes last: after it she is nobody's to write about
  const last = (method: Method) => (method === 'client.assign' ? 1 : 0)
  const commands = methods.filter(each => contract[each].kind === 'command').sort((one, two) => last(one) - last(two))

  test.each([...queries, ...commands])('%s', async method => {
    const reply = await core.call(method, inputs[method])
    expect(reply.ok ? undefined : reply.refusal.code).toBe(REFUSED[method])
    const told = JSON.stringify(reply)
    expect(told).not.toMatch(MASKS_HER_NUMBER.includes(method) ? NAMES : TELLS)
  })

  test('and stand in no file’s name', () => {
    expect([...core.platform.files.keys()].join(' ')).not.toMatch(TELLS)
  })
})

test('who knows only a part of the name or number does not find her', async () => {
  for (const words of ['Maja', 'Hemlig', 'maj', NUMBER.slice(0, 8), NUMBER.slice(2, 8)])
    expect([words, await core.ask('client.list', { words })]).toEqual([words, { clients: [], total: 0 }])
})

test('a refusal about her names nobody', async () => {
  const refused = await core.refusal('client.add', {
    ...inputs['client.add'],
    name: 'Maja Hemlig',
    number: NUMBER,
    caseNumber: '',
  })
  expect(refused).toEqual({ code: 'number-taken' })
})

test('a client without protected identity is named in the same lists', async () => {
  const open = await addedClient(core, { name: 'Bo Öppen', number: '', caseNumber: 'Ö-1' })
  await core.ask('plan.schedule', { clientId: open, slotId: await slotFor(core, open, 1), plannedOn: '2026-11-21' })
  expect(JSON.stringify(await core.ask('today.list', {}))).toContain('Bo Öppen')
  expect(JSON.stringify(await core.ask('client.list', { words: 'Bo Öppen' }))).toContain('Bo Öppen')
})

test('in the window only the client’s own page, the dialog over it that changes the name, and the receiver’s first look take the name itself', () => {
  const files = globSync('renderer/**/*.{ts,tsx}', { cwd: ROOT })
  const naming = files.filter(each => /\b(client|person)(\.data)?\.name\b/.test(readFileSync(join(ROOT, each), 'utf8')))
  expect(naming.toSorted()).toEqual([
    'renderer/client/clientScreen.tsx',
    'renderer/handover/acceptPackage.tsx',
    'renderer/identity/changeDetailsDialog.tsx',
  ])
})
