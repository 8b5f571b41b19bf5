import type { Page } from '@playwright/test'

export const PASSPHRASE = 'fyra ord som ingen gissar'

/** Makes a binder from the very first screen and goes in, as a user does. */
export async function createBinder(
  page: Page,
  {
    unitName,
    unitKind,
    userName,
    onSheet,
    onWriteBack,
  }: {
    unitName: string
    unitKind: string
    userName: string
    onSheet?: () => Promise<void>
    onWriteBack?: () => Promise<void>
  },
) {
  await page.getByLabel('Enhetens namn').fill(unitName)
  await pick(page, 'Slag av enhet', unitKind)
  await page.getByLabel('Ditt namn').fill(userName)
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Lösenfrasen en gång till', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Skapa pärmen' }).click()
  await page.getByRole('list', { name: 'Återställningsord' }).waitFor()
  await onSheet?.()
  await trySheet(page, onWriteBack)
  await page.getByRole('button', { name: 'Öppna pärmen' }).click()
}

/** Notes the words of the sheet on the screen, as the printer does, and writes back the two that are asked for. */
async function trySheet(page: Page, onWriteBack?: () => Promise<void>) {
  const words = await page.getByRole('list', { name: 'Återställningsord' }).getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: 'Bladet är utskrivet eller avskrivet' }).click()
  await onWriteBack?.()
  for (const field of await page.getByRole('textbox', { name: /^Ord \d+$/ }).all()) {
    const number = Number(
      (await field.evaluate(each => (each as HTMLInputElement).labels?.[0]?.textContent ?? '')).replace(/\D/g, ''),
    )
    await field.fill(words[number - 1] ?? '')
  }
}

/** Chooses from a list by its label and the choice's words. */
export async function pick(page: Page, label: string, choice: string) {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: choice, exact: true }).click()
}

/** Types a day into its field and leaves it. */
export async function dayField(page: Page, label: string, day: string) {
  const field = page.getByRole('textbox', { name: label, exact: true })
  await field.fill(day)
  await field.press('Tab')
}

/** Says how long a session was, which nobody has measured. */
export async function sayMinutes(page: Page, minutes = '60') {
  await page.getByRole('textbox', { name: 'Minuter', exact: true }).fill(minutes)
}
