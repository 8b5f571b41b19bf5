import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { AFTERCARE, COVER, EVERY_PART, newClient } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { handsOn } from '../tools/hands.ts'

/** A binder with one client, and that client's page at the given address below it. */
async function clientOn(page: Page, address: string, path = '') {
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  await page.goto(`${address}#/client/${clientId}${path}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { ask, clientId }
}

const WAIVER = {
  kind: 'waiver' as const,
  receiver: AFTERCARE.name,
  parts: EVERY_PART,
  manner: 'inWriting' as const,
  witness: '',
  validUntil: '2026-12-04',
}

test('by keyboard alone: a consent is asked for, read, printed to sign, saved, and taken back', async ({ openApp }) => {
  test.setTimeout(120_000)
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId } = await clientOn(page, address)
  const { act, moveTo, write } = handsOn(page)
  const h1 = page.getByRole('heading', { level: 1 })

  await test.step('the register is reached from the client’s page, and says what to do while it is empty', async () => {
    await moveTo('Mer')
    await act('Enter')
    await page.getByRole('menuitem', { name: 'Samtycken' }).waitFor()
    await moveTo('Samtycken', 'ArrowDown')
    await act('Enter')
    await expect(h1).toHaveText('Samtycken')
    await expect(page.getByText(/^Inga samtycken än\./)).toBeVisible()
    await moveTo('Nytt samtycke')
    await act('Enter')
    await expect(page.getByRole('combobox', { name: 'Mottagare' })).toBeFocused()
  })

  await test.step('the words stand on the page as soon as they can be said, and are what is printed', async () => {
    await write('Kumla kommun')
    await act('Escape') // the list of known units
    await moveTo('Mål och steg')
    await act('Space')
    const paper = page.getByRole('region', { name: 'Det klienten säger ja till' })
    await expect(paper).toContainText('Jag går med på att Runnagården lämnar uppgifter om mig till Kumla kommun.')
    await expect(paper.getByRole('listitem')).toHaveText(['mina mål och stegen dit'])
    await page.emulateMedia({ media: 'print' })
    await expect(paper).toContainText('Namnteckning', { useInnerText: true })
    await expect(page.locator('body')).not.toContainText('Så gavs det', { useInnerText: true })
    await expect(h1).toHaveText('Samtycke till att lämna uppgifter', { useInnerText: true })
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1) // one A4
    await page.emulateMedia({ media: 'screen' })
    await page.getByRole('checkbox', { name: 'Mål och steg' }).focus() // the emulation hid it; a printer does not
  })

  await test.step('it is saved as it was shown, and stands first in the register', async () => {
    await moveTo('Så gavs det')
    await act('ArrowDown')
    await page.getByRole('option', { name: 'Muntligt' }).waitFor()
    await act('ArrowDown', 'Enter')
    await moveTo('Spara samtycket')
    await act('Enter')
    await expect(h1).toHaveText('Samtycke till att lämna uppgifter', { useInnerText: true })
    await expect(page.getByText('Gäller', { exact: true })).toBeVisible()
    const [kept] = await ask('consent.ofClient', { clientId })
    expect(kept).toMatchObject({ kind: 'waiver', receiver: 'Kumla kommun', parts: ['goals'], validUntil: '2027-02-19' })
    for (const line of kept?.text.split(/\n+/) ?? [])
      await expect(page.getByText(line.replace(/^– /, ''), { exact: true })).toBeVisible()
  })

  await test.step('the client sees it otherwise, and that stands with it', async () => {
    await moveTo('Klienten ser det annorlunda')
    await act('Enter')
    await expect(page.getByLabel('Med klientens egna ord')).toBeFocused()
    await write('Bara det om lägenheten.')
    await act('Control+Enter')
    await expect(page.getByRole('article', { name: 'Klientens avvikande uppfattning' })).toContainText('lägenheten')
  })

  await test.step('taking it back says what that does and cannot do; half-written words are there again', async () => {
    await page.keyboard.press('Home')
    await page.getByRole('button', { name: 'Ta tillbaka' }).focus()
    await act('Enter')
    const dialog = page.getByRole('dialog', { name: 'Klienten tar tillbaka samtycket' })
    await expect(dialog).toContainText('kan inget mer lämnas till Kumla kommun')
    await expect(dialog).toContainText('kan inte hämtas tillbaka')
    await expect(dialog.getByLabel('Med klientens egna ord')).toBeFocused()
    await write('Jag vill säga det själv')
    await expect(dialog.getByRole('status')).toContainText('Sparat')
    await act('Escape')
    await expect(dialog).toBeHidden()
    await page.getByRole('button', { name: 'Ta tillbaka' }).focus()
    await act('Enter')
    await expect(dialog.getByLabel('Med klientens egna ord')).toHaveValue('Jag vill säga det själv')
    await expect(dialog.getByLabel('Med klientens egna ord')).toBeFocused()
    await moveTo('Ta tillbaka samtycket')
    await act('Enter')
    await expect(page.getByText('Tillbakataget 21 november 2026.')).toBeVisible()
    await expect(page.getByText('”Jag vill säga det själv”')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Ta tillbaka' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Samtycken' }).focus()
    await act('Enter')
    const gone = page.getByRole('region', { name: 'Gäller inte längre' })
    await expect(gone.getByRole('link')).toContainText('Tillbakataget 21 november 2026')
  })
})

test('a consent to a plan is another record, and is not offered to a handover; a waiver in force is', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId } = await clientOn(page, address, '/consents/new')
  await page.getByText('En SIP').click()
  await page.getByRole('combobox', { name: 'Tillsammans med' }).fill(AFTERCARE.name)
  await page.getByLabel('Planen handlar om').fill('Boende och mediciner')
  await expect(page.getByText(/^Det här häver inte sekretessen\./)).toBeVisible()
  await page.reload() // what was typed is kept
  await expect(page.getByLabel('Planen handlar om')).toHaveValue('Boende och mediciner')
  await page.getByRole('combobox', { name: 'Så gavs det' }).click()
  await page.getByRole('option', { name: 'Muntligt' }).click()
  await page.getByRole('button', { name: 'Spara samtycket' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('samordnad individuell plan')
  const at = (path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), `/client/${clientId}${path}`)

  await at('/handover')
  await expect(page.getByRole('heading', { name: 'Klientens samtycke' })).toBeVisible()
  await expect(page.getByText('Klienten har redan sagt ja')).toHaveCount(0)

  const waiver = await ask('consent.give', { ...WAIVER, clientId })
  await page.reload()
  await page.getByRole('button', { name: /^Använd samtycket till Örebro eftervård/ }).click()
  await page.getByLabel('Läget').fill(COVER.situation)
  await page.getByLabel('Nästa steg').fill(COVER.next)
  await page.getByText('Ingen tid bokad').click()
  await page.getByLabel('Varför ingen tid är bokad').fill('De ringer på måndag')
  await page.getByRole('button', { name: 'Försegla' }).click()
  await expect(page.getByText(/Läs upp orden|sju ord/i).first()).toBeVisible({ timeout: 20_000 }) // the seal's key takes its time
  expect(await ask('consent.ofClient', { clientId })).toHaveLength(2) // none was made anew
  expect(await ask('handover.list', {})).toMatchObject([{ state: 'sent', unit: waiver.receiver }])

  await at('') // it runs out within fourteen days, and the receipt has not come
  await expect(page.getByText(/^Samtycket till Örebro eftervård går ut 4 december 2026/)).toBeVisible()
  await ask('consent.give', { ...WAIVER, clientId, validUntil: '2027-03-01' })
  await page.reload()
  await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
  await expect(page.getByText(/^Samtycket till Örebro eftervård går ut/)).toHaveCount(0)
})
