import { expect, type Page } from '@playwright/test'
import { SESSION_SHORTCUTS } from '../../renderer/session/runner/sessionShortcuts.ts'
import { type OpenedClient, test } from '../support/app.ts'
import { PASSPHRASE } from '../support/readyToSeal.ts'
import { sayMinutes } from '../support/steps.ts'

const MINUTE = 60_000

/** The page's clock in our hands, and the session open. */
async function begin({ page, address, ask, clientId }: OpenedClient, number: number) {
  await page.clock.install()
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.number === number)
  const open = async () => {
    await page.goto(`${address}#/client/${clientId}/session/${slot?.id}`)
    await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
  }
  await open()
  return { ask, clientId, open }
}

const step = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name })

/** Minutes during which someone touches the keyboard now and then, so that the app stays open. */
async function talk(page: Page, minutes: number) {
  for (let minute = 0; minute < minutes; minute++) {
    await page.clock.runFor(MINUTE)
    await page.keyboard.press('Shift')
  }
}

async function press(page: Page, ...keys: string[]) {
  for (const key of keys) await page.keyboard.press(key)
}

test('a whole session is held by keyboard alone, split, and continued where it was left', async ({ openClient }) => {
  test.setTimeout(90_000)
  const app = await openClient()
  const { page } = app
  const { ask, clientId, open } = await begin(app, 9)
  const note = page.getByLabel('Anteckning')

  await test.step('the first steps, with what was done and how the client is', async () => {
    await press(page, 'Alt+1', 'Alt+Shift+2', 'Alt+r', 'Alt+r')
    await talk(page, 6)
    await press(page, 'Alt+ArrowDown')
    await talk(page, 8)
    await press(page, 'Alt+ArrowDown', 'Alt+Enter')
    await expect(step(page, /^klart Incheckning/)).toContainText('har tagit 6 av / 5 min')
    await press(page, 'Alt+s', '7', 'Alt+l', '8', 'Tab', '5', 'Tab', '1', '0', 'Alt+o')
    await page.keyboard.type('Jag vill inte svika min syster igen.')
  })

  await test.step('a procedure and a worksheet from other chapters', async () => {
    await press(page, 'Alt+p')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('problem')
    await press(page, 'Enter')
    await expect(page.getByRole('dialog')).toContainText('Samlar många idéer')
    await press(page, 'Enter')
    await expect(page.getByRole('checkbox', { name: 'P09 Problemlösning' })).toBeChecked()
    await press(page, 'Alt+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('8. Lösa')
    await press(page, 'Enter')
    await page.getByRole('button', { name: /^Från problem till plan/ }).waitFor()
    await press(page, 'Tab', 'Tab', 'Tab', 'Tab', 'Enter')
    await expect(page.getByText('Ur kapitel 8, Lösa problem innan de löser dig')).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: 'Från problem till plan' })).toBeFocused()
    await page.getByRole('region', { name: 'Problemlösaren' }).getByRole('textbox').first().focus()
    await page.keyboard.type('Hyran')
    await press(page, 'Alt+ArrowUp', 'Alt+ArrowDown')
    await expect(step(page, /Vilka kommer att fråga/)).toHaveAttribute('aria-current', 'step')
  })

  await test.step('it is split: signed so far, and the rest planned', async () => {
    await press(page, 'Alt+b')
    await expect(page.getByLabel('Resten hålls den')).toBeFocused()
    await page.keyboard.type('2026-11-24')
    await press(page, 'Tab', 'Tab')
    await page.getByLabel('Tid för resten').focus()
    await page.keyboard.type('10.00')
    await press(page, 'Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('Ingen ny hemuppgift är given.')
    await press(page, 'Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await press(page, 'Alt+h')
    await page.keyboard.type('Öva nejet högt')
    await press(page, 'Alt+n')
    await expect(note).toBeFocused()
    await expect(note).toHaveValue(
      [
        'En del av träff 9, ”Tacka nej”, hölls på LVM-hemmet och tog 14 minuter.',
        'Vi arbetade med Tacka nej och Återfallsprevention (delvis, rollspel två gånger). Vi tog också med Problemlösning, som hör till en annan träff. Ifyllt tillsammans: Problemlösaren.',
        'Suget var 7 av 10. Klienten skattade viktigheten till 8, tilltron till 5 och beredskapen till 10 av 10. Klienten sa: ”Jag vill inte svika min syster igen.”',
        'Till nästa gång: Öva nejet högt. Kvar av träffen är allt från ”Vilka kommer att fråga?” och framåt. Resten är planerad till 24 november kl. 10.00.',
      ].join('\n\n'),
    )
    await press(page, 'Control+Enter')
    await expect(
      page.getByText(/är signerad så långt\. Resten är planerad till tis 24 nov kl\. 10\.00\./),
    ).toBeVisible()
    expect((await ask('plan.ofClient', { clientId }))[8]).toMatchObject({
      outcome: 'partlyHeld',
      plannedOn: '2026-11-24',
      plannedAt: '10:00',
    })
  })

  await test.step('the rest begins at the first step that is left, and records only what is new', async () => {
    await open()
    await expect(step(page, /Vilka kommer att fråga/)).toHaveAttribute('aria-current', 'step')
    await expect(step(page, /^klart Incheckning/)).toContainText('i förra delen, 6 min')
    await expect(page.getByRole('checkbox', { name: /^P10/ })).not.toBeChecked()
    await press(page, 'Alt+2')
    await talk(page, 20)
    for (let nth = 0; nth < 7; nth++) await press(page, 'Alt+ArrowDown')
    await expect(page.getByRole('heading', { level: 2, name: 'Avsluta och signera' })).toBeFocused()
    const minutes = page.getByLabel('Minuter')
    await expect(minutes).toHaveValue('20')
    await minutes.focus()
    await press(page, 'End', 'Backspace', 'Backspace')
    await page.keyboard.type('25')
    await press(page, 'Tab')
    await expect(minutes).toHaveValue('25')
    await press(page, 'Control+Enter')
    await page.getByRole('dialog').waitFor()
    await expect(page.getByRole('button', { name: 'Gå tillbaka' })).toBeFocused()
    await press(page, 'Tab', 'Enter')
    await expect(page.getByText('Träff 9 är signerad.')).toBeVisible()
    const parts = await ask('session.ofClient', { clientId })
    expect(
      parts.map(({ outcome, minutes, procedures, steps }) => [outcome, minutes, procedures.length, steps.length]),
    ).toEqual([
      ['partlyHeld', 14, 3, 2],
      ['held', 25, 1, 7],
    ])
  })

  await test.step('the record shows both parts, with their steps and time', async () => {
    await page.getByRole('link', { name: /^Träff 9: Genomförd/ }).click()
    const first = page.getByRole('article', { name: /^Genomförd delvis/ })
    await expect(first).toContainText('Linjaler: viktighet 8 av 10, tilltro 5 av 10, beredskap 10 av 10.')
    await first.getByText('Steg och tid').click()
    await expect(first.getByRole('listitem').filter({ hasText: 'Incheckning' })).toContainText('6 min')
  })
})

test('the time of a step outlives a lock, and does not run while one is away', async ({ openClient }) => {
  const app = await openClient()
  const { page } = app
  await begin(app, 2)
  await press(page, 'Alt+1')
  await talk(page, 4)
  await expect(step(page, /Incheckning/)).toContainText('har tagit 4 av / 5 min')
  await press(page, 'Alt+o')
  await page.keyboard.type('Vi')
  await page.clock.runFor(2000)
  await press(page, 'Control+l')
  await page.getByLabel('Lösenfras', { exact: true }).waitFor()
  await page.clock.runFor(40 * MINUTE)
  await page.getByLabel('Lösenfras', { exact: true }).fill(PASSPHRASE)
  await press(page, 'Enter')
  await expect(step(page, /Incheckning/)).toContainText('har tagit 4 av / 5 min')
})

test('new homework is chosen: the chapter’s own fills the line, its parts have choices, and own words are as good', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId } = await begin(app, 9)
  await press(page, 'Alt+1', 'Control+Enter', 'Alt+h')
  await expect(page.getByRole('option', { name: 'Öva mitt nej högt tre gånger' })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  await expect(page.getByRole('combobox', { name: 'När', exact: true })).toHaveValue('tre olika dagar före nästa träff')
  await press(page, 'Tab', 'ArrowDown')
  await expect(page.getByRole('option', { name: 'varje dag' })).toBeVisible() // also beside a choice already made
  await page.keyboard.type('tis')
  await press(page, 'ArrowDown', 'Enter', 'Tab')
  await page.keyboard.type('i tvättstugan')
  await sayMinutes(page)
  await press(page, 'Control+Enter')
  await expect(page.getByText('Träff 9 är signerad.')).toBeVisible()
  expect(await ask('homework.ofClient', { clientId })).toMatchObject([
    {
      what: 'Öva mitt nej högt tre gånger',
      when: 'på tisdag',
      where: 'i tvättstugan',
      withWhom: 'kontaktpersonen eller på egen hand',
    },
  ])
})

test('what a press can destroy is given back by Alt+Z', async ({ openClient }) => {
  const app = await openClient()
  const { page } = app
  await begin(app, 9)
  const refusal = page.getByRole('checkbox', { name: /^P10/ })
  await press(page, 'Alt+1', 'Alt+r', 'Alt+r', 'Alt+1')
  await expect(refusal).not.toBeChecked()
  await press(page, 'Alt+z')
  await expect(refusal).toBeChecked()
  await expect(page.getByText('rollspel ×2')).toBeVisible()

  await press(page, 'Control+Enter')
  await page.getByRole('combobox', { name: 'Vad', exact: true }).fill('Öva nejet högt')
  await page.getByRole('button', { name: 'Ta bort hemuppgift 1' }).click()
  await expect(page.getByRole('combobox', { name: 'Vad', exact: true })).toHaveValue('')
  await page.getByRole('button', { name: /^Ångra/ }).click()
  await expect(page.getByRole('combobox', { name: 'Vad', exact: true })).toHaveValue('Öva nejet högt')

  const note = page.getByLabel('Anteckning')
  await note.fill('Mina egna ord.')
  await page.getByRole('button', { name: 'Låt den skriva sig själv igen' }).click()
  await expect(note).toHaveValue(/Vi arbetade med Tacka nej/)
  await press(page, 'Alt+z')
  await expect(note).toHaveValue('Mina egna ord.')

  await step(page, /Öva på att säga nej/).click()
  const sheet = page.getByRole('region', { name: 'Mitt nej' })
  await sheet.getByRole('textbox').first().fill('Micke, utanför affären')
  await sheet.getByRole('button', { name: 'Töm bladet' }).click()
  await expect(sheet.getByRole('textbox').first()).toHaveValue('')
  await press(page, 'Alt+z')
  await expect(sheet.getByRole('textbox').first()).toHaveValue('Micke, utanför affären')
})

test('every key of the session stands in a list that ? opens, and in a field ? is a question mark', async ({
  openClient,
}) => {
  const app = await openClient()
  const { page } = app
  await begin(app, 3)
  await press(page, 'Shift+?')
  const list = page.getByRole('dialog', { name: 'Kortkommandon' })
  for (const { does } of Object.values(SESSION_SHORTCUTS))
    await expect(list.getByText(does, { exact: true })).toBeVisible()
  await press(page, 'Alt+1') // the dialog keeps its keys to itself
  await press(page, 'Escape')
  await list.waitFor({ state: 'hidden' })
  await expect(page.getByRole('checkbox', { name: /^P03/ })).not.toBeChecked()
  await press(page, 'Alt+o')
  await page.keyboard.type('Varför inte?')
  await expect(page.getByLabel('Klientens egna ord')).toHaveValue('Varför inte?')
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: /alla kortkommandon/ }).click()
  await expect(list).toBeVisible()
})

test('a session that came to nothing gets its outcome by Alt+U, without being held', async ({ openClient }) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId } = await begin(app, 2)
  await press(page, 'Alt+u')
  await expect(page.getByRole('dialog').getByRole('radio', { checked: true })).toHaveCount(0)
  await page.getByRole('dialog').getByRole('radio', { name: 'Erbjuden – uteblev' }).check()
  await page.getByRole('dialog').getByRole('combobox', { name: /skäl/ }).waitFor()
  await press(page, 'Tab', 'Tab')
  await page.keyboard.type('sjuk')
  await press(page, 'Enter', 'Enter')
  await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
  await page.clock.runFor(15_000) // while it can be taken back
  await expect
    .poll(async () => (await ask('plan.ofClient', { clientId }))[1])
    .toMatchObject({ outcome: 'noShow', reasonWords: 'Sjuk' })
})

test('a link in the manual’s text opens in the session, which is not left', async ({ openClient }) => {
  const app = await openClient()
  const { page } = app
  await begin(app, 9)
  await step(page, /Vilka kommer att fråga/).click()
  await page.getByRole('link', { name: 'Mitt nej' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Träff 9: Tacka nej' })).toBeVisible()
  await page.getByRole('region', { name: 'Mitt nej' }).getByRole('textbox').first().fill('Micke')
  await page.getByRole('button', { name: 'Tillbaka till träff 9' }).click()
  await step(page, /Öva på att säga nej/).click()
  await expect(page.getByRole('region', { name: 'Mitt nej' }).getByRole('textbox').first()).toHaveValue('Micke')
})

test('after a lapse session 16 is pulled forward, and what was being written waits', async ({ openClient }) => {
  const app = await openClient()
  const { page } = app
  const { ask, clientId, open } = await begin(app, 2)
  await page.getByLabel('Klientens egna ord').fill('Det blev lördag.')
  await press(page, 'Alt+t')
  await page.getByRole('button', { name: 'Gå till träff 16 nu' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Träff 16:/ })).toBeVisible()
  expect((await ask('today.list', {})).sessions).toMatchObject([{ number: 16 }])
  await open()
  await expect(page.getByLabel('Klientens egna ord')).toHaveValue('Det blev lördag.')

  const third = (await ask('plan.ofClient', { clientId }))[2]
  await ask('plan.schedule', { clientId, slotId: third?.id ?? '', plannedOn: '2026-11-20' })
  await page.goto(`${new URL(app.address).origin}/#/`)
  await page.reload()
  await page.getByRole('button', { name: 'Erbjuden – uteblev' }).click()
  await page.keyboard.type('återfall')
  await press(page, 'Enter', 'Enter')
  await page.getByRole('dialog', { name: 'Ta träff 16 nu' }).waitFor()
  await page.getByLabel('Eller planera den till').fill('2026-11-23')
  await press(page, 'Tab')
  await page.getByRole('button', { name: 'Planera träff 16' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  expect((await ask('plan.ofClient', { clientId }))[15]).toMatchObject({ plannedOn: '2026-11-23' })
})
