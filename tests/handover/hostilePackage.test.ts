import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { clientRow } from '../../db/repositories/client.ts'
import { type PackageContent, packageContent } from '../../main/contract/record.ts'
import type { ClientId, UserId } from '../../main/contract/values.ts'
import { coreInMemory, type SharedCore } from '../support/core.ts'
import { AFTERCARE, clientWithRecord, consentFor, testNumber, toSeal } from '../support/people.ts'
import { sealCheaply, sentFile, takeApart } from '../support/sealedFile.ts'
import { databaseOf, everyRecord } from '../support/tables.ts'

type Schema = {
  readonly [key: string]: unknown
  readonly type?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** The places in a schema where more can be sent than a screen can show. */
function unboundedIn(schema: Schema, place: string): string[] {
  const { type, format, pattern } = schema
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return choices.flatMap(each => unboundedIn(each, place))
  if (schema['const'] !== undefined || schema['enum'] !== undefined || type === 'boolean') return []
  if (type === 'string') {
    const isFixed =
      ['uuid', 'date'].includes(String(format)) || (pattern !== undefined && !/[*+]|,}/.test(String(pattern)))
    return schema['maxLength'] !== undefined || isFixed ? [] : [`${place}: a text`]
  }
  if (type === 'integer' || type === 'number')
    return Number(schema['maximum']) < 1e9 && Number(schema['minimum']) > -1e9 ? [] : [`${place}: a number`]
  if (type === 'array')
    return [
      ...(schema['maxItems'] === undefined ? [`${place}: a list`] : []),
      ...unboundedIn(schema['items'] as Schema, `${place}[]`),
    ]
  if (type !== 'object') return [`${place}: anything`]
  const { properties = {}, additionalProperties } = schema as {
    properties?: Record<string, Schema>
    additionalProperties?: unknown
  }
  const rest = additionalProperties ? unboundedIn(additionalProperties as Schema, `${place}.*`) : []
  return [...Object.entries(properties).flatMap(([name, each]) => unboundedIn(each, `${place}.${name}`)), ...rest]
}

test('every text, list and number of a package is bounded', () => {
  expect(unboundedIn(z.toJSONSchema(packageContent, { io: 'input' }) as Schema, 'package')).toEqual([])
  const loose = z.strictObject({ words: z.string(), rows: z.array(z.int()), any: z.json() })
  expect(unboundedIn(z.toJSONSchema(loose) as Schema, 'x').length).toBeGreaterThan(3)
})

/** With a check digit that is not its own. */
const WRONG = testNumber('1951-01-01', 981).replace(/.$/, digit => String((Number(digit) + 1) % 10))

let headerLine: string
let base: PackageContent
let words: string
let receiver: SharedCore
beforeAll(async () => {
  const sender = coreInMemory({ seed: 'sender', unit: { name: 'Runnagården', kind: 'lvmHome' } })
  const clientId = await clientWithRecord(sender)
  const sealed = await sender.ask('handover.seal', toSeal(clientId, await consentFor(sender, clientId)))
  const sent = sentFile(sender, sealed)
  words = sent.words
  const apart = await takeApart(Buffer.from(sent.file, 'base64'), words)
  headerLine = apart.headerLine
  base = apart.content
  receiver = coreInMemory({ seed: 'receiver', unit: AFTERCARE })
})

/** What comes of accepting the package, changed so; whatever it stored is undone. `look` sees it stored. */
async function came(
  change: (content: PackageContent) => void,
  { because = '', look = async () => {} }: { because?: string; look?(id: ClientId): Promise<void> } = {},
) {
  const content = structuredClone(base)
  change(content)
  const file = (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64')
  const { $client } = databaseOf(receiver)
  receiver.world.setToday('2026-11-21', '12:00')
  const before = everyRecord(receiver)
  $client.exec('SAVEPOINT one')
  const reply = await receiver.call('handover.accept', {
    file,
    words,
    readBack: 'Jag tar vid.',
    takenOnBecause: because,
  })
  if (reply.ok) await look(content.record.client.id)
  else expect(everyRecord(receiver)).toEqual(before)
  $client.exec('ROLLBACK TO one; RELEASE one')
  return reply.ok ? 'accepted' : reply.refusal.code
}

const first = <Row>(rows: readonly Row[]): Row =>
  rows[0] ??
  (() => {
    throw new Error('the sample has no such row')
  })()

const last = <Row>(rows: readonly Row[]): Row => first(rows.slice(-1))

test('the package as it was sealed is accepted', async () => {
  expect(await came(() => undefined)).toBe('accepted')
})

describe('refused as damaged, with no row changed', () => {
  const here = () => receiver.binder.opened()?.user.id as UserId
  test.each<[string, (content: PackageContent) => void]>([
    [
      'a session of an epoch above the package’s own',
      ({ record }) => Object.assign(first(record.sessions), { epoch: 2 }),
    ],
    [
      'a goal’s event of an epoch above',
      ({ record }) => Object.assign(first(first(record.goals).events), { epoch: 2 }),
    ],
    ['an epoch beyond what a screen shows', content => Object.assign(content, { epoch: 1_000 })],
    ['an epoch that leaves none for the receiver', content => Object.assign(content, { epoch: 999 })],
    ['an attempt that nobody has made', ({ record }) => Object.assign(first(record.sessions), { attempt: 1_000 })],
    ['a session of 300 minutes', ({ record }) => Object.assign(last(record.sessions), { minutes: 300 })],
    ['a craving of 11', ({ record }) => Object.assign(last(record.sessions), { craving: 11 })],
    [
      'a score of 99 on a sheet',
      ({ record }) => Object.assign(first(record.worksheets), { answers: { areas: { housing: 99 } } }),
    ],
    ['a day in the year 1', ({ record }) => Object.assign(first(record.offers), { on: '0001-01-01' })],
    ['a day in the year 9999', ({ record }) => Object.assign(first(record.slots), { plannedOn: '9999-12-31' })],
    [
      'an instant in the year 9999',
      ({ record }) => Object.assign(first(record.sessions), { signedAt: '9999-12-31T00:00:00Z' }),
    ],
    [
      'signed the day after it was sealed',
      ({ record }) => Object.assign(first(record.sessions), { signedAt: '2026-11-22T08:00:00Z' }),
    ],
    [
      'signed an hour after it was sealed',
      ({ record }) => Object.assign(first(record.sessions), { signedAt: '2026-11-21T10:30:00Z' }),
    ],
    ['held the day after it was sealed', ({ record }) => Object.assign(first(record.sessions), { on: '2026-11-22' })],
    ['answered the day after', ({ record }) => Object.assign(first(record.worksheets), { answeredOn: '2026-11-22' })],
    ['signed by someone who works here', ({ record }) => Object.assign(first(record.sessions), { authorId: here() })],
    [
      'a goal’s event by someone who works here',
      ({ record }) => Object.assign(first(first(record.goals).events), { authorId: here() }),
    ],
    ['a note that is too long', ({ record }) => Object.assign(first(record.sessions), { note: 'x'.repeat(250_001) })],
    [
      'two hundred plans',
      ({ record }) => Object.assign(record, { slots: Array.from({ length: 19 }, () => first(record.slots)) }),
    ],
    ['two slots of one session', ({ record }) => Object.assign(last(record.slots), { number: 1 })],
    [
      'answers nested five deep',
      ({ record }) => Object.assign(first(record.worksheets), { answers: { areas: [[[['x']]]] } }),
    ],
    ['a number with a wrong last digit', ({ record }) => Object.assign(record.client, { number: '198503129800' })],
    [
      'a number of another kind than it says',
      ({ record }) => Object.assign(record.client, { numberKind: 'coordinationNumber' }),
    ],
    [
      'eleven earlier numbers',
      content =>
        earlier(
          content,
          Array.from({ length: 11 }, (_, nth) => testNumber('1951-01-01', 980 + nth)),
        ),
    ],
    ['an earlier number that is none', content => earlier(content, [WRONG])],
    [
      'a code that it does not name',
      ({ record }) => Object.assign(first(record.sessions), { reasonCode: 'laterCode' }),
    ],
  ])('%s', async (_what, change) => {
    expect(await came(change)).toBe('package-damaged')
  })

  test('sealed later than tomorrow', async () => {
    expect(await came(content => Object.assign(content, { sealedOn: '2026-12-24' }))).toBe('package-ahead')
    expect(await came(content => Object.assign(content, { sealedAt: '2027-01-01T00:00:00Z' }))).toBe('package-ahead')
  })
})

function earlier({ record, epoch }: PackageContent, numbers: readonly string[]): void {
  const author = { authorId: record.client.id as string as UserId, authorName: 'Någon' }
  for (const [nth, earlierNumber] of numbers.entries())
    record.changes.push({
      ...author,
      id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`,
      epoch,
      changes: [{ detail: 'number', was: earlierNumber, became: record.client.number }],
      reason: '',
      at: '2026-11-20T08:00:00Z',
      earlierNumber,
      earlierCaseNumber: '',
    })
}

test('up to ten earlier numbers come along, and are shown before it is accepted, with no more than tells them apart', async () => {
  const content = structuredClone(base)
  earlier(content, [testNumber('1951-01-01', 981)])
  const file = (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64')
  const { earlierNumbers } = await receiver.ask('handover.preview', { file, words })
  expect(earlierNumbers).toEqual([expect.stringMatching(/^1951 •• •• – ••\d\d$/)])
  expect(
    await came(each =>
      earlier(
        each,
        Array.from({ length: 10 }, (_, nth) => testNumber('1951-01-01', 980 + nth)),
      ),
    ),
  ).toBe('accepted')
})

describe('a code that is not in our lists', () => {
  const senderId = () => base.sender.id
  test('stands under its unit with its word, can never be chosen, and takes no name that a later version may bring', async () => {
    const change = (content: PackageContent) => {
      first(content.record.sessions).reasonCode = 'laterCode'
      content.reasons.push(
        { code: 'laterCode', words: 'Väntade på tolk', side: 'client' },
        { code: 'unused', words: 'Onödigt', side: 'client' },
      )
    }
    const look = async (clientId: ClientId) => {
      const code = `x:${senderId()}:laterCode`
      const sessions = await receiver.ask('session.ofClient', { clientId })
      expect(sessions.find(each => each.reasonCode === code)).toMatchObject({ reasonWords: 'Väntade på tolk' })
      const { reasons } = await receiver.ask('unit.lists', {})
      expect(reasons.filter(each => each.words === 'Onödigt')).toEqual([])
      expect(reasons.find(each => each.code === code)).toMatchObject({ toOn: '1900-01-01' })
      databaseOf(receiver).$client.exec(
        "INSERT INTO reasons (code, words, side, position) VALUES ('laterCode', 'Annat', 'service', 50)",
      )
      expect((await receiver.ask('session.ofClient', { clientId }))[0]).toMatchObject({
        reasonWords: 'Väntade på tolk',
      })
    }
    expect(await came(change, { look })).toBe('accepted')
  })

  test('of the same name as ours and another use is not taken for ours', async () => {
    const change = (content: PackageContent) => {
      content.reasons = content.reasons.map(each =>
        each.code === 'tired' ? { ...each, side: 'service', words: 'Vi orkade inte' } : each,
      )
    }
    const look = async (clientId: ClientId) => {
      const [session] = await receiver.ask('session.ofClient', { clientId })
      expect(session).toMatchObject({ reasonCode: `x:${senderId()}:tired`, reasonWords: 'Vi orkade inte' })
      const { reasons } = await receiver.ask('unit.lists', {})
      expect(reasons.find(each => each.code === 'tired')).toMatchObject({ side: 'client', words: 'Orkar inte i dag' })
    }
    expect(await came(change, { look })).toBe('accepted')
  })
})

describe('what was meant for another, or has expired', () => {
  const elsewhere = (content: PackageContent) => Object.assign(content.receiver, { name: 'Kumla kommun' })
  const expired = (content: PackageContent) => Object.assign(content.consent, { validUntil: '2026-11-20' })
  test.each([
    ['another receiver', elsewhere, 'package-other-receiver', 'otherReceiver'],
    ['a consent that has expired', expired, 'package-consent-expired', 'consentExpired'],
  ] as const)('%s is refused, and taken on by someone who says why', async (_what, change, code, obstacle) => {
    expect(await came(change)).toBe(code)
    const look = async (clientId: ClientId) => {
      expect(clientRow(databaseOf(receiver), clientId)).toBeDefined()
      const because = databaseOf(receiver).$client.prepare('SELECT taken_on_because FROM handovers').pluck().all()
      expect(because).toEqual(['Kumla ber oss ta vid'])
    }
    expect(await came(change, { because: 'Kumla ber oss ta vid', look })).toBe('accepted')
    const content = structuredClone(base)
    change(content)
    const file = (await sealCheaply(headerLine, JSON.stringify(content), words)).toString('base64')
    expect((await receiver.ask('handover.preview', { file, words })).obstacles).toEqual([obstacle])
  })

  test('the same unit written otherwise is the same unit', async () => {
    expect(await came(content => Object.assign(content.receiver, { name: ' örebro  EFTERVÅRD' }))).toBe('accepted')
  })
})

test('nothing is sealed that nobody could take in: a clock that is behind is told', async () => {
  const core = coreInMemory({ unit: { name: 'Runnagården', kind: 'lvmHome' } })
  const clientId = await clientWithRecord(core)
  core.world.setToday('2026-11-19')
  const consentId = await consentFor(core, clientId)
  expect(await core.refusalCode('handover.seal', toSeal(clientId, consentId))).toBe('written-ahead')
  expect(core.platform.files.size).toBe(0)
})
