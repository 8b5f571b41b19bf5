import { expect } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

test('Ctrl+K finds a client, a chapter and a command, and Enter goes there', async ({ openApp }) => {
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  await askOn(address)('client.add', newClient({ name: 'Anna Exempel' }))
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const [typed, heading] of [
    ['anna', 'Anna Exempel'],
    ['tacka nej', '9. Tacka nej'],
    ['ny klient', 'Ny klient'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Klient, kapitel eller kommando').fill(typed)
    await page
      .getByRole('button', { name: new RegExp(heading.replace('9. ', ''), 'i') })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})

test('what was typed in a session is there after a lock, a reload and another page', async ({ openApp }) => {
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await page.goto(`${new URL(address).origin}/#/client/${clientId}/session/${slot?.id}`)
  await page.reload()
  await page.getByLabel('Klientens egna ord').fill('Jag vill inte svika min syster igen.')
  await expect(page.getByText(/Sparat \d\d\.\d\d/)).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Klientens egna ord')).toHaveValue('Jag vill inte svika min syster igen.')

  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  await page.getByLabel('Anteckning').fill('Halvskriven mening om')
  await page.getByRole('button', { name: 'Pausa' }).click()
  await page.getByRole('button', { name: /^Börja träff 1/ }).click()
  await expect(page.getByLabel('Anteckning')).toHaveValue('Halvskriven mening om')
})

test('an undocumented session gets its outcome by keyboard alone, in three actions', async ({ openApp }) => {
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await ask('plan.schedule', { clientId, slotId: slot?.id ?? '', plannedOn: '2026-11-19' })
  await page.reload()
  const row = page.getByRole('group', { name: /träff 1$/ })
  await row.getByRole('button').first().focus()
  await page.keyboard.press('4')
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Erbjuden – uteblev' })).toBeChecked()
  await page.keyboard.type('orsak ej')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(row).toBeHidden()
  expect((await ask('plan.ofClient', { clientId }))[0]).toMatchObject({
    outcome: 'noShow',
    reasonWords: 'Orsak ej känd',
  })
})
