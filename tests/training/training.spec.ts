import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { handsOn } from '../tools/hands.ts'

const go = (page: Page, path: string) => page.evaluate(hash => window.location.assign(`#${hash}`), path)

/** Berit, therapist and supervisor here, with a client whose session was not offered; Kim is a therapist. */
async function clinic(address: string) {
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { user } = await ask('user.me', {})
  await ask('user.setRoles', { userId: user.id, roles: ['therapist', 'administrator', 'supervisor'] })
  await ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  const { clientId } = await ask('client.add', newClient({ name: 'Maja Hemlig', protectedIdentity: true }))
  const slots = await ask('plan.ofClient', { clientId })
  const notOffered = { outcome: 'notOffered', reasonCode: 'noTrainedStaff', on: '2026-11-20', note: '' } as const
  await ask('session.record', { clientId, slotId: slots[0]?.id ?? '', ...notOffered })
  return { ask, clientId, second: slots[1]?.id ?? '' }
}

test('a supervisor fills the register by the keyboard: a method, a certification, and one that was wrong', async ({
  openApp,
}) => {
  test.setTimeout(90_000)
  const { page, address } = await openApp({ shown: false })
  await clinic(address)
  await page.goto(address)
  await go(page, '/settings')
  await page.getByRole('heading', { level: 1, name: 'Inställningar' }).waitFor()
  const hands = handsOn(page)
  const dialog = page.getByRole('dialog')

  await test.step('she comes to a colleague, who has nothing yet', async () => {
    await hands.moveTo('Vem som har vilken metod')
    await hands.act('Enter')
    await expect(page.getByText(/^Inget är inskrivet än\. Öppna en person/)).toBeVisible()
    await hands.moveTo('Kim Kollega')
    await hands.act('Enter')
    await expect(page.getByRole('heading', { level: 1, name: 'Kim Kollega' })).toBeFocused()
    await expect(page.getByText('Ingen metod är inskriven än.')).toBeVisible()
  })

  await test.step('a method, half written, survives a lock', async () => {
    await hands.moveTo('Lägg till metod')
    await hands.act('Enter')
    await dialog.waitFor()
    await hands.act('Enter')
    await page.getByRole('option', { name: 'CRA, grundutbildning' }).waitFor()
    await hands.act('ArrowDown', 'Enter')
    await hands.moveTo('Gavs av')
    await hands.write('Kompetenscentrum')
    await page.waitForTimeout(900) // stored after a pause
    await hands.act('Control+l')
    await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Kim Kollega' }).waitFor()
    await hands.moveTo('Lägg till metod')
    await hands.act('Enter')
    await expect(dialog.getByLabel('Gavs av')).toHaveValue('Kompetenscentrum')
    await hands.act('Control+Enter')
    await expect(dialog.getByText('Skriv dagen.')).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Klar den' })).toBeFocused()
    await hands.write('2019-03-14')
    await hands.act('Control+Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('sedan mars 2019')).toBeVisible()
    await expect(page.getByText('Metoden är inskriven.')).toBeVisible()
  })

  await test.step('a certification, which Alt+Z takes back and its form gives again', async () => {
    await hands.moveTo('Certifiera P09 Problemlösning')
    await hands.act('Enter')
    await dialog.waitFor()
    await hands.write('Rollspel, alla led med.')
    await hands.act('Control+Enter')
    await expect(page.getByText('certifierad 21 november 2026 av Berit Exempel', { exact: true })).toBeVisible()
    await hands.act('Alt+z')
    await expect(page.getByText('certifierad 21 november 2026 av Berit Exempel', { exact: true })).toHaveCount(0)
    await hands.moveTo('Certifiera P09 Problemlösning')
    await hands.act('Enter')
    await dialog.waitFor()
    await hands.write('Inspelning, alla led med.')
    await hands.act('Control+Enter')
    await expect(page.getByText('Inspelning, alla led med.', { exact: true })).toBeVisible()
  })

  await test.step('an education put in wrongly is taken back with its reason, and stays in the history', async () => {
    await hands.moveTo('Lägg till utbildning', 'Shift+Tab')
    await hands.act('Enter')
    await dialog.waitFor()
    await hands.write('Socionomexamen')
    await hands.act('Tab')
    await hands.write('2008')
    await hands.act('Enter')
    await expect(dialog).toBeHidden()
    await hands.moveTo('Mer om Socionomexamen', 'Shift+Tab')
    await hands.act('Enter')
    await page.getByRole('menuitem', { name: 'Ta tillbaka' }).waitFor()
    await hands.moveTo('Ta tillbaka', 'ArrowDown')
    await hands.act('Enter')
    await dialog.waitFor()
    await hands.write('Det var en annan Kim')
    await hands.act('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Ingen utbildning är inskriven än.')).toBeVisible()
    await hands.moveTo('Historik (4)')
    await hands.act('Enter')
    await expect(page.getByText(/^Tillbakataget av Berit Exempel .*: Det var en annan Kim$/)).toBeVisible()
    await expect(page.getByText(/^Tillbakataget av Berit Exempel .*: Ångrat direkt/)).toBeVisible()
  })

  await test.step('the register tells of it all, and its number opens its rows, which name nobody', async () => {
    await go(page, '/settings/training')
    const row = page.getByRole('row', { name: /^Kim Kollega/ })
    await expect(row.first()).toContainText('sedan mars 2019')
    await expect(row.nth(1)).toContainText('1 av 11')
    await expect(row.nth(1)).toContainText('Problemlösning: certifierad 21 november 2026')
    await expect(page.getByText('Ingen här har i dag CRA-handledare, MI, ÅP, ASI eller MAPS.')).toBeVisible()
    await expect(page.getByText('1 träff')).toBeVisible()
    await hands.moveTo('Visa träffarna')
    await hands.act('Enter')
    await expect(
      page.getByRole('row', { name: /^Skyddade personuppgifter, nr 1 1 20 november 2026 Runnagården$/ }),
    ).toBeVisible()
    await expect(page.getByText('Maja Hemlig')).toHaveCount(0)
  })

  await test.step('on paper it stands with the unit and the day, without buttons', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Runnagården, 21 november 2026')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeHidden()
  })
})

test('who could have given CRA is said where an offer failed for want of them', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId, second } = await clinic(address)
  await page.goto(address)
  const dialog = page.getByRole('dialog')
  const choose = async () => {
    await go(page, `/client/${clientId}/do/outcome/${second}`)
    await dialog.getByRole('radio', { name: 'Ej erbjuden' }).check({ force: true })
    await dialog.getByRole('combobox', { name: 'Vårt skäl' }).fill('Ingen utb')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await choose()
  await expect(dialog.getByText(/^Ingen här är inskriven med CRA-utbildning i dag\./)).toBeVisible()
  await dialog.getByRole('radio', { name: 'Inställd av oss' }).check({ force: true })
  await expect(dialog.getByText(/CRA-utbildning/)).toHaveCount(0)
  await page.keyboard.press('Escape')

  const { user } = await ask('user.me', {})
  await ask('training.add', {
    userId: user.id,
    content: { kind: 'method', method: 'craBasic', givenBy: '', level: '', state: 'completed', fromOn: '2019-03-14' },
  })
  await go(page, '/')
  await page.reload()
  await choose()
  await expect(dialog.getByText('CRA-utbildning här i dag: Berit Exempel.')).toBeVisible()
})
