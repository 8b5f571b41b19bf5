import { expect } from '@playwright/test'
import { type OpenedApp, test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER, PASSPHRASE } from '../support/readyToSeal.ts'
import { sayMinutes } from '../support/steps.ts'

/** The first session of a new client, open to be held. */
async function atFirstSession({ page, address }: OpenedApp) {
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await page.goto(`${address}#/client/${clientId}/session/${slot?.id}`)
  return { page, ask, clientId }
}

test('Ctrl+K finds a client, a chapter and a command, and Enter goes there', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  await askOn(address)('client.add', newClient({ name: 'Anna Exempel' }))
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  for (const [typed, heading] of [
    ['anna', 'Anna Exempel'],
    ['tacka nej', '9. Tacka nej'],
    ['ny klient', 'Ny klient'],
  ] as const) {
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Klient, kapitel eller kommando').fill(typed)
    await page
      .getByRole('button', { name: new RegExp(heading.replace('9. ', ''), 'i') })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }
})

test('the key after the one that opens a dialog is written in the dialog, however quick the hand', async ({
  openApp,
}) => {
  const { page } = await atFirstSession(await openApp())
  await page.getByLabel('Klientens egna ord').fill('Jag vill.')
  /** What has the focus in the same task as the key, before any timer or frame. */
  const focusedAfter = (key: { key: string; code: string; ctrlKey: boolean; altKey: boolean }) =>
    page.evaluate(async pressed => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { ...pressed, bubbles: true, cancelable: true }),
      )
      for (let nth = 0; nth < 10; nth++) await Promise.resolve()
      const at = document.activeElement
      return at?.closest('[role=dialog]') === null ? `below: ${at.tagName}` : at?.getAttribute('placeholder')
    }, key)
  expect(await focusedAfter({ key: 'k', code: 'KeyK', ctrlKey: true, altKey: false })).toBe(
    'Klient, kapitel eller kommando',
  )
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Klientens egna ord')).toBeFocused()
  expect(await focusedAfter({ key: 'p', code: 'KeyP', ctrlKey: false, altKey: true })).toBe('Välj')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Klientens egna ord')).toHaveValue('Jag vill.')
})

test('what was typed in a session is there after a lock, a reload and another page', async ({ openApp }) => {
  const { page } = await atFirstSession(await openApp())
  await page.getByLabel('Klientens egna ord').fill('Jag vill inte svika min syster igen.')
  await expect(page.getByText(/Sparat \d\d\.\d\d/)).toBeVisible()
  await page.keyboard.press('Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Klientens egna ord')).toHaveValue('Jag vill inte svika min syster igen.')

  await page.getByRole('button', { name: /^Avsluta Ctrl/ }).click()
  await page.getByLabel('Anteckning').fill('Halvskriven mening om')
  await page.keyboard.press('Control+l') // at once, in the middle of a sentence
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Anteckning')).toHaveValue('Halvskriven mening om')
  await page.getByRole('button', { name: 'Pausa' }).click()
  await page.getByRole('button', { name: /^Börja träff 1/ }).click()
  await expect(page.getByLabel('Anteckning')).toHaveValue('Halvskriven mening om')
})

test('an undocumented session gets its outcome by keyboard alone, in three actions', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await ask('plan.schedule', { clientId, slotId: slot?.id ?? '', plannedOn: '2026-11-19' })
  await page.goto(address)
  const row = page.getByRole('group', { name: /träff 1$/ })
  await row.getByRole('button').first().focus()
  await page.keyboard.press('4')
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Erbjuden – uteblev' })).toBeChecked()
  await page.keyboard.type('orsak ej')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(row).toBeHidden()
  await expect
    .poll(async () => (await ask('plan.ofClient', { clientId }))[0], { timeout: 15_000 })
    .toMatchObject({ outcome: 'noShow', reasonWords: 'Orsak ej känd' })
})

test('the client does not come today: the outcome is recorded from the row, by its key or from its menu, without opening the session', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const plan = await ask('plan.ofClient', { clientId })
  for (const [index, plannedAt] of ['10:00', '13:00'].entries())
    await ask('plan.schedule', { clientId, slotId: plan[index]?.id ?? '', plannedOn: '2026-11-21', plannedAt })
  await page.goto(address)
  const row = (number: number) => page.getByRole('group', { name: new RegExp(`träff ${number} i dag$`) })
  await row(1)
    .getByRole('button', { name: /^Börja/ })
    .focus()
  await page.keyboard.press('4') // one
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Erbjuden – uteblev' })).toBeChecked()
  await page.keyboard.type('orsak ej')
  await page.keyboard.press('Enter') // two
  await page.keyboard.press('Enter') // three
  await expect(row(1)).toBeHidden()
  await expect
    .poll(async () => (await ask('plan.ofClient', { clientId }))[0], { timeout: 15_000 })
    .toMatchObject({ outcome: 'noShow', reasonWords: 'Orsak ej känd', settledOn: '2026-11-21' })

  await row(2)
    .getByRole('button', { name: /^Utfall för träff 2/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: /^Inställd av oss/ })).toBeVisible()
  await page.keyboard.press('5')
  await expect(page.getByRole('dialog').getByRole('radio', { name: 'Inställd av oss' })).toBeChecked()
  await expect(page.getByRole('menuitem').first()).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(row(2)).toBeVisible()
})

test('the heading counts every undocumented session, and the rest open under the hundred oldest', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  for (let nth = 0; nth < 6; nth++) {
    const { clientId } = await ask('client.add', newClient({ number: '' }))
    for (const { id: slotId } of await ask('plan.ofClient', { clientId }))
      await ask('plan.schedule', { clientId, slotId, plannedOn: '2026-11-19' })
  }
  await page.goto(address)
  const undocumented = page.getByRole('region', { name: 'Ej dokumenterat' })
  await expect(undocumented.getByRole('heading')).toHaveText('Ej dokumenterat 108')
  await expect(page.getByRole('link', { name: 'Idag' })).toContainText('108')
  await expect(undocumented).toContainText('Visar de 100 äldsta av 108.')
  await expect(undocumented.getByRole('group')).toHaveCount(100)
  await undocumented.getByRole('button', { name: 'Visa alla 108' }).click()
  await expect(undocumented.getByRole('group')).toHaveCount(108)
})

test('a dialog gives the focus back to what opened it', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await askOn(address)('client.add', newClient())
  await page.goto(`${address}#/client/${clientId}`)
  await page.getByRole('button', { name: 'Anteckna erbjudande' }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Anteckna erbjudande' })).toBeFocused()
  await page.getByRole('button', { name: 'Mer', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Planera träffar' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stäng' }).last().click()
  await expect(page.getByRole('button', { name: 'Mer', exact: true })).toBeFocused()
})

test('a session that was declined shows what was recorded, and can be offered again', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  const slotId = slot?.id ?? ''
  await ask('session.record', {
    clientId,
    slotId,
    outcome: 'declined',
    on: '2026-11-20',
    reasonCode: 'tired',
    note: 'Sov dåligt.',
  })
  await page.goto(`${address}#/client/${clientId}/session/${slotId}`)
  const record = page.getByRole('article', { name: /^Erbjuden – tackade nej/ })
  await expect(record).toContainText('Skäl: orkar inte i dag.')
  await expect(record).toContainText('Sov dåligt.')
  await page.getByRole('button', { name: 'Erbjud på nytt' }).click()
  await page
    .getByRole('navigation', { name: 'Agenda' })
    .getByRole('button', { name: /Vad gör livet värt/ })
    .click()
  await page.getByRole('region', { name: 'Min CRA-karta' }).getByRole('textbox').first().fill('Hunden')
  await page.keyboard.press('Control+Enter')
  await sayMinutes(page)
  await page.getByRole('button', { name: /^Signera träffen/ }).click()
  await page.getByRole('button', { name: 'Signera ändå' }).click()
  await page.getByRole('link', { name: /^Träff 1: Genomförd/ }).click()
  await expect(
    page.getByRole('article', { name: /^Genomförd/ }).getByRole('region', { name: 'Min CRA-karta' }),
  ).toContainText('Hunden')
  await expect(record).toBeVisible()
})

test('the note writes itself from what was ticked, and is never written over once someone has written in it', async ({
  openApp,
}) => {
  const { page, ask, clientId } = await atFirstSession(await openApp())
  await page.getByRole('checkbox', { name: /P01/ }).check()
  await page.keyboard.press('Control+Enter')
  const note = page.getByLabel('Anteckning')
  await expect(note).toHaveValue(/Vi arbetade med Översikt och förväntningar\.$/)
  await page.getByRole('checkbox', { name: /P01/ }).uncheck()
  await expect(note).not.toHaveValue(/Vi arbetade med/)
  await note.fill('Mina egna ord.')
  await page.getByRole('checkbox', { name: /P01/ }).check()
  await sayMinutes(page)
  await page.getByRole('button', { name: /^Signera träffen/ }).click()
  await page.getByRole('button', { name: 'Signera ändå' }).click()
  await page.getByRole('link', { name: /^Träff 1: Genomförd/ }).waitFor()
  expect((await ask('session.ofClient', { clientId }))[0]).toMatchObject({
    note: 'Mina egna ord.',
    procedures: [{ code: 'P01' }],
  })
})
