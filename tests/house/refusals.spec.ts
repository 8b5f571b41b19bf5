import { readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { CoreError, type Refusal } from '../../main/contract/errors.ts'
import { sentenceFor } from '../../renderer/core/refusals.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { NEW_BINDER, PASSPHRASE, readyToSeal } from '../support/readyToSeal.ts'

async function unlock(page: Page, passphrase: string) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

test('a wrong passphrase is said, the field keeps the focus, and the right one still opens', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  await askHost(address, 'user.lock', {})
  await page.goto(address)
  await unlock(page, 'inte den rätta alls')
  await expect(page.getByRole('alert')).toContainText('Lösenfrasen stämmer inte.')
  await expect(page.getByLabel('Lösenfras', { exact: true })).toBeFocused()
  await unlock(page, PASSPHRASE)
  await expect(page.getByRole('navigation', { name: 'Huvudmeny' })).toBeVisible()
})

test('a database cut short is named, and not a byte of it is changed', async ({ openApp }) => {
  const { page, address, folder } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  await askHost(address, 'user.lock', {})
  const database = join(folder, 'arton.db')
  await truncate(database, Math.floor((await stat(database)).size * 0.6))
  const before = await readFile(database)
  await page.goto(address)
  await unlock(page, PASSPHRASE)
  await expect(page.getByRole('alert')).toContainText('Databasen är skadad')
  await expect(page.getByRole('alert')).toContainText('Inget har skrivits över')
  expect((await readFile(database)).equals(before)).toBe(true)
})

test('a package changed on the way is refused before anything is read in', async ({ openApp }) => {
  const sender = await openApp()
  const ask = askOn(sender.address)
  const input = await readyToSeal(ask)
  const { words } = await ask('handover.seal', input)
  expect(words).toHaveLength(7)

  const receiver = await openApp()
  await askHost(receiver.address, 'binder.create', {
    ...NEW_BINDER,
    unitName: 'Örebro eftervård',
    unitKind: 'municipality',
  })
  const { page } = receiver
  await page.reload()
  await page.goto(`${new URL(receiver.address).origin}/#/handovers/receive`)
  const bent = join(receiver.folder, '..', `bent-${Date.now()}.arton`)
  await writeFile(bent, 'inte en överlämning')
  await page.locator('input[type=file]').setInputFiles(bent)
  await page.getByLabel('Orden som avsändaren läste upp').fill(words.join(' '))
  await page.getByRole('button', { name: 'Öppna och förhandsgranska' }).click()
  await expect(page.getByRole('alert')).toContainText('Filen är inte en överlämning från Arton.')
  expect((await askOn(receiver.address)('client.list', { words: '' })).total).toBe(0)
})

test('an unknown method and malformed input are refused with a sentence, and nothing changes', async ({ openApp }) => {
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  const asked = (method: string, input: unknown) =>
    page.evaluate(
      async ([to, body]) => {
        const headers = { authorization: `Bearer ${localStorage.getItem('page-key')}` }
        const response = await fetch(`/core/${to}`, { method: 'POST', headers, body })
        return (await response.json()) as { ok: boolean; refusal: Refusal }
      },
      [method, JSON.stringify(input)] as const,
    )
  const unknown = await asked('client.removeAll', {})
  expect(unknown).toEqual({ ok: false, refusal: { code: 'unknown-method' } })
  expect(sentenceFor(new CoreError(unknown.refusal))).toBe(
    'Programmet är felaktigt installerat. Kontakta administratören.',
  )
  const malformed = await asked('client.add', { name: '' })
  expect(malformed.refusal.code).toBe('invalid-input')
  expect(sentenceFor(new CoreError(malformed.refusal))).toContain('Inget har ändrats.')
  expect((await askOn(address)('client.list', { words: '' })).total).toBe(0)
})
