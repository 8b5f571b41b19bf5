import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBinder } from '../../main/binder/createBinder.ts'
import { testSheet } from '../../main/binder/recoverySheet.ts'
import { createSeat, lockSeat } from '../../main/binder/seat.ts'
import { openBinderFolder } from '../../main/binder/vault.ts'
import { realWorld } from '../../main/context/world.ts'
import { openCore } from '../../main/core/openCore.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { type coreInFolder, fixedWorld, keepingPlatform, MIGRATIONS, ourManual, ROOT } from '../support/core.ts'
import { asking } from '../support/invented.ts'
import { addedClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

const template = await binderTemplate(NEW_BINDER)
afterEach(template.removeCopies)
afterAll(template.remove)

const MINUTE = 60
const GRACE = 15

describe('with nobody there', () => {
  let core: ReturnType<typeof coreInFolder>
  beforeEach(async () => {
    core = template.copy()
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
  })
  const isOpen = () => core.binder.opened() !== undefined

  test('the core locks by itself, fifteen seconds after the page should have', async () => {
    expect((await core.ask('user.me', {})).idleMinutes).toBe(5)
    core.world.pass(5 * MINUTE + GRACE)
    expect(isOpen()).toBe(true)
    core.world.pass(0.1)
    expect(await core.refusalCode('client.list', { words: '' })).toBe('locked')
    expect(await core.ask('binder.state', {})).toMatchObject({ state: 'locked', keychain: false })
  })

  test('asking for things is not a sign of anyone: a page may ask by itself', async () => {
    for (const _ of [1, 2, 3, 4, 5]) {
      core.world.pass(MINUTE)
      await core.call('today.list', {})
    }
    core.world.pass(GRACE + 1)
    expect(isOpen()).toBe(false)
  })

  test('a key or a movement is: then it stays open another while', async () => {
    for (const _ of [1, 2, 3]) {
      core.world.pass(4 * MINUTE)
      await core.ask('user.active', {})
    }
    expect(isOpen()).toBe(true)
    core.world.pass(5 * MINUTE + GRACE + 1)
    expect(isOpen()).toBe(false)
  })

  test.each([1, 15])('the administrator chooses the time: %i minutes', async minutes => {
    await core.ask('binder.setIdleMinutes', { minutes })
    core.world.pass(minutes * MINUTE + GRACE)
    expect(isOpen()).toBe(true)
    core.world.pass(1)
    expect(isOpen()).toBe(false)
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    expect((await core.ask('user.me', {})).idleMinutes).toBe(minutes) // it lies in the binder
  })

  test.each([0, 16, 2.5, -1])('%d minutes is no such time', async minutes => {
    expect(await core.refusalCode('binder.setIdleMinutes', { minutes })).toBe('invalid-input')
  })

  test('a draft saved before it is there again for the same user, and for nobody else', async () => {
    const clientId = await addedClient(core)
    const place = 'session:x'
    const writer = (await core.ask('user.me', {})).user.id
    const window = '00000000-0000-4000-8000-000000000001'
    await core.ask('draft.save', {
      clientId,
      place,
      content: '{"note":"Halvskriven mening om"}',
      writer,
      window,
      basedOn: 0,
      attempt: 1,
    })
    const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: ['therapist'] })
    core.world.pass(5 * MINUTE + GRACE + 1)
    expect(isOpen()).toBe(false)
    await core.ask('user.unlock', { passphrase: PASSPHRASE })
    expect(JSON.stringify(await core.ask('draft.get', { clientId, place, writer }))).toContain('Halvskriven mening om')

    await core.ask('user.lock', {})
    await core.ask('user.unlock', { passphrase: words })
    await core.ask('user.choosePassphrase', { userId, passphrase: 'tre båtar och en fyr' })
    expect(JSON.stringify(await core.call('draft.get', { clientId, place, writer: userId }))).not.toContain(
      'Halvskriven',
    )
  })
})

test('temporary words that were typed and left are forgotten after a quarter of an hour', async () => {
  const core = template.copy()
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: ['therapist'] })
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: words })
  core.world.pass(15 * MINUTE + 1)
  expect(await core.ask('binder.state', {})).toMatchObject({ state: 'locked' })
  const choice = { userId, passphrase: 'tre båtar och en fyr' }
  expect(await core.refusalCode('user.choosePassphrase', choice)).toBe('nothing-begun')
})

test('locking leaves nothing of the key in the buffer that held it', async () => {
  const world = fixedWorld()
  const handed: Buffer[] = []
  const chance = (bytes: number) => {
    const given = world.chance(bytes)
    handed.push(given)
    return given
  }
  const folder = mkdtempSync(join(tmpdir(), 'arton-key-'))
  const parts = { folder, migrations: MIGRATIONS, demo: false, manual: ourManual }
  const seat = createSeat(openBinderFolder({ ...parts, world: { ...world, chance } }))
  const { words, asked } = await createBinder(seat, NEW_BINDER)
  testSheet(seat, { words: asked.map(place => words[place] ?? '') })
  const [key] = handed.filter(each => each.length === 32)
  expect(key?.some(each => each !== 0)).toBe(true)
  lockSeat(seat)
  expect(key?.every(each => each === 0)).toBe(true)
  rmSync(folder, { recursive: true, force: true })
})

describe('a host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arton-host-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setInterval', 'setTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function openHost(name: string) {
    const alone = vi.fn()
    const report = (error: unknown) => {
      throw error
    }
    const parts = {
      root: ROOT,
      world: realWorld('2026-11-21'),
      platform: keepingPlatform(),
      report,
      lockedAlone: alone,
    }
    const { call, visit } = openCore({ ...parts, folder: join(folder, name) })
    await asking(call)('binder.create', NEW_BINDER)
    return { isOpen: () => visit() !== undefined, alone }
  }

  test('locks without being asked anything, and says that the page did not', async () => {
    const { isOpen, alone } = await openHost('idle')
    vi.advanceTimersByTime((5 * MINUTE + GRACE) * 1000)
    expect(alone).not.toHaveBeenCalled()
    vi.advanceTimersByTime(5_000)
    expect(alone).toHaveBeenCalledTimes(1)
    expect(isOpen()).toBe(false)
  })

  test('locks when the computer has slept, however short its own clock thinks it was', async () => {
    const { isOpen, alone } = await openHost('sleep')
    vi.setSystemTime(Date.now() + 10 * MINUTE * 1000)
    vi.advanceTimersByTime(5_000)
    expect(alone).toHaveBeenCalledTimes(1)
    expect(isOpen()).toBe(false)
  })
})
