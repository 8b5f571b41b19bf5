import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { coreInFolder } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

const root = mkdtempSync(join(tmpdir(), 'arton-seal-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** The same binder, locked in order on three evenings. */
const evenings: string[] = []
const work = join(root, 'work')
const first = coreInFolder({ folder: work })
await first.ask('binder.create', NEW_BINDER)
for (const name of ['Anna', 'Cilla', 'Doris']) {
  if (evenings.length > 0) await first.ask('user.unlock', { passphrase: PASSPHRASE })
  await addedClient(first, { name: `${name} Exempel`, number: '' })
  first.binder.lock()
  const copy = join(root, name)
  cpSync(work, copy, { recursive: true })
  evenings.push(copy)
}
const [earlier = '', , latest = ''] = evenings

let count = 0
/** What is found when the binder of the last evening is opened after someone has changed it. */
async function foundAfter(change: (folder: string) => void, opens = 1): Promise<string[]> {
  const folder = join(root, `copy${count++}`)
  cpSync(latest, folder, { recursive: true })
  change(folder)
  const core = coreInFolder({ folder, seed: 'later' })
  for (let time = 1; time < opens; time++) {
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    core.binder.lock()
  }
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  const faults = await core.ask('accessLog.faults', {})
  core.binder.lock()
  return faults.map(each => each.kind)
}

const putBack = (...names: string[]) => {
  return (folder: string) => {
    for (const name of names) copyFileSync(join(earlier, name), join(folder, name))
  }
}

test('what was locked in order and left alone is whole, evening after evening', async () => {
  expect(await foundAfter(() => undefined)).toEqual([])
  expect(await foundAfter(() => undefined, 4)).toEqual([])
})

test('a single page put back in the database is seen at the next opening, and told once', async () => {
  const page = (folder: string) => {
    const file = join(folder, 'arton.db')
    const [now, then] = [readFileSync(file), readFileSync(join(earlier, 'arton.db'))]
    const places = Array.from({ length: Math.min(now.length, then.length) / 4096 - 1 }, (_, nth) => (nth + 1) * 4096)
    const place = places.findLast(at => !now.subarray(at, at + 4096).equals(then.subarray(at, at + 4096))) ?? 0
    now[place + 4000] = (now[place + 4000] ?? 0) ^ 0 // the page itself is put back whole below
    then.copy(now, place, place, place + 4096)
    writeFileSync(file, now)
  }
  const found = await foundAfter(page).catch(error => [String(error)])
  expect(found.length, String(found)).toBe(1)
  expect(found[0]).toMatch(/databaseChanged|changed|rewritten|missing|rolledBack|binder-damaged/)
})

test.each([
  [['arton.db', 'access-log-head.json'], ['databaseChanged']],
  [['keyring.json'], []], // the same in all three: nothing has been changed in it
  [['door.json'], ['doorChanged']],
] as const)('%j put back from an earlier evening: %j', async (names, kinds) => {
  expect(await foundAfter(putBack(...names))).toEqual(kinds)
  expect(await foundAfter(putBack(...names), 3)).toEqual(kinds) // told once
})

test('a keyring that is another than at the lock is told', async () => {
  const change = (folder: string) => {
    const file = join(folder, 'keyring.json')
    const ring = JSON.parse(readFileSync(file, 'utf8'))
    const slots = ring.slots.filter((each: { kind: string }) => each.kind !== 'recovery')
    writeFileSync(file, JSON.stringify({ ...ring, slots }))
  }
  expect(await foundAfter(change)).toEqual(['keyringChanged'])
})

test('a door without its seal, or with one that nobody with the key made, is told', async () => {
  const door = (change: (memory: { seal?: object }) => object) => (folder: string) => {
    const file = join(folder, 'door.json')
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')))))
  }
  expect(await foundAfter(door(({ seal: _, ...rest }) => rest))).toEqual(['doorChanged'])
  expect(await foundAfter(door(memory => ({ ...memory, seal: { ...memory.seal, sequence: 999 } })))).toEqual([
    'doorChanged',
  ])
})

test('the whole folder put back is not seen: nothing in it is out of step', async () => {
  expect(await foundAfter(putBack('arton.db', 'access-log-head.json', 'door.json', 'keyring.json'))).toEqual([])
})

test('after a crash there is no seal, and nobody cries wolf', async () => {
  const core = coreInFolder({ folder: work, seed: 'crash' })
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  await addedClient(core, { name: 'Ebba Exempel', number: '' })
  const folder = join(root, 'crashed')
  cpSync(work, folder, { recursive: true })
  core.binder.lock()
  expect(JSON.parse(readFileSync(join(folder, 'door.json'), 'utf8')).seal).toBeUndefined()
  const after = coreInFolder({ folder, seed: 'after' })
  await after.ask('user.unlock', { passphrase: PASSPHRASE })
  expect(await after.ask('accessLog.faults', {})).toEqual([])
  after.binder.lock()
})

test('the door of another binder is nobody’s memory: it counts as six wrong attempts', async () => {
  const other = coreInFolder({ seed: 'other' })
  await other.ask('binder.create', NEW_BINDER)
  other.binder.lock()
  const folder = join(root, 'borrowed')
  cpSync(latest, folder, { recursive: true })
  copyFileSync(join(other.folder, 'door.json'), join(folder, 'door.json'))
  other.remove()
  expect((await coreInFolder({ folder }).ask('binder.state', {})).waitSeconds).toBe(16)
  const unmarked = JSON.parse(readFileSync(join(latest, 'door.json'), 'utf8'))
  delete unmarked.binderId
  writeFileSync(join(folder, 'door.json'), JSON.stringify(unmarked))
  expect((await coreInFolder({ folder }).ask('binder.state', {})).waitSeconds).toBe(16)
})

test('several programs at the same door count together, and wait together', async () => {
  const folder = join(root, 'together')
  cpSync(latest, folder, { recursive: true })
  const [one, other] = [coreInFolder({ folder, seed: 'one' }), coreInFolder({ folder, seed: 'two' })]
  other.world.pass(3_600) // it has stood there for an hour: that is no wait in advance
  for (const core of [one, other, one])
    expect(await core.refusalCode('user.unlock', { passphrase: 'fel lösenfras här' })).toBe('wrong-passphrase')
  expect(await other.refusal('user.unlock', { passphrase: PASSPHRASE })).toEqual({
    code: 'wait',
    details: { seconds: 2 },
  })
  other.world.pass(2)
  expect(await other.refusalCode('user.unlock', { passphrase: 'fel lösenfras här' })).toBe('wrong-passphrase')
  expect((await one.ask('binder.state', {})).waitSeconds).toBe(4)
  one.world.pass(4)
  await one.ask('user.unlock', { passphrase: PASSPHRASE })
  const { entries } = await one.ask('accessLog.entries', { fromOn: '2026-11-01', toOn: '2026-11-30', most: 100 })
  expect(entries.filter(each => each.kind === 'failedUnlock')).toHaveLength(4)
  one.binder.lock()
})
