import { DEMO_PASSPHRASE } from '../../demo/demo.ts'
import { type Camera, changeUser, closeDialog, dialogNamed } from './camera.ts'
import { passphraseOf } from './settings.ts'

/** A log review, begun by one and judged by another, and the extract of the log. */
export async function shootLog({ page, at, shoot, shootPrint }: Camera) {
  await at('/settings/log-review')
  await page.getByRole('region', { name: 'Tidigare uppföljningar' }).waitFor()
  await shoot('70-log-review')
  await page.getByRole('button', { name: 'Börja uppföljningen' }).click()
  await dialogNamed(page, 'Börja logguppföljning')
  await shoot('71-log-review-begin')
  await page.getByRole('button', { name: 'Börja', exact: true }).click()
  await page.getByRole('region', { name: 'Skriv under' }).waitFor()
  await shoot('72-log-review-own') // what concerns oneself is left to a colleague
  await changeUser(page, passphraseOf('supervisor'))
  await at('/settings/log-review')
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('button', { name: 'Fråga användaren' }).first().waitFor()
  await shoot('72b-log-review-page')
  await shootPrint('log-review')
  await page.getByRole('button', { name: 'Avbryt uppföljningen' }).click()
  await dialogNamed(page, 'Avbryt uppföljningen')
  await shoot('72c-log-review-break-off')
  await closeDialog(page)
  await page
    .getByRole('button', { name: /^Visa / })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('row').nth(1).waitFor()
  await shoot('73-log-entries')
  await closeDialog(page)
  await at('/settings/log-extract')
  await page.getByRole('row').nth(1).waitFor()
  await shoot('74-log-extract')
  await shootPrint('log-extract')
  await changeUser(page, DEMO_PASSPHRASE)
}
