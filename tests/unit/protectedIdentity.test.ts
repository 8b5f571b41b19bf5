import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { contract, type Method } from '../../main/contract/index.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInMemory, ROOT } from '../support/core.ts'
import { addedClient, clientWithRecord, consentFor, newGoal, slotFor, testNumber, toSeal } from '../support/people.ts'
import { wellFormed } from '../support/wellFormed.ts'

const NUMBER = testNumber('1985-03-12')
const CASE = 'SKYDD-17'
/** What tells who she is: her names, and her number with or without its century. */
const TELLS = new RegExp(`Maja|Hemlig|${NUMBER}|${NUMBER.slice(2)}|1985`)

/** The client's own page, and the receiver's first look at a package, which must say who it is. */
const NAMES_HER: Method[] = ['client.get', 'handover.preview']

let core: ReturnType<typeof coreInMemory>
let clientId: ClientId
let inputs: ReturnType<typeof wellFormed>

/** A client with protected identity who stands in every list there is: planned today and before, begun on, due, opened by another. */
beforeAll(async () => {
  core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  clientId = await clientWithRecord(core, {
    ...{ name: 'Maja Hemlig', number: NUMBER, caseNumber: CASE, protectedIdentity: true },
  })
  for (const [number, plannedOn] of [
    [5, '2026-11-21'],
    [6, '2026-11-20'],
    [7, '2026-11-22'],
  ] as const)
    await core.ask('plan.schedule', { clientId, slotId: await slotFor(core, clientId, number), plannedOn })
  const goal = await core.ask('goal.set', newGoal(clientId, { reviewOn: '2026-11-21' }))
  inputs = wellFormed({
    ...{ clientId, slotId: await slotFor(core, clientId, 5), goalId: goal.id, writerId: berit ?? '' },
    consentId: await consentFor(core, clientId),
  })
  await core.ask('draft.save', inputs['draft.save'])
  await core.ask('handover.seal', toSeal(clientId, await consentFor(core, clientId)))
  core.signIn({ roles: ['therapist'] })
  await core.ask('breakGlass.open', { clientId, reason: 'Klienten ringde akut' })
  core.signIn({ ...(berit === undefined ? {} : { id: berit }), roles: ['therapist', 'coordinator', 'administrator'] })
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

describe('a protected client’s name and number leave the core only for the client’s own page', () => {
  const methods = (Object.keys(contract) as Method[]).filter(
    each => contract[each].door === 'unlocked' && !NAMES_HER.includes(each),
  )
  const queries = methods.filter(each => contract[each].kind === 'query')
  const commands = methods.filter(each => contract[each].kind === 'command')

  test.each([...queries, ...commands])('%s', async method => {
    expect(JSON.stringify(await core.call(method, inputs[method]))).not.toMatch(TELLS)
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
    ...{ name: 'Maja Hemlig', number: NUMBER, caseNumber: '' },
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
    'renderer/parts/changeDetailsDialog.tsx',
    'renderer/screens/client.tsx',
    'renderer/screens/receiveHandover.tsx',
  ])
})
