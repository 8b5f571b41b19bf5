import { createBinder, PASSPHRASE } from '../../support/steps.ts'
import { type Camera, heading } from './camera.ts'

/** The door of a folder without a binder, and what an empty binder says on each of its pages. */
export async function shootDoor({ page, at, shoot }: Camera) {
  await page.getByLabel('Enhetens namn').waitFor()
  await shoot('01-create')
  await page.getByLabel('Enhetens namn').fill('Runnagården')
  await page.getByLabel('Ditt namn').fill('Berit Exempel')
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill('en annan')
  await page.getByRole('button', { name: 'Skapa pärmen' }).click()
  await shoot('02-create-differs')
  await page.reload()
  await createBinder(page, {
    unitName: 'Runnagården',
    unitKind: 'LVM-hem',
    userName: 'Berit Exempel',
    onSheet: () => shoot('03-recovery-sheet'),
  })
  await heading(page, /^God /)
  await shoot('04-today-empty')
  for (const [name, path, title] of [
    ['05-clients-empty', '/clients', 'Klienter'],
    ['05b-handovers-empty', '/handovers', 'Överlämning'],
    ['05c-log-review-empty', '/settings/log-review', 'Logguppföljning'],
    ['05d-retention-empty', '/settings/retention', 'Gallring'],
    ['05e-assignments-empty', '/settings/assignments', 'Klienternas behandlare'],
  ] as const) {
    await at(path)
    await heading(page, title)
    await shoot(name)
  }
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Lås upp' }).waitFor()
  await wrongPassphrase({ page })
  await page.getByRole('alert').waitFor()
  await shoot('06-unlock-wrong')
  await wrongPassphrase({ page })
  await wrongPassphrase({ page })
  await page.getByText(/^Nästa försök om/).waitFor()
  await shoot('07-unlock-wait')
}

async function wrongPassphrase({ page }: Pick<Camera, 'page'>) {
  await page.getByLabel('Lösenfras', { exact: true }).fill('fel lösenfras här')
  const heard = page.waitForResponse('**/core/user.unlock')
  await page.keyboard.press('Enter')
  await heard
}
