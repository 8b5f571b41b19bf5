import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

const go = (page: Page, path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)

test('an administrator ends one reason and adds another; who records an offer chooses among those of its day', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  await page.goto(address)
  await go(page, '/settings/lists')
  await page.getByRole('heading', { level: 1, name: 'Listor' }).waitFor()
  const dialog = page.getByRole('dialog')

  await page.getByRole('button', { name: 'Mer om Orkar inte i dag' }).click()
  await page.getByRole('menuitem', { name: 'Avsluta' }).click()
  await dialog.getByRole('button', { name: 'Avsluta' }).click()
  await expect(page.getByText(/^Gäller till och med /)).toBeVisible()
  await page.getByRole('button', { name: 'Lägg till en rad' }).click()
  await dialog.getByLabel('Ord').fill('Bussen gick inte')
  await dialog.getByRole('button', { name: 'Lägg till' }).click()
  await expect(page.getByText('Bussen gick inte')).toBeVisible()
  await page.getByLabel('Som den gäller den').fill('2027-01-01')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('region', { name: 'Går inte att välja 1 januari 2027' })).toContainText(
    'Orkar inte i dag',
  )

  await page.getByRole('combobox', { name: 'Lista' }).click()
  await page.getByRole('option', { name: 'Sekretess när ingen har bestämt' }).click()
  await page.getByRole('button', { name: 'Ändra sekretessen för Mål' }).click()
  await dialog.getByText('Hälso- och sjukvård').click()
  await dialog.getByRole('button', { name: 'Ändra' }).click()
  await expect(page.getByRole('row', { name: /^Mål Hälso- och sjukvård/ })).toBeVisible()

  await go(page, `/client/${clientId}/do/offer`)
  await dialog.getByRole('combobox', { name: 'Klientens svar' }).click()
  await page.getByRole('option', { name: 'Nej', exact: true }).click()
  await dialog.getByRole('combobox', { name: 'Klientens skäl' }).click()
  await expect(page.getByRole('option', { name: 'Orkar inte i dag' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Bussen gick inte' })).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByLabel('Dag', { exact: true }).fill('2026-11-01')
  await page.keyboard.press('Tab')
  await dialog.getByRole('combobox', { name: 'Klientens skäl' }).click()
  await expect(page.getByRole('option', { name: 'Bussen gick inte' })).toHaveCount(0)
})
