import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { createBinder, PASSPHRASE, pick } from '../support/steps.ts'

const SARA = 'tre båtar och en fyr'
const CLIENT = 'Kanariefågel Testsson'

const HOME = { unitName: 'Runnagården', unitKind: 'LVM-hem', userName: 'Berit Exempel' }

async function addClient(page: Page) {
  await page.getByRole('link', { name: 'Klienter' }).click()
  await page.getByRole('button', { name: 'Ny klient' }).click()
  await page.getByLabel('Namn', { exact: true }).fill(CLIENT)
  await page.getByLabel('Ärendenummer').fill('R-2026-17')
  await pick(page, 'Kön', 'Kvinna')
  await page.getByRole('combobox', { name: 'Hemkommun' }).fill('Eskilstuna')
  await page.getByRole('button', { name: 'Lägg in klienten' }).click()
  await expect(page.getByRole('heading', { level: 1, name: CLIENT })).toBeVisible()
}

async function unlock(page: Page, passphrase: string) {
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.keyboard.press('Enter')
}

async function choosePassphrase(page: Page, passphrase: string) {
  const strength = page.getByRole('status', { name: 'Lösenfrasens styrka' })
  await page.getByLabel('Lösenfras', { exact: true }).fill('Sommaren2026!')
  await expect(strength).toHaveText(/^För svag\. Lösenfrasen är bland dem som provas först\./)
  await page.getByLabel('Lösenfras', { exact: true }).fill(passphrase)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill(passphrase)
  await expect(strength).toHaveText(/^(Godtagbar|Stark|Mycket stark)$/)
  await page.getByRole('button', { name: 'Spara och öppna pärmen' }).click()
}

const places = (page: Page) => page.getByRole('navigation', { name: 'Huvudmeny' }).getByRole('link')

test('a colleague comes in with six words, chooses a passphrase, and sees only what her role is for', async ({
  openApp,
}) => {
  test.setTimeout(150_000)
  const { page } = await openApp()
  await createBinder(page, HOME)
  await addClient(page)
  let words = ''

  await test.step('the administrator adds her, and gets the words', async () => {
    await places(page).filter({ hasText: 'Inställningar' }).click()
    await page.getByRole('link', { name: /^Användare/ }).click()
    await page.getByRole('button', { name: 'Ny användare' }).click()
    await page.getByLabel('Namn', { exact: true }).fill('Sara Handledare')
    await page.getByRole('checkbox', { name: 'Behandlare' }).uncheck()
    await page.getByRole('checkbox', { name: 'Handledare' }).check()
    await page.getByRole('button', { name: 'Lägg till användaren' }).click()
    const dialog = page.getByRole('dialog', { name: 'Ord till Sara Handledare' })
    words = (await dialog.getByRole('paragraph').nth(1).textContent()) ?? ''
    expect(words.split(' ')).toHaveLength(6)
    await dialog.getByRole('button', { name: 'Orden är lämnade' }).click()
    await expect(page.getByText('Har inte valt egen lösenfras')).toBeVisible()
  })

  await test.step('she switches user in one action and her words', async () => {
    await page.getByRole('button', { name: 'Byt användare' }).click()
    await expect(page.getByText(CLIENT)).toHaveCount(0)
    await unlock(page, words)
    await expect(page.getByRole('heading', { name: 'Välkommen, Sara Handledare' })).toBeVisible()
    await choosePassphrase(page, SARA)
    await expect(page.getByRole('heading', { level: 1, name: 'Manualen' })).toBeVisible() // not where Berit was
    await expect(places(page)).toHaveText(['Manualen', 'Inställningar'])
  })

  await test.step('neither an address nor Ctrl+K shows her a client', async () => {
    await page.evaluate(() => window.location.assign('#/clients'))
    await expect(page.getByRole('alert')).toContainText('Din roll ger inte rätt till det här')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Klient, kapitel eller kommando').fill('Kanariefågel')
    await expect(page.getByText(/^Inget hittades/)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByText(CLIENT)).toHaveCount(0)
    await places(page).filter({ hasText: 'Inställningar' }).click()
    await expect(page.getByRole('link', { name: /^Min lösenfras/ })).toBeVisible()
    await expect(page.getByRole('link', { name: /^Användare/ })).toHaveCount(0)
  })

  await test.step('the administrator turns her off, and her passphrase opens nothing more', async () => {
    await page.keyboard.press('Control+l')
    await unlock(page, PASSPHRASE)
    await expect(places(page)).toContainText(['Idag', 'Klienter', 'Överlämning', 'Manualen', 'Inställningar'])
    await places(page).filter({ hasText: 'Inställningar' }).click()
    await page.getByRole('link', { name: /^Användare/ }).click()
    await page.getByRole('button', { name: 'Mer om Sara Handledare' }).click()
    await page.getByRole('menuitem', { name: 'Stäng av' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Stäng av' }).click()
    const gone = page.getByRole('region', { name: 'Kommer inte in längre' })
    await gone.getByText('Behörigheter genom tiden').click()
    await expect(gone).toContainText(/Handledare från \d+ \S+ \d{4}, gavs av Berit Exempel; till \d+ /)
    await page.keyboard.press('Control+l')
    await unlock(page, SARA)
    await expect(page.getByRole('alert')).toContainText('Lösenfrasen stämmer inte.')
  })
})

test('with nobody there the app warns, then locks; a half-written note is there again, with the cursor in it', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const { page } = await openApp()
  await createBinder(page, HOME)
  await addClient(page)
  await page.getByRole('button', { name: /^Börja träff 1/ }).click()
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  await page.clock.install() // from here on the test chooses the time, the page's only: the core's own clock runs on
  await page.reload()
  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  const note = page.getByLabel('Anteckning', { exact: true })
  await note.fill('Halvskriven mening om')

  await page.clock.fastForward('04:40')
  await expect(page.getByText(/^Låser om \d+ s – rör en tangent/)).toBeVisible()
  await note.press('Space')
  await expect(page.getByText(/^Låser om/)).toHaveCount(0)

  await page.clock.fastForward('04:40')
  await expect(page.getByText(/^Låser om/)).toBeVisible()
  await page.clock.fastForward('00:25')
  await expect(page.getByText('Pärmen är låst. Det du skrivit finns kvar.')).toBeVisible()
  await expect(page.locator('body')).not.toContainText(/Kanariefågel|Halvskriven|Berit/)

  await unlock(page, PASSPHRASE)
  await expect(note).toHaveValue('Halvskriven mening om ')
  await expect(note).toBeFocused()
})

test('the wait after wrong passphrases is shown, and is there again when the app has been restarted', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const first = await openApp()
  await createBinder(first.page, HOME)
  await expect(places(first.page).first()).toBeVisible()
  await first.page.keyboard.press('Control+l')
  for (const attempt of [1, 2, 3, 4, 5]) {
    await expect(first.page.getByRole('button', { name: 'Lås upp', exact: true })).toBeEnabled({ timeout: 15_000 })
    await unlock(first.page, `fel lösenfras ${attempt}`)
    await expect(first.page.getByText(attempt < 3 ? /stämmer inte/ : /^Nästa försök om/)).toBeVisible()
    await first.page.getByLabel('Lösenfras', { exact: true }).fill('')
  }
  await first.close()

  const { page } = await openApp({ folder: first.folder })
  await expect(page.getByText(/^Nästa försök om \d sekunder/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Lås upp', exact: true })).toBeDisabled()
  await expect(page.getByRole('button', { name: 'Lås upp', exact: true })).toBeEnabled({ timeout: 15_000 })
  await unlock(page, PASSPHRASE)
  await expect(places(page).first()).toBeVisible()
})

test('the recovery sheet gives the administrator a new passphrase, and a new sheet takes its place', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const { page } = await openApp()
  let words: string[] = []
  const sheet = page.getByRole('list', { name: 'Återställningsord' })
  await createBinder(page, {
    ...HOME,
    onSheet: async () => {
      words = await sheet.getByRole('listitem').allInnerTexts()
    },
  })
  await expect(places(page).first()).toBeVisible()
  await page.keyboard.press('Control+l')
  await unlock(page, words.join(' '))
  await expect(page.getByRole('heading', { name: 'Ny lösenfras' })).toBeVisible()
  await choosePassphrase(page, SARA)

  await places(page).filter({ hasText: 'Inställningar' }).click()
  await page.getByRole('link', { name: /^Återställningsblad/ }).click()
  await page.getByRole('button', { name: 'Gör ett nytt blad' }).click()
  await sheet.waitFor()
  await page.getByRole('button', { name: 'Bladet är utskrivet eller avskrivet' }).click()
  await page
    .getByLabel(/^Ord \d+/)
    .first()
    .fill('kanariefågel')
  await page
    .getByLabel(/^Ord \d+/)
    .last()
    .fill('kanariefågel')
  await page.getByRole('button', { name: 'Använd det nya bladet' }).click()
  await expect(page.getByRole('alert')).toContainText('Orden stämmer inte med bladet.')
  await page.getByRole('button', { name: 'Avbryt – behåll det gamla bladet' }).click()
  await page.keyboard.press('Control+l')
  await unlock(page, words.join(' '))
  await expect(page.getByRole('heading', { name: 'Ny lösenfras' })).toBeVisible()
})
