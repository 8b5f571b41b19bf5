import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import type { PlannedSession } from '../../main/contract/today.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { homeworkChoices } from '../../renderer/session/runner/homeworkChoices.ts'
import { DEMO_PASSPHRASE, type DemoBinder, makeDemoBinder } from '../demo/demo.ts'
import { DEMO_DAY } from '../demo/demoEvents.ts'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/browser.ts'
import { askOn, letIn, startHost } from '../support/host.ts'
import { type Effort, type Hands, handsOn } from './hands.ts'

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
  /** Asks the core whether it was done, once the clock has stopped; what a screen says is no proof. */
  readonly done: (place: Place) => Promise<boolean>
  /** A further target, with what was reached. */
  readonly also?: (place: Place) => Promise<{ what: string; met: boolean }>
}

/** The twelve areas, with a one beside a ten. */
const SCORES = [6, 1, 10, 5, 7, 1, 8, 10, 4, 6, 7, 5]

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
    async done({ page, ask }) {
      const [first] = (await ask('today.list', {})).sessions
      return page.url().endsWith(`/client/${first?.clientId}/session/${first?.slotId}`)
    },
  },
  outcomeOf('Utfall för en försenad träff', async ({ ask }) => ({
    session: (await ask('today.list', {})).undocumented[0],
    at: 'Genomförd',
  })),
  outcomeOf('Utfall för en av dagens träffar', async ({ ask, demo }) => {
    const { sessions } = await ask('today.list', {})
    const session = sessions.find(each => each.clientId !== demo.shown.todaysSession) // that one is held below
    return { session, at: `Börja träff ${session?.number} med ${session?.clientName}` }
  }),
  {
    name: 'Signerad anteckning av en hållen träff',
    target: { seconds: 180 },
    before: ({ page, demo, ask, origin }) => toSession(page, origin, ask, demo.shown.todaysSession),
    async run({ page, hands }) {
      await hands.act('Alt+ArrowDown')
      await hands.moveTo('Inte pratat om')
      await hands.act('ArrowRight')
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
      await hands.act('ArrowDown', 'Enter') // the chapter's own
      await hands.moveTo('När')
      await hands.write('tis')
      await hands.act('ArrowDown', 'Enter')
      await hands.moveTo('Vad tar du med dig')
      await hands.write('Att jag kan säga nej och ändå ha vänner kvar.')
      await hands.moveTo('Minuter')
      await hands.write('55')
      await hands.act('Control+Enter')
      await hands.wait(() => page.getByText(/är signerad/).waitFor(), true)
    },
    async done({ ask, demo }) {
      const signed = (await ask('session.ofClient', { clientId: demo.shown.todaysSession })).at(-1)
      return signed?.on === DEMO_DAY && signed.outcome === 'held' && signed.note !== ''
    },
    async also({ ask, demo }) {
      const { chosen, free } = await shareOf(ask, demo.shown.todaysSession)
      const share = chosen / (chosen + free)
      const words = `${chosen} av ${chosen + free} uppgifter är val: ${Math.round(share * 100)} % (mål 80 %)`
      return { what: words, met: share >= 0.8 }
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
      await hands.act(...SCORES.map(each => String(each % 10)))
      await hands.act('Control+Enter')
      await hands.wait(() => page.waitForURL(/#\/client\/[^/]+$/), true)
    },
    async done({ ask, demo }) {
      const { areas } = await ask('scale.ofClient', { clientId: demo.shown.wholeHistory })
      return areas.map(each => each.points.at(-1)?.score).join() === SCORES.join()
    },
  },
]

type Row = { readonly session: PlannedSession | undefined; readonly at: string }

/** The outcome of one session from its row under *Idag*; `at` is where the keys come to it. */
function outcomeOf(name: string, find: (place: Place) => Promise<Row>): Task {
  let row: Row = { session: undefined, at: '' }
  return {
    name,
    target: { actions: 3, seconds: 20 },
    async before(place) {
      await toToday(place)
      row = await find(place)
    },
    async run({ page, hands }) {
      await hands.moveTo(row.at)
      await hands.act('4')
      await hands.wait(() => page.getByRole('option', { name: 'Sjuk' }).waitFor(), true)
      await hands.pick('sjuk')
      await hands.act('Enter')
      await hands.wait(() => page.getByRole('dialog').waitFor({ state: 'hidden' }))
    },
    async done({ ask }) {
      if (row.session === undefined) return false
      const { clientId, slotId, plannedOn } = row.session
      for (let second = 0; second < 15; second++) {
        const slot = (await ask('plan.ofClient', { clientId })).find(each => each.id === slotId)
        if (slot?.outcome !== undefined) return slot.outcome === 'noShow' && slot.settledOn === plannedOn
        await setTimeout(1000) // it may be taken back for some seconds first
      }
      return false
    },
  }
}

async function toToday({ page, origin }: Place) {
  await page.goto(`${origin}/#/`)
  await page.reload() // from the heading, as when one comes here
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('region', { name: 'Ej dokumenterat' }).waitFor()
}

async function toSession(page: Page, origin: string, ask: Place['ask'], clientId: string) {
  const slot = (await ask('plan.ofClient', { clientId })).find(each => each.plannedOn === DEMO_DAY)
  await page.goto(`${origin}/#/client/${clientId}/session/${slot?.id}`)
  await page.getByRole('navigation', { name: 'Agenda' }).waitFor()
}

/**
 * What was put into the signed record of today by choosing – a tick, a number, a choice in a list, a proposal taken as it
 * is – and what was written freely. Each counts one: a procedure, its role-play, a scale, homework told of, each of the
 * four parts of new homework, and each of the client's own words. A part of the homework is a choice where the app
 * offers just those words. Day, place, minutes, attendance and outcome were proposed and nobody touched them, and the
 * note wrote itself: they count for neither side.
 */
async function shareOf(ask: Place['ask'], clientId: ClientId): Promise<{ chosen: number; free: number }> {
  const signed = (await ask('session.ofClient', { clientId })).at(-1)
  if (signed === undefined) return { chosen: 0, free: 0 }
  const homework = await ask('homework.ofClient', { clientId })
  const { homework: proposed } = await ask('manual.chapter', { session: signed.number })
  const given = homework.filter(each => each.givenOn === signed.on)
  const parts = given.flatMap(each =>
    (['what', 'when', 'where', 'withWhom'] as const).flatMap(part =>
      each[part] === '' ? [] : [homeworkChoices(part, proposed).includes(each[part])],
    ),
  )
  const numbers = [signed.craving, signed.importance, signed.confidence, signed.readiness]
  const words = [signed.changeTalk, signed.takesAlong, signed.wouldChange, signed.howItWas]
  return {
    chosen:
      signed.procedures.length +
      signed.procedures.filter(each => each.rolePlays > 0).length +
      numbers.filter(each => each !== undefined).length +
      homework.filter(each => each.reviewedOn === signed.on).length +
      parts.filter(Boolean).length,
    free: words.filter(each => each !== '').length + parts.filter(each => !each).length,
  }
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
  await letIn(page.context(), host.address)
  await page.goto(host.address)
  await page.getByLabel('Lösenfras', { exact: true }).fill(DEMO_PASSPHRASE)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: 'Idag' }).waitFor()
  const shared = { page, demo, ask: askOn(host.address), origin: new URL(host.address).origin }
  const rows: string[][] = []
  let missed = 0
  for (const { name, target, before, run, done, also } of TASKS) {
    const place = { ...shared, hands: handsOn(page) }
    await before?.(place)
    await run(place)
    const took = place.hands.effort()
    if (!(await done(place))) throw new Error(`${name}: the core knows nothing of it`)
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
