import { chmodSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { databaseOf } from '../support/tables.ts'

const template = await binderTemplate(NEW_BINDER)
afterAll(() => {
  template.removeCopies()
  template.remove()
})

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
const modesIn = (folder: string) => readdirSync(folder).map(name => [name, modeOf(join(folder, name))])
const allShut = (folder: string) => readdirSync(folder).map(name => [name, '600'])

test('every file of a binder is its own account’s alone, open and locked', async () => {
  const core = template.copy()
  chmodSync(core.folder, 0o755) // as a copy from another disk, or an earlier version, left it
  for (const name of readdirSync(core.folder)) chmodSync(join(core.folder, name), 0o644)
  for (const name of ['arton.db-journal', 'keyring.json.new'])
    writeFileSync(join(core.folder, name), '', { mode: 0o666 })
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  await addedClient(core)
  expect(readdirSync(core.folder)).toContain('arton.db-wal')
  expect(modesIn(core.folder)).toEqual(allShut(core.folder))
  await core.ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  core.binder.lock()
  expect(modesIn(core.folder)).toEqual(allShut(core.folder))
  expect(modeOf(core.folder)).toBe('700')
})

test('a new binder is shut from the start, whatever the account’s habit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arton-'))
  chmodSync(folder, 0o755)
  const fresh = coreInFolder({ folder })
  const before = process.umask(0)
  try {
    const { words } = await fresh.ask('binder.create', NEW_BINDER)
    expect(words).toHaveLength(15)
    expect(modesIn(folder)).toEqual(allShut(folder))
    expect(modeOf(folder)).toBe('700')
  } finally {
    process.umask(before)
    fresh.remove()
  }
})

test('SQLite sorts in memory, and keeps no page outside the binder', async () => {
  const core = template.copy()
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  const { $client: sqlite } = databaseOf(core)
  expect(sqlite.pragma('temp_store', { simple: true })).toBe(2)
  expect(sqlite.pragma('mmap_size', { simple: true }) ?? 0).toBe(0)
})
