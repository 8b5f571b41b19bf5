import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { contract, type Method } from '../../main/contract/index.ts'
import { type Role, role } from '../../main/contract/user.ts'
import { coreInFolder, coreInMemory, type SharedCore } from '../support/core.ts'
import { inventedInput, type Known } from '../support/inventedInput.ts'
import { tries } from '../support/longRun.ts'
import { addedClient, clientWithRecord, consentFor, newGoal, slotFor } from '../support/people.ts'
import { databaseOf, everyRow } from '../support/tables.ts'

const METHODS = Object.keys(contract) as Method[]

/** Inputs to each operation, for each role and for a locked binder: 5 × 30 × some seventy operations. */
const RUNS = tries(6, 300)

/** Fewer where each takes a second or more: a key is derived, or a PDF is typeset. */
const SLOW: Partial<Record<Method, number>> = {
  'manual.print': 2,
  'handover.seal': 6,
  'handover.preview': 6,
  'handover.accept': 6,
  'manual.importPack': 10,
}

let tried = 0
let refused = 0
afterAll(() => {
  console.log(`fuzz: ${tried} inputs, ${refused} refused, each without a row changed`)
  expect(tried).toBeGreaterThan(220 * RUNS)
  expect(refused).toBeLessThan(tried)
})

/** A binder where there is something to find, with a second user whose client is not the first one's. */
async function clinic() {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const anna = await clientWithRecord(core)
  const kim = core.signIn({ roles: ['therapist', 'coordinator', 'administrator'] })
  const eva = await addedClient(core, { name: 'Eva Exempel', number: '' })
  core.signIn({ id: berit, roles: ['therapist'] })
  const known: Known = {
    ids: [
      anna,
      eva,
      berit,
      kim,
      await slotFor(core, anna, 5),
      await slotFor(core, anna, 1),
      await consentFor(core, anna),
    ],
    words: [
      'tired',
      'staffing',
      'lvm4',
      'craMap',
      'satisfactionScale',
      'riskMap',
      'introduction',
      'P02',
      '13:00',
      'session:5',
    ],
  }
  return { core, berit, known }
}

/** Every row but those that tell of a refusal: to be told in the log is what becomes of some. */
function rowsOf(sqlite: Parameters<typeof everyRow>[0]): Record<string, unknown[]> {
  const { access_log: log = [], questions: _, ...rows } = everyRow(sqlite)
  const tells = (row: unknown) => ['failedUnlock', 'refused'].includes((row as { kind: string }).kind)
  return { ...rows, access_log: log.filter(each => !tells(each)) }
}

/** Tries an operation with many inputs; whatever it changed is undone after each, so that every input meets the same binder. */
async function tryOut(core: SharedCore, method: Method, known: Known, runs: number, enter: () => void): Promise<void> {
  const sqlite = databaseOf(core).$client
  const before = rowsOf(sqlite)
  const written = sqlite.prepare('SELECT total_changes()').pluck() // counts also what was rolled back
  await fc.assert(
    fc.asyncProperty(inventedInput(method, known), async input => {
      enter()
      const writes = written.get()
      sqlite.exec('SAVEPOINT one_input')
      const reply = await core.call(method, input) // a crash is reported, and the test core throws what is reported
      tried += 1
      if (!reply.ok) {
        refused += 1
        if (written.get() !== writes) expect(rowsOf(sqlite)).toEqual(before)
        expect(reply.refusal.code).not.toBe('unexpected')
      }
      sqlite.exec('ROLLBACK TO one_input; RELEASE one_input')
    }),
    { numRuns: runs, seed: 18, endOnFailure: true },
  )
}

describe.each(role.options)('whatever a %s sends', by => {
  test('is answered or refused, never a crash, and a refusal changes no row', {
    timeout: tries(300_000, 3_000_000),
  }, async () => {
    const { core, berit, known } = await clinic()
    const enter = () => {
      const user = core.binder.opened()?.user // an input may have locked the binder, or changed who they are
      if (user?.id !== berit || user.roles.join() !== by) core.signIn({ id: berit, roles: [by] satisfies Role[] })
    }
    for (const method of METHODS.filter(each => contract[each].door === 'unlocked'))
      await tryOut(core, method, known, SLOW[method] ?? RUNS, enter)
  })
})

describe('whatever is sent before unlocking', () => {
  test('is refused as locked, and opens nothing', { timeout: tries(120_000, 1_200_000) }, async () => {
    const { core, known } = await clinic()
    const sqlite = databaseOf(core).$client
    core.binder.lock() // which leaves its own row in the log
    const before = everyRow(sqlite)
    for (const method of METHODS.filter(each => contract[each].door === 'unlocked')) {
      await fc.assert(
        fc.asyncProperty(inventedInput(method, known), async input => {
          tried += 1
          refused += 1
          expect(await core.call(method, input)).toEqual({ ok: false, refusal: { code: 'locked' } })
        }),
        { numRuns: RUNS, seed: 18 },
      )
    }
    expect(everyRow(sqlite)).toEqual(before)
  })

  test('to a binder on disk neither opens it nor breaks it', { timeout: tries(120_000, 1_200_000) }, async () => {
    const core = coreInFolder()
    const passphrase = 'lösenfras för provet'
    try {
      await core.ask('binder.create', { unitName: 'X', unitKind: 'other', userName: 'Y', passphrase })
      core.binder.lock()
      for (const method of METHODS.filter(each => contract[each].door === 'open')) {
        await fc.assert(
          fc.asyncProperty(inventedInput(method, { ids: ['x'], words: [] }), async input => {
            tried += 1
            const reply = await core.call(method, input)
            if (!reply.ok) refused += 1
            expect((await core.ask('binder.state', {})).state).toBe('locked')
          }),
          { numRuns: method === 'user.unlock' ? 12 : RUNS, seed: 18 },
        )
      }
    } finally {
      core.remove()
    }
  })
})

test('a value that holds itself is refused, and text that no file can hold is kept without what cannot be seen', async () => {
  const { core, known } = await clinic()
  const endless: Record<string, unknown> = { words: 'anna' }
  endless['words'] = endless
  expect(await core.refusalCode('client.list', endless)).toBe('invalid-input')
  const [clientId = ''] = known.ids
  const goal = await core.ask('goal.set', newGoal(clientId, { words: 'Ett\0 eget hem\ud800' }))
  expect(goal.words).toBe('Ett eget hem\ufffd')
})
