import { expect } from '@playwright/test'
import { type OpenedApp, test } from '../support/app.ts'
import { askOn } from '../support/host.ts'
import { sayMinutes } from '../support/steps.ts'
import { BEGUN, clientToMeet, goToNote, noteOn, unlock } from '../support/typing.ts'

/** Two windows of one user at the note of the same session. */
async function twoWindows({ page, address }: OpenedApp) {
  const client = await clientToMeet(askOn(address))
  await page.goto(address)
  await goToNote(page, client)
  await expect(page.getByText(/Sparat \d\d/)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto(address)
  await expect(noteOn(other)).toHaveValue(BEGUN)
  return { client, one: page, other }
}

test('two windows with the same session are told of each other, and the text follows from one to the other', async ({
  openApp,
}) => {
  const app = await openApp({ shown: false })
  const { one, other } = await twoWindows(app)
  for (const each of [one, other]) {
    await expect(each.getByText('Öppen också i ett annat fönster.')).toBeVisible({ timeout: 15_000 })
  }
  await noteOn(one).pressSequentially('Skrivet i det ena.')
  await expect(noteOn(other)).toHaveValue(`${BEGUN}Skrivet i det ena.`, { timeout: 20_000 })
  await other.close({ runBeforeUnload: true })
  await expect(one.getByText('Öppen också i ett annat fönster.')).toBeHidden({ timeout: 20_000 })
})

/** Has the window hear nothing for now, so that both write without knowing: as when both do within the same seconds. */
async function writeInBoth({ address }: OpenedApp, { one, other, client }: Awaited<ReturnType<typeof twoWindows>>) {
  await other.route('**/core/draft.watch', route => route.abort())
  await noteOn(one).fill(`${BEGUN}Det ena.`)
  await expect.poll(async () => (await askOn(address)('draft.get', client.draft))?.content).toContain('Det ena.')
  await noteOn(other).fill(`${BEGUN}Det andra.`)
  await expect(other.getByRole('alert')).toContainText('Utkastet har skrivits i ett annat fönster')
}

test('two texts written at once are both kept, and the one not chosen can be fetched back', async ({ openApp }) => {
  const app = await openApp({ shown: false })
  app.forgive(/ERR_FAILED/)
  const windows = await twoWindows(app)
  const { one, other } = windows
  await writeInBoth(app, windows)
  await other.getByRole('button', { name: 'Hämta det som skrevs där' }).click()
  await expect(noteOn(other)).toHaveValue(`${BEGUN}Det ena.`)
  await other.unroute('**/core/draft.watch')
  await other.getByRole('button', { name: 'Tidigare texter' }).click({ timeout: 15_000 })
  const dialog = other.getByRole('dialog')
  await expect(dialog).toContainText(`${BEGUN}Det andra.`)
  await dialog.getByRole('button', { name: 'Hämta tillbaka' }).click()
  await expect(noteOn(other)).toHaveValue(`${BEGUN}Det andra.`)
  await expect(noteOn(one)).toHaveValue(`${BEGUN}Det andra.`, { timeout: 20_000 })
})

test('one may keep the text at hand, and the other window follows', async ({ openApp }) => {
  const app = await openApp({ shown: false })
  app.forgive(/ERR_FAILED/)
  const windows = await twoWindows(app)
  const { one, other } = windows
  await writeInBoth(app, windows)
  await other.getByRole('button', { name: 'Behåll det här' }).click()
  await expect(other.getByRole('alert')).toBeHidden()
  await expect(noteOn(other)).toHaveValue(`${BEGUN}Det andra.`)
  await expect(noteOn(one)).toHaveValue(`${BEGUN}Det andra.`, { timeout: 20_000 })
})

test('a session signed in another window says so, and leaves what is typed on the screen and among the drafts', async ({
  openApp,
}) => {
  const app = await openApp({ shown: false })
  const { client, one, other } = await twoWindows(app)
  await sayMinutes(other)
  await other.getByRole('button', { name: /^Signera träffen/ }).click()
  await other.getByRole('button', { name: 'Signera ändå' }).click()
  await other.getByRole('link', { name: /^Träff 1: Genomförd/ }).waitFor()
  await expect(one.getByText(/Träffen signerades i dag|Träffen signerades .* av Berit Exempel/)).toBeVisible({
    timeout: 15_000,
  })
  await noteOn(one).fill(`${BEGUN}Ett ord till.`)
  await expect
    .poll(async () => (await askOn(app.address)('draft.get', client.draft))?.content)
    .toContain('Ett ord till.')
  await one.getByRole('button', { name: 'Visa den signerade träffen' }).click()
  await expect(one.getByRole('article', { name: /^Genomförd/ })).toBeVisible()
  await one.getByRole('button', { name: 'Visa texten' }).click()
  await expect(one.getByRole('dialog')).toContainText('Ett ord till.')
})

test('another user with the session begun is named, and not a word of what they have written is shown', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  const ask = askOn(address)
  const { clientId, slotId, draft } = await clientToMeet(ask)
  const { userId, words } = await ask('user.add', { name: 'Kim Kollega', roles: ['coordinator'] })
  const { user } = await ask('user.me', {})
  await ask('client.assign', { clientId, therapistId: user.id, coordinatorId: userId })
  await ask('user.lock', {})
  await ask('user.unlock', { passphrase: words })
  await ask('user.choosePassphrase', { userId, passphrase: 'en egen lösenfras för Kim' })
  await ask('draft.save', {
    ...draft,
    content: JSON.stringify({ note: 'Kims egna ord' }),
    writer: userId,
    window: crypto.randomUUID(),
    basedOn: 0,
    attempt: 1,
  })
  await ask('user.lock', {})
  await page.goto(address)
  await unlock(page)
  await page.getByRole('navigation', { name: 'Huvudmeny' }).waitFor()
  await page.evaluate(hash => window.location.assign(hash), `#/client/${clientId}/session/${slotId}`)
  await expect(
    page.getByText(/Kim Kollega har ett osignerat utkast på den här träffen, sparat .*\d\d\.\d\d\./),
  ).toBeVisible()
  await expect(page.getByText('Kims egna ord')).toHaveCount(0)
})
