import { expect, type Page } from '@playwright/test'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { pick } from '../support/steps.ts'
import { unlock } from '../support/typing.ts'

async function lockAndUnlock(page: Page) {
  await page.keyboard.press('Control+l')
  await unlock(page)
}

test('a client half put in is there after a lock, is found under Påbörjat, and can be let go and had back', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.evaluate(() => window.location.assign('#/clients/new'))
  const name = page.getByLabel('Namn')
  const number = page.getByLabel('Personnummer')

  await test.step('words, choices and the place come back after a lock', async () => {
    await expect(name).toBeFocused()
    await page.keyboard.type('Anna Exempel')
    await pick(page, 'Kön', 'Kvinna')
    await number.focus()
    await page.keyboard.type('19800101')
    await page.waitForTimeout(400) // the place is kept a moment after the field is reached
    await lockAndUnlock(page)
    await expect(number).toBeFocused()
    await expect(number).toHaveValue('19800101')
    await expect(name).toHaveValue('Anna Exempel')
    await expect(page.getByRole('combobox', { name: 'Kön' })).toHaveValue('Kvinna')
  })

  await test.step('it stands under Påbörjat without a name, and leads back', async () => {
    await page.getByRole('link', { name: 'Idag' }).click()
    const begun = page.getByRole('region', { name: 'Påbörjat' })
    await expect(begun).toContainText('Ny klient')
    await expect(begun).not.toContainText('Anna')
    await begun.getByRole('button', { name: 'Fortsätt: Ny klient' }).click()
    await expect(name).toHaveValue('Anna Exempel')
    await expect(page.getByText(/^Det här började du skriva/)).toBeVisible()
  })

  await test.step('it is let go, had back, and gone once the client is put in', async () => {
    await page.getByRole('button', { name: 'Börja på en ny' }).click()
    await expect(name).toHaveValue('')
    await expect.poll(() => ask('typing.kept', {})).toEqual({})
    await page.getByRole('button', { name: 'Ångra' }).click()
    await expect(name).toHaveValue('Anna Exempel')
    await number.fill('')
    await page.getByLabel('Ärendenummer').fill('Ä 14')
    await page.getByRole('combobox', { name: 'Hemkommun' }).fill('Kumla')
    await page.getByRole('button', { name: 'Lägg in klienten' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Anna Exempel')
    await expect.poll(() => ask('typing.kept', {})).toEqual({})
  })
})

test('a reason for breaking the glass is there after a lock, and at no other client’s door', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { userId: therapistId } = await ask('user.add', { name: 'Kim Kollega', roles: ['therapist'] })
  const one = await ask('client.add', newClient({ name: 'Anna Exempel', therapistId }))
  const other = await ask('client.add', newClient({ name: 'Lisa Påhittad', number: '', therapistId }))
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const toDoor = ({ clientId }: { clientId: string }) =>
    page.evaluate(hash => window.location.assign(hash), `#/client/${clientId}`)
  const reason = page.getByLabel('Skäl')

  await toDoor(one)
  await reason.fill('Klientens mamma ringde och')
  await lockAndUnlock(page)
  await expect(reason).toHaveValue('Klientens mamma ringde och')
  await toDoor(other)
  await expect(reason).toHaveValue('')
  await toDoor(one)
  await expect(reason).toHaveValue('Klientens mamma ringde och')
  await page.getByRole('button', { name: 'Öppna för läsning' }).click()
  await expect(page.getByText('Öppnad med nödåtkomst.')).toBeVisible()
  await expect.poll(() => ask('typing.kept', {})).toEqual({})
})
