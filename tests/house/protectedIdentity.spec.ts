import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { USUAL_SETTINGS } from '../../main/contract/logReview.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { test } from '../support/app.ts'
import { askHost, askOn } from '../support/host.ts'
import { AFTERCARE, newClient, newGoal, testNumber, toSeal } from '../support/people.ts'
import { NEW_BINDER } from '../support/readyToSeal.ts'

const NAME = 'Maja Hemlig'
const NUMBER = testNumber('1985-03-12')
const CASE = 'SKYDD-17'
const LISTED = `Skyddade personuppgifter, ärende ${CASE}`
const TELLS = new RegExp(`Maja|Hemlig|${NUMBER}|${NUMBER.slice(2)}`)
const ROUTES = ['routes.tsx', 'clientRoutes.tsx']
  .map(each => readFileSync(join(import.meta.dirname, '../../renderer/app', each), 'utf8'))
  .join('\n')

/** Every address that the app knows, about this client where it is about one. */
function addresses(of: Record<string, string>): string[] {
  const patterns = [...ROUTES.matchAll(/path="(\/[^"]*)"/g)].map(([, path = '']) => path)
  return patterns
    .filter(each => !each.includes('*'))
    .map(each => {
      const ids = { ...of, ...(each.startsWith('/manual/page') ? { id: 'whatIsCra' } : {}) }
      if (each.startsWith('/settings/log-review')) ids.id = of['review'] ?? ''
      const all = { ...ids, ...(each.startsWith('/manual/form') ? { id: 'craMap' } : {}) }
      return each.replaceAll(/\/?:(\w+)(\?)?/g, (_, name: keyof typeof all, optional) =>
        optional === undefined ? `/${all[name]}` : '',
      )
    })
}

/** All that the page holds: its title, its text, and what only a screen reader or the pointer is told. */
const heldBy = (page: Page) => page.evaluate(() => document.documentElement.outerHTML)

test('a protected client is named on the client’s own page and nowhere else', async ({ openApp }) => {
  test.setTimeout(120_000) // every screen the shell knows
  const { page, address } = await openApp({ shown: false })
  await askHost(address, 'binder.create', NEW_BINDER)
  const ask = askOn(address)
  const { clientId } = await ask('client.add', {
    ...newClient({ name: NAME, number: NUMBER, protectedIdentity: true }),
    caseNumber: CASE,
  })
  const slots = await ask('plan.ofClient', { clientId })
  const slot = (number: number) => slots.find(each => each.number === number)?.id ?? ''
  await ask('session.record', {
    clientId,
    slotId: slot(1),
    outcome: 'held',
    on: '2026-11-20',
    minutes: 55,
    setting: 'locked',
    ...NOTHING_TICKED,
    note: 'Lugnt.',
  })
  for (const [number, plannedOn] of [
    [2, '2026-11-21'],
    [3, '2026-11-19'],
    [4, '2026-11-23'],
  ] as const)
    await ask('plan.schedule', { clientId, slotId: slot(number), plannedOn })
  const goal = await ask('goal.set', newGoal(clientId, { reviewOn: '2026-11-21' }))
  const to = {
    clientId,
    kind: 'waiver',
    receiver: AFTERCARE.name,
    manner: 'inWriting',
    witness: '',
    validUntil: '2026-12-21',
  } as const
  const consent = await ask('consent.give', { ...to, parts: ['goals'] })
  await ask('handover.seal', toSeal(clientId, consent.id))
  const { reviewId } = await ask('logReview.begin', {
    fromOn: '2026-11-01',
    toOn: '2026-11-21',
    settings: { ...USUAL_SETTINGS, hoursFrom: '00:01', hoursTo: '00:02' }, // all that was read is told of
  })
  await page.goto(address)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const own = `/client/${clientId}`

  const tell: string[] = []
  const look = async (where: string) => {
    if (TELLS.test(await heldBy(page))) tell.push(where)
  }
  const at = async (path: string) => {
    await page.evaluate(hash => window.location.assign(`#${hash}`), path)
    await page.waitForTimeout(150) // the page before is gone, and what this one asks is on its way
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    await expect(page.getByText('Hämtar …')).toHaveCount(0)
  }

  await test.step('on no screen that the shell knows, with a protected client in every list', async () => {
    const about = {
      id: clientId,
      review: reviewId,
      slot: slot(2),
      form: 'riskMap',
      goal: goal.id,
      consent: consent.id,
      row: '0',
      what: 'plan',
    }
    const all = addresses({ ...about, number: '9', code: 'P01' })
    expect(all.length).toBeGreaterThan(20)
    for (const path of [...all, `${own}/session/${slot(1)}`]) {
      if (path === own || path.startsWith(`${own}/do/`)) continue // her own page, or a dialog over it
      await at(path)
      await look(path)
    }
  })

  await test.step('and yet the client can be found and told from others', async () => {
    await at('/')
    await expect(page.getByRole('link', { name: LISTED }).first()).toBeVisible()
    await at('/handovers')
    await expect(page.getByRole('link', { name: LISTED })).toBeVisible()
    await at('/clients')
    const search = page.getByRole('textbox', { name: /^Sök på namn/ })
    await search.fill(NAME)
    await expect(page.getByRole('link', { name: LISTED })).toBeVisible()
    await search.fill('')
    await look('the list of clients after a search')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('Klient, kapitel eller kommando').fill(CASE)
    await expect(page.getByRole('button', { name: LISTED })).toBeVisible()
    await look('Ctrl+K')
    await page.keyboard.press('Escape')
  })

  await test.step('nor in a dialog about a session', async () => {
    await at('/')
    await page.getByRole('button', { name: 'Erbjuden – uteblev' }).first().click()
    await expect(page.getByRole('dialog')).toContainText(CASE)
    await look('the outcome of a session')
    await page.keyboard.press('Escape')
  })

  expect(tell).toEqual([])

  await test.step('but on her own page, though not on paper', async () => {
    await at(own)
    await expect(page.getByRole('heading', { level: 1, name: NAME })).toBeVisible()
    expect(await page.title()).not.toMatch(TELLS)
    await expect(page.locator('body')).not.toContainText(NUMBER)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByRole('heading', { level: 1, name: LISTED })).toBeVisible()
    await expect(page.locator('body')).not.toContainText(TELLS, { useInnerText: true })
  })
})
