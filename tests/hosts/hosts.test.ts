import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askHost, type Host, originAndKey, startHost, TODAY } from '../support/host.ts'
import { PASSPHRASE, readyToSeal } from '../support/readyToSeal.ts'

type Asked = {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}
type Answered = { status: number; headers: IncomingHttpHeaders; body: string }

/** A request exactly as written: fetch would not let a test choose Host, Origin or an untidy path. */
async function send(address: string, { method = 'GET', path = '/', headers = {}, body }: Asked): Promise<Answered> {
  const { port } = new URL(address)
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false })
  asked.end(body)
  const [response] = await once(asked, 'response')
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString('utf8') }
}

describe('the loopback host', () => {
  let host: Host
  let origin: string
  let bearer: Record<string, string>

  beforeAll(async () => {
    host = await startHost()
    const { origin: here, key } = originAndKey(host.address)
    origin = here
    bearer = { authorization: `Bearer ${key}` }
  })
  afterAll(() => host.remove())

  const state = { method: 'POST', path: '/core/binder.state', body: '{}' }

  test('answers a script that shows the key of an address no browser has used', async () => {
    const reply = { ok: true, value: { state: 'none', today: TODAY, demo: false, waitSeconds: 0, keychain: false } }
    for (const headers of [bearer, { ...bearer, origin }]) {
      const script = await send(host.address, { ...state, headers })
      expect({ status: script.status, reply: JSON.parse(script.body) }).toEqual({ status: 200, reply })
    }
  })

  const refusals: [string, number, () => Asked][] = [
    ['a page without the key', 401, () => ({})],
    ['a question without the key', 401, () => ({ ...state, headers: { origin } })],
    ['a wrong key in the address', 401, () => ({ path: `/?key=${'0'.repeat(64)}` })],
    [
      'a key that is put elsewhere than at the door',
      401,
      () => ({ ...state, path: `/core/binder.state?key=${originAndKey(host.address).key}` }),
    ],
    ['a wrong key from a script', 401, () => ({ ...state, headers: { authorization: `Bearer ${'0'.repeat(64)}` } })],
    ['a wrong cookie', 401, () => ({ headers: { cookie: `arton-${new URL(origin).port}=${'0'.repeat(64)}` } })],
    ['the key from a sandboxed frame', 403, () => ({ ...state, headers: { ...bearer, origin: 'null' } })],
    [
      'the key from the same machine under another name',
      403,
      () => ({ ...state, headers: { ...bearer, origin: origin.replace('127.0.0.1', 'localhost') } }),
    ],
    ['the key from another site', 403, () => ({ ...state, headers: { ...bearer, origin: 'https://evil.example' } })],
    ['another name for this machine', 421, () => ({ headers: { ...bearer, host: 'evil.example' } })],
    [
      'localhost, which others can own',
      421,
      () => ({ headers: { ...bearer, host: `localhost:${new URL(origin).port}` } }),
    ],
    ['the address without its port', 421, () => ({ headers: { ...bearer, host: '127.0.0.1' } })],
    ['a question asked by GET', 404, () => ({ path: '/core/binder.state', headers: bearer })],
    ['a question asked by PUT', 404, () => ({ ...state, method: 'PUT', headers: bearer })],
    ['a POST beside the core', 404, () => ({ ...state, path: '/', headers: bearer })],
    ['a page that is not there', 404, () => ({ path: '/nothing.html', headers: bearer })],
    ['a way out of the folder', 404, () => ({ path: '/../package.json', headers: bearer })],
    ['a way out in disguise', 404, () => ({ path: '/%2e%2e/%2e%2e/package.json', headers: bearer })],
    ['a way out with a hidden slash', 404, () => ({ path: '/..%2f..%2fpackage.json', headers: bearer })],
    ['a download that was never made', 404, () => ({ path: `/download/${'0'.repeat(64)}/x.arton`, headers: bearer })],
    ['another host’s address as a path', 400, () => ({ path: 'http://evil.example/', headers: bearer })],
    ['what is no JSON', 400, () => ({ ...state, body: '{', headers: bearer })],
    ['nothing at all', 400, () => ({ ...state, body: '', headers: bearer })],
    ['what is no text', 400, () => ({ ...state, body: Uint8Array.of(0x22, 0xff, 0x22), headers: bearer })],
    [
      'a byte more than twenty million',
      400,
      () => ({ ...state, body: `"${'a'.repeat(19_999_999)}"`, headers: bearer }),
    ],
  ]
  test.each(refusals)('refuses %s with %i, and lives on', async (_what, status, asked) => {
    const answered = await send(host.address, asked())
    expect(answered.status).toBe(status)
    expect(answered.headers['set-cookie']).toBeUndefined()
    expect((await askHost(host.address, 'binder.state', {})).state).toBe('none')
  })

  test('hears a question of exactly twenty million bytes', async () => {
    const body = `"${'a'.repeat(19_999_998)}"`
    const { status, body: reply } = await send(host.address, { ...state, body, headers: bearer })
    expect({ status, reply: JSON.parse(reply) }).toMatchObject({ status: 200, reply: { ok: false } })
  })

  test.each(['', '__proto__', 'constructor', 'binder.state/../x', '%00'])(
    'knows no operation called %o',
    async name => {
      const { status, body } = await send(host.address, { ...state, path: `/core/${name}`, headers: bearer })
      expect({ status, body }).not.toMatchObject({ body: expect.stringContaining('"ok":true') })
    },
  )

  test('a caller who hangs up in the middle of a question does no harm', async () => {
    const { port } = new URL(host.address)
    const headers = { ...bearer, 'content-length': '1000' }
    const asked = request({
      host: '127.0.0.1',
      port,
      method: 'POST',
      path: '/core/binder.state',
      headers,
      agent: false,
    })
    asked.on('error', () => undefined)
    asked.write('{')
    await new Promise(resolve => setTimeout(resolve, 50))
    asked.destroy()
    expect((await askHost(host.address, 'binder.state', {})).state).toBe('none')
  })

  test('a sealed file is there to fetch once, by whoever holds the key', async () => {
    const input = await readyToSeal((method, question) => askHost(host.address, method, question))
    const sealed = await send(host.address, {
      method: 'POST',
      path: '/core/handover.seal',
      headers: bearer,
      body: JSON.stringify(input),
    })
    const { ok, value, download } = JSON.parse(sealed.body)
    expect({ ok, saved: value.saved }).toEqual({ ok: true, saved: true })
    expect(download).toMatch(/^\/download\/[0-9a-f]{64}\/overlamning-[0-9a-f]{8}\.arton$/)

    expect((await send(host.address, { path: download })).status).toBe(401)
    const first = await send(host.address, { path: download, headers: bearer })
    expect(first.status).toBe(200)
    expect(first.headers).toMatchObject({
      'content-disposition': `attachment; filename="${value.fileName}"`,
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
    })
    expect(JSON.parse(first.body.slice(0, first.body.indexOf('\n')))).toMatchObject({ packageId: value.packageId })
    expect((await send(host.address, { path: download, headers: bearer })).status).toBe(404)

    const again = await send(host.address, {
      method: 'POST',
      path: '/core/handover.seal',
      headers: bearer,
      body: JSON.stringify(input),
    })
    expect(JSON.parse(again.body)).toEqual({ ok: false, refusal: { code: 'handover-under-way' } })
  })

  test('has printed one line and no more', () => {
    expect(host.printed).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[0-9a-f]{64}$/)])
  })
})

describe('the binder of a host', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arton-hosts-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is one program’s at a time, and free again once that program is told to stop', async () => {
    const binder = join(folder, 'binder')
    const first = await startHost({ folder: binder })
    await readyToSeal((method, question) => askHost(first.address, method, question))
    const second = await startHost({ folder: binder })
    const unlock = () => askHost(second.address, 'user.unlock', { passphrase: PASSPHRASE })
    await expect(unlock()).rejects.toThrow('binder-in-use')
    await first.stop()
    expect(first.process.exitCode).toBe(0)
    expect(await unlock()).toMatchObject({ next: 'in', user: { name: 'Berit Exempel' } })
    await second.stop()
  })

  test('that cannot be read or made is refused, and the host answers on', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, 'not a folder')
    const host = await startHost({ folder: join(file, 'binder') })
    expect((await askHost(host.address, 'binder.state', {})).state).toBe('none')
    await expect(readyToSeal((method, question) => askHost(host.address, method, question))).rejects.toThrow(
      'unexpected',
    )
    expect((await askHost(host.address, 'binder.state', {})).state).toBe('none')
    expect(readFileSync(file, 'utf8')).toBe('not a folder')
    await host.stop()
  })
})
