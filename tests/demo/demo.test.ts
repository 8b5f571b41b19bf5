import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { FormAnswers } from '../../main/contract/form.ts'
import { outcome } from '../../main/contract/plan.ts'
import type { ClientId } from '../../main/contract/values.ts'
import { coreInFolder, MANUAL, ourManual, type TestCore } from '../support/core.ts'
import { daysAfter } from '../support/invented.ts'
import { DEMO_PASSPHRASE, type DemoBinder, makeDemoBinder } from './demo.ts'
import { DEMO_DAY, DEMO_HOME } from './demoEvents.ts'

const MINUTE = 60_000

type Everything = Awaited<ReturnType<typeof readAll>>

let folder: string
let demo: DemoBinder
let core: ReturnType<typeof coreInFolder>
let everyone: Everything[]

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arton-demo-'))
  demo = await makeDemoBinder(folder)
  core = coreInFolder({ folder, today: DEMO_DAY })
  await core.ask('user.unlock', { passphrase: DEMO_PASSPHRASE })
  everyone = []
  for (const [key, clientId] of demo.clients) everyone.push(await readAll(core, key, clientId))
}, 2 * MINUTE)

afterAll(() => {
  core.binder.lock()
  rmSync(folder, { recursive: true, force: true })
})

async function readAll(from: TestCore, key: string, clientId: ClientId) {
  return {
    key,
    client: await from.ask('client.get', { clientId }),
    plan: await from.ask('plan.ofClient', { clientId }),
    sessions: await from.ask('session.ofClient', { clientId }),
    homework: await from.ask('homework.ofClient', { clientId }),
    goals: await from.ask('goal.ofClient', { clientId }),
    worksheets: await from.ask('worksheet.ofClient', { clientId }),
    scale: await from.ask('scale.ofClient', { clientId }),
    offers: await from.ask('offer.ofClient', { clientId }),
    consents: await from.ask('consent.ofClient', { clientId }),
  }
}

const sessions = () => everyone.flatMap(each => each.sessions)
const isHeld = ({ outcome: came }: { outcome: string }) => came === 'held' || came === 'partlyHeld'
const shownAs = (what: keyof DemoBinder['shown']) => {
  const found = everyone.find(each => each.client.id === demo.shown[what])
  if (found === undefined) throw new Error(`nobody shows ${what}`)
  return found
}

/** The texts that stand more than once, each with how often. */
function repeated(texts: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > 1).map(([text]) => text)
}

describe('the demo is a binder like any other', () => {
  test('it says that it is a demo, and opens with the passphrase that is printed', async () => {
    expect(await core.ask('binder.state', {})).toMatchObject({ state: 'open', today: DEMO_DAY, demo: true })
    expect((await core.ask('user.me', {})).unit.name).toBe(DEMO_HOME)
  })

  test('it holds the people of the VKP report and three dozen more, each with a name of their own', async () => {
    const vkp = await Promise.all(demo.vkp.map(clientId => core.ask('client.get', { clientId })))
    const names = [...vkp, ...everyone.map(each => each.client)].map(each => each.name)
    expect([demo.vkp.length, demo.clients.size, repeated(names)]).toEqual([236, 36, []])
    expect((await core.ask('client.list', { words: '' })).total).toBe(236 + 36)
  })
})

test('the demo is never made where a binder is already', async () => {
  await expect(makeDemoBinder(folder)).rejects.toThrow('binder-exists')
})

describe('the demo has what every screen shows', () => {
  test('the start page has sessions today, some not documented, some tomorrow, and a handover that waits', async () => {
    const page = await core.ask('today.list', {})
    expect(page.sessions.length).toBeGreaterThanOrEqual(3)
    expect(page.undocumented.length).toBeGreaterThanOrEqual(4)
    expect(new Set(page.upcoming.map(each => each.plannedOn))).toEqual(new Set([daysAfter(DEMO_DAY, 1)]))
    expect(page.waiting.map(each => each.clientId)).toEqual([demo.shown.waitingHandover])
    const nextWeek = everyone.flatMap(each => each.plan).filter(each => (each.plannedOn ?? '') > daysAfter(DEMO_DAY, 1))
    expect(nextWeek.length).toBeGreaterThanOrEqual(10)
  })

  test('every outcome and every reason occurs', async () => {
    expect(new Set(sessions().map(each => each.outcome))).toEqual(new Set(outcome.options))
    const { reasons } = await core.ask('unit.lists', {})
    const given = [...sessions(), ...everyone.flatMap(each => each.offers)].map(each => each.reasonCode)
    expect(reasons.map(each => each.code).filter(code => !given.includes(code))).toEqual([])
  })

  test('sessions were held out of order, in part and continued, and again after a no', () => {
    const inOrder = (some: Everything) => {
      const numbers = some.sessions.filter(each => each.outcome === 'held').map(each => each.number)
      return numbers.every((number, nth) => number >= (numbers[nth - 1] ?? 0))
    }
    expect(everyone.filter(each => !inOrder(each)).length).toBeGreaterThan(5)
    const followed = (first: string) =>
      sessions().some(
        each =>
          each.outcome === first && sessions().some(next => next.slotId === each.slotId && next.outcome === 'held'),
      )
    expect(['partlyHeld', 'declined', 'noShow', 'cancelledByUs'].filter(each => !followed(each))).toEqual([])
  })

  test('a session in two parts went on where it was left, and no step was gone through twice', () => {
    const parts = sessions().filter(each => each.outcome === 'partlyHeld')
    for (const { slotId } of parts) {
      const steps = sessions()
        .filter(each => each.slotId === slotId)
        .flatMap(each => each.steps.map(taken => taken.step))
      expect(repeated(steps)).toEqual([])
    }
    expect(parts.length).toBeGreaterThan(3)
  })

  test('rulers, those who were there, what came from other chapters and the client’s three answers all occur', () => {
    const some = (has: (each: ReturnType<typeof sessions>[number]) => boolean) => sessions().some(has)
    const chapters = ourManual().chapters
    expect([
      some(each => each.importance !== undefined && each.confidence === undefined),
      some(each => each.present.includes('relative')),
      some(each => each.coTherapists.length > 0),
      some(each => each.attendance === 'leftEarly'),
      some(({ number, procedures }) =>
        procedures.some(done => !chapters.find(each => each.session === number)?.procedures.includes(done.code)),
      ),
      some(each => each.wouldChange !== '' && each.howItWas === ''),
      some(each => each.howItWas !== ''),
    ]).toEqual(Array(7).fill(true))
  })

  test('one client has had all eighteen, most have some, and some none at all', () => {
    const held = everyone.map(each => new Set(each.sessions.filter(isHeld).map(session => session.number)).size)
    expect([Math.max(...held), Math.min(...held), new Set(held).size > 10]).toEqual([18, 0, true])
    expect(shownAs('wholeHistory').plan.every(each => each.outcome === 'held')).toBe(true)
  })

  test('the clients are in all three phases, and one is protected: found by case number and shown without a name', async () => {
    expect(new Set(everyone.map(each => each.client.phase))).toEqual(new Set(['A', 'B', 'C']))
    const { client } = shownAs('protectedIdentity')
    const { clients } = await core.ask('client.list', { words: client.caseNumber })
    expect(clients.map(each => [each.id, each.name, each.maskedNumber])).toEqual([[client.id, '', '']])
  })

  test('one record was sent and waits, one is the receiver’s since its receipt came, one came from another home', async () => {
    const list = await core.ask('handover.list', {})
    expect(list.map(each => [each.clientId, each.direction, each.state])).toEqual([
      [demo.shown.waitingHandover, 'out', 'sent'],
      [demo.shown.receivedHandover, 'in', 'accepted'],
      [demo.shown.handedOver, 'out', 'accepted'],
    ])
    expect(shownAs('handedOver').client.custody.own).toBe(false)
    const receivedAuthors = shownAs('receivedHandover').sessions.map(each => each.epoch)
    expect(new Set(receivedAuthors)).toEqual(new Set([1, 2]))
  })

  test('the package that nobody has opened can be received here', async () => {
    const file = Buffer.from(demo.unopened.bytes).toString('base64')
    const preview = await core.ask('handover.preview', { file, words: demo.unopened.words })
    expect([preview.sender.name, preview.receiver, preview.alreadyAccepted]).toEqual(['Provgården', DEMO_HOME, false])
    expect(readdirSync(join(folder, 'paket'))).toContain(demo.unopened.name)
  })

  test('every worksheet and exercise of the manual is answered, and living documents have more than one version', () => {
    const answered = everyone.flatMap(each => each.worksheets.map(sheet => `${each.key} ${sheet.formId}`))
    const forms = new Set(answered.map(each => each.split(' ')[1]))
    expect([...ourManual().forms.keys()].filter(id => !forms.has(id))).toEqual([])
    expect(repeated(answered)).toContain('hamid riskMap')
    expect(repeated(answered)).toContain('robert stopCard')
  })

  test('Tillfredsskalan was filled in one to five times, with gaps and with comments', () => {
    const times = everyone.map(each => each.scale.areas[0]?.points.length ?? 0)
    expect(new Set(times)).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    const points = everyone.flatMap(each => each.scale.areas.flatMap(area => area.points))
    expect(points.filter(each => each.score === undefined).length).toBeGreaterThan(10)
    expect(everyone.filter(each => each.scale.latest !== undefined).length).toBeGreaterThan(25)
  })

  test('homework was reviewed with every answer and some waits; goals have had every status', () => {
    const done = everyone.flatMap(each => each.homework).map(each => each.done)
    expect(new Set(done)).toEqual(new Set(['yes', 'partly', 'no', undefined]))
    const statuses = everyone.flatMap(each => each.goals.map(goal => goal.status))
    expect(new Set(statuses)).toEqual(new Set(['notStarted', 'underWay', 'reached', 'changed', 'ended']))
    expect(everyone.flatMap(each => each.consents).some(each => each.withdrawal !== undefined)).toBe(true)
  })
})

describe('the demo reads as if people had written it', () => {
  /** Every text in an answer, whatever the form. */
  function textsIn(answers: FormAnswers | FormAnswers[string]): string[] {
    if (typeof answers === 'string') return [answers]
    return typeof answers === 'object' && answers !== null ? Object.values(answers).flatMap(textsIn) : []
  }
  const ownWords = ({ sessions: held, goals, scale, worksheets }: Everything) => [
    ...held.flatMap(each => [each.changeTalk, each.takesAlong, each.wouldChange, each.howItWas]),
    ...goals.flatMap(each => [each.words, each.wording]),
    ...(scale.latest === undefined ? [] : [scale.latest.words]),
    ...worksheets.flatMap(each => textsIn(each.answers)).filter(text => text.split(' ').length > 4),
  ]

  test('no two notes are the same, and every held session has one', () => {
    expect(sessions().filter(each => isHeld(each) && each.note === '')).toEqual([])
    expect(repeated(sessions().flatMap(each => (each.note === '' ? [] : [each.note])))).toEqual([])
    expect(sessions().filter(isHeld).length).toBeGreaterThan(200)
  })

  test('no sentence stands with two clients, whether the client’s own or in a note', () => {
    const sentencesOf = (some: Everything) =>
      [...ownWords(some), ...some.sessions.map(each => each.note)]
        .flatMap(text => text.split(/(?<=[.!?])\s+/))
        .filter(sentence => sentence.split(' ').length > 2)
    const each = everyone.flatMap(some => [...new Set(sentencesOf(some))])
    expect(each.length).toBeGreaterThan(1_000)
    expect(repeated(each)).toEqual([])
  })

  test('sessions were held on weekdays and never after the demo’s day', () => {
    const weekend = sessions().filter(each => [0, 6].includes(new Date(each.on).getUTCDay()))
    expect(weekend.map(each => `${each.author} ${each.on}`)).toEqual([])
    expect(sessions().every(each => each.on <= DEMO_DAY)).toBe(true)
  })

  test('it uses no word that the manual does not use', () => {
    const stems = Object.keys(parse(readFileSync(join(MANUAL, 'forbiddenWords.yaml'), 'utf8')) as object)
    const texts = everyone.flatMap(each => [...ownWords(each), ...each.sessions.map(session => session.note)])
    const found = stems.filter(stem => {
      const word = new RegExp(`(?<!\\p{L})${stem}`, 'iu')
      return texts.some(text => word.test(`${text} `))
    })
    expect(found).toEqual([])
  })
})
