import type { DemoBinder } from '../../demo/demo.ts'
import { type Camera, closeDialog, dialogNamed, heading } from './camera.ts'

/** *Idag*, the list of clients, and what can be found from everywhere. */
export async function shootToday({ page, at, shoot, shootPrint }: Camera, { shown }: DemoBinder) {
  await heading(page, /^God /)
  await shoot('10-today')
  await shootPrint('today')
  await page.getByRole('button', { name: /^Ta bort utkastet: Träff 3,/ }).click()
  await page.getByRole('button', { name: 'Ångra' }).waitFor()
  await shoot('10b-draft-removed')
  await page.reload() // takes the notice away, and leaves the draft among the earlier texts
  await at(`/client/${shown.undocumented}`)
  await page.getByRole('link', { name: /^Träff 3:/ }).click()
  await page.getByRole('button', { name: 'Tidigare texter' }).click()
  await page.getByRole('button', { name: 'Hämta tillbaka' }).waitFor()
  await shoot('10c-earlier-texts')
  await page.getByRole('button', { name: 'Hämta tillbaka' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await at('/')
  await heading(page, /^God /)
  await page.getByRole('button', { name: 'Erbjuden – uteblev' }).first().click()
  await dialogNamed(page, /^Träff \d+ –/)
  await shoot('11-outcome')
  await closeDialog(page)

  await at('/clients')
  await page.getByRole('table').waitFor()
  await shoot('12-clients')
  await at('/clients/new')
  await page.getByLabel('Namn', { exact: true }).waitFor()
  await shoot('13-new-client')
  await page.keyboard.press('Control+k')
  await page.getByPlaceholder('Klient, kapitel eller kommando').fill('tes')
  await shoot('14-find')
  await page.keyboard.press('Escape')
}
