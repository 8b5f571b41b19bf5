import { expect, type Page } from '@playwright/test'
import type { Input } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { newClient, newGoal } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'
import { dayField, pick } from '../support/steps.ts'

type Ask = ReturnType<typeof askOn>
const HOME = { name: 'Runnagården', kind: 'lvmHome' } as const
const VILLAN = { name: 'Villan', kind: 'section27Home' } as const

/** A binder with one client, and that client's page. */
async function clientOn(page: Page, address: string, prepare?: (ask: Ask, clientId: string) => Promise<void>) {
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient({ name: 'Anna Exempel' }))
  await prepare?.(ask, clientId)
  await page.goto(`${address}#/client/${clientId}`)
  await page.getByRole('heading', { level: 1, name: 'Anna Exempel' }).waitFor()
  return { ask, clientId }
}

async function held(ask: Ask, clientId: string, number: number, given: Partial<Input<'session.record'>> = {}) {
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.number === number)
  const shared = { clientId, slotId: slot?.id ?? '', on: '2026-11-10', minutes: 60, setting: 'locked' } as const
  await ask('session.record', { ...NOTHING_TICKED, ...shared, outcome: 'held', note: '', ...given } as never)
}

test('the care chain is entered, put right and ended, and an absence moves the calculated end', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId } = await clientOn(page, address)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Lägg in den första' }).click()
  await dialog.getByRole('button', { name: 'Placering' }).click()
  await pick(page, 'Lagrum', '13 § LVM')
  await dayField(page, 'Från', '2026-08-31')
  await dayField(page, 'Övergick till 4 § den', '2026-09-09')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toContainText('Beräknat slut på LVM-vården 28 februari 2027')

  await dialog.getByRole('button', { name: 'Frånvaro' }).click()
  await dayField(page, 'Borta från', '2026-11-01')
  await dayField(page, 'Tillbaka den', '2026-11-11')
  await dialog.getByRole('button', { name: 'Spara' }).click()
  await expect(dialog).toContainText('10 mars 2027: sex månader från 31 augusti 2026 och 10 dagars frånvaro')

  await dialog.getByRole('button', { name: /^Stryk: Avviken/ }).click()
  await expect(dialog).toContainText('28 februari 2027: sex månader från 31 augusti 2026. En beräkning, inget beslut.')
  await page.keyboard.press('Alt+z')
  await expect(dialog).toContainText('10 mars 2027: sex månader från 31 augusti 2026 och 10 dagars frånvaro')
  await dialog.getByRole('button', { name: /^Stryk: Avviken/ }).click()
  await expect(dialog).toContainText('28 februari 2027')
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(dialog).toContainText('10 mars 2027')
  await dialog.getByRole('button', { name: /^Stryk: Avviken/ }).click()
  await expect(dialog).toContainText('28 februari 2027')
  await dialog.getByRole('button', { name: /^Avsluta: A Runnagården/ }).click()
  await dayField(page, 'Slutade den', '2026-11-20')
  await expect(dialog.getByRole('button', { name: 'Avsluta', exact: true })).toBeDisabled() // no reason yet
  await pick(page, 'Varför det slutade', 'Gick över till § 27-vård')
  await dialog.getByRole('button', { name: 'Avsluta', exact: true }).click()
  await expect(dialog.getByRole('listitem').first()).toContainText('till fre 20 nov; gick över till § 27-vård')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Övergick till vård enligt 4 § / })).toBeVisible()
  expect((await ask('careChain.ofClient', { clientId })).placements).toMatchObject([
    { legalGround: 'lvm13', judgedOn: '2026-09-09', toOn: '2026-11-20', endReason: 'toSection27' },
  ])
})

test('what was written is found within the client, and a procedure opens the sessions it was given in', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await clientOn(page, address, async (ask, clientId) => {
    await held(ask, clientId, 2, {
      note: 'Pratade länge om hunden Bosse.',
      procedures: [{ code: 'P02', extent: 'part', rolePlays: 2 }],
    } as never)
  })
  await page.keyboard.press('Control+f')
  await page.getByLabel('Ord att söka efter').fill('BOSSE')
  await expect(page.getByRole('dialog').getByRole('link')).toContainText('Pratade länge om hunden Bosse.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: /^Genomförd/ })).toContainText('Bosse')
  await page.goBack()

  await page.getByRole('button', { name: /^P02 .*, given delvis, kärna$/ }).click()
  const rows = page.getByRole('dialog')
  await expect(rows.getByRole('listitem')).toHaveText('Träff 2, tis 10 nov, delvis, rollspel 2 gånger')
  await rows.getByRole('link', { name: 'Träff 2, tis 10 nov' }).click()
  await expect(page.getByRole('article', { name: /^Genomförd/ })).toBeVisible()
})

test('a corrected word is found in its correction, which is told as an addition', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await clientOn(page, address, async (ask, clientId) => {
    await held(ask, clientId, 2, { note: 'Pratade om hunden Bosse.' })
    const [session] = await ask('session.ofClient', { clientId })
    const about = { kind: 'session', id: session?.id ?? '' } as const
    await ask('remark.add', { clientId, about, kind: 'addition', words: 'Hunden heter Bamse, inte Bosse.' })
  })
  await page.keyboard.press('Control+f')
  await page.getByLabel('Ord att söka efter').fill('bamse')
  const hit = page.getByRole('dialog').getByRole('link')
  await expect(hit).toContainText('i ett tillägg')
  await expect(hit).toContainText('Hunden heter Bamse, inte Bosse.')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('group', { name: 'Tillagt efteråt' }).first()).toContainText('Bamse')
})

test('the strip is counted in words below it, and the counts make eighteen', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await clientOn(page, address, async (ask, clientId) => {
    for (const number of [1, 2, 3]) await held(ask, clientId, number)
    for (const [number, outcome] of [
      [4, 'noShow'],
      [5, 'declined'],
      [6, 'declined'],
    ] as const)
      await ask('session.record', {
        clientId,
        slotId: (await ask('plan.ofClient', { clientId }))[number - 1]?.id ?? '',
        outcome,
        note: '',
        on: '2026-11-10',
        reasonCode: 'ill',
      })
  })
  const counts = page.getByRole('list', { name: 'Träffarna i planen' }).getByRole('listitem')
  await expect(counts).toHaveText(['3 genomförda', '2 tackade nej', '1 uteblev', '12 återstår'])
  const numbers = (await counts.allInnerTexts()).map(each => Number.parseInt(each, 10))
  expect(numbers.reduce((sum, each) => sum + each)).toBe(18)
  await expect(counts.locator('svg')).toHaveCount(3) // each outcome with the shape it has in the strip
})

test('the client’s own words about an area show with its curve: to the eye, to the ear and on paper', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId } = await clientOn(page, address, async (asking, id) => {
    const rated = (answeredOn: string, areas: Record<string, number>, areaWords: Record<string, string>) =>
      asking('worksheet.answer', {
        clientId: id,
        formId: 'satisfactionScale',
        answeredOn,
        answers: { areas, areaWords },
      })
    await rated('2026-09-01', { housing: 2, work: 5 }, { housing: 'Soffan hos min syster' })
    await rated('2026-11-01', { housing: 7, work: 6 }, { housing: 'Egen säng' })
  })
  const card = page.getByRole('region', { name: 'Så nöjd är jag' })
  await expect(card).toContainText('”Egen säng” – om boende, sön 1 nov')
  await expect(
    card.getByRole('img', {
      name: 'Boende: 1 september 2026 2, 1 november 2026 7. Egna ord: 1 september 2026 ”Soffan hos min syster”, 1 november 2026 ”Egen säng”',
    }),
  ).toBeVisible()
  await expect(
    card.getByRole('img', {
      name: 'Arbete, studier, sysselsättning: 1 september 2026 5, 1 november 2026 6',
      exact: true,
    }),
  ).toBeVisible()
  const words = card.getByText('”Soffan hos min syster”')
  await expect(words).toBeHidden()
  const housing = card.getByRole('link', { name: 'Boende, med egna ord' })
  await housing.focus()
  await expect(words).toBeVisible()
  await card.getByRole('heading').hover()
  await page.getByRole('heading', { level: 1 }).focus()
  await expect(words).toBeHidden()
  await housing.hover()
  await expect(words).toBeVisible()
  await card.getByRole('heading').hover()
  await page.emulateMedia({ media: 'print' })
  await expect(words).toBeVisible()
  await page.emulateMedia({ media: 'screen' })
  await housing.press('Enter')
  await expect(page.getByRole('region', { name: 'Kurvor' })).toContainText('Egen säng')
  const { latest } = await ask('scale.ofClient', { clientId })
  expect(latest).toEqual({ on: '2026-11-01', words: 'Egen säng', area: 'Boende' })
})

test('Tab reaches the care chain, the plan and the procedures once each, and the arrows go along them', async ({
  openApp,
}) => {
  const { page, address } = await openApp({ shown: false })
  await clientOn(page, address, async (ask, clientId) => {
    await ask('placement.add', { clientId, legalGround: 'lvm4', unit: HOME, fromOn: '2026-08-31' })
    await held(ask, clientId, 1)
  })
  const chain = page.getByRole('list', { name: 'Vårdkedjan från först till sist' })
  await chain.getByRole('button', { name: /^A Runnagården/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(chain.getByRole('button', { name: /^Beräknat slut på LVM-vården/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^Träff 2: inte planerad, nästa träff/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('link', { name: /^Träff 1: Genomförd tis 10 nov/ })).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('link', { name: /^Träff 18: inte planerad/ })).toBeFocused()
  await page.keyboard.press('Shift+?')
  await expect(page.getByRole('dialog', { name: 'Kortkommandon' })).toContainText('Sök i anteckningarna')
})

test('an outcome can be taken back for a few seconds, and a lock signs it at once', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', newClient())
  const [slot] = await ask('plan.ofClient', { clientId })
  await ask('plan.schedule', { clientId, slotId: slot?.id ?? '', plannedOn: '2026-11-19' })
  await page.goto(address)
  const row = page.getByRole('group', { name: /träff 1$/ })
  const dialog = page.getByRole('dialog')
  await page.getByRole('heading', { name: /^Ej dokumenterat/ }).waitFor()
  await page.keyboard.press('Alt+u')
  await page.keyboard.press('3')
  await dialog.getByLabel('Kort anteckning').fill('Ringde och hörde sig för.')
  await pick(page, 'Klientens skäl', 'Sjuk')
  await page.keyboard.press('Enter')
  await expect(row).toBeHidden()
  await page.getByRole('button', { name: 'Ångra' }).click()
  await expect(dialog.getByLabel('Kort anteckning')).toHaveValue('Ringde och hörde sig för.')
  await expect(dialog.getByRole('radio', { name: 'Erbjuden – tackade nej' })).toBeChecked()
  expect(await ask('session.ofClient', { clientId })).toEqual([])
  await dialog.getByRole('radio', { name: 'Erbjuden – uteblev' }).check()
  await dialog.getByRole('button', { name: 'Spara utfallet' }).click()
  await page.keyboard.press('Control+l')
  await page.getByRole('button', { name: 'Lås upp' }).waitFor()
  await askHost(address, 'user.unlock', { passphrase: NEW_BINDER.passphrase })
  expect(await ask('session.ofClient', { clientId })).toMatchObject([
    { outcome: 'noShow', reasonCode: 'ill', note: 'Ringde och hörde sig för.' },
  ])
  expect(await ask('draft.list', {})).toEqual([])
})

test('nothing is said to be missing before it has been fetched', async ({ openApp }) => {
  const { page, address } = await openApp()
  await askHost(address, 'binder.create', NEW_BINDER)
  const { clientId } = await askOn(address)('client.add', newClient())
  const held = ['offer.ofClient', 'homework.ofClient', 'session.ofClient', 'goal.ofClient', 'scale.ofClient']
  let letGo = () => {}
  const gate = new Promise<void>(open => {
    letGo = open
  })
  for (const each of held)
    await page.route(`**/core/${each}`, async route => {
      await gate
      await route.continue()
    })
  await page.goto(`${address}#/client/${clientId}`)
  await page.getByRole('navigation', { name: 'Planens träffar' }).waitFor()
  const missing = /Inget erbjudande|Ingen hemuppgift|Inga mål|0 av \d+ givna|ingen skattning|inte ifylld/
  await expect(page.getByRole('main')).not.toContainText(missing)
  letGo()
  for (const each of ['Inget erbjudande', 'Ingen hemuppgift', 'Inga mål', '0 av 18 givna'])
    await expect(page.getByRole('main')).toContainText(each)
})

test('what is to be offered again stands under Idag with one action', async ({ openApp }) => {
  const { page, address } = await openApp({ shown: false })
  const { ask, clientId } = await clientOn(page, address, async (asking, id) => {
    const [slot] = await asking('plan.ofClient', { clientId: id })
    const missed = { clientId: id, slotId: slot?.id ?? '', outcome: 'declined', reasonCode: 'tired', note: '' } as const
    await asking('session.record', { ...missed, on: '2026-11-10', offerAgainOn: '2026-11-20' })
    const asked = { clientId: id, offered: 'cra', on: '2026-11-01', answer: 'wait', manner: 'meeting' } as const
    await asking('offer.record', { ...asked, reasonCode: 'ill', askAgainOn: '2026-11-15' })
  })
  await page.getByRole('link', { name: 'Idag' }).click()
  await page.getByRole('button', { name: 'Anteckna svaret från Anna Exempel om CRA' }).click()
  await expect(page.getByRole('combobox', { name: 'Vad erbjöds' })).toHaveValue('CRA')
  const answer = page.getByRole('combobox', { name: 'Klientens svar' })
  await expect(answer).toHaveValue('') // no answer is the client's until someone has chosen it
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Spara' })).toBeDisabled()
  await answer.click()
  await page.getByRole('option', { name: 'Ja', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click()
  await page.getByRole('button', { name: 'Planera träff 1 med Anna Exempel' }).click()
  await dayField(page, 'Dag', '2026-11-30')
  await page.getByRole('combobox', { name: 'Var', exact: true }).fill('Rum 3')
  await page.getByRole('dialog').getByRole('button', { name: 'Spara tiden' }).click()
  await expect(page.getByRole('heading', { name: /^Att erbjuda på nytt/ })).toBeHidden()
  expect((await ask('offer.ofClient', { clientId }))[0]).toMatchObject({ answer: 'yes', on: '2026-11-21' })
  await page.goto(`${new URL(address).origin}/#/client/${clientId}`)
  await expect(page.getByText('mån 30 nov kl. 10.00 Rum 3, med Berit Exempel')).toBeVisible()
})

test('the whole picture of a client with much written about them is seen at 1280×800 without scrolling', async ({
  openApp,
}) => {
  const { page, address } = await openApp()
  await page.setViewportSize({ width: 1280, height: 800 })
  await clientOn(page, address, muchWritten)
  await page.getByText('Riskkarta').waitFor()
  const parts = {
    head: page.getByRole('heading', { level: 1 }),
    next: page.getByText(/Rum 3, med Kim Kollega/),
    chain: page.getByRole('region', { name: 'Vårdkedjan' }),
    plan: page.getByRole('navigation', { name: 'Planens träffar' }),
    counts: page.getByRole('list', { name: 'Träffarna i planen' }),
    curves: page.getByRole('region', { name: 'Så nöjd är jag' }),
    goals: page.getByRole('region', { name: 'Mina mål' }),
    homework: page.getByRole('region', { name: 'Hemuppgift' }),
    procedures: page.getByRole('region', { name: 'Procedurer' }),
    offers: page.getByRole('region', { name: 'Erbjudanden' }),
    documents: page.getByRole('region', { name: 'Att ha med sig' }),
  }
  for (const [name, part] of Object.entries(parts)) {
    const box = await part.boundingBox()
    expect([name, box !== null && box.y >= 0 && box.y + box.height <= 800]).toEqual([name, true])
  }
  await expect
    .poll(() => page.evaluate(() => (document.querySelector('main')?.scrollHeight ?? 0) <= window.innerHeight))
    .toBe(true)
})

/** A year of care: three stays with an absence, half of the plan held, four scales, three goals, homework and two living documents. */
async function muchWritten(ask: Ask, clientId: string) {
  const stay = { clientId, appliedBy: { name: 'Örebro kommun', kind: 'municipality' } } as const
  const first = { legalGround: 'lvm13', unit: HOME, fromOn: '2026-01-05', judgedOn: '2026-01-15' }
  await ask('placement.add', { ...stay, ...first, toOn: '2026-04-13', endReason: 'toSection27' })
  const second = {
    legalGround: 'lvm27',
    unit: VILLAN,
    fromOn: '2026-04-13',
    toOn: '2026-07-10',
    endReason: 'asPlanned',
  }
  await ask('placement.add', { ...stay, ...second })
  await ask('placement.add', {
    ...stay,
    legalGround: 'sol',
    unit: { name: 'Bryggan', kind: 'outpatient' },
    fromOn: '2026-07-10',
  })
  await ask('chainEvent.record', {
    clientId,
    kind: 'absconded',
    fromOn: '2026-03-01',
    backOn: '2026-03-06',
    words: '',
  })
  await ask('chainEvent.record', { clientId, kind: 'agreementMeeting', fromOn: '2026-04-02', words: 'Alla tre parter' })
  for (const number of [1, 2, 3, 4, 5, 6, 7, 9, 10])
    await held(ask, clientId, number, {
      procedures: [{ code: `P0${(number % 9) + 1}`, extent: 'whole', rolePlays: 1 }],
      ...(number < 9
        ? {}
        : { homeworkGiven: [{ what: 'Ring Sara', when: 'tisdag', where: 'hemma', withWhom: 'själv' }] }),
    } as never)
  const slots = await ask('plan.ofClient', { clientId })
  await ask('plan.schedule', {
    clientId,
    slotId: slots[10]?.id ?? '',
    plannedOn: '2026-11-25',
    plannedAt: '13:00',
    plannedWhere: 'Rum 3',
    plannedWith: 'Kim Kollega',
  })
  const areas = ['alcoholAndDrugs', 'housing', 'work', 'money', 'leisure', 'friends', 'family', 'health', 'feelings']
  for (const [nth, answeredOn] of ['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01'].entries()) {
    const scores = Object.fromEntries(
      [...areas, 'habits', 'authorities', 'wholeLife'].map((each, at) => [each, 1 + ((at + nth) % 10)]),
    )
    const comment = 'Det är boendet som skaver nu, allt annat går åt rätt håll.'
    await ask('worksheet.answer', {
      clientId,
      formId: 'satisfactionScale',
      answeredOn,
      answers: { areas: scores, comment },
    })
  }
  for (const words of [
    'Jag vill kunna hämta min son själv',
    'Träna på tisdagar igen',
    'Ha någonstans att bo den dag jag går',
  ])
    await ask(
      'goal.set',
      newGoal(clientId, { words, steps: [{ what: 'Ringa familjehemmet', who: 'jag', by: '2026-11-27' }] }),
    )
  for (const formId of ['riskMap', 'stopCard'])
    await ask('worksheet.answer', { clientId, formId, answeredOn: '2026-09-01', answers: {} })
  const offer = { clientId, offered: 'cra', manner: 'meeting' } as const
  await ask('offer.record', { ...offer, on: '2026-01-13', answer: 'wait', reasonCode: 'ill', askAgainOn: '2026-01-20' })
  await ask('offer.record', { ...offer, on: '2026-01-20', answer: 'onTrial' })
}
