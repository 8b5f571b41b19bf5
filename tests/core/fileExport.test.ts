import { describe, expect, test } from 'vitest'
import { entriesFrom } from '../../db/repositories/accessLog.ts'
import type { Input, Method, Output } from '../../main/contract/index.ts'
import { coreInFolder, coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, consentFor, toSeal } from '../support/people.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

const FOUND: Input<'binder.create'> = {
  unitName: 'Runnagården',
  unitKind: 'lvmHome',
  userName: 'Berit Exempel',
  passphrase: 'fyra ord som ingen gissar',
}

type HandingOut = Extract<Method, 'client.extract' | 'accessLog.extract' | 'handover.seal'>
type Asked = { method: HandingOut; input(core: TestCore): Promise<unknown> }

/** Everything that lets something of a client leave the binder as a file. */
const HANDING_OUT: [string, Asked][] = [
  ['a register extract to read', { method: 'client.extract', input: core => extract(core, 'pdf') }],
  ['a register extract for a program', { method: 'client.extract', input: core => extract(core, 'json') }],
  [
    'a part of the access log',
    { method: 'accessLog.extract', input: async () => ({ fromOn: '2026-11-01', toOn: '2026-11-30', form: 'csv' }) },
  ],
  ['a sealed handover', { method: 'handover.seal', input: sealing }],
]

async function extract(core: TestCore, as: 'pdf' | 'json') {
  return { clientId: await addedClient(core), as }
}

async function sealing(core: TestCore) {
  const clientId = await addedClient(core)
  return toSeal(clientId, await consentFor(core, clientId))
}

const handedOut = (core: TestCore) => [...entriesFrom(databaseOf(core), 1)].filter(each => each.kind === 'export')

describe.each(HANDING_OUT)('%s', (_what, { method, input }) => {
  const asking = async () => {
    const core = coreInMemory()
    const asked = await input(core)
    return { core, asked, before: everyRecord(core) }
  }

  test('leaves one row in the log, and the file', async () => {
    const { core, asked } = await asking()
    expect(await core.call(method, asked)).toMatchObject({ ok: true, value: { saved: true } })
    expect(handedOut(core)).toMatchObject([{ method }])
    expect(core.platform.files.size).toBe(1)
  })

  test('is not written when the binder is locked while the dialog stands open, whoever presses Spara', async () => {
    const core = coreInFolder()
    await core.ask('binder.create', FOUND)
    const asked = await input(core)
    const before = everyRecord(core)
    core.platform.whileChoosing = () => core.world.pass(24 * 60 * 60) // nobody is there: it locks itself
    expect(await core.refusalCode(method, asked)).toBe('locked')
    expect(core.platform.files.size).toBe(0)
    await core.ask('user.unlock', { passphrase: FOUND.passphrase })
    expect(handedOut(core)).toEqual([])
    expect(everyRecord(core)).toEqual(before)
    core.remove()
  })

  test('is not written when someone else has come in while the dialog stood open', async () => {
    const { core, asked } = await asking()
    core.platform.whileChoosing = () => void core.signIn({ roles: ['therapist', 'coordinator', 'administrator'] })
    const reply = await core.call(method, asked)
    expect(reply).toEqual({ ok: false, refusal: { code: 'locked' } })
    expect(core.platform.files.size).toBe(0)
    expect(handedOut(core)).toEqual([])
  })

  test('is not said to be handed out when the user closes the dialog', async () => {
    const { core, asked, before } = await asking()
    core.platform.refusesToSave = true
    const { value } = (await core.call(method, asked)) as { value: Output<HandingOut> }
    expect(value.saved).toBe(false)
    expect(handedOut(core)).toEqual([])
    expect(everyRecord(core)).toEqual(before)
  })

  test('that the disk does not take is neither stored nor said to be handed out, and can be asked for again', async () => {
    const { core, asked, before } = await asking()
    core.platform.isFull = true
    expect(await core.refusalCode(method, asked)).toBe('file-not-written')
    expect(handedOut(core)).toEqual([])
    expect(everyRecord(core)).toEqual(before)
    core.platform.isFull = false
    expect(await core.call(method, asked)).toMatchObject({ ok: true, value: { saved: true } })
    expect(handedOut(core)).toHaveLength(1)
  })

  test.each([
    ['cannot be written', "SELECT RAISE(ABORT, 'the disk is full')"],
    ['does not stand in the end', "INSERT INTO waiting VALUES ('nobody')"],
  ])('leaves no file where its row %s', async (_how, sql) => {
    const { core, asked, before } = await asking()
    databaseOf(core).$client.exec(`
      CREATE TABLE waiting (id TEXT REFERENCES clients (id) DEFERRABLE INITIALLY DEFERRED);
      CREATE TEMP TRIGGER full AFTER INSERT ON access_log BEGIN ${sql}; END`)
    await expect(core.call(method, asked)).rejects.toThrow(/the disk is full|FOREIGN KEY/)
    expect(core.platform.files.size).toBe(0)
    expect(everyRecord(core)).toMatchObject(before)
  })
})
