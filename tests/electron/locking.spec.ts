import { expect, type Page } from '@playwright/test'
import { electronBinary, type OpenedElectron, test } from '../support/electronApp.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'

const why = 'There is no Electron here: run `../shared/tools/electron/with-electron npm run e2e:electron`.'
test.skip(electronBinary() === undefined, why)

/** A session half documented: the note has the cursor in it, and its last words are not saved yet. */
async function inTheMiddleOfANote({ page, ask }: OpenedElectron) {
  await ask('binder.create', NEW_BINDER)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await page.evaluate(hash => window.location.assign(hash), `#/client/${clientId}/session/${slot?.id}`)
  await page.reload()
  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  await noteIn(page).fill('Halvskriven mening om')
}

const noteIn = (page: Page) => page.getByLabel('Anteckning', { exact: true })

/** What the computer says of itself, as Electron hears it. */
function computerSays({ app }: OpenedElectron, event: 'lock-screen' | 'suspend') {
  return app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
}

for (const [what, event] of [
  ['locks its screen', 'lock-screen'],
  ['goes to sleep', 'suspend'],
] as const) {
  test(`when the computer ${what} the app has stored the note, forgotten the key and emptied the screen`, async ({
    openElectron,
  }) => {
    const electron = await openElectron()
    const { page, ask } = electron
    await inTheMiddleOfANote(electron)
    await computerSays(electron, event)
    await expect(page.getByText('Pärmen är låst. Det du skrivit finns kvar.')).toBeVisible()
    await expect(ask('user.me', {})).rejects.toThrow('locked')
    await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await expect(noteIn(page)).toHaveValue('Halvskriven mening om')
    await expect(noteIn(page)).toBeFocused()
    await page.waitForTimeout(2_000) // longer than the core waits for a page that did not lock: who is in again stays in
    await expect(noteIn(page)).toBeFocused()
  })
}

test('a page that hangs does not keep the binder open, and shows nothing when it comes to', async ({
  openElectron,
}) => {
  const electron = await openElectron()
  const { page, ask } = electron
  await inTheMiddleOfANote(electron)
  await expect(page.getByText(/Sparat \d\d\.\d\d/)).toBeVisible()
  await page.evaluate(() => {
    window.addEventListener('locking', event => event.stopImmediatePropagation(), { capture: true })
    // a page that means ill goes on as if nothing had been said
  })
  await page.evaluate(() =>
    window.setTimeout(() => {
      const until = Date.now() + 4_000
      while (Date.now() < until); // it hangs
    }),
  )
  await computerSays(electron, 'lock-screen')
  await expect(page.getByText('Pärmen är låst. Det du skrivit finns kvar.')).toBeVisible({ timeout: 15_000 })
  await expect(ask('user.me', {})).rejects.toThrow('locked')
})

test('a keychain that hides nothing is not used, and the user is told why', async ({ openElectron }) => {
  const { app, page, ask } = await openElectron()
  await ask('binder.create', NEW_BINDER)
  const backend = await app.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend())
  test.skip(!['basic_text', 'unknown'].includes(backend), `this computer has a real keychain: ${backend}`)
  expect(await ask('user.keychain', {})).toEqual({ use: 'weak' })
  await expect(ask('user.keepInKeychain', { passphrase: PASSPHRASE })).rejects.toThrow('keychain-weak')
  await page.evaluate(() => window.location.assign('#/settings/passphrase'))
  await page.reload()
  await expect(page.getByRole('region', { name: 'Datorns nyckelring' })).toContainText(
    'Datorns nyckelring är inte skyddad här, så Arton lägger inget i den.',
  )
})
