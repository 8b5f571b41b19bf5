import type { DemoBinder } from '../../demo/demo.ts'
import { type Camera, closeDialog, dialogNamed } from './camera.ts'

/** A session recorded by mistake: the question, the struck record, and the way to the right client. Last of what needs the record whole. */
export async function shootMistake({ page, at, shoot, shootPrint }: Camera, { shown }: DemoBinder) {
  await at(`/client/${shown.section27}`)
  await page
    .getByRole('link', { name: /: Genomförd(?! delvis)/ })
    .first()
    .click()
  await page
    .getByRole('button', { name: /^Fört in av misstag/ })
    .first()
    .click()
  await dialogNamed(page, /av misstag/)
  await page.getByRole('dialog').getByRole('radio', { name: 'Fel klient' }).click()
  await shoot('38-mistake')
  await page.getByRole('dialog').getByRole('button', { name: 'Stryk' }).click()
  await page
    .getByRole('article', { name: /^Struket/ })
    .first()
    .waitFor()
  await shoot('38b-struck')
  await shootPrint('struck')
  await page.getByRole('button', { name: 'Välj rätt klient' }).first().click()
  await page.getByRole('combobox', { name: 'Rätt klient' }).waitFor()
  await shoot('38c-right-client')
  await closeDialog(page)
}
