import type { DemoBinder } from '../../demo/demo.ts'
import { type Camera, closeDialog, dialogNamed } from './camera.ts'

/** The client's consents: the list, one of them, taking it back, and a new one. */
export async function shootConsents({ page, at, shoot, shootPrint }: Camera, { shown }: DemoBinder) {
  await at(`/client/${shown.wholeHistory}/consents`)
  await page.getByRole('region', { name: 'Gäller', exact: true }).waitFor()
  await shoot('45-consents')
  await page
    .getByRole('link', { name: /Boendeteamet Bryggan/ })
    .last()
    .click()
  await page.getByRole('region', { name: 'Det klienten säger ja till' }).waitFor()
  await shoot('46-consent')
  await shootPrint('consent')
  await page.getByRole('button', { name: 'Ta tillbaka' }).click()
  await dialogNamed(page, 'Klienten tar tillbaka samtycket')
  await shoot('47-withdraw-consent')
  await closeDialog(page)
  await at(`/client/${shown.wholeHistory}/consents/new`)
  await page.getByRole('combobox', { name: 'Mottagare' }).fill('Eskilstuna kommun')
  await page.keyboard.press('Escape')
  await page.getByRole('checkbox', { name: 'Mål och steg' }).check()
  await shoot('48-new-consent')
  await shootPrint('new-consent')
}
