import { expect } from '@playwright/test'
import { test } from '../support/app.ts'
import { askOn } from '../support/host.ts'
import { newClient, testNumber } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { createBinder, PASSPHRASE } from '../support/steps.ts'

test('nothing is chosen beforehand, several are decided about together, and one is removed by its reference', async ({
  openApp,
}) => {
  const before = await openApp({ shown: false, today: '2018-11-02' })
  const ask = askOn(before.address)
  await ask('binder.create', {
    ...NEW_BINDER,
    passphrase: PASSPHRASE,
    unitName: 'Örebro kommun',
    unitKind: 'municipality',
  })
  const numbers = ['1985-03-12', '1970-05-16', '1962-01-15']
  for (const [index, born] of numbers.entries())
    await ask('client.add', { ...newClient({ number: testNumber(born) }), caseNumber: `IFO ${17 + index}` })
  await ask('client.add', newClient({ number: '', caseNumber: 'IFO 20', homeMunicipality: 'unknown' }))
  await before.close()

  const { page, address } = await openApp({ folder: before.folder, shown: false })
  await askOn(address)('user.unlock', { passphrase: PASSPHRASE })
  await page.goto(address)
  await page.evaluate(() => window.location.assign('#/settings/retention'))
  const form = page.getByRole('form', { name: 'Beslut om valda' })
  const decide = form.getByRole('button', { name: 'Besluta' })
  await expect(decide).toBeDisabled()
  for (const each of await page.getByRole('checkbox').all()) await expect(each).not.toBeChecked()
  for (const each of await form.getByRole('radio').all()) await expect(each).not.toBeChecked()
  await expect(page.getByText('Du är den enda här som får besluta')).toBeVisible()

  await page.getByLabel('Välj alla 4').check()
  await form.getByRole('radio', { name: 'Gallras' }).check()
  await decide.click()
  await expect(form).toContainText('Kan inte gallras, se raden: IFO 19.')
  await page.getByLabel('Välj IFO 19').uncheck()
  await expect(form).toContainText('kontrollerat att uppgifterna inte ska bevaras för forskning: IFO 20.')
  await form.getByLabel('Skäl').fill('Tiden är ute, och folkbokföringen är kontrollerad')
  await decide.click()
  await page.getByRole('button', { name: 'Gallra IFO 17' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Skriv IFO 17').fill('IFO 17')
  await dialog.getByRole('button', { name: 'Gallra för alltid' }).click()
  await expect(page.getByRole('region', { name: 'Protokoll' })).toContainText('uppgifter')
})

test('a municipality and a unit are chosen as people type them', async ({ openApp }) => {
  const { page } = await openApp()
  await createBinder(page, { unitName: 'Runnagården', unitKind: 'LVM-hem', userName: 'Berit Exempel' })
  await page.evaluate(() => window.location.assign('#/clients/new'))
  const home = page.getByRole('combobox', { name: 'Hemkommun' })
  await home.fill('Ekby')
  await page.getByLabel('Ärendenummer').fill('IFO 17')
  await expect(page.getByText('Ingen kommun heter ”Ekby”.')).toBeVisible()
  await home.fill('ornskold')
  await expect(page.getByRole('option')).toHaveText([/^Örnsköldsvik/])
  await page.keyboard.press('Enter')
  await expect(home).toHaveValue('Örnsköldsvik')
  await home.fill('habo')
  await expect(page.getByRole('option')).toHaveText([/^Habo/, /^Håbo/])
  await page.getByRole('option', { name: 'Håbo' }).click()
  await page.getByRole('combobox', { name: 'Lagrum' }).click()
  await page.getByRole('option', { name: '4 § LVM' }).click()
  const place = page.getByRole('combobox', { name: 'Var' })
  await place.fill('  runnagården ')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Finns redan här, som Runnagården.')).toBeVisible()
  await expect(place).toHaveValue('Runnagården')
  await page.evaluate(() => window.location.assign('#/settings/units'))
  await page.getByRole('button', { name: 'Ändra Runnagården' }).click()
  await page.getByRole('dialog').getByLabel('Namn').fill('Nya Runnagården')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Hette förut Runnagården')).toBeVisible()
})
