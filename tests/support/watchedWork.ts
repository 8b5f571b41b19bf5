import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from '../../main/context/platform.ts'
import type { Input } from '../../main/contract/index.ts'
import { USUAL_SETTINGS } from '../../main/contract/logReview.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { writeWholeFile } from '../../main/hosts/electron/wholeFile.ts'
import { coreInFolder, type TestCore } from './core.ts'
import { AFTERCARE, addedClient, consentFor, heldSession, newGoal, testNumber, toSeal } from './people.ts'
import { NEW_BINDER, PASSPHRASE } from './readyToSeal.ts'
import { databaseOf } from './tables.ts'

/**
 * A process of its own, which house/filesOpened.spec.ts has watched: all of the clinic's work that sorts, moves, copies
 * or removes much, on encrypted binders in `binders`, with files saved in `chosen` as Electron saves them. The word is in
 * every text. With FILE as its last argument SQLite may put its pages where it likes, and the work ends with the removal.
 */
const [binders = '', chosen = '', word = '', tempStore = ''] = process.argv.slice(2)
const text = (characters: number) => `${word} i sjön. `.repeat(characters / (word.length + 9))

function binderIn(name: string, today: string): TestCore {
  const core = coreInFolder({ folder: join(binders, name), seed: name, today })
  const placeFor: Platform['placeFor'] = async name => {
    const file = join(chosen, name)
    return { write: bytes => writeWholeFile(file, bytes), takeBack: () => rmSync(file, { force: true }) }
  }
  Object.assign(core.platform, { placeFor })
  return core
}

/** A client whose record holds as much as a whole plan does, and more. */
async function longRecord(core: TestCore, given: Partial<Input<'client.add'>>): Promise<ClientId> {
  const clientId = await addedClient(core, { name: `${word} Exempel`, ...given })
  for (let number = 1; number <= 18; number++)
    await core.ask('session.record', await heldSession(core, clientId, number, { note: text(12_000) }))
  for (let nth = 0; nth < 5; nth++) await core.ask('goal.set', newGoal(clientId, { words: text(400) }))
  return clientId
}

async function reviewLog(core: TestCore): Promise<void> {
  const period = { fromOn: '2018-11-01', toOn: '2026-11-21' }
  const { reviewId } = await core.ask('logReview.begin', { ...period, settings: USUAL_SETTINGS })
  const { content } = await core.ask('logReview.get', { reviewId })
  for (const { key } of content.items)
    await core.ask('logReview.decide', { reviewId, key, decision: 'askUser', words: text(500) })
  await core.ask('logReview.sign', { reviewId, words: word })
  await core.ask('accessLog.verify', { from: 1 })
  await core.ask('accessLog.extract', { ...period, form: 'csv' })
}

const aftercare = binderIn('aftercare', '2018-11-02')
await aftercare.ask('binder.create', { ...NEW_BINDER, unitName: AFTERCARE.name, unitKind: AFTERCARE.kind })
if (tempStore === 'FILE') databaseOf(aftercare).$client.pragma('temp_store = FILE')
const old = await longRecord(aftercare, { caseNumber: `${word} 17`, number: testNumber('1971-02-03', 982) })
aftercare.world.setToday('2026-11-21')
await aftercare.ask('retention.decide', { clientIds: [old], decision: 'remove', reason: `${word}: tiden är ute` })
await aftercare.ask('retention.carryOut', { clientId: old, reference: `${word} 17` })
if (tempStore === 'FILE') process.exit()

const home = binderIn('home', '2026-11-21')
await home.ask('binder.create', NEW_BINDER)
const clientId = await longRecord(home, { caseNumber: `${word} 44` })
const otherId = await longRecord(home, { caseNumber: `${word} 12`, number: testNumber('1985-03-72') })
await home.ask('client.merge', { clientId, otherId, take: [], reason: `${word} igen`, reference: `${word} 12` })

await home.ask('client.list', { words: word })
await home.ask('client.alike', { name: `${word} Exempel`, number: '' })
await home.ask('session.search', { clientId, words: word })
for (const as of ['json', 'pdf'] as const) await home.ask('client.extract', { clientId, as })

const consentId = await consentFor(home, clientId, { witness: word })
const { packageId, words, fileName } = await home.ask('handover.seal', toSeal(clientId, consentId))
const file = readFileSync(join(chosen, fileName)).toString('base64')
const { receipt } = await aftercare.ask('handover.accept', { file, words: words.join(' '), readBack: word })
await home.ask('handover.confirm', { clientId, packageId, receipt })

for (const core of [home, aftercare]) {
  await reviewLog(core)
  const { changed } = await core.ask('binder.changeKey', { leaveOut: false })
  if (!changed) throw new Error('the key was not changed')
  core.binder.lock()
  await core.ask('user.unlock', { passphrase: PASSPHRASE })
  await core.ask('client.list', { words: word })
  core.binder.lock()
}
