import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, originAndKey } from '../support/host.ts'
import { NEW_BINDER, PASSPHRASE, readyToSeal } from '../support/readyToSeal.ts'

test('the page is shown without its key in the address, under the policy, and breaks none of it', async ({
  openApp,
}) => {
  const { page, address } = await openApp()
  await expect(page.getByRole('heading').first()).toBeVisible()
  expect(page.url()).not.toContain(originAndKey(address).key)
  const policy = (await page.reload())?.headers()['content-security-policy'] ?? ''
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining(["default-src 'none'", "script-src 'self'", "require-trusted-types-for 'script'"]),
  )
  await expect(page.getByRole('heading').first()).toBeVisible()
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
    const response = await fetch('/core/handover.seal', { method: 'POST', body: JSON.stringify(question) })
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
