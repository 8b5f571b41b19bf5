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

test('an offer struck for its day opens with all it said, at the day; homework goes to the draft of the right client', async ({
  openClient,
}) => {
  const { page, address, ask, clientId } = await openClient()
  const right = await ask('client.add', newClient({ name: 'Siv Påhittad', number: '', caseNumber: 'R-78' }))
  const offer = { offered: 'cra', on: TODAY, answer: 'no', manner: 'telephone', reasonCode: 'tired' } as const
  const { id } = await ask('offer.record', { clientId, ...offer })
  await ask('mistake.mark', { clientId, about: { kind: 'offer', id }, reason: 'wrongDay' })
  await page.goto(`${address}#/client/${clientId}/do/offers`)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Skriv på rätt dag' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Dag' })).toBeFocused()
  await page.keyboard.type('2026-11-03')
  await page.keyboard.press('Enter')
  await expect.poll(() => ask('offer.ofClient', { clientId })).toMatchObject([{ ...offer, on: '2026-11-03' }])

  const slotId = (await ask('plan.ofClient', { clientId }))[0]?.id ?? ''
  const held = { outcome: 'held', on: TODAY, minutes: 45, setting: 'locked', ...NOTHING_TICKED } as const
  const homeworkGiven = [{ what: 'Ring Sara', when: 'på tisdag', where: '', withWhom: '' }]
  await ask('session.record', { clientId, slotId, ...held, homeworkGiven, note: '' })
  const [homework] = await ask('homework.ofClient', { clientId })
  const about = { kind: 'homework', id: homework?.id ?? '' } as const
  await ask('mistake.mark', { clientId, about, reason: 'wrongClient' })
  const plan = await ask('plan.ofClient', { clientId: right.clientId })
  const booked = { clientId: right.clientId, slotId: plan[0]?.id ?? '', plannedOn: TODAY, plannedAt: '15:00' }
  await ask('plan.schedule', { ...booked, plannedWhere: 'Rum 4' })
  await page.goto(`${address}#/client/${clientId}`)
  await page.reload()
  await page.getByRole('button', { name: 'Välj rätt klient' }).click()
  await page.getByRole('combobox', { name: 'Rätt klient' }).click()
  await page.getByRole('option', { name: 'Siv Påhittad' }).click()
  await dialog.getByRole('button', { name: 'Öppna som utkast' }).click()
  await expect(page).toHaveURL(new RegExp(`/client/${right.clientId}/session/${booked.slotId}`))
  const what = page.getByRole('combobox', { name: 'Vad', exact: true })
  await expect(what).toHaveValue('Ring Sara')
  await expect(what).toBeFocused()

  await page.goto(`${address}#/client/${right.clientId}/do/plan/${booked.slotId}`)
  await dialog.getByRole('button', { name: 'Ångra ändringen: tiden för träff 1' }).click()
  await expect
    .poll(async () => (await ask('plan.ofClient', { clientId: right.clientId }))[0]?.plannedOn)
    .toBe(plan[0]?.plannedOn)
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
