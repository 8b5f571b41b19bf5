import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { inSweden } from '../../main/calendar/swedishTime.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { keyOf, pastTheApp } from '../support/pastTheApp.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

/** The log bears the real time, whatever day the app is told that it is. */
const today = () => inSweden(new Date().toISOString()).day

const go = (page: Page, path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)

async function unlock(page: Page) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
}

test('the log is reviewed from beginning to signature, and words half typed survive a lock', async ({ openApp }) => {
  const { page, address } = await openApp({ today: today() })
  const ask = askOn(address)
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient({ number: '', caseNumber: 'Ä 7-26' }))
  await ask('client.get', { clientId })
  await page.reload()
  await go(page, '/settings')
  await page.getByRole('link', { name: /^Logguppföljning/ }).click()
  await page.getByRole('button', { name: 'Kontrollera hela loggen' }).click()
  await expect(page.getByText(/^Alla \d+ poster hänger ihop/)).toBeVisible()

  await page.getByRole('button', { name: 'Börja uppföljningen' }).click()
  await page.getByRole('button', { name: 'Börja', exact: true }).click()
  const totals = page.getByRole('region', { name: 'Poster efter användare och slag' })
  await totals.getByRole('button', { name: /^Berit Exempel · Nytt: / }).click()
  await expect(page.getByRole('dialog').getByRole('row', { name: /Ä 7-26.*Nytt: klientuppgifter/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Anna Exempel')).toHaveCount(0)

  await page.getByRole('button', { name: 'Skriv under' }).click()
  await expect(page.getByRole('alert')).toContainText('saknar beslut')
  const items = page.getByRole('group', { name: /^Beslut om/ })
  await items.first().getByRole('button', { name: 'Fråga användaren' }).click()
  await page.getByLabel('Vad ska frågas?').fill('Vad var ärendet den här')
  await page.waitForTimeout(900)
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Lås upp' }).waitFor()
  await unlock(page)
  await expect(page.getByLabel('Vad ska frågas?')).toHaveValue('Vad var ärendet den här')
  await page.getByLabel('Vad ska frågas?').fill('Vad var ärendet den här dagen?')
  await page.getByRole('button', { name: 'Spara: fråga användaren' }).click()
  await expect(page.getByText('Vad var ärendet den här dagen?')).toBeVisible()
  while ((await items.count()) > 0) {
    const before = await items.count()
    await items.first().getByRole('button', { name: 'Utan anmärkning' }).click()
    await expect(items).toHaveCount(before - 1)
  }
  await page.getByLabel('Sammanfattning').fill('En fråga, annars inget.')
  await page.getByRole('button', { name: 'Skriv under' }).click()
  await expect(page.getByRole('region', { name: 'Underskriven' })).toContainText('En fråga, annars inget.')
  await page.getByLabel('Tillägg').fill('Det var ett planerat samtal.')
  await page.getByRole('button', { name: 'Lägg till' }).click()
  await expect(page.getByText('Det var ett planerat samtal.')).toBeVisible()
  await go(page, '/settings/log-review')
  await expect(page.getByRole('link', { name: /Underskriven av Berit Exempel, .* en anmärkning/ })).toBeVisible()
})

test('a printed page leaves its entry, and a client’s log comes out as a file', async ({ openApp }) => {
  const { page, address, saved } = await openApp({ today: today() })
  const ask = askOn(address)
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient({ number: '', caseNumber: 'Ä 7-26' }))
  await page.reload()
  await go(page, `/client/${clientId}`)
  await page.getByRole('heading', { level: 1, name: 'Anna Exempel' }).waitFor()
  await page.pdf()
  await go(page, '/settings/log-extract')
  await page.getByLabel('Klient', { exact: true }).fill('Ä 7-26')
  await page.getByRole('button', { name: 'Välj' }).click()
  await expect(page.getByRole('row', { name: /Utskrivet: klientens sida/ })).toHaveCount(1)
  const file = await saved(() => page.getByRole('button', { name: 'Spara för Excel' }).click())
  expect(file.name).toMatch(/^atkomstlogg-[\d-]+\.csv$/)
  const text = await readFile(file.path, 'utf8')
  expect(text).toMatch(/Berit Exempel;[0-9a-f-]{36};Ä 7-26;Utskrivet: klientens sida;accessLog.printed;client;/)
  expect(text).not.toContain('Anna')
})

test('a log that does not add up is said on every screen until someone answers for it', async ({ openApp }) => {
  const first = await openApp({ today: today() })
  await askHost(first.address, 'binder.create', NEW_BINDER)
  await askOn(first.address)('client.add', newClient({ number: '', caseNumber: 'Ä 7-26' }))
  await askHost(first.address, 'user.lock', {})
  const { folder } = first
  pastTheApp(folder, await keyOf(folder, PASSPHRASE), ({ $client }) =>
    $client.exec("UPDATE access_log SET client_id = NULL WHERE method = 'client.add'"),
  )
  const { page } = first
  await page.reload()
  await unlock(page)
  const notice = page.getByRole('alert').filter({ hasText: 'Åtkomstloggen stämmer inte.' })
  await expect(notice).toContainText('har ändrats efter att den skrevs')
  await go(page, '/manual')
  await expect(notice).toBeVisible()
  await notice.getByRole('link').click()
  await page.getByLabel('Vad har hänt, och vad är gjort?').fill('Anmält till dataskyddsombudet, mappen är sparad.')
  await page.getByRole('button', { name: 'Svara för felet' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByText('Anmält till dataskyddsombudet, mappen är sparad.')).toBeVisible()
})
