import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyring, unwrapKey } from '../../main/binder/keyring.ts'
import type { Input, Method, Reply } from '../../main/contract/index.ts'
import { recoverySheet } from '../../main/contract/user.ts'
import { diagnosticLog } from '../../main/hosts/diagnosticLog.ts'
import { filesWith } from '../support/canary.ts'
import { coreInFolder, ROOT } from '../support/core.ts'
import { type Host, originAndKey, startHost } from '../support/host.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

const PASSPHRASE = 'Kanariefågeln sjunger i gruvan'
const CHANGED = 'Kanariefågeln sjunger på taket'
const WRONG = 'Kanariefågeln sjunger i trädet'

describe('no passphrase, no word and no key is found', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'arton-secrets-')), 'binder')
  let host: Host
  let refusals = ''
  let rawKey: Buffer = Buffer.alloc(0)
  /** As they would stand in a file, a log or an argument. */
  const secrets: string[] = [PASSPHRASE, CHANGED, WRONG, PASSPHRASE.normalize('NFD')]

  async function call<M extends Method>(method: M, input: Input<M>): Promise<Reply> {
    const { origin, key } = originAndKey(host.address)
    const headers = { authorization: `Bearer ${key}` }
    const response = await fetch(`${origin}/core/${method}`, { method: 'POST', headers, body: JSON.stringify(input) })
    const reply = (await response.json()) as Reply
    if (!reply.ok) refusals += `${JSON.stringify(reply)}\n`
    return reply
  }
  const answerOf = (reply: Reply) => (reply.ok ? reply.value : undefined)

  beforeAll(async () => {
    host = await startHost({ folder })
    const sheet = recoverySheet.parse(answerOf(await call('binder.create', { ...NEW_BINDER, passphrase: PASSPHRASE })))
    await call('recoverySheet.test', { words: ['kanariefågel', 'gruva'] })
    await call('recoverySheet.test', { words: sheet.asked.map(place => sheet.words[place] ?? '') })
    const added = answerOf(await call('user.add', { name: 'Sara Exempel', roles: ['therapist'] })) as { words: string }
    await call('user.changePassphrase', { current: WRONG, next: CHANGED })
    await call('user.changePassphrase', { current: PASSPHRASE, next: CHANGED })
    await call('user.lock', {})
    await call('user.unlock', { passphrase: WRONG })
    await call('user.unlock', { passphrase: sheet.words.join(' ') })
    await call('user.choosePassphrase', { userId: '00000000-0000-4000-8000-000000000000', passphrase: WRONG })
    const ring = keyring.parse(JSON.parse(readFileSync(join(folder, 'keyring.json'), 'utf8')))
    const { key } = (await unwrapKey(ring, CHANGED)) ?? {}
    if (key === undefined) throw new Error('the passphrase was not changed')
    const forms = [key.toString('hex'), key.toString('hex').toUpperCase(), key.toString('base64')]
    rawKey = key
    secrets.push(sheet.words.join(' '), added.words, ...forms)

    await call('user.lock', {})
    renameSync(join(folder, 'keyring.json'), join(folder, 'elsewhere.json')) // a fault of the machine's, while one types
    mkdirSync(join(folder, 'keyring.json'))
    await call('user.unlock', { passphrase: CHANGED })
    rmSync(join(folder, 'keyring.json'), { recursive: true })
    renameSync(join(folder, 'elsewhere.json'), join(folder, 'keyring.json'))
  })
  afterAll(async () => {
    await host.remove()
    rmSync(join(folder, '..'), { recursive: true, force: true })
  })

  const foundIn = (text: string | Buffer) => secrets.filter(each => text.includes(each))

  test('in what the host prints, or says of a fault', () => {
    expect(host.complained()).toMatch(/error Error EISDIR/)
    expect(foundIn(host.complained())).toEqual([])
    expect(foundIn(host.printed.join('\n'))).toEqual([])
  })

  test('in a refusal', () => {
    expect(refusals.match(/"code":"[a-z-]+"/g)).toEqual(
      ['sheet-words-wrong', 'wrong-passphrase', 'wrong-passphrase', 'nothing-begun', 'unexpected'].map(
        each => `"code":"${each}"`,
      ),
    )
    expect(foundIn(refusals)).toEqual([])
  })

  test.skipIf(process.platform !== 'linux')('among the host’s arguments or in its environment', () => {
    for (const about of ['cmdline', 'environ'])
      expect(foundIn(readFileSync(`/proc/${host.process.pid}/${about}`))).toEqual([])
  })

  test('in any file of the binder, open or locked', async () => {
    const withKey = () => readdirSync(folder).filter(name => readFileSync(join(folder, name)).includes(rawKey))
    expect([...(await filesWith(folder, secrets)), ...withKey()]).toEqual([])
    await call('user.unlock', { passphrase: CHANGED })
    expect([...(await filesWith(folder, secrets)), ...withKey()]).toEqual([])
  })
})

test('the diagnostic log tells of a wrong passphrase and of a fault, and of nothing that was typed', async () => {
  const core = coreInFolder()
  const lines: string[] = []
  const log = diagnosticLog(line => lines.push(line))
  const call = log.watching(core.call)
  await call('binder.create', { ...NEW_BINDER, passphrase: PASSPHRASE })
  core.binder.lock()
  await call('user.unlock', { passphrase: WRONG })
  await call(`user.unlock ${WRONG}`, { passphrase: WRONG })
  log.failed(new RangeError(`${WRONG} is not a passphrase`, { cause: PASSPHRASE }))
  core.remove()
  expect(lines.map(each => each.slice(each.indexOf(' ') + 1))).toEqual([
    'refused user.unlock wrong-passphrase',
    'refused - unknown-method',
    'error RangeError',
  ])
})

test('nothing in the app sends or keeps what is in memory when it crashes', async () => {
  const found: string[] = []
  for await (const file of glob('{main,db,renderer}/**/*.{ts,tsx}', { cwd: ROOT })) {
    const text = readFileSync(join(ROOT, file), 'utf8')
    if (/crashReporter|writeHeapSnapshot|process\.report|--inspect|setFlagsFromString/.test(text)) found.push(file)
  }
  expect(found).toEqual([])
})
