import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, originAndKey } from '../support/host.ts'
import { openHostInside } from '../support/hostInside.ts'
import { NEW_BINDER, PASSPHRASE, readyToSeal } from '../support/readyToSeal.ts'

test('the page is shown without its key in the address, under the policy, and breaks none of it', async ({
  browser,
}) => {
  const host = await openHostInside()
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const { origin } = originAndKey(host.address)
  await page.goto(`${host.address}#/manual`)
  const asked = { name: 'Skapa pärmen' } // only when the core has answered
  const shown = page.getByRole('button', asked)
  await expect(shown).toBeVisible()
  expect(page.url()).toBe(`${origin}/#/manual`)
  const policy = (await page.reload())?.headers()['content-security-policy'] ?? ''
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"]),
  )
  await expect(shown).toBeVisible()

  const window = await context.newPage() // a further window of the same browser, by either address
  for (const address of [`${origin}/`, host.address]) {
    await window.goto(address)
    await expect(window.getByRole('button', asked)).toBeVisible()
    expect(window.url()).toBe(`${origin}/`)
  }
  expect(complaints).toEqual([])
  await context.close()
  await host.remove()
})

test('the address works once: another browser is told so', async ({ openApp, browser }) => {
  const { address } = await openApp()
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  expect((await page.goto(address))?.status()).toBe(410)
  await expect(page.getByText('Adressen har redan använts')).toBeVisible()
  await stranger.close()
})

test('a page of another port gets the cookie from the browser, and can do nothing with it', async ({ openApp }) => {
  const { page, address } = await openApp()
  const { origin } = originAndKey(address)
  const cookies: string[] = []
  const neighbour = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '')
    response.end('<!doctype html><title>Granne</title>')
  })
  neighbour.listen(0, '127.0.0.1')
  await once(neighbour, 'listening')
  const visit = await page.context().newPage()
  await visit.goto(`http://127.0.0.1:${(neighbour.address() as AddressInfo).port}/`)
  expect(cookies[0]).toMatch(/arton-\d+=[0-9a-f]{64}/)
  expect(await visit.evaluate(() => JSON.stringify({ ...localStorage }))).toBe('{}')
  const fromThePage = visit.evaluate(at => fetch(`${at}/core/binder.state`, { method: 'POST', body: '{}' }), origin)
  await expect(fromThePage).rejects.toThrow('Failed to fetch')
  const stolen = { origin, cookie: cookies[0] ?? '' }
  expect((await fetch(`${origin}/core/binder.state`, { method: 'POST', body: '{}', headers: stolen })).status).toBe(401)
  neighbour.close()
  neighbour.closeAllConnections()
})

test('text cannot become script or markup, and no other address is asked', async ({ openApp }) => {
  const { page, forgive } = await openApp()
  const tried = await page.evaluate(async () => {
    const attempt = async (what: () => unknown) => {
      try {
        return String(await what())
      } catch (error) {
        return error instanceof Error ? error.constructor.name : 'refused'
      }
    }
    await new Promise(resolve => setTimeout(resolve)) // what a test runs at once may evaluate text; a page's own code may not
    return {
      eval: await attempt(() => Reflect.construct(Function, ['return 1'])),
      markup: await attempt(() => {
        document.createElement('div').innerHTML = '<img src=x>'
      }),
      elsewhere: await attempt(() => fetch('https://example.com/')),
      cookie: document.cookie,
    }
  })
  expect(tried).toEqual({ eval: 'EvalError', markup: 'TypeError', elsewhere: 'TypeError', cookie: '' })
  forgive(/Content Security Policy|Trusted Type|TrustedScript/)
})

test('a browser without the key sees nothing', async ({ openApp, browser }) => {
  const { address } = await openApp()
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  expect((await page.goto(originAndKey(address).origin))?.status()).toBe(401)
  await expect(page.getByText('Öppna Arton med hela adressen')).toBeVisible()
  await stranger.close()
})

test('the sealed file comes down once, through the page that asked for it', async ({ openApp }) => {
  const { page, address, forgive } = await openApp()
  const input = await readyToSeal((method, question) => askHost(address, method, question))
  await page.reload()
  const coming = page.waitForEvent('download')
  const reply = await page.evaluate(async question => {
    const headers = { authorization: `Bearer ${localStorage.getItem('page-key')}` }
    const response = await fetch('/core/handover.seal', { method: 'POST', headers, body: JSON.stringify(question) })
    const answer = await response.json()
    const link = Object.assign(document.createElement('a'), { href: answer.download, download: '' })
    link.click()
    return answer
  }, input)
  const download = await coming
  expect(download.suggestedFilename()).toBe(reply.value.fileName)
  const bytes = readFileSync(await download.path())
  expect(JSON.parse(bytes.toString('utf8', 0, bytes.indexOf('\n')))).toMatchObject({ packageId: reply.value.packageId })
  expect(await page.evaluate(async path => (await fetch(path)).status, reply.download)).toBe(404)
  forgive(/404/)
})

test('two binders stand side by side, and one outlives its window', async ({ openApp }) => {
  const home = await openApp()
  const municipality = await openApp()
  await askHost(home.address, 'binder.create', NEW_BINDER)
  await askHost(municipality.address, 'binder.create', { ...NEW_BINDER, unitName: 'Örebro kommun' })
  expect((await askHost(municipality.address, 'user.me', {})).unit.name).toBe('Örebro kommun')

  await home.close()
  const again = await openApp({ folder: home.folder })
  expect((await askHost(again.address, 'binder.state', {})).state).toBe('locked')
  await askHost(again.address, 'user.unlock', { passphrase: PASSPHRASE })
  expect((await askHost(again.address, 'user.me', {})).unit.name).toBe('Runnagården')
})
