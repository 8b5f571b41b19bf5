import { expect } from '@playwright/test'
import { LONGEST } from '../../main/contract/values.ts'
import { test } from '../support/app.ts'
import { goToNote, noteOn } from '../support/typing.ts'

const WORDS = 'Hon berättade om helgen hos sin syster och om bussen hem. '
const LINK = `https://example.org/${'en-mycket-lang-adress/'.repeat(10)}SLUT`
/** As long as may be, with a beginning and an end of its own. */
const WHOLE = `${`BÖRJAN. ${LINK} ${WORDS.repeat(LONGEST.note / WORDS.length + 1)}`.slice(0, LONGEST.note - 5).trimEnd()} ÄNDE`

test('a note of fifty pages is kept, counted out, held back while it is too long, signed and printed whole', async ({
  openClient,
}) => {
  test.setTimeout(120_000)
  const { page, ask, address, clientId } = await openClient()
  const slotId = (await ask('plan.ofClient', { clientId }))[0]?.id ?? ''
  await page.goto(address)
  await goToNote(page, { clientId, slotId })
  const note = noteOn(page)
  await page.getByLabel('Minuter').fill('60')
  const { user } = await ask('user.me', {})
  const draft = async () => {
    const stored = await ask('draft.get', { clientId, place: `session:${slotId}`, writer: user.id })
    return JSON.parse(stored?.content ?? '{}')
  }

  await test.step('what is pasted and too long stands whole, is told beside the field, and is kept', async () => {
    await note.fill(`${WHOLE}${'x'.repeat(234)}`)
    await expect(page.getByText('234 tecken för långt.')).toBeVisible()
    expect((await note.inputValue()).length).toBe(WHOLE.length + 234)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Anteckning' })).toBeVisible()
    await expect(note).toBeFocused()
    await expect.poll(async () => (await draft()).note?.length).toBe(WHOLE.length + 234)
    expect((await ask('session.ofClient', { clientId })).length).toBe(0)
  })

  await test.step('what is left is counted out', async () => {
    await note.fill(WHOLE.slice(0, -40))
    await expect(page.getByText(/^\d+ tecken kvar av 250\s000$/)).toBeVisible()
    await page.keyboard.type('tio tecken')
    await note.fill(WHOLE)
  })

  await test.step('it is signed, shown and printed to its last word, from under its heading on the first page', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('button', { name: 'Signera ändå' }).click()
    await expect.poll(async () => (await ask('session.ofClient', { clientId }))[0]?.note).toBe(WHOLE)
    await page.goto(`${address}#/client/${clientId}/session/${slotId}`)
    await expect(page.getByText('ÄNDE')).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    const onPaper = await page.getByText('BÖRJAN').evaluate(each => ({
      card: getComputedStyle(each.closest('.card') ?? each).breakInside,
      isWhole: each.scrollWidth <= each.clientWidth && each.scrollHeight <= each.clientHeight + 1,
    }))
    expect(onPaper).toEqual({ card: 'auto', isWhole: true }) // so it begins under its heading, and no line of it is cut
  })
})
