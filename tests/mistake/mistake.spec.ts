import { expect } from '@playwright/test'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { TODAY } from '../support/host.ts'
import { newClient, newGoal } from '../support/people.ts'

test('a session signed for the wrong client is struck, and its words are one step from the right one', async ({
  openClient,
}) => {
  const { page, address, ask, clientId } = await openClient()
  const right = await ask('client.add', newClient({ name: 'Lisa Påhittad', number: '', caseNumber: 'R-77' }))
  const slotId = (await ask('plan.ofClient', { clientId }))[0]?.id ?? ''
  const held = { outcome: 'held', on: TODAY, minutes: 45, setting: 'locked', ...NOTHING_TICKED } as const
  const homeworkGiven = [{ what: 'Ring Sara', when: 'på tisdag', where: '', withWhom: '' }]
  const note = 'Kom i tid och var på gott humör.'
  await ask('session.record', { clientId, slotId, ...held, homeworkGiven, note })
  await page.goto(`${address}#/client/${clientId}/session/${slotId}`)

  await page.getByRole('button', { name: /^Fört in av misstag/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Stryk' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'Fel klient' }).click()
  await dialog.getByRole('button', { name: 'Stryk' }).click()

  const struck = page.getByRole('article', { name: /^Struket: Genomförd/ })
  await expect(struck).toContainText('fört in av misstag, fel klient')
  await expect(struck).toContainText('Berit Exempel')
  await expect(struck).toContainText(note)
  await struck.getByRole('button', { name: 'Välj rätt klient' }).click()
  await page.getByRole('combobox', { name: 'Rätt klient' }).click()
  await page.getByRole('option', { name: 'Lisa Påhittad' }).click()
  await dialog.getByRole('button', { name: 'Öppna som utkast' }).click()

  await expect(page).toHaveURL(new RegExp(`/client/${right.clientId}/session/`))
  await expect(page.getByRole('textbox', { name: 'Anteckning' })).toHaveValue(note)
  await page.getByRole('button', { name: /^Signera/ }).click()
  await dialog.getByRole('button', { name: 'Signera ändå' }).click() // no procedure was ticked
  await expect
    .poll(() => ask('session.ofClient', { clientId: right.clientId }))
    .toMatchObject([{ note, minutes: 45, on: TODAY, number: 1 }])
  expect(await ask('homework.ofClient', { clientId: right.clientId })).toMatchObject([{ what: 'Ring Sara' }])
  expect(await ask('session.ofClient', { clientId })).toEqual([])
})

test('what one has written oneself today is undone where it stands, and put back from there', async ({
  openClient,
}) => {
  const { page, address, ask, clientId } = await openClient()
  const words = 'Jag vill ha en egen lägenhet'
  await ask('goal.set', newGoal(clientId, { words }))
  await page.goto(`${address}#/client/${clientId}/goals`)
  await page.getByRole('button', { name: `Ångra målet ”${words}”` }).click()
  const struck = page.getByRole('article', { name: `Struket: ${words}` })
  await expect(struck).toContainText('ångrat samma dag')
  expect(await ask('goal.ofClient', { clientId })).toEqual([])
  await struck.getByRole('button', { name: 'Ta tillbaka strykningen' }).click()
  await expect(page.getByRole('article', { name: words, exact: true })).toBeVisible()
})
