import { expect, test } from 'vitest'
import { rowsByTable } from '../../db/clientTables.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import type { PackageContent } from '../../main/contract/record.ts'
import { isAboutClient } from '../../main/user/rights.ts'
import { coreInMemory } from '../support/core.ts'
import { tries } from '../support/longRun.ts'
import { chanceFrom, MUTATIONS, mutated } from '../support/mutatedPackage.ts'
import { AFTERCARE, clientWithRecord, consentFor, testNumber, toSeal } from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf, everyRecord, everyRow } from '../support/tables.ts'

/** Packages, each made wrong in one to three of the ways: some hundreds in every run, and more than twenty thousand at length. */
const PACKAGES = tries(200, 20_000)

const REFUSALS = [
  'package-damaged',
  'package-ahead',
  'package-other-receiver',
  'package-consent-expired',
  'client-already-here',
  'package-too-large',
]

/** Queries about one client, as a screen asks them. */
const QUERIES = (Object.keys(contract) as Method[]).filter(
  each =>
    contract[each].kind === 'query' &&
    isAboutClient(each) &&
    contract[each].input.safeParse({ clientId: crypto.randomUUID() }).success,
)

test(`${PACKAGES} packages made wrong are refused without a row, or can be read through every query`, {
  timeout: 7_200_000,
}, async () => {
  const sender = coreInMemory({ seed: 'sender', unit: { name: 'Runnagården', kind: 'lvmHome' } })
  const theirs = await clientWithRecord(sender)
  const sealed = await sender.ask('handover.seal', toSeal(theirs, await consentFor(sender, theirs)))
  const { file, words } = sentFile(sender, sealed)
  const { headerLine, content: base } = await takeApart(Buffer.from(file, 'base64'), words)

  const core = coreInMemory({ seed: 'receiver', unit: AFTERCARE })
  const number = testNumber('1960-06-06', 985)
  const ours = await clientWithRecord(core, { name: 'Bo Eftervård', number })
  const db = databaseOf(core)
  const sqlite = db.$client
  const idsIn = (table: string) => sqlite.prepare(`SELECT id FROM ${table} LIMIT 3`).pluck().all() as string[]
  const ids = [ours, ...['slots', 'sessions', 'goals', 'offers', 'placements', 'worksheet_answers'].flatMap(idsIn)]
  const target = { userId: core.binder.opened()?.user.id ?? '', ids, number }
  const known = { reasons: idsOf('reasons'), legal_grounds: idsOf('legal_grounds'), end_reasons: idsOf('end_reasons') }
  function idsOf(list: string) {
    return sqlite.prepare(`SELECT code FROM ${list} ORDER BY code`).pluck().all() as string[]
  }
  const ofOurs = () => {
    const { access_log: _, ...rows } = rowsByTable(db, ours)
    return rows
  }
  const [before, oursBefore] = [everyRecord(core), ofOurs()]
  const written = sqlite.prepare('SELECT total_changes()').pluck()
  const counts: Record<string, number> = {}
  const tried = new Set<string>()
  const chance = chanceFrom(20_261_201)
  const began = Date.now()

  for (let nth = 0; nth < PACKAGES; nth++) {
    core.world.setToday('2026-11-21', '12:00')
    const { content, names } = mutated(base, chance, target)
    const because = chance() < 0.5 ? 'Vi tar vid' : ''
    const bytes = await sealCheaply(headerLine, JSON.stringify(content), words)
    const input = { file: bytes.toString('base64'), words }
    const of = `package ${nth}: ${names.join(', ')}`
    for (const each of names) tried.add(each)
    sqlite.exec('SAVEPOINT one_package')
    const writes = written.get()
    if (nth % 8 === 0) await core.call('handover.preview', input)
    const reply = await core.call('handover.accept', { ...input, readBack: 'Jag tar vid.', takenOnBecause: because })
    const came = reply.ok ? 'accepted' : reply.refusal.code
    counts[came] = (counts[came] ?? 0) + 1
    if (!reply.ok) {
      expect(REFUSALS, of).toContain(came)
      if (written.get() !== writes) expect(everyRecord(core), of).toEqual(before)
    } else {
      const { clientId } = reply.value as { clientId: string }
      for (const method of QUERIES)
        expect(await core.call(method, { clientId }), `${of}; ${method}`).toMatchObject({ ok: true })
      for (const method of ['today.list', 'goal.due', 'handover.list', 'draft.list'] as const)
        expect(await core.call(method, {}), `${of}; ${method}`).toMatchObject({ ok: true })
      expect(ofOurs(), of).toEqual(oursBefore)
      for (const [list, codes] of Object.entries(known))
        expect(
          idsOf(list).filter(code => !codes.includes(code) && !code.startsWith('x:')),
          of,
        ).toEqual([])
      expect(highestEpoch(JSON.parse(JSON.stringify(content)).record), of).toBeLessThanOrEqual(
        (content as PackageContent).epoch,
      )
    }
    sqlite.exec('ROLLBACK TO one_package; RELEASE one_package')
  }
  console.log(`packages: ${JSON.stringify(counts)} in ${Math.round((Date.now() - began) / 1000)} s`)
  expect([...tried].toSorted()).toEqual(Object.keys(MUTATIONS).toSorted())
  expect(counts['accepted']).toBeGreaterThan(PACKAGES / 20)
  expect(everyRow(sqlite)['clients']).toEqual(before['clients'])
})

/** Of the rows: what a field of a form is called is the form's own. */
function highestEpoch(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const own = 'epoch' in value && typeof value.epoch === 'number' ? value.epoch : 0
  return Math.max(own, ...Object.entries(value).map(([key, each]) => (key === 'answers' ? 0 : highestEpoch(each))))
}
