import type { DemoBinder } from '../../demo/demo.ts'
import { pick } from '../../support/steps.ts'
import { type Camera, closeDialog, dialogNamed, heading } from './camera.ts'

/** A handover on its way out: consent, cover and the sealed file; and one on its way in, to its receipt. */
export async function shootHandover(camera: Camera, demo: DemoBinder) {
  const { page, at, shoot } = camera
  await at('/handovers')
  await heading(page, 'Överlämning')
  await shoot('40-handovers')
  await page.getByRole('button', { name: 'Skriv in kvittens' }).first().click()
  await dialogNamed(page, /^Kvittens från/)
  await shoot('41-receipt')
  await closeDialog(page)
  await shootSending(camera, demo.shown.todaysSession)
  await shootReceiving(camera, demo)
}

async function shootSending({ page, at, shoot, shootPrint }: Camera, clientId: string) {
  await at(`/client/${clientId}/handover`)
  await heading(page, /^Lämna över/)
  await page.getByRole('combobox', { name: 'Enhet', exact: true }).fill('Eskilstuna kommun')
  await shoot('43-send-consent')
  await page.getByRole('heading', { level: 1 }).click()
  await page.getByRole('checkbox', { name: 'Mål och steg' }).check()
  await pick(page, 'Så gavs det', 'Skriftligt')
  await page.getByRole('button', { name: 'Spara samtycket och gå vidare' }).click()
  await page.getByLabel('Läget').waitFor()
  await shoot('44-send-cover')
  await page.getByLabel('Läget').fill('Har varit på hemmet sedan september och vill fortsätta i eftervården.')
  await page.getByLabel('Nästa steg').fill('Träff 12 inom två veckor efter flytten.')
  await page.getByText('Ingen tid bokad', { exact: true }).click()
  await page.getByLabel('Varför ingen tid är bokad').fill('Mottagaren ringer på måndag.')
  await shootPrint('handover-cover')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Försegla' }).click(),
  ])
  await download.cancel()
  await heading(page, 'Överlämningen är förseglad')
  await shoot('44b-sealed')
  await shootPrint('sealed')
}

async function shootReceiving({ page, at, shoot, shootPrint }: Camera, { unopened }: DemoBinder) {
  await at('/handovers/receive')
  await page.getByLabel('Orden som avsändaren läste upp').waitFor()
  await shoot('42-receive')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: unopened.name, mimeType: 'application/octet-stream', buffer: Buffer.from(unopened.bytes) })
  await page.getByLabel('Orden som avsändaren läste upp').fill(unopened.words)
  await page.getByRole('button', { name: 'Öppna och förhandsgranska' }).click()
  await heading(page, /^Överlämning (av|att)/)
  await shoot('42b-receive-preview')
  await shootPrint('receive-preview')
  await page.getByLabel('Så har jag förstått planen').fill('Jag ringer på måndag och vi ses i december.')
  await page.getByRole('button', { name: 'Ta emot klienten' }).click()
  await page.getByRole('status', { name: 'Kvittens' }).waitFor()
  await shoot('42c-receive-receipt')
}
