import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import type { Output } from '../../main/contract/index.ts'
import { CHROMIUM_FLAGS, chromiumPath } from './browser.ts'
import { DEMO_PASSPHRASE, type DemoBinder, makeDemoBinder } from './demo.ts'
import { type Effort, type Hands, handsOn } from './hands.ts'
import { askOn, startHost } from './host.ts'

/**
 * `npm run effort`: does the work of product.md section 8 in the real app, on the demo binder, with the keyboard alone,
 * and says what it took beside the target. Ends with an error where a target is missed.
 */
type Target = Partial<Record<'actions' | 'screens' | 'seconds', number>>
type Place = { page: Page; hands: Hands; demo: DemoBinder; ask: ReturnType<typeof askOn>; origin: string }
type Task = {
  readonly name: string
  readonly target: Target
  /** Brings the app to where the task begins; not counted. */
  readonly before?: (place: Place) => Promise<void>
  readonly run: (place: Place) => Promise<void>
  /** A further target, with what was reached. */
  readonly also?: (place: Place) => Promise<{ what: string; met: boolean }>
}

const heading = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name })

const TASKS: readonly Task[] = [
  {
    name: 'Till dagens träff efter upplåsning',
    target: { actions: 2, seconds: 5 },
    async run({ page, hands }) {
      await hands.moveTo('Börja träff')
      await hands.act('Enter')
      await hands.wait(() => page.getByRole('navigation', { name: 'Agenda' }).waitFor(), true)
    },
  },
  {
    name: 'Utfall utan att öppna träffen',
    target: { actions: 3, seconds: 20 },
    before: toToday,
    async run({ page, hands }) {
      await hands.moveTo('Genomförd')
      await hands.act('4')
      await hands.wait(() => page.getByRole('option', { name: 'Sjuk' }).waitFor(), true)
      await hands.pick('sjuk')
      await hands.act('Enter')
      await hands.wait(() => page.getByRole('dialog').waitFor({ state: 'hidden' }))
    },
  },
  {
    name: 'Signerad anteckning av en hållen träff',
    target: { seconds: 180 },
    before: ({ page, demo, ask, origin }) => toSession(page, origin, ask, demo.shown.todaysSession),
    async run({ page, hands }) {
      await hands.act('Alt+1')
      await hands.act('Alt+2')
      await hands.act('Alt+r')
      await hands.act('Alt+s', '4')
      await hands.act('Alt+l', '8', 'Tab', '6', 'Tab', '7')
      await hands.act('Alt+o')
      await hands.write('Jag vill orka hela vägen den här gången.')
      await hands.act('Control+Enter')
      await hands.wait(() => page.getByRole('heading', { name: 'Avsluta och signera' }).waitFor(), true)
      await hands.act('Alt+h')
      await hands.write('Ringa Sara och boka tid')
      await hands.act('Tab')
      await hands.write('tisdag kl. 10')
      await hands.act('Control+Enter')
      await hands.wait(() => page.getByText(/är signerad/).waitFor(), true)
    },
    also: async ({ ask, demo }) => {
      const share = structuredShare(await ask('session.ofClient', { clientId: demo.shown.todaysSession }))
      return { what: `${Math.round(share * 100)} % strukturerade fält (mål 80 %)`, met: share >= 0.8 }
    },
  },
  {
    name: 'Tillfredsskalan, tolv områden',
    target: { seconds: 30 },
    before: async ({ page, demo, origin }) => {
      await page.goto(`${origin}/#/client/${demo.shown.wholeHistory}/form/satisfactionScale`)
      await heading(page, /Tillfredsskalan/).waitFor()
    },
    async run({ page, hands }) {
      await hands.moveTo('Alkohol och droger')
      await hands.act('6', '4', '3', '5', '7', '6', '8', '5', '4', '6', '7', '5')
      await hands.act('Control+Enter')
      await hands.wait(
        () =>
          page
            .getByText(/sparad|sparat/i)
            .first()
            .waitFor(),
        true,
      )
    },
  },
]

async function toToday({ page, origin }: Place) {
  await page.goto(`${origin}/#/`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('region', { name: 'Ej dokumenterat' }).waitFor()
}

async function toSession(page: Page, origin: string, ask: Place['ask'], clientId: string) {
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.plannedOn === '2026-11-21')
  await page.goto(`${origin}/#/client/${clientId}/session/${slot?.id}`)
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
}

/** Of the fields filled in, the share that is a choice, a number or a day and not free text. The note that wrote itself is not typed. */
function structuredShare(sessions: Output<'session.ofClient'>): number {
  const { note: _note, procedures, ...fields } = sessions.at(-1) ?? { note: '', procedures: [] }
  const free = ['changeTalk', 'takesAlong', 'wouldChange', 'howItWas']
  const known = [
    'outcome',
    'on',
    'minutes',
    'setting',
    'attendance',
    'craving',
    'importance',
    'confidence',
    'readiness',
  ]
  const said = (names: readonly string[]) =>
    Object.entries(fields).filter(([name, value]) => names.includes(name) && value !== '' && value !== undefined).length
  const structured = said(known) + procedures.length
  return structured / (structured + said(free))
}

const binder = await mkdtemp(join(tmpdir(), 'arton-effort-'))
const executablePath = chromiumPath()
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [...CHROMIUM_FLAGS],
})
try {
  const demo = await makeDemoBinder(binder)
  const host = await startHost({ folder: binder })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'sv-SE' })
  await page.goto(host.address)
  await page.getByLabel('Lösenfras', { exact: true }).fill(DEMO_PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Idag' }).waitFor()
  const shared = { page, demo, ask: askOn(host.address), origin: new URL(host.address).origin }
  const rows: string[][] = []
  let missed = 0
  for (const { name, target, before, run, also } of TASKS) {
    const place = { ...shared, hands: handsOn(page) }
    await before?.(place)
    await run(place)
    const took = place.hands.effort()
    const further = await also?.(place)
    const faults = missedTargets(took, target)
    missed += faults + (further?.met === false ? 1 : 0)
    rows.push([
      name,
      ...(['actions', 'moves', 'screens', 'seconds'] as const).map(each => besideTarget(took, target, each)),
    ])
    if (further !== undefined) rows.push([`  ${further.what}`, further.met ? 'nått' : 'MISSAT'])
  }
  print(['Uppgift, bara tangentbord', 'val', 'förflytt.', 'skärmar', 'sekunder'], rows)
  console.log(
    '\nEtt val öppnar, väljer eller bekräftar, eller är en text i ett fält. Sekunder: 0,28 per tangent och 1,35 per val',
  )
  console.log('(Keystroke-Level Model), och appens egen tid, mätt.')
  await host.remove()
  if (missed > 0) {
    console.error(`\n${missed} mål missade.`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  await rm(binder, { recursive: true, force: true })
}

function missedTargets(took: Effort, target: Target): number {
  return Object.entries(target).filter(([what, most]) => took[what as keyof Target] > most).length
}

function besideTarget(took: Effort, target: Target, what: keyof Effort): string {
  const number = took[what]
  const shown = what === 'seconds' ? number.toFixed(1).replace('.', ',') : String(number)
  const most = what === 'moves' ? undefined : target[what]
  return most === undefined ? shown : `${shown} (mål ${most})${number > most ? ' MISSAT' : ''}`
}

function print(head: readonly string[], rows: readonly string[][]): void {
  const widths = head.map((each, at) => Math.max(each.length, ...rows.map(row => row[at]?.length ?? 0)))
  for (const row of [head, ...rows])
    console.log(
      row
        .map((each, at) => each.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
