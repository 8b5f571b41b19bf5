import type { DemoBinder } from '../../demo/demo.ts'
import { sayMinutes } from '../../support/steps.ts'
import { type Camera, chooseMore, closeDialog, dialogNamed } from './camera.ts'

/** A session held and signed, and one under way: its steps, its worksheet in place, its end and its dialogs. */
export async function shootSession(camera: Camera, { shown }: DemoBinder) {
  const { page, at, shoot, shootPrint } = camera
  await at(`/client/${shown.section27}`)
  await page
    .getByRole('link', { name: /: Genomförd(?! delvis)/ })
    .first()
    .click()
  await page
    .getByText(/^Signerad av/)
    .first()
    .waitFor()
  await shoot('24-session-record')
  await shootPrint('session')
  await page.getByRole('button', { name: 'Klienten ser det annorlunda' }).first().click()
  await page.getByLabel('Med klientens egna ord').waitFor()
  await shoot('24b-session-remark')
  await page.keyboard.press('Escape')
  await at(`/client/${shown.todaysSession}`)
  await page.getByRole('button', { name: /^Börja träff/ }).click()
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  await shoot('25-session')
  for (const _ of [1, 2, 3]) await page.keyboard.press('Alt+ArrowDown')
  await shoot('26-session-step')
  await shootSheetInPlace(camera)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^Signera träffen/ }).waitFor()
  await shoot('27-session-finish')
  await page.keyboard.press('Control+Enter') // says what is missing
  await shoot('27a-session-unread')
  await sayMinutes(page)
  await page.getByRole('heading', { level: 1 }).click() // a key for help is a sign in a field
  await shootDialogs(camera)
}

/** The first step with a worksheet of its own, and the worksheet as it stands under the step. */
async function shootSheetInPlace({ page, shoot }: Camera) {
  const steps = page.getByRole('navigation', { name: 'Agenda' }).getByRole('button')
  const sheet = page.locator('.step-form').first()
  for (const step of await steps.all()) {
    await step.click()
    await page.waitForTimeout(200)
    if (await sheet.isVisible()) break
  }
  await sheet.evaluate(each => each.scrollIntoView({ block: 'start' }))
  await shoot('26b-session-step-worksheet')
}

async function shootDialogs({ page, shoot }: Camera) {
  for (const [name, key, title] of [
    ['27b-session-shortcuts', 'Shift+?', 'Kortkommandon'],
    ['27h-session-numbers', 'Alt+j', 'Nödnummer'],
    ['27c-session-procedure', 'Alt+p', 'Lägg till procedur'],
    ['27d-session-chapter', 'Alt+k', 'Ta ett steg ur ett annat kapitel'],
    ['27e-session-sign', 'Control+Enter', /^Signera träff/],
  ] as const) {
    await page.keyboard.press(key)
    await dialogNamed(page, title)
    await shoot(name)
    await closeDialog(page)
  }
  await page.keyboard.press('Alt+b')
  await page.getByLabel('Tid för resten').focus()
  await shoot('27f-session-split')
  await chooseMore(page, 'Ta träff 16 nu')
  await dialogNamed(page, 'Ta träff 16 nu')
  await shoot('27g-session-lapse')
  await closeDialog(page)
}
