import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { binderFiles, binderOnDisk, removeBinder } from '../../db/binderFolder.ts'
import { createSeat, lockSeat } from '../../main/binder/seat.ts'
import { openBinderFolder } from '../../main/binder/vault.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { createCore } from '../../main/core/core.ts'
import { fixedWorld, keepingPlatform, MIGRATIONS, ourManual, TRUE_COST } from '../support/core.ts'
import { asking } from '../support/invented.ts'
import { municipalityCode } from '../support/municipalityCode.ts'
import { beginNote } from './demoDrafts.ts'
import { DEMO_DAY, DEMO_HOME, eventsOf } from './demoEvents.ts'
import { type DemoPerson, demoPeople } from './demoFormat.ts'
import { receivedEvents, run, type SavedFiles, type SealedFile, sentEvents, unopenedFile } from './demoHandovers.ts'
import { DEMO_LOG_REVIEWS } from './demoLogReviews.ts'
import { type DemoEvent, type DemoRecord, inOrder } from './demoSessions.ts'
import { writeTraining } from './demoTraining.ts'
import { addColleagues, DEMO_COLLEAGUES } from './demoUsers.ts'
import { loadVkp } from './vkp.ts'
import { COUNTED_FROM } from './vkpFacts.ts'

export const DEMO_PASSPHRASE = 'en päronskiva till myggan'
const DEMO_USER = 'Berit Exempel'
/** Sealed files lie in a folder of their own within the binder's, with the words that open them. */
const PACKAGES = 'paket'

export type DemoBinder = {
  readonly recoveryWords: readonly string[]
  /** Everyone written by hand, by the name of their file in `demo/`. */
  readonly clients: ReadonlyMap<string, ClientId>
  /** Those of the VKP report. */
  readonly vkp: readonly ClientId[]
  /** Clients to show, by what they show. */
  readonly shown: Readonly<Record<keyof typeof SHOWN, ClientId>>
  /** A package that waits at its receiver, and one that waits to be received here. */
  readonly waiting: SealedFile
  readonly unopened: SealedFile
}

/** Who shows what, for the pictures. */
const SHOWN = {
  wholeHistory: 'camilla',
  todaysSession: 'hamid',
  undocumented: 'jonas',
  manyScales: 'niklas',
  section27: 'fatima',
  lapseAndBack: 'robert',
  protectedIdentity: 'pia',
  waitingHandover: 'jessica',
  handedOver: 'lovisa',
  receivedHandover: 'therese',
  newcomer: 'amanda',
} as const

/**
 * Makes the demo in a folder without a binder: an encrypted binder of invented people as of 21 November 2026, written
 * through the contract and in no other way. Leaves it locked. The same people and the same key every time.
 *
 * @throws when anything is refused.
 */
export async function makeDemoBinder(folder: string): Promise<DemoBinder> {
  const world = fixedWorld(COUNTED_FROM, 'arton demo', TRUE_COST) // the real program opens it
  const vault = openBinderFolder({ folder, migrations: MIGRATIONS, world, demo: true, manual: ourManual })
  const seat = createSeat(vault)
  const platform = keepingPlatform()
  const report = (error: unknown) => {
    throw error
  }
  const call = createCore({ seat, platform, report })
  const ask = asking(call)
  const { words: recoveryWords } = await ask('binder.create', {
    unitName: DEMO_HOME,
    unitKind: 'lvmHome',
    userName: DEMO_USER,
    passphrase: DEMO_PASSPHRASE,
  })
  const vkp = await loadVkp(call, world.setToday)
  const written = await write(demoPeople(), platform.files)
  await run({ call, world }, written.events)
  await beginNote(ask, known(written.records.get(SHOWN.undocumented)?.clientId), 3)
  const clientId = known(written.records.get(SHOWN.newcomer)?.clientId)
  await ask('client.changeDetails', {
    clientId,
    homeMunicipality: municipalityCode('Hallsberg'),
    reason: 'Folkbokförd där sedan i somras',
  })
  await addColleagues(ask, DEMO_PASSPHRASE)
  await writeTraining(ask)
  lockSeat(seat)
  for (const each of [written.waiting(), written.unopened]) keepBeside(folder, each)
  const clients = new Map([...written.records].map(([key, { clientId }]) => [key, known(clientId)]))
  const shown = Object.entries(SHOWN).map(([what, key]) => [what, known(clients.get(key))])
  return {
    recoveryWords,
    clients,
    vkp,
    waiting: written.waiting(),
    unopened: written.unopened,
    shown: Object.fromEntries(shown) as DemoBinder['shown'],
  }
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('someone is missing from the demo')
  return value
}

/** Everyone's events in the order of their days, and the two packages. */
async function write(people: ReadonlyMap<string, DemoPerson>, saved: SavedFiles) {
  const chapters = ourManual().chapters
  const records = new Map<string, DemoRecord>()
  const events: DemoEvent[] = []
  let waiting: SealedFile | undefined
  let unopened: SealedFile | undefined
  for (const [key, person] of people) {
    if (person.unopened !== undefined) {
      unopened = await unopenedFile(person, chapters, person.unopened)
      continue
    }
    const record: DemoRecord = {}
    records.set(key, record)
    events.push(...(await eventsHere(person, record, chapters)))
    if (person.sent !== undefined) {
      const keep = (file: SealedFile) => {
        waiting = file
      }
      events.push(...sentEvents(person.sent, record, saved, keep))
    }
  }
  return {
    records,
    events: inOrder([...events, ...DEMO_LOG_REVIEWS]),
    waiting: () => known(waiting),
    unopened: known(unopened),
  }
}

async function eventsHere(person: DemoPerson, record: DemoRecord, chapters: readonly Chapter[]): Promise<DemoEvent[]> {
  return person.received === undefined ? eventsOf(person, record, chapters) : receivedEvents(person, record, chapters)
}

function keepBeside(folder: string, { name, words, bytes }: SealedFile): void {
  mkdirSync(join(folder, PACKAGES), { recursive: true })
  writeFileSync(join(folder, PACKAGES, name), bytes)
  writeFileSync(join(folder, PACKAGES, name.replace(/\.arton$/, '.txt')), `${words}\n`)
}

/** Takes away a binder and its packages; whatever else lies in the folder stays. */
function removeDemo(folder: string): void {
  removeBinder(binderFiles(folder))
  rmSync(join(folder, PACKAGES), { recursive: true, force: true })
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { replace: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const folder = resolve(positionals[0] ?? 'demo-binder')
  if (existsSync(folder) && binderOnDisk(binderFiles(folder)) !== 'none') {
    if (!values.replace) {
      console.error(`I ${folder} finns redan en pärm. Inget har ändrats. Skriv --replace för att ersätta den.`)
      process.exitCode = 1
      return
    }
    removeDemo(folder)
  }
  const made = await makeDemoBinder(folder)
  console.log(`Demopärmen ligger i ${folder}.
Lösenfras: ${DEMO_PASSPHRASE}
${DEMO_COLLEAGUES.map(each => `${each.name}: ${each.passphrase}`).join('\n')}
Öppna den med: npm run serve -- --binder ${folder} --today ${DEMO_DAY}

I ${join(folder, PACKAGES)} ligger två förseglade paket med orden som öppnar dem bredvid:
  ${made.unopened.name}  från Provgården, att ta emot i demopärmen
  ${made.waiting.name}  skickat till Öppenvården Norrbacka och inte kvitterat`)
}

if (import.meta.main) await main()
