import type { Role } from '../../../main/contract/user.ts'
import { DEMO_PASSPHRASE, type DemoBinder } from '../../demo/demo.ts'
import { DEMO_COLLEAGUES } from '../../demo/demoUsers.ts'
import { pick } from '../../support/steps.ts'
import { type Camera, changeUser, closeDialog, dialogNamed, heading } from './camera.ts'

export const passphraseOf = (role: Role) => DEMO_COLLEAGUES.find(each => each.roles.includes(role))?.passphrase ?? ''

/** What the administrator looks after: whose the clients are, users, locking and the recovery sheet. */
export async function shootSettings(camera: Camera, { shown }: DemoBinder) {
  const { page, at, shoot } = camera
  await at('/settings')
  await heading(page, 'Inställningar')
  await shoot('60-settings')
  await at('/settings/lists')
  await page.getByRole('button', { name: 'Lägg till en rad' }).click()
  await dialogNamed(page, 'Ny rad: Klientens skäl')
  await shoot('82-new-list-row')
  await closeDialog(page)
  await shoot('82b-lists')
  await pick(page, 'Lista', 'Sekretess när ingen har bestämt')
  await shoot('82c-secrecy')
  await pick(page, 'Lista', 'Bevaras för forskning')
  await shoot('82d-research')
  await shootUnitsAndNumbers(camera)
  await at('/settings/assignments')
  await page.getByRole('row').nth(1).waitFor()
  await shoot('80-assignments')
  await page
    .getByRole('button', { name: /^Byt behandlare för/ })
    .first()
    .click()
  await dialogNamed(page, 'Ansvarig och samordnare')
  await shoot('81-assign')
  await closeDialog(page)
  await changeUser(page, passphraseOf('coordinator'))
  await at(`/client/${shown.wholeHistory}`)
  await page.getByLabel('Skäl').waitFor()
  await shoot('83-closed-door')
  await changeUser(page, DEMO_PASSPHRASE)
  await shootUsers(camera)
}

async function shootUnitsAndNumbers({ page, at, shoot }: Camera) {
  await at('/settings/units')
  await heading(page, 'Enheter')
  await shoot('87-units')
  await page
    .getByRole('button', { name: /^Ändra / })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await shoot('87b-unit-change')
  await closeDialog(page)
  await page
    .getByRole('button', { name: /^Slå ihop/ })
    .last()
    .click()
  await page.getByRole('dialog').waitFor()
  await shoot('87c-unit-merge')
  await closeDialog(page)
  await at('/settings/emergency-numbers')
  await heading(page, 'Nödnummer')
  await shoot('88-numbers')
  await page.getByRole('button', { name: 'Lägg till ett nummer' }).click()
  await page.getByRole('dialog').waitFor()
  await shoot('88b-new-number')
  await closeDialog(page)
}

/** Users, one of whom gets new words and comes in by them: then the supervisor is in. */
async function shootUsers(camera: Camera) {
  const { page, at, shoot } = camera
  await at('/settings/users')
  await page.getByText('(du)').waitFor()
  await page.getByText('Behörigheter genom tiden').first().click()
  await shoot('61-users')
  await page.getByRole('button', { name: 'Ny användare' }).click()
  await dialogNamed(page, 'Ny användare')
  await shoot('62-new-user')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Mer om Hanna Handledare' }).click()
  await page
    .getByRole('menuitem', { name: /^Ändra/ })
    .first()
    .click()
  await dialogNamed(page, 'Ändra Hanna Handledare')
  await shoot('62b-change-user')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Mer om Hanna Handledare' }).click()
  await page.getByRole('menuitem', { name: 'Stäng av' }).click()
  await dialogNamed(page, 'Stäng av Hanna Handledare?')
  await shoot('63-disable-user')
  await closeDialog(page)
  await page.getByRole('button', { name: 'Mer om Hanna Handledare' }).click()
  await page.getByRole('menuitem', { name: 'Ge nya ord' }).click()
  await page.getByRole('button', { name: 'Ge nya ord' }).click()
  await page.getByRole('button', { name: 'Orden är lämnade' }).waitFor()
  await shoot('64-given-words')
  const words = (await page.locator('.given-words').textContent()) ?? ''
  await page.getByRole('button', { name: 'Orden är lämnade' }).click()
  await shootOwnSettings(camera)
  await shootNewPassphrase(camera, words)
  await shootTraining(camera)
}

async function shootOwnSettings({ page, at, shoot, shootPrint }: Camera) {
  await at('/settings/passphrase')
  await page.getByText('Datorns nyckelring').first().waitFor()
  await shoot('65-passphrase')
  await at('/settings/training')
  await heading(page, 'Min utbildning')
  await shoot('75-training-own')
  await shootPrint('training-own')
  await at('/settings/locking')
  await page.getByText('Vad som händer').waitFor()
  await shoot('66-locking')
  await at('/settings/recovery')
  await page.getByRole('button', { name: 'Gör ett nytt blad' }).click()
  await page.getByRole('list', { name: 'Återställningsord' }).waitFor()
  await shootPrint('recovery-sheet')
  await page.getByRole('button', { name: 'Bladet är utskrivet eller avskrivet' }).click()
  await page.getByRole('button', { name: 'Använd det nya bladet' }).waitFor()
  await shoot('67-write-back')
}

async function shootNewPassphrase({ page, shoot }: Camera, words: string) {
  await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(words)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /^Välkommen/ }).waitFor()
  await shoot('68-choose-passphrase')
  const fresh = 'handledare med egna ord'
  await page.getByLabel('Lösenfras', { exact: true }).fill(fresh)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Spara och öppna pärmen' }).click()
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
}

/** The training register, as the supervisor sees it. */
async function shootTraining({ page, at, shoot, shootPrint }: Camera) {
  await at('/settings/training')
  await page.getByRole('button', { name: 'Visa träffarna' }).click()
  await page.getByRole('columnheader', { name: 'Ärende' }).waitFor()
  await shoot('76-training-register')
  await shootPrint('training-register')
  await page.getByRole('link', { name: 'Berit Exempel' }).first().click()
  await heading(page, 'Berit Exempel')
  await shoot('77-training-person')
  await shootPrint('training-person')
  for (const [name, button] of [
    ['78-training-method', 'Lägg till metod'],
    ['78b-training-education', 'Lägg till utbildning'],
    ['78c-training-certify', 'Certifiera P10 Tacka nej'],
  ] as const) {
    await page.getByRole('button', { name: button }).click()
    await dialogNamed(page, /: Berit Exempel$/)
    await page.getByRole('button', { name: 'Spara' }).click() // says what is missing
    await shoot(name)
    await closeDialog(page)
  }
  await page.getByRole('button', { name: 'Mer om Socionomexamen' }).click()
  await page.getByRole('menuitem', { name: 'Ta tillbaka' }).click()
  await dialogNamed(page, 'Ta tillbaka?')
  await shoot('79-training-take-back')
}
