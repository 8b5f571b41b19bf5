import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { type Keyring, keyring, unwrapKey, wrapKey } from '../../main/binder/keyring.ts'
import { WORDS } from '../../main/binder/words.ts'
import type { Role } from '../../main/contract/user.ts'
import { binderTemplate } from '../support/binderTemplate.ts'
import { coreInFolder, keychainOf, type TestCore } from '../support/core.ts'
import { addedClient } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'

const BERIT = 'Åsnan äter gröna äpplen'
const SARA = 'tre båtar och en fyr'
const FOUNDER = { unitName: 'Runnagården', unitKind: 'lvmHome', userName: 'Berit Exempel', passphrase: BERIT } as const

type FolderCore = ReturnType<typeof coreInFolder>
const template = await binderTemplate(FOUNDER)
const withSaraInIt = await binderTemplate(FOUNDER, addSara)
const cores: FolderCore[] = []
afterEach(() => {
  template.removeCopies()
  withSaraInIt.removeCopies()
  for (const each of cores.splice(0)) each.remove()
})
afterAll(() => {
  template.remove()
  withSaraInIt.remove()
})

/** A binder of her own, with Berit in. */
async function newBinder(options: Parameters<typeof template.copy>[0] = {}) {
  const core = template.copy(options)
  await core.ask('user.unlock', { passphrase: BERIT })
  return { core, sheet: template.sheet, berit: meIn(core).id }
}

const meIn = (core: TestCore) => {
  const opened = core.binder.opened()
  if (opened === undefined) throw new Error('nobody is in')
  return opened.user
}
const ringIn = (core: FolderCore): Keyring =>
  keyring.parse(JSON.parse(readFileSync(join(core.folder, 'keyring.json'), 'utf8')))
const kindsOf = (core: FolderCore, id: string) =>
  ringIn(core).slots.flatMap(each => ('userId' in each && each.userId === id ? [each.kind] : []))

async function unlock(core: TestCore, passphrase: string) {
  core.world.pass(60 * 60) // no wrong attempt before this one makes it wait
  core.binder.lock()
  return core.ask('user.unlock', { passphrase })
}

/** Adds a therapist, and lets her choose her passphrase. */
async function addSara(core: TestCore): Promise<void> {
  const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: ['therapist'] })
  await unlock(core, words)
  await core.ask('user.choosePassphrase', { userId, passphrase: SARA })
}

/** A binder of Berit and Sara, with the administrator in. */
async function withSara(options: Parameters<typeof template.copy>[0] = {}) {
  const core = withSaraInIt.copy({ today: '2026-12-01', ...options })
  await core.ask('user.unlock', { passphrase: BERIT })
  const sara = (await core.ask('user.list', {})).find(each => each.name === 'Sara Exempel')
  if (sara === undefined) throw new Error('Sara is missing')
  return { core, sheet: withSaraInIt.sheet, berit: meIn(core).id, userId: sara.id }
}

const listed = async (core: TestCore, id: string) => (await core.ask('user.list', {})).find(each => each.id === id)

describe('a new user', () => {
  test('comes in with six words once, chooses a passphrase, and is then who they are', async () => {
    const { core, berit } = await newBinder()
    const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: ['therapist', 'supervisor'] })
    expect(words.split(' ').filter(each => WORDS.includes(each))).toHaveLength(6)
    expect(await listed(core, userId)).toMatchObject({ access: 'temporary', removable: true })

    expect(await unlock(core, `  ${words.toUpperCase().replaceAll(' ', ', ')}`)).toEqual({
      next: 'ownPassphrase',
      why: 'temporary',
      users: [{ id: userId, name: 'Sara Exempel' }],
    })
    expect(await core.refusalCode('user.me', {})).toBe('locked')
    expect(await core.refusalCode('user.choosePassphrase', { userId: berit, passphrase: SARA })).toBe('nothing-begun')
    expect(await core.refusalCode('user.choosePassphrase', { userId, passphrase: words })).toBe('passphrase-not-new')
    const { user } = await core.ask('user.choosePassphrase', { userId, passphrase: SARA })
    expect(user).toEqual({ id: userId, name: 'Sara Exempel', roles: ['supervisor', 'therapist'] })
    expect((await core.ask('user.me', {})).user).toEqual(user)

    core.binder.lock()
    core.world.pass(60 * 60)
    expect(await core.refusalCode('user.unlock', { passphrase: words })).toBe('wrong-passphrase')
    expect(await unlock(core, SARA)).toEqual({ next: 'in', user })
    expect(await unlock(core, BERIT)).toMatchObject({ user: { name: 'Berit Exempel' } })
    expect(await listed(core, userId)).toMatchObject({ access: 'own', removable: false })
  })

  test('cannot take a passphrase that is a colleague’s, and learns no more than a wrong attempt tells', async () => {
    const { core } = await newBinder()
    const { userId, words } = await core.ask('user.add', { name: 'Sara Exempel', roles: ['therapist'] })
    await unlock(core, words)
    expect(await core.refusalCode('user.choosePassphrase', { userId, passphrase: BERIT })).toBe('passphrase-unusable')
    expect(JSON.parse(readFileSync(join(core.folder, 'door.json'), 'utf8'))).toMatchObject({ wrong: 1 })
  })

  test('buys no new guesses at a colleague’s by showing their own in between', async () => {
    const { core } = await withSara()
    await unlock(core, SARA)
    const guess = (next: string) => core.refusalCode('user.changePassphrase', { current: SARA, next })
    expect([await guess(BERIT), await guess(BERIT), await guess(BERIT), await guess(BERIT)]).toEqual([
      'passphrase-unusable',
      'passphrase-unusable',
      'passphrase-unusable',
      'wait',
    ])
  })

  test('who never came in may be taken away, and leaves nothing in the keyring', async () => {
    const { core } = await newBinder()
    const { userId } = await core.ask('user.add', { name: 'Fel Person', roles: ['therapist'] })
    await core.ask('user.remove', { userId })
    expect(await listed(core, userId)).toBeUndefined()
    expect(kindsOf(core, userId)).toEqual([])
  })
})

describe('permissions', () => {
  test('are kept through time: who had which, given by whom, from when to when', async () => {
    const { core, userId } = await withSara()
    await core.ask('user.setRoles', { userId, roles: ['therapist', 'coordinator'] })
    await core.ask('user.setRoles', { userId, roles: ['coordinator'] })
    await core.ask('user.disable', { userId })
    const { permissions = [], roles } = (await listed(core, userId)) ?? {}
    expect(roles).toEqual([])
    const at = expect.stringMatching(/^2026-(11-21|12-01)T08:/)
    const whole = { grantedAt: at, grantedBy: 'Berit Exempel', endedAt: at, endedBy: 'Berit Exempel' }
    expect(permissions).toEqual([
      { role: 'coordinator', ...whole },
      { role: 'therapist', ...whole },
    ])
    const [coordinator, therapist] = permissions
    expect([therapist?.grantedAt, coordinator?.grantedAt, therapist?.endedAt, coordinator?.endedAt]).toEqual(
      [therapist?.grantedAt, coordinator?.grantedAt, therapist?.endedAt, coordinator?.endedAt].toSorted(),
    )
  })

  test('change at once for the one who is in', async () => {
    const { core, berit } = await newBinder()
    await core.ask('user.setRoles', { userId: berit, roles: ['administrator'] })
    expect(await core.refusalCode('client.list', { words: '' })).toBe('not-permitted')
    const { user, may } = await core.ask('user.me', {})
    expect(user.roles).toEqual(['administrator'])
    expect(may).toContain('user.add')
    expect(may).not.toContain('client.list')
  })

  test('always leave someone who can let others in', async () => {
    const { core, berit, userId } = await withSara()
    const roles: Role[] = ['therapist']
    expect(await core.refusalCode('user.setRoles', { userId: berit, roles })).toBe('last-administrator')
    expect(await core.refusalCode('user.disable', { userId: berit })).toBe('not-yourself')
    expect(await core.refusalCode('user.remove', { userId: berit })).toBe('not-yourself')
    expect(await core.refusalCode('user.renewAccess', { userId: berit, roles })).toBe('not-yourself')

    await core.ask('user.setRoles', { userId, roles: ['administrator'] })
    await core.ask('user.setRoles', { userId: berit, roles })
    expect((await listedBy(core, SARA)).map(({ name, roles: held }) => [name, held])).toEqual([
      ['Berit Exempel', ['therapist']],
      ['Sara Exempel', ['administrator']],
    ])
  })

  async function listedBy(core: TestCore, passphrase: string) {
    await unlock(core, passphrase)
    return core.ask('user.list', {})
  }

  test('to let someone in again are given anew, with new words', async () => {
    const { core, userId } = await withSara()
    await core.ask('user.disable', { userId })
    const { words } = await core.ask('user.renewAccess', { userId, roles: ['supervisor'] })
    core.binder.lock()
    core.world.pass(60 * 60)
    expect(await core.refusalCode('user.unlock', { passphrase: SARA })).toBe('wrong-passphrase')
    expect(await unlock(core, words)).toMatchObject({ next: 'ownPassphrase', why: 'temporary' })
    await core.ask('user.choosePassphrase', { userId, passphrase: 'en helt ny lösenfras' })
    expect(meIn(core).roles).toEqual(['supervisor'])
  })
})

describe('a user who has left', () => {
  test('is not let in, and keeps their name in what they wrote', async () => {
    const { core, userId } = await withSara()
    await unlock(core, SARA)
    await addedClient(core)
    await unlock(core, BERIT)
    await core.ask('user.disable', { userId })
    expect(kindsOf(core, userId)).toEqual([])
    expect(await core.refusalCode('user.remove', { userId })).toBe('user-named')
    expect(await listed(core, userId)).toMatchObject({
      name: 'Sara Exempel',
      roles: [],
      access: 'none',
      removable: false,
    })
    core.binder.lock()
    expect(await core.refusalCode('user.unlock', { passphrase: SARA })).toBe('wrong-passphrase')
  })

  test('or never came, is not taken away while a client is theirs to treat or to coordinate', async () => {
    const { core, userId: sara } = await withSara()
    const { user } = await core.ask('user.me', {})
    const { userId } = await core.ask('user.add', { name: 'Lo Lejd', roles: ['therapist', 'coordinator'] })
    const clientId = await addedClient(core, { coordinatorId: userId })
    expect(await listed(core, userId)).toMatchObject({ removable: false })
    expect(await core.refusalCode('user.remove', { userId })).toBe('user-named')
    await core.ask('client.assign', { clientId, therapistId: user.id })
    expect(await core.refusalCode('user.remove', { userId })).toBe('user-named') // the giving away names them
    const { userId: unnamed } = await core.ask('user.add', { name: 'Mo Malm', roles: ['therapist'] })
    await core.ask('user.remove', { userId: unnamed })
    expect(sara).not.toBe(unnamed)
  })

  test('is not let in either by a keyring from before they left', async () => {
    const { core, userId } = await withSara()
    const before = readFileSync(join(core.folder, 'keyring.json'))
    await core.ask('user.disable', { userId })
    core.binder.lock()
    writeFileSync(join(core.folder, 'keyring.json'), before)
    expect(await core.refusalCode('user.unlock', { passphrase: SARA })).toBe('not-admitted')
    expect(core.binder.opened()).toBeUndefined()
    expect(await unlock(core, BERIT)).toMatchObject({ next: 'in' }) // and the file was let go of
  })
})

describe('a passphrase', () => {
  test('is changed by who knows the old one, and the old one opens nothing more', async () => {
    const { core } = await newBinder()
    const next = 'en ny rad med ord'
    expect(await core.refusalCode('user.changePassphrase', { current: 'fel', next })).toBe('wrong-passphrase')
    expect(await core.refusalCode('user.changePassphrase', { current: BERIT, next: BERIT })).toBe('passphrase-not-new')
    await core.ask('user.changePassphrase', { current: BERIT, next })
    core.binder.lock()
    core.world.pass(60 * 60)
    expect(await core.refusalCode('user.unlock', { passphrase: BERIT })).toBe('wrong-passphrase')
    expect(await unlock(core, next)).toMatchObject({ next: 'in' })
    expect(kindsOf(core, meIn(core).id)).toEqual(['passphrase'])
  })

  test('wrapped at a lower cost than today’s is wrapped anew when it next opens', async () => {
    const { core, berit, sheet } = await newBinder()
    core.binder.lock()
    const ring = ringIn(core)
    const { key } = (await unwrapKey(ring, BERIT)) ?? {}
    if (key === undefined) throw new Error('no key')
    const { derivationCost } = core.world
    const cheap = { ...core.world, derivationCost: { ...derivationCost, passes: derivationCost.passes - 1 } }
    const owner = { kind: 'passphrase', userId: meOf(ring) } as const
    const weak = await wrapKey(key, BERIT, ring, owner, cheap)
    const others = ring.slots.filter(each => each.kind !== 'passphrase')
    writeFileSync(join(core.folder, 'keyring.json'), JSON.stringify({ ...ring, slots: [...others, weak] }))

    await unlock(core, BERIT)
    const [renewed] = ringIn(core).slots.filter(each => each.kind === 'passphrase')
    expect(renewed).toMatchObject({ userId: berit, kdf: { name: 'argon2id', ...derivationCost } })
    expect(await unlock(core, BERIT)).toMatchObject({ next: 'in' })
    expect(await unlock(core, sheet)).toMatchObject({ next: 'ownPassphrase' })
  })

  const meOf = (ring: Keyring) => {
    const own = ring.slots.find(each => each.kind === 'passphrase')
    if (own === undefined) throw new Error('no user')
    return own.userId
  }
})

describe('the recovery sheet', () => {
  test('must be tried before the binder is in use; tried too late, there is a new one', async () => {
    const core = coreInFolder()
    cores.push(core)
    const made = await core.call('binder.create', FOUNDER)
    const first = made.ok ? (made.value as { words: string[]; asked: number[] }) : { words: [], asked: [] }
    expect(await core.refusalCode('client.list', { words: '' })).toBe('locked')
    const wrong = { words: first.asked.map(place => first.words[(place + 1) % 15] ?? '') }
    expect(await core.refusalCode('recoverySheet.test', wrong)).toBe('sheet-words-wrong')
    core.binder.lock('end') // the computer is turned off in the middle

    const again = await core.ask('user.unlock', { passphrase: BERIT })
    if (again.next !== 'sheet') throw new Error(`there is no new sheet but ${again.next}`)
    const { words, asked } = again.sheet
    expect(words).not.toEqual(first.words)
    expect(await core.refusalCode('client.list', { words: '' })).toBe('locked')
    await core.ask('recoverySheet.test', { words: asked.map(place => ` ${words[place]?.toUpperCase()}`) })
    expect(meIn(core).name).toBe('Berit Exempel')
    expect(await core.ask('recoverySheet.latest', {})).toMatchObject({ madeBy: 'Berit Exempel' })
    expect(await unlock(core, words.join(' '))).toMatchObject({ next: 'ownPassphrase', why: 'recovery' })
    core.world.pass(60 * 60)
    expect(await core.refusalCode('user.unlock', { passphrase: first.words.join(' ') })).toBe('wrong-passphrase')
  })

  test('asks for two words in places that chance chooses', async () => {
    const places = new Set<string>()
    for (const seed of ['one', 'two', 'three', 'four']) {
      const core = coreInFolder({ seed })
      cores.push(core)
      const { asked } = await core.ask('binder.create', FOUNDER)
      expect(new Set(asked).size).toBe(2)
      places.add(asked.join())
    }
    expect(places.size).toBeGreaterThan(1)
  })

  test('gives an administrator a new passphrase, and nobody else', async () => {
    const { core, sheet, berit, userId: sara } = await withSara()
    expect(await unlock(core, sheet)).toEqual({
      next: 'ownPassphrase',
      why: 'recovery',
      users: [{ id: berit, name: 'Berit Exempel' }],
    })
    const passphrase = 'nu minns jag den'
    expect(await core.refusalCode('user.choosePassphrase', { userId: sara, passphrase })).toBe('nothing-begun')
    expect(await core.refusalCode('user.choosePassphrase', { userId: berit, passphrase: sheet })).toBe(
      'passphrase-not-new',
    )
    await core.ask('user.choosePassphrase', { userId: berit, passphrase })
    expect(meIn(core).name).toBe('Berit Exempel')
    core.binder.lock()
    expect(await core.refusalCode('user.unlock', { passphrase: BERIT })).toBe('wrong-passphrase')
    expect(await unlock(core, passphrase)).toMatchObject({ next: 'in' })
    expect(await unlock(core, sheet)).toMatchObject({ next: 'ownPassphrase' })
  })

  test('is renewed by an administrator, and the old one opens until the new one has been tried', async () => {
    const { core, sheet } = await newBinder()
    const { words, asked } = await core.ask('recoverySheet.renew', {})
    expect(await unlock(core, sheet)).toMatchObject({ why: 'recovery' })
    await unlock(core, BERIT)
    expect(await core.refusalCode('recoverySheet.test', { words: ['album', 'bild'] })).toBe('nothing-begun') // locked since

    const fresh = await core.ask('recoverySheet.renew', {})
    await core.ask('recoverySheet.test', { words: fresh.asked.map(place => fresh.words[place] ?? '') })
    core.binder.lock()
    for (const old of [sheet, words.join(' ')]) {
      core.world.pass(60 * 60)
      expect(await core.refusalCode('user.unlock', { passphrase: old })).toBe('wrong-passphrase')
    }
    expect(await unlock(core, fresh.words.join(' '))).toMatchObject({ why: 'recovery' })
    expect(asked).toHaveLength(2)
  })
})

describe('the computer’s own keychain', () => {
  test('opens for the user who chose it, and not after they have left it or locked by hand', async () => {
    const keychain = keychainOf('berit@computer')
    const { core } = await newBinder({ keychain })
    expect(await core.ask('user.keychain', {})).toEqual({ use: 'off' })
    expect(await core.refusalCode('user.keepInKeychain', { passphrase: 'fel' })).toBe('wrong-passphrase')
    await core.ask('user.keepInKeychain', { passphrase: BERIT })
    expect(await core.ask('user.keychain', {})).toEqual({ use: 'on' })

    core.binder.lock('computer')
    expect(await core.ask('binder.state', {})).toMatchObject({ state: 'locked', keychain: true })
    expect(await core.ask('user.unlockByKeychain', {})).toMatchObject({ next: 'in', user: { name: 'Berit Exempel' } })

    core.binder.lock('hand')
    expect(await core.ask('binder.state', {})).toMatchObject({ keychain: false })
    expect(await core.refusalCode('user.unlockByKeychain', {})).toBe('keychain-refused')
    core.binder.lock('computer') // the computer locked its screen too, and asked who is there
    expect(await core.ask('user.unlockByKeychain', {})).toMatchObject({ next: 'in' })

    await core.ask('user.leaveKeychain', {})
    core.binder.lock('computer')
    expect(await core.refusalCode('user.unlockByKeychain', {})).toBe('keychain-refused')
  })

  test('of another computer gives nothing', async () => {
    const { core } = await newBinder({ keychain: keychainOf('berit@computer') })
    await core.ask('user.keepInKeychain', { passphrase: BERIT })
    core.binder.lock('computer')
    const elsewhere = coreInFolder({ folder: core.folder, keychain: keychainOf('someone@elsewhere') })
    expect(await elsewhere.refusalCode('user.unlockByKeychain', {})).toBe('keychain-refused')
  })

  test('that does not protect is never used, and neither is one that is not there', async () => {
    const keychain = keychainOf('berit@computer')
    const { core } = await newBinder({ keychain })
    keychain.isProtecting = false
    expect(await core.ask('user.keychain', {})).toEqual({ use: 'weak' })
    expect(await core.refusalCode('user.keepInKeychain', { passphrase: BERIT })).toBe('keychain-weak')
    expect(ringIn(core).slots.map(each => each.kind)).not.toContain('keychain')

    const { core: without } = await newBinder()
    expect(await without.ask('user.keychain', {})).toEqual({ use: 'absent' })
    expect(await without.refusalCode('user.keepInKeychain', { passphrase: BERIT })).toBe('keychain-absent')
  })

  test('opens for one user of an account, since it cannot tell two apart', async () => {
    const { core } = await withSara({ keychain: keychainOf('shared@computer') })
    await core.ask('user.keepInKeychain', { passphrase: BERIT })
    await unlock(core, SARA)
    expect(await core.ask('user.keychain', {})).toEqual({ use: 'othersHere' })
    expect(await core.refusalCode('user.keepInKeychain', { passphrase: SARA })).toBe('keychain-others')
  })

  test('is forgotten with a user who is given new words', async () => {
    const { core, userId } = await withSara({ keychain: keychainOf('sara@computer') })
    await unlock(core, SARA)
    await core.ask('user.keepInKeychain', { passphrase: SARA })
    await unlock(core, BERIT)
    await core.ask('user.renewAccess', { userId, roles: ['therapist'] })
    expect(kindsOf(core, userId)).toEqual(['temporary'])
  })
})

test('whoever comes in, and every change of who may, leaves a row in the access log', async () => {
  const { core, userId } = await withSara()
  const changes = {
    'user.rename': { userId, name: 'Sara Exempelsson' },
    'user.setRoles': { userId, roles: ['coordinator'] },
    'user.renewAccess': { userId, roles: ['coordinator'] },
    'user.disable': { userId },
    'user.changePassphrase': { current: BERIT, next: 'en annan rad med ord' },
    'binder.setIdleMinutes': { minutes: 3 },
    'unit.setInterimNumbers': { taken: true },
  }
  for (const [method, input] of Object.entries(changes))
    expect([method, await core.call(method, input)]).toMatchObject([method, { ok: true }])
  const rows = databaseOf(core).$client.prepare('SELECT method FROM access_log ORDER BY sequence').pluck().all()
  const before = ['recoverySheet.test', 'user.add', 'user.lock', 'user.choosePassphrase', 'user.lock', 'user.unlock']
  expect(rows).toEqual([...before, ...Object.keys(changes)])
})

test('wrong passphrases are told in the access log when someone has come in, with their times and no name', async () => {
  const { core } = await newBinder()
  core.binder.lock()
  for (const passphrase of ['fel fras en gång', 'fel fras två gånger'])
    expect(await core.refusalCode('user.unlock', { passphrase })).toBe('wrong-passphrase')
  await core.ask('user.unlock', { passphrase: BERIT })
  const told = () =>
    databaseOf(core)
      .$client.prepare("SELECT at, user_id FROM access_log WHERE kind = 'failedUnlock' ORDER BY sequence")
      .all() as { at: string; user_id: string | null }[]
  const [first, second, ...others] = told()
  expect([first?.user_id, second?.user_id, others]).toEqual([null, null, []])
  expect((first?.at ?? '') < (second?.at ?? '')).toBe(true)
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: BERIT })
  expect(told()).toHaveLength(2)
})
