import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { isWeak, keyring, type TypedSlot, unwrapKey, wrapKey } from '../../main/binder/keyring.ts'
import { realWorld } from '../../main/context/world.ts'
import { openCore } from '../../main/core/openCore.ts'
import { coreInFolder, keepingPlatform, ROOT, TRUE_COST } from '../support/core.ts'
import { askHost, startHost } from '../support/host.ts'
import { asking } from '../support/invented.ts'

const PASSPHRASE = 'Åsnan äter gröna äpplen'
const FOUNDER = {
  unitName: 'Runnagården',
  unitKind: 'lvmHome',
  userName: 'Berit Exempel',
  passphrase: PASSPHRASE,
} as const
const MEMORY = 64 * 1024 // KiB
const COST = { memory: MEMORY, passes: 3, lanes: 1 }

const root = mkdtempSync(join(tmpdir(), 'arton-cost-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const costsIn = (folder: string) =>
  keyring
    .parse(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')))
    .slots.flatMap(each => (each.kind === 'keychain' ? [] : [each.kdf]))
    .map(({ memory, passes, lanes }) => ({ memory, passes, lanes }))

const report = (error: unknown) => {
  throw error
}
const shipped = (folder: string) =>
  openCore({ root: ROOT, folder, world: realWorld(), platform: keepingPlatform(), report })

describe('a guess at a passphrase costs 64 MiB and three passes', () => {
  test('in the real world, whatever day is asked for', () => {
    expect(realWorld().derivationCost).toEqual(COST)
    expect(realWorld('2026-11-21').derivationCost).toEqual(COST)
  })

  test('in the core that both hosts serve', async () => {
    const folder = join(root, 'core')
    const { call, lock } = shipped(folder)
    await asking(call)('binder.create', FOUNDER)
    lock('end')
    expect(costsIn(folder)).toEqual([COST, COST])
  })

  test('in the loopback host as a program of its own', async () => {
    const folder = join(root, 'loopback')
    const host = await startHost({ folder })
    await askHost(host.address, 'binder.create', FOUNDER)
    await host.remove()
    expect(costsIn(folder)).toEqual([COST, COST])
  })

  test('and nothing the program is started with can make it cheaper', () => {
    const files = new Map(
      globSync('main/**/*.{ts,tsx}', { cwd: ROOT }).map(file => [
        file.replaceAll('\\', '/'),
        readFileSync(join(ROOT, file), 'utf8'),
      ]),
    )
    const saying = (pattern: RegExp) => [...files].filter(([, text]) => pattern.test(text)).map(([file]) => file)

    // one place says the costs, one place makes a world, and both hosts begin with it
    expect(saying(/sealingWork\s*[:=](?!\s*number)/)).toEqual(['main/context/world.ts'])
    expect(files.get('main/context/world.ts')).toMatch(/const SEALING_WORK = \d+\n/)
    expect(saying(/derivationCost\s*[:=](?!\s*DerivationCost)/)).toEqual(['main/context/world.ts'])
    expect(files.get('main/context/world.ts')).toMatch(/const DERIVATION_COST = \{[^}.(]*\} as const/)
    expect(files.get('main/context/world.ts')).not.toMatch(/process\b|import\(/)
    expect(saying(/\brealWorld\b/).toSorted()).toEqual(['main/context/world.ts', 'main/index.ts', 'main/serve.ts'])
    expect(saying(/\bmonotonic:/)).toEqual(['main/context/world.ts'])
    for (const entry of ['main/index.ts', 'main/serve.ts'])
      expect(files.get(entry)).toMatch(/ world: realWorld\((app\.isPackaged \? undefined : )?today\), /)
    expect(files.get('main/core/openCore.ts')).toMatch(/openBinderFolder\(\{ [^.}]*\bworld,/)
    expect(saying(/\bopenBinderFolder\(/).toSorted()).toEqual(['main/binder/vault.ts', 'main/core/openCore.ts'])
    for (const entry of ['main/index.ts', 'main/serve.ts']) expect(saying(/\bopenCore\(\{/), entry).toContain(entry)
  })
})

describe('a wrap that cost less', () => {
  test('is refused by the shipped program when it took less memory: a keyring of the tests is damaged there', async () => {
    const folder = join(root, 'cheap')
    const cheap = coreInFolder({ folder })
    await cheap.ask('binder.create', FOUNDER)
    cheap.binder.lock()
    expect(costsIn(folder)).not.toContainEqual(COST)
    expect(await shipped(folder).call('user.unlock', { passphrase: PASSPHRASE })).toEqual({
      ok: false,
      refusal: { code: 'keyring-damaged' },
    })
  })

  test('is made anew at the true cost when it took fewer passes', async () => {
    const folder = join(root, 'passes')
    const before = coreInFolder({ folder, derivationCost: { ...TRUE_COST, passes: 1 } })
    await before.ask('binder.create', FOUNDER)
    before.binder.lock()
    const { call, lock } = shipped(folder)
    expect(await call('user.unlock', { passphrase: PASSPHRASE })).toMatchObject({ ok: true, value: { next: 'in' } })
    expect(costsIn(folder)).toEqual(expect.arrayContaining([COST, { ...COST, passes: 1 }])) // the sheet's, until it is used
    lock('end')
  })

  test.each([
    ['the same', COST, false],
    ['more memory and as many passes', { ...COST, memory: MEMORY * 2 }, false],
    ['twice the memory and two passes', { ...COST, memory: MEMORY * 2, passes: 2 }, false],
    ['twice the memory and one pass', { ...COST, memory: MEMORY * 2, passes: 1 }, true],
    ['one pass fewer', { ...COST, passes: 2 }, true],
    ['a little less memory and many passes', { ...COST, memory: MEMORY - 1, passes: 20 }, true],
  ])('is weak by memory and by work: %s', async (_what, cost, weak) => {
    const kdf: TypedSlot['kdf'] = { name: 'argon2id', ...cost, salt: '' }
    expect(isWeak({ kind: 'recovery', kdf, nonce: '', wrapped: '' }, TRUE_COST)).toBe(weak)
  })
})

test('a wrap opens at the cost that it bears, not at today’s', async () => {
  const key = Buffer.alloc(32, 7)
  const mark = { binderId: '00000000-0000-4000-8000-000000000000', demo: false }
  const dear = { ...realWorld(), derivationCost: { ...COST, passes: 1, lanes: 2 } }
  const slot = await wrapKey(key, PASSPHRASE, mark, { kind: 'recovery' }, dear)
  expect(slot.kdf).toMatchObject({ passes: 1, lanes: 2 })
  const owner = { kind: 'passphrase', userId: '00000000-0000-4000-8000-000000000001' as never } as const
  const own = await wrapKey(key, PASSPHRASE, mark, owner, dear)
  const found = await unwrapKey({ format: 1, ...mark, slots: [own] }, PASSPHRASE)
  expect(found?.key).toEqual(key)
})
