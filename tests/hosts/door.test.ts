import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Entry, firstEntry, originAndKey } from '../support/host.ts'
import { type HostInside, openHostInside } from '../support/hostInside.ts'

/** A browser's or a thief's question to the core: from the page of `at`, or as if from there. */
async function statusOf(at: string, headers: Record<string, string>): Promise<number> {
  const { origin } = originAndKey(at)
  const asked = { method: 'POST', body: '{}', headers: { origin, ...headers } }
  return (await fetch(`${origin}/core/binder.state`, asked)).status
}

describe('the printed address of the loopback host', () => {
  const renderer = mkdtempSync(join(tmpdir(), 'arton-door-'))
  let host: HostInside
  let other: HostInside
  let entry: Entry
  let otherEntry: Entry
  const both = ({ cookie, pageKey }: Entry) => ({ cookie, authorization: `Bearer ${pageKey}` })
  const again = (headers: Record<string, string> = {}) => fetch(host.address, { redirect: 'manual', headers })

  beforeAll(async () => {
    writeFileSync(join(renderer, 'index.html'), '<meta name="page-key" content="%PAGE_KEY%" />')
    host = await openHostInside({ renderer })
    other = await openHostInside({ renderer })
  })
  afterAll(async () => {
    await host.remove()
    await other.remove()
    rmSync(renderer, { recursive: true })
  })

  test('gives the first browser a cookie and a page key, which differ, and only together they open the core', async () => {
    const { key } = originAndKey(host.address)
    expect(await statusOf(host.address, { authorization: `Bearer ${key}` })).toBe(200)
    const answers = await Promise.all([again(), again(), again()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410])
    const first = answers.find(({ status }) => status === 200)
    expect(first?.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^arton-\d+=[0-9a-f]{64}; HttpOnly; SameSite=Strict; Path=\/$/),
    ])
    expect(first?.headers.get('cache-control')).toBe('no-store')
    const cookie = first?.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const pageKey = /content="([0-9a-f]{64})"/.exec((await first?.text()) ?? '')?.[1] ?? ''
    entry = { cookie, pageKey }
    expect(new Set([key, cookie.split('=')[1], pageKey]).size).toBe(3)
    expect(await statusOf(host.address, both(entry))).toBe(200)
  })

  test('works once: another browser is told so, no one gets a second cookie, and the key itself is spent', async () => {
    const used = await again()
    expect({ status: used.status, given: used.headers.getSetCookie() }).toEqual({ status: 410, given: [] })
    expect(await used.text()).toContain('Adressen har redan använts')
    const { key } = originAndKey(host.address)
    expect(await statusOf(host.address, { authorization: `Bearer ${key}` })).toBe(401)
    expect((await again({ authorization: `Bearer ${key}` })).status).toBe(410)
    expect((await again({ cookie: `${entry.cookie}0` })).status).toBe(410)
  })

  test('leads the browser that has used it to the page, and tells the page key no more', async () => {
    const { cookie } = entry
    const used = await again({ cookie })
    expect({ status: used.status, location: used.headers.get('location') }).toEqual({ status: 303, location: '/' })
    const { origin } = originAndKey(host.address)
    for (const path of ['/', '/index.html'])
      expect(await (await fetch(`${origin}${path}`, { headers: { cookie } })).text()).not.toContain(entry.pageKey)
  })

  test.each<[string, () => Record<string, string>]>([
    ['the cookie alone', () => ({ cookie: entry.cookie })],
    ['the cookie in the page key’s place', () => ({ cookie: entry.cookie, authorization: `Bearer ${entry.cookie}` })],
    ['the cookie and its value', () => both({ ...entry, pageKey: entry.cookie.split('=')[1] ?? '' })],
    ['the cookie and an empty page key', () => both({ ...entry, pageKey: '' })],
    ['the cookie and the spent key', () => both({ ...entry, pageKey: originAndKey(host.address).key })],
    ['the page key alone', () => ({ authorization: `Bearer ${entry.pageKey}` })],
    ['the page key as a cookie', () => both({ ...entry, cookie: `${entry.cookie.split('=')[0]}=${entry.pageKey}` })],
  ])('opens nothing for a thief who has %s and says he is the page', async (_what, headers) => {
    expect(await statusOf(host.address, headers())).toBe(401)
  })

  test('opens nothing for another page of the same browser, which has the cookie, whatever it says besides', async () => {
    for (const origin of [originAndKey(other.address).origin, 'http://localhost', 'null']) {
      expect(await statusOf(host.address, { cookie: entry.cookie, origin })).toBe(401)
      expect(await statusOf(host.address, { ...both(entry), origin })).toBe(403)
    }
  })

  test('of one host opens no other, and both go on in one browser', async () => {
    otherEntry = await firstEntry(other.address)
    expect(otherEntry.cookie.split('=')[0]).not.toBe(entry.cookie.split('=')[0])
    const cookie = `${entry.cookie}; ${otherEntry.cookie}` // as one browser shows them, to either port
    expect(await statusOf(host.address, both({ ...entry, cookie }))).toBe(200)
    expect(await statusOf(other.address, both({ ...otherEntry, cookie }))).toBe(200)
    expect(await statusOf(other.address, both(entry))).toBe(401)
    expect(await statusOf(other.address, both({ ...entry, cookie }))).toBe(401)
    const renamed = `${otherEntry.cookie.split('=')[0]}=${entry.cookie.split('=')[1]}`
    expect(await statusOf(other.address, both({ ...entry, cookie: renamed }))).toBe(401)
  })
})
