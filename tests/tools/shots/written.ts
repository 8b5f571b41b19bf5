import { dayField, pick } from '../../support/steps.ts'
import { type Camera, closeDialog, heading } from './camera.ts'

/** What cannot be read, what is asked about, and whoever may be here already. Leaves a new client half written. */
export async function shootWritten({ page, at, shoot }: Camera) {
  await at('/clients/new')
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  await field('Namn').fill('Amanda Exempel')
  await field('Personnummer').fill('19850399-1234')
  await page.getByRole('combobox', { name: 'Hemkommun' }).fill('Ekby')
  await pick(page, 'Lagrum', '4 § LVM, vård efter dom')
  await dayField(page, 'Från', '31/11')
  await page.getByRole('button', { name: 'Lägg till klienten' }).click()
  await shoot('13b-new-client-unread')
  await field('Från').scrollIntoViewIfNeeded()
  await shoot('13c-new-client-day')
  await field('Namn').focus()
  await page.keyboard.press('Tab')
  await page
    .getByText(/samma person/)
    .first()
    .waitFor()
  await shoot('13d-new-client-alike')
  await at('/')
  await heading(page, /^God /)
  await page
    .getByRole('button', { name: /^Planera träff/ })
    .first()
    .click()
  await dayField(page, 'Dag', '8/11')
  await shoot('11b-plan-asked')
  await closeDialog(page)
}
