import type { Consent } from '../../main/contract/consent.ts'
import type { Chapter } from '../../main/contract/manual.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { type Ask, asking, daysAfter } from '../support/invented.ts'
import { DEMO_HOME, demoUnit, eventsOf } from './demoEvents.ts'
import type { DemoPerson } from './demoFormat.ts'
import { type DemoEvent, type DemoRecord, idOf, MORNING } from './demoSessions.ts'

/** A sealed file as the demo keeps it beside the binder, with the words that open it. */
export type SealedFile = { readonly name: string; readonly words: string; readonly bytes: Uint8Array }

/** Where the demo's own sealed files end up: what its platform has saved, by name. */
export type SavedFiles = ReadonlyMap<string, Uint8Array>

const EVERY_PART: Consent['parts'] = ['sessions', 'notes', 'goals', 'worksheets', 'offers']
/** A consent to hand over holds so many days. */
const CONSENT_DAYS = 90

type Sealing = NonNullable<DemoPerson['sent']>

async function sealed(ask: Ask, record: DemoRecord, to: string, given: Sealing, saved: SavedFiles) {
  const clientId = idOf(record)
  const validUntil = daysAfter(given.sealedOn, CONSENT_DAYS)
  const consent = {
    kind: 'waiver',
    receiver: to,
    parts: EVERY_PART,
    manner: 'inWriting',
    witness: '',
    validUntil,
  } as const
  const { id: consentId } = await ask('consent.give', { clientId, ...consent, parts: EVERY_PART })
  const { cover, firstAppointment } = given
  const reply = await ask('handover.seal', { clientId, consentId, receiver: demoUnit(to), cover, firstAppointment })
  const bytes = saved.get(reply.fileName)
  if (bytes === undefined) throw new Error('the sealed file was not saved')
  return { packageId: reply.packageId, file: { name: reply.fileName, words: reply.words.join(' '), bytes } }
}

/** Seals for the other unit; where it has answered, another binder opens the file and its receipt comes back. */
export function sentEvents(
  given: Sealing,
  record: DemoRecord,
  saved: SavedFiles,
  keep: (file: SealedFile) => void,
): DemoEvent[] {
  let made: Awaited<ReturnType<typeof sealed>> | undefined
  const seal = async (ask: Ask) => {
    made = await sealed(ask, record, given.unit, given, saved)
    if (given.settledOn === undefined) keep(made.file)
  }
  const { settledOn } = given
  if (settledOn === undefined) return [{ on: given.sealedOn, run: seal }]
  const confirm = async (ask: Ask) => {
    if (made === undefined) throw new Error('confirmed before it was sealed')
    const receiver = coreInMemory({ unit: demoUnit(given.unit), seed: `demo ${given.unit}`, today: settledOn })
    const receipt = await accepted(asking(receiver.call), made.file, given.cover.next)
    await ask('handover.confirm', { clientId: idOf(record), packageId: made.packageId, receipt })
  }
  return [
    { on: given.sealedOn, run: seal },
    { on: settledOn, run: confirm },
  ]
}

async function accepted(ask: Ask, { bytes, words }: SealedFile, readBack: string): Promise<string> {
  const file = Buffer.from(bytes).toString('base64')
  return (await ask('handover.accept', { file, words, readBack })).receipt
}

/** Writes everything up to the sealing in the other unit's binder, and comes here with the package after that. */
export async function receivedEvents(
  person: DemoPerson,
  record: DemoRecord,
  chapters: readonly Chapter[],
): Promise<DemoEvent[]> {
  const { received } = person
  if (received === undefined) throw new Error(`${person.name} did not come from another unit`)
  const all = eventsOf(person, record, chapters)
  const sender = coreInMemory({
    unit: demoUnit(received.unit),
    seed: `demo ${received.unit}`,
    today: received.sealedOn,
  })
  const before = all.filter(each => each.on <= received.sealedOn)
  await run(sender, before)
  sender.world.setToday(received.sealedOn)
  const ask = asking(sender.call)
  const { file } = await sealed(ask, record, DEMO_HOME, received, sender.platform.files)
  const accept = (here: Ask) => accepted(here, file, received.readBack)
  const after = all.filter(each => each.on > received.sealedOn)
  return [{ on: received.settledOn, run: accept }, ...after]
}

/** A file that nobody has opened yet, from another unit, for whoever wants to try receiving one. */
export async function unopenedFile(
  person: DemoPerson,
  chapters: readonly Chapter[],
  given: Sealing,
): Promise<SealedFile> {
  const record: DemoRecord = {}
  const sender = coreInMemory({ unit: demoUnit(given.unit), seed: `demo unopened`, today: given.sealedOn })
  await run(sender, eventsOf(person, record, chapters))
  sender.world.setToday(given.sealedOn)
  return (await sealed(asking(sender.call), record, DEMO_HOME, given, sender.platform.files)).file
}

/** Lets events happen in their order, each on its day. */
export async function run(core: Pick<TestCore, 'call' | 'world'>, events: readonly DemoEvent[]): Promise<void> {
  const ask = asking(core.call)
  for (const event of events) {
    core.world.setToday(event.on, event.at ?? MORNING)
    await event.run(ask)
  }
}
