import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createSeat, currentVisit, lockSeat } from '../../main/binder/seat.ts'
import { openBinderFolder, type Visit } from '../../main/binder/vault.ts'
import { realWorld } from '../../main/context/world.ts'
import type { Method } from '../../main/contract/index.ts'
import type { SlotId } from '../../main/contract/plan.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { createCore } from '../../main/core/core.ts'
import { MIGRATIONS, ourManual } from '../support/core.ts'
import { type Ask, asking, chanceFrom } from '../support/invented.ts'
import { type OpenSlot, questionsByHand } from './byHand.ts'
import { BENCH_DAY, fill } from './fill.ts'
import { firstPaints } from './firstPaint.ts'
import { type Times, tableOf } from './report.ts'
import { whileWriting } from './writing.ts'

const SIZES = [500, 5_000]
const ROUNDS = 400
const PASSPHRASE = 'en päronskiva till myggan'
/** Rounds before the clock starts: pages read, code compiled. */
const WARM_UP = 60

/** Texts begun and not signed: more than anyone has, but not one for each round that was measured. */
const BEGUN = 50

/** Words that are sought: many fit, some, few, none. */
const WORDS = ['ma', 'exempel', 'anna', 'björn prov', 'lund']

/** What *Idag* asks for. */
const START = [
  'today.list',
  'goal.due',
  'draft.list',
  'breakGlass.unseen',
  'assignment.unseen',
  'typing.kept',
] as const satisfies readonly Method[]

/** What the pages behind the client's ask for: the sheets, and the secrecy of each record. */
const BEHIND = ['worksheet.ofClient', 'secrecy.ofClient'] as const satisfies readonly Method[]

/** How many of the clients are the user's own: of someone who coordinates a whole county, and of a therapist with a full list. */
const OWN = [500, 50]

/** What the client's page asks for when it opens. */
const OPENING = [
  'client.get',
  'plan.ofClient',
  'session.ofClient',
  'goal.ofClient',
  'scale.ofClient',
  'homework.ofClient',
  'careChain.ofClient',
  'offer.ofClient',
  'worksheet.formsOfClient',
  'handover.ofClient',
  'consent.ofClient',
  'remark.ofClient',
] as const satisfies readonly Method[]

/** `--clients 50` runs it all a few times on so many, to see that it runs; nothing is written then. */
const { values: given } = parseArgs({
  options: { machine: { type: 'string' }, date: { type: 'string' }, clients: { type: 'string' } },
})
const sizes = given.clients === undefined ? SIZES : [Number(given.clients)]
const [warmUp, rounds] = given.clients === undefined ? [WARM_UP, ROUNDS] : [2, 10]
const tables: string[] = []
for (const clients of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'arton-bench-'))
  try {
    tables.push(tableOf(clients, await measure(folder, clients), await firstPaints(folder, PASSPHRASE)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  console.log(tables.at(-1))
}
if (given.machine !== undefined && given.date !== undefined && given.clients === undefined) {
  const head = [
    '# What a call costs',
    '',
    `${given.date}, on ${given.machine}. Made by \`npm run bench -- --machine "…" --date YYYY-MM-DD\`.`,
    '',
    'Each client has 18 slots and 18 sessions; the database is the real encrypted one, with a durable commit for every',
    'row of the access log. _By hand_ is the same question as SQL prepared once, with the same custody check and the',
    'same log row, but without validation or words. _Ratio_ compares the medians. Times in milliseconds.',
    'Targets (product.md section 8): p95 at most 10 ms for a call, 20 ms for a save, ratio at most 1.5. The first row,',
    'opening a client, is the calls from `client.get` to `remark.ofClient`, one after the other. _Idag_ is measured for users',
    `with ${OWN.join(' and ')} clients of their own: it costs by one’s own list, not by the unit’s. First paint, at most 300 ms:`,
    'from the change of address to the frame in which everything on the page is there, in Chromium at 1280×800.',
    '',
  ]
  writeFileSync(join(import.meta.dirname, 'README.md'), `${[...head, ...tables].join('\n')}`)
}

/** Fills a new binder and asks everything in turns, the core and the hand-written SQL one after the other. */
async function measure(folder: string, clients: number): Promise<Map<string, Times>> {
  const world = { ...realWorld(BENCH_DAY), monotonic: () => 0 } // nobody sits here, and it is not to lock itself
  const seat = createSeat(openBinderFolder({ folder, migrations: MIGRATIONS, world, demo: true, manual: ourManual }))
  const report = (error: unknown) => {
    throw error
  }
  const platform = { placeFor: async () => undefined }
  const ask = asking(createCore({ seat, platform, report }))
  await ask('binder.create', {
    unitName: 'Mätgården',
    unitKind: 'lvmHome',
    userName: 'Berit Exempel',
    passphrase: PASSPHRASE,
  })
  const visit = currentVisit(seat)
  if (visit === undefined) throw new Error('the binder did not open')
  fill(visit, ourManual(), clients)
  const times = await compare(ask, visit)
  visit.db.$client.prepare('UPDATE clients SET therapist_id = ?').run(visit.user.id)
  lockSeat(seat)
  return times
}

async function compare(ask: Ask, visit: Visit): Promise<Map<string, Times>> {
  const questions = questionsByHand(visit)
  const { anyClient, anyOpenSlot, anyWords } = choosing(visit)
  const asked = (method: string, words: string) => questions[method]?.(words)
  const opening = async (clientId: ClientId) => {
    for (const method of OPENING) await ask(method, { clientId })
  }
  const openingByHand = (clientId: ClientId) => OPENING.map(method => asked(method, clientId))
  const search = (words: string) => ask('client.list', { words })

  const times = new Map([['opening a client', await turns(anyClient, opening, openingByHand)]])
  for (const method of [...OPENING, ...BEHIND]) {
    const one = (clientId: ClientId) => ask(method, { clientId })
    times.set(method, await turns(anyClient, one, clientId => asked(method, clientId)))
  }
  const answers = (clientId: ClientId) => ask('worksheet.ofForm', { clientId, formId: 'satisfactionScale' })
  times.set('worksheet.ofForm', await turns(anyClient, answers, clientId => asked('worksheet.ofForm', clientId)))
  const sought = (clientId: ClientId) => ask('session.search', { clientId, words: 'tema' })
  times.set('session.search', await turns(anyClient, sought, clientId => asked('session.search', clientId)))
  times.set('client.list', await turns(anyWords, search, words => asked('client.list', words)))
  for (const [method, [core, hand]] of Object.entries(whileWriting(ask, visit)))
    times.set(method, await turns(anyOpenSlot, core, hand))
  for (const own of OWN) {
    keepOnly(visit, own)
    for (const method of START) {
      const all = await turns(
        anyClient,
        () => ask(method, {}),
        () => asked(method, ''),
      )
      times.set(`${method}, ${own} own`, all)
    }
  }
  return times
}

/** Gives all clients but so many to a colleague, and lets go of most drafts, past the contract. */
function keepOnly({ db }: Visit, kept: number): void {
  const sqlite = db.$client
  sqlite.prepare("INSERT OR IGNORE INTO users (id, name) VALUES ('colleague', 'Karin Exempel')").run()
  sqlite
    .prepare(
      "UPDATE clients SET therapist_id = 'colleague' WHERE id NOT IN (SELECT id FROM clients ORDER BY case_number LIMIT ?)",
    )
    .run(kept)
  sqlite
    .prepare(
      `DELETE FROM drafts WHERE (client_id, place) NOT IN
         (SELECT d.client_id, d.place FROM drafts d JOIN clients c ON c.id = d.client_id ORDER BY c.case_number, d.place LIMIT ?)`,
    )
    .run(BEGUN)
}

/** Clients, slots and words by chance, the same in every run. */
function choosing({ db }: Visit) {
  const sqlite = db.$client
  const chance = chanceFrom('rounds')
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(chance() * all.length)] as T
  const ids = sqlite.prepare('SELECT id FROM clients ORDER BY id').pluck().all() as ClientId[]
  const openSlot = sqlite
    .prepare(
      `SELECT id FROM slots s WHERE client_id = ? AND planned_on >= '${BENCH_DAY}'
         AND NOT EXISTS (SELECT 1 FROM sessions WHERE slot_id = s.id)`,
    )
    .pluck()
  const outstanding = sqlite.prepare('SELECT id FROM homework WHERE client_id = ? AND done IS NULL').pluck()
  const anyClient = () => oneOf(ids)
  const anyOpenSlot = (): OpenSlot => {
    for (;;) {
      const clientId = anyClient()
      const slotId = openSlot.get(clientId) as SlotId | undefined
      if (slotId !== undefined) return { clientId, slotId, homework: outstanding.all(clientId) as string[] }
    }
  }
  return { anyClient, anyOpenSlot, anyWords: () => oneOf(WORDS) }
}

async function turns<T>(choose: () => T, core: (each: T) => unknown, hand: (each: T) => unknown): Promise<Times> {
  const times: Times = { core: [], hand: [] }
  for (let round = -warmUp; round < rounds; round++) {
    for (const [kind, run] of round % 2 === 0 ? order(core, hand) : order(core, hand).reverse()) {
      const chosen = choose()
      const start = performance.now()
      await run(chosen)
      if (round >= 0) times[kind].push(performance.now() - start)
    }
  }
  return times
}

function order<T>(core: (each: T) => unknown, hand: (each: T) => unknown) {
  return [
    ['core', core],
    ['hand', hand],
  ] as [keyof Times, (each: T) => unknown][]
}
