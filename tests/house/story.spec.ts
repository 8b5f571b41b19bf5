import { basename, dirname } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { type OpenedApp, type SavedFile, test } from '../support/app.ts'
import { filesWith } from '../support/canary.ts'
import { createBinder, dayField, pick, sayMinutes } from '../support/steps.ts'

const TODAY = '2026-11-21'

/** Found in no file of either binder, whatever is written. */
const NAME = 'Kanariefågel Testsson'

test('a client is added, met three times, handed over, received and met again in the municipality', async ({
  openApp,
}) => {
  test.setTimeout(120_000)
  const home = await openApp({ today: TODAY })
  const { page } = home

  await test.step('create a binder for Runnagården', async () => {
    await createBinder(page, { unitName: 'Runnagården', unitKind: 'LVM-hem', userName: 'Berit Exempel' })
    await expect(page.getByRole('heading', { level: 1, name: /^God / })).toBeVisible()
  })

  await test.step('add a client', async () => {
    await page.getByRole('link', { name: 'Lägg in en klient' }).click()
    await page.getByLabel('Namn', { exact: true }).fill(NAME)
    await page.getByLabel('Ärendenummer').fill('R-2026-17')
    await pick(page, 'Kön', 'Kvinna')
    await page.getByRole('combobox', { name: 'Hemkommun' }).fill('Eskilstuna')
    await pick(page, 'Lagrum', '4 § LVM')
    await dayField(page, 'Från', '2026-09-01')
    await page.getByRole('button', { name: 'Lägg in klienten' }).click()
    await expect(page.getByRole('heading', { name: NAME })).toBeFocused()
    await expect(page.getByRole('navigation', { name: 'Planens träffar' }).getByRole('link')).toHaveCount(18)
  })

  await test.step('read session 1 in the manual', async () => {
    await page.getByRole('link', { name: 'Manualen' }).click()
    await page.getByRole('link', { name: /Vad är det här och vad har du för nytta av det/ }).click()
    await expect(page.getByRole('heading', { name: 'Inför träffen' })).toBeVisible()
    await page.goBack()
    await page.goBack()
  })

  await test.step('hold session 1', async () => {
    await page.getByRole('button', { name: 'Börja träff 1' }).click()
    await page
      .getByRole('navigation', { name: 'Agenda' })
      .getByRole('button', { name: /Vad gör livet värt besväret/ })
      .click()
    const worksheet = page.getByRole('region', { name: 'Min CRA-karta' })
    await worksheet.getByRole('textbox').first().fill('Min dotter')
    await page.getByRole('checkbox', { name: /P01/ }).check()
    await page.getByRole('checkbox', { name: /P17/ }).check()
    await page
      .getByRole('radiogroup', { name: /Sug just nu/ })
      .getByRole('radio', { name: '3', exact: true })
      .click()
    await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
    await page.getByLabel('Minuter').fill('55')
    await page.getByRole('combobox', { name: 'Vad', exact: true }).fill('Skriva tre saker som gett mig glädje')
    await page.getByLabel('Anteckning').fill('Lugnt samtal. Hon vill ha kontakt med dottern.')
    await page.getByRole('button', { name: /^Signera träffen/ }).click()
    await expect(page.getByRole('link', { name: /^Träff 1: Genomförd/ })).toBeVisible()
  })

  await test.step('session 2 was declined, session 3 was never offered', async () => {
    await settleFromMenu(page, 'Erbjuden – tackade nej', 'Klientens skäl', 'Orkar inte i dag')
    await expect(
      page.getByRole('link', { name: /^Träff 2: Erbjuden – tackade nej .*, orkar inte i dag/ }),
    ).toBeVisible()
    await settleFromMenu(page, 'Ej erbjuden', 'Vårt skäl', 'Ingen utbildad personal')
    await expect(page.getByRole('link', { name: /^Träff 3: Ej erbjuden .*, ingen utbildad personal/ })).toBeVisible()
  })

  await test.step('fill in Tillfredsskalan by keyboard', async () => {
    await page.getByRole('link', { name: 'Fyll i den tillsammans' }).click()
    await page
      .getByRole('radiogroup', { name: /Alkohol och droger/ })
      .getByRole('radio')
      .first()
      .focus()
    for (const digit of ['3', '2', '4', '0']) {
      await page.keyboard.press(digit) // each goes on to the next area, and 0 is ten
      await page.waitForTimeout(60)
    }
    await page.getByRole('button', { name: 'Spara' }).click()
    await expect(page.getByRole('img', { name: /^Boende: .* 2$/ })).toBeVisible()
    await expect(page.getByRole('img', { name: /^Ekonomi: .* 10$/ })).toBeVisible()
  })

  await test.step('set a goal in the client’s words', async () => {
    await page.getByRole('button', { name: 'Nytt mål' }).click()
    await page.getByLabel('Med klientens egna ord').fill('Jag vill kunna hämta min dotter själv')
    await pick(page, 'Område', 'Familj, barn, partner')
    await page.getByLabel('Första steget').fill('Ringa familjehemmet')
    await page.getByRole('button', { name: 'Spara målet' }).click()
    await expect(page.getByRole('heading', { name: 'Jag vill kunna hämta min dotter själv' })).toBeVisible()
    await page.getByRole('link', { name: NAME }).click()
  })

  const { file, words } = await test.step('seal a handover to Eskilstuna', () => sealHandover(home))

  const town = await openApp({ today: TODAY })
  const receipt = await test.step('receive it in the municipality', () => receive(town, file, words))

  await test.step('the record is there, and the next session is held', async () => {
    const { page: there } = town
    await there.getByRole('button', { name: 'Öppna klienten' }).click()
    await expect(there.getByRole('link', { name: /^Träff 1: Genomförd/ })).toBeVisible()
    await expect(there.getByRole('link', { name: /^Träff 2: Erbjuden – tackade nej/ })).toBeVisible()
    await expect(there.getByText('”Jag vill kunna hämta min dotter själv”')).toBeVisible()
    await expect(there.getByRole('img', { name: /^Boende: .* 2$/ })).toBeVisible()
    await expect(there.getByText('Skriva tre saker som gett mig glädje')).toBeVisible()

    await there.getByRole('link', { name: /^Träff 12:/ }).click()
    await there.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
    await sayMinutes(there)
    await there.getByRole('button', { name: /^Signera träffen/ }).click()
    await there.getByRole('button', { name: 'Signera ändå' }).click()
    await expect(there.getByRole('link', { name: /^Träff 12: Genomförd/ })).toBeVisible()
  })

  await test.step('the receipt closes the loop, and the record can only be read at home', async () => {
    await page.getByRole('button', { name: 'Till Överlämning' }).click()
    await page.getByRole('button', { name: 'Skriv in kvittens' }).click()
    await page.getByLabel('Kvittens', { exact: true }).fill('0000-0000-0000')
    await page.getByRole('button', { name: 'Bekräfta överlämningen' }).click()
    await expect(page.getByRole('alert')).toContainText('Kvittensen stämmer inte')
    await page.getByLabel('Kvittens', { exact: true }).fill(receipt.toLowerCase())
    await page.getByRole('button', { name: 'Bekräfta överlämningen' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await page.getByRole('link', { name: NAME }).click()
    await expect(page.getByText('Överlämnad till Eskilstuna kommun')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Börja träff/ })).toBeHidden()
    await expect(page.getByRole('button', { name: 'Nytt mål' })).toBeHidden()
    await expect(page).toHaveTitle('Arton')
  })

  await test.step('nothing lies in plain text', async () => {
    for (const app of [home, town]) {
      expect(await filesWith(app.folder, ['Kanarief', 'dotter', 'R-2026-17'])).toEqual([])
    }
    expect(await filesWith(dirname(file.path), ['Kanarief', 'dotter'], name => name === basename(file.path))).toEqual(
      [],
    )
  })
})

async function settleFromMenu(page: Page, outcome: string, label: string, reason: string) {
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Registrera utfall' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: outcome, exact: true }).check()
  await pick(page, label, reason)
  await dialog.getByRole('button', { name: 'Spara utfallet' }).click()
  await expect(dialog).toBeHidden()
}

async function sealHandover({ page, saved }: OpenedApp): Promise<{ file: SavedFile; words: string }> {
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Lämna över' }).click()
  await page.getByRole('combobox', { name: 'Enhet', exact: true }).fill('Eskilstuna kommun')
  const parts = page.getByRole('group', { name: 'Det här får lämnas ut' }).getByRole('checkbox')
  for (const part of await parts.all()) await part.check()
  await pick(page, 'Så gavs det', 'Skriftligt')
  await page.getByRole('button', { name: 'Spara samtycket och gå vidare' }).click()
  await page.getByLabel('Med vem').fill('Sara Eftervård')
  await page.getByLabel('Var', { exact: true }).fill('Öppenvården, Torget 3')
  await dayField(page, 'Dag', '2026-12-03')
  await page.getByLabel('Läget').fill('Har varit på hemmet sedan september och vill fortsätta.')
  await page.getByLabel('Nästa steg').fill('Träff 12 inom två veckor efter flytten.')
  const file = await saved(() => page.getByRole('button', { name: 'Försegla' }).click())
  expect(file.name).toMatch(/^overlamning-[0-9a-f]{8}\.arton$/)
  const words = page.getByRole('list', { name: 'Ord som öppnar filen' }).getByRole('listitem')
  await expect(words).toHaveCount(7)
  return { file, words: (await words.allTextContents()).join(' ') }
}

async function receive({ page }: OpenedApp, { path }: SavedFile, words: string): Promise<string> {
  await createBinder(page, { unitName: 'Eskilstuna kommun', unitKind: 'Kommun', userName: 'Sara Eftervård' })
  await page.getByRole('link', { name: 'ta emot en överlämning' }).click()
  await page.locator('input[type=file]').setInputFiles(path)
  await page.getByLabel('Orden som avsändaren läste upp').fill('fel ord som inte öppnar något alls här')
  await page.getByRole('button', { name: 'Öppna och förhandsgranska' }).click()
  await expect(page.getByRole('alert')).toContainText('Orden öppnar inte filen')
  await page.getByLabel('Orden som avsändaren läste upp').fill(words)
  await page.getByRole('button', { name: 'Öppna och förhandsgranska' }).click()
  await expect(page.getByRole('heading', { name: `Överlämning av ${NAME}` })).toBeVisible()
  await expect(page.getByText('3 dokumenterade träffar')).toBeVisible()
  await page.getByLabel('Så har jag förstått planen').fill('Jag ringer på måndag och vi ses den tredje december.')
  await page.getByRole('button', { name: 'Ta emot klienten' }).click()
  return (await page.getByRole('status', { name: 'Kvittens' }).textContent()) ?? ''
}
