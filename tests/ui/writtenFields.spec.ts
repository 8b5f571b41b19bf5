import { expect, type Page } from '@playwright/test'
import { type OpenedClient, test } from '../support/app.ts'
import { pick } from '../support/steps.ts'

const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** The dialog where a time is booked, on the first session. */
async function planning({ page, address, ask, clientId }: OpenedClient) {
  const [slot] = await ask('plan.ofClient', { clientId })
  await page.goto(`${address}#/client/${clientId}/do/plan/${slot?.id}`)
  await expect(textbox(page, 'Dag')).toBeVisible()
  const booked = async () => {
    const [first] = await ask('plan.ofClient', { clientId })
    return [first?.plannedOn, first?.plannedAt]
  }
  return { page, booked, save: page.getByRole('button', { name: 'Spara tiden' }) }
}

test('a day that cannot be read stays in its field, says why, and nothing is saved by button or key', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page, booked, save } = await planning(app)
  const day = textbox(page, 'Dag')
  const dialog = page.getByRole('dialog')

  await test.step('nothing is said while it is typed, and Enter does not save it', async () => {
    await day.fill('')
    await day.pressSequentially('31/11')
    await expect(page.getByText('31 november finns inte.')).toBeHidden()
    await day.press('Enter')
    await expect(page.getByText('31 november finns inte.')).toBeVisible()
    await expect(dialog.getByRole('alert')).toHaveText('Inget är sparat. Se först över ”Dag”.')
    await expect(day).toBeFocused()
    await expect(day).toHaveValue('31/11')
  })

  await test.step('nor does the button, nor a draft that comes back with it', async () => {
    await page.reload()
    await expect(textbox(page, 'Dag')).toHaveValue('31/11')
    await expect(page.getByText('31 november finns inte.')).toBeVisible()
    await save.click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    expect(await booked()).toEqual([undefined, undefined])
  })

  await test.step('a day far away is asked about with its year, and one without a year is told which', async () => {
    await day.fill('8.11.2025')
    await day.press('Tab')
    await expect(page.getByText(/^8 november 2025 var för .* sedan\. Stämmer det\?$/)).toBeVisible()
    await save.click()
    await expect(dialog).toBeVisible()
    await day.fill('4/12')
    await page.keyboard.press('Tab')
    await expect(dialog.getByText('Det blir 4 december 2026.')).toBeVisible()
    await expect(day).toHaveValue('fre 4 dec 2026')
  })

  await test.step('a range is no time; 9,30 is', async () => {
    await textbox(page, 'Tid').fill('9.30-10.30')
    await save.click()
    await expect(page.getByText('Skriv bara när det börjar, som 9.30.')).toBeVisible()
    expect(await booked()).toEqual([undefined, undefined])
    await textbox(page, 'Tid').fill('9,30')
    await textbox(page, 'Tid').press('Enter')
    await expect(dialog).toBeHidden()
    await expect.poll(booked).toEqual(['2026-12-04', '09:30'])
  })
})

test('a session is not signed, by button or key, while its day or its minutes cannot be read', async ({
  openClient,
}) => {
  const { page, address, ask, clientId } = await openClient()
  const slot = (await ask('plan.ofClient', { clientId }))[1]
  const signed = () => ask('session.ofClient', { clientId })
  await page.goto(`${address}#/client/${clientId}/session/${slot?.id}`)
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  await page.keyboard.press('Control+Enter')
  const [day, minutes] = [textbox(page, 'Dag'), textbox(page, 'Minuter')]
  await expect(minutes).toHaveValue('') // nobody has measured it
  await day.fill('08-11-26')
  await page.keyboard.press('Control+Enter')
  await expect(
    page.getByText('Kan vara 8 november 2026 eller 26 november 2008. Skriv året med fyra siffror.'),
  ).toBeVisible()
  await expect(page.getByText('Skriv minuterna.')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveText('Inget är sparat. Se först över ”Dag” och ”Minuter”.')
  await day.fill('20/11')
  await minutes.fill('300')
  await page.getByRole('button', { name: /^Signera träffen/ }).click()
  await expect(page.getByText('Skriv ett tal från 5 till 240 minuter.')).toBeVisible()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await signed()).toEqual([])
  await minutes.fill('1:30')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Signera ändå' }).click()
  await expect.poll(signed).toMatchObject([{ on: '2026-11-20', minutes: 90 }])
})

test('what is typed in a list and is none of its choices stays, says so, and an earlier choice is not saved in its place', async ({
  openClient,
}) => {
  const { page, address, ask, clientId } = await openClient()
  await page.goto(`${address}#/client/${clientId}/do/offer`)
  await pick(page, 'Klientens svar', 'Nej')
  await pick(page, 'Klientens skäl', 'Sjuk')
  const reason = page.getByRole('combobox', { name: 'Klientens skäl' })
  await reason.fill('Bussen gick inte')
  await reason.press('Tab')
  await expect(page.getByText('”Bussen gick inte” finns inte i listan. Välj en som finns.')).toBeVisible()
  await expect(reason).toHaveValue('Bussen gick inte')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toHaveText(/Klientens skäl/)
  expect(await ask('offer.ofClient', { clientId })).toEqual([])
  await reason.fill('orkar inte i dag')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect(await ask('offer.ofClient', { clientId })).toMatchObject([{ answer: 'no', reasonCode: 'tired' }])
})
