import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

const go = (page: Page, path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)

test('a number that the administrator adds is a key away in a session, and stands where the client is intoxicated', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await page.goto(address)
  await go(page, '/settings/emergency-numbers')
  await expect(page.getByText(/^Enheten har inte lagt in egna nummer/)).toBeVisible()
  await page.getByRole('button', { name: 'Lägg till ett nummer' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Vem som svarar').fill('Socialjouren')
  await dialog.getByLabel('Nummer', { exact: true }).fill('019')
  await expect(dialog.getByText('Det är inget svenskt telefonnummer än.')).toBeVisible()
  await dialog.getByLabel('Nummer', { exact: true }).fill('019-123456')
  await expect(dialog.getByText(/^Visas som 019-12\s34\s56$/)).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await expect(page.getByRole('listitem').filter({ hasText: 'Socialjouren' })).toContainText(/019-12\s34\s56/)

  await go(page, `/client/${clientId}/session/${slot?.id}`)
  await page.getByRole('complementary', { name: 'Stöd' }).waitFor()
  await page.keyboard.press('Alt+j')
  await expect(dialog).toContainText(/019-12\s34\s56.*112.*90101/s)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await page.getByText('Om det går annorlunda').first().click()
  await expect(page.getByText(/Klienten är påverkad.*Era nummer: Socialjouren 019-12/)).toBeVisible()
})
