import { describe, expect, test } from 'vitest'
import { MOST_SEALED } from '../../main/contract/handover.ts'
import type { PackageContent } from '../../main/contract/record.ts'
import { coreInMemory } from '../support/core.ts'
import { tries } from '../support/longRun.ts'
import { AFTERCARE, addedClient, BOOKED, COVER, clientWithRecord, consentFor } from '../support/people.ts'
import { sealCheaply, takeApart } from '../support/sealedFile.ts'
import { everyRecord } from '../support/tables.ts'

/** A package sent to the aftercare, whose binder has a client of its own; sealed again with next to no work. */
const sender = coreInMemory({ seed: 'sender', unit: { name: 'A', kind: 'lvmHome' } })
const clientId = await clientWithRecord(sender)
const receiver = { name: 'B', kind: AFTERCARE.kind }
const consentId = await consentFor(sender, clientId, { receiver: receiver.name })
const sealed = await sender.ask('handover.seal', {
  clientId,
  consentId,
  receiver,
  cover: COVER,
  firstAppointment: BOOKED,
})
const words = sealed.words.join(' ')
const original = sender.platform.files.get(sealed.fileName) ?? new Uint8Array()
const { headerLine, content } = await takeApart(original, words)
const whole = await sealCheaply(headerLine, JSON.stringify(content), words)

const aftercare = coreInMemory({ seed: 'receiver', unit: AFTERCARE })
const ownClient = await addedClient(aftercare, { name: 'Bo Eftervård', number: '' })
const ownSlot = (await aftercare.ask('plan.ofClient', { clientId: ownClient }))[0]?.id ?? ''
const rows = () => everyRecord(aftercare)

const asked = (file: Uint8Array, typed = words) => ({ file: Buffer.from(file).toString('base64'), words: typed })
async function refusalOf(file: Uint8Array, typed = words): Promise<string> {
  const reply = await aftercare.call('handover.accept', {
    ...asked(file, typed),
    readBack: 'Jag tar vid.',
    takenOnBecause: 'Vi är B i det här provet',
  })
  return reply.ok ? 'accepted' : reply.refusal.code
}
async function tally(files: Iterable<Uint8Array>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const file of files) {
    const code = await refusalOf(file)
    counts[code] = (counts[code] ?? 0) + 1
  }
  return counts
}
function* flipped(from: number, to: number, bits: readonly number[], step = 1) {
  for (let place = from; place < to; place += step) {
    for (const bit of bits) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place)
      yield bytes
    }
  }
}

const SEAL = headerLine.length // bytes: the header is plain ASCII here
const PAYLOAD = whole.indexOf('\n--- ') + 50
/** Bytes from one that is turned to the next, in what is sealed. It has no structure: each is like the others. */
const STEP = tries(5, 1)
const REFUSALS = ['package-damaged', 'package-newer', 'package-not-a-package', 'package-wrong-words']

test('the whole file opens, and its plain header tells neither name nor number', async () => {
  const before = rows()
  expect(await aftercare.ask('handover.preview', asked(whole))).toMatchObject({ packageId: sealed.packageId })
  expect(rows()).toEqual(before)
  expect(JSON.parse(headerLine)).toEqual({
    arton: 1,
    packageId: sealed.packageId,
    epoch: 1,
    sender: 'A',
    receiver: 'B',
  })
  for (const each of ['Anna', 'Exempel', '198503', 'Örebro', 'hyresvärden', 'Runnag'])
    expect(Buffer.from(original).includes(each)).toBe(false)
})

describe('a file with one bit turned is refused and changes no row', () => {
  test.each([
    ['in the plain header, every bit', () => flipped(0, SEAL, [0, 1, 2, 3, 4, 5, 6, 7])],
    ['in the head of the seal, at every byte', () => flipped(SEAL, PAYLOAD, [0, 3])],
    [`in what is sealed, at every ${STEP} bytes`, () => flipped(PAYLOAD, whole.length, [0], STEP)],
  ])('%s', { timeout: 600_000 }, async (_where, files) => {
    const before = rows()
    const all = [...files()]
    const { accepted = 0, ...counts } = await tally(all)
    expect(accepted).toBe(0)
    expect(Object.keys(counts).filter(each => !REFUSALS.includes(each))).toEqual([])
    expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(all.length)
    expect(rows()).toEqual(before)
  })
})

describe('a file that is not whole', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['empty', () => Buffer.alloc(0), 'package-not-a-package'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex'), 'package-not-a-package'],
    ['only its header', () => whole.subarray(0, SEAL), 'package-damaged'],
    ['without its header', () => whole.subarray(SEAL), 'package-not-a-package'],
    ['cut within the seal’s head', () => whole.subarray(0, SEAL + 60), 'package-damaged'],
    ['cut to 60 %', () => whole.subarray(0, Math.floor(whole.length * 0.6)), 'package-damaged'],
    ['without its last byte', () => whole.subarray(0, -1), 'package-damaged'],
    ['with a byte too many', () => Buffer.concat([whole, Buffer.from('x')]), 'package-damaged'],
    ['twice after itself', () => Buffer.concat([whole, whole]), 'package-damaged'],
    ['larger than any package', () => Buffer.concat([whole, Buffer.alloc(MOST_SEALED)]), 'package-too-large'],
    [
      'under the header of another package',
      () => Buffer.concat([Buffer.from(headerLine.replace('"B"', '"C"')), whole.subarray(SEAL)]),
      'package-damaged',
    ],
    [
      'of a newer format',
      () => Buffer.concat([Buffer.from(headerLine.replace('"arton":1', '"arton":2')), whole.subarray(SEAL)]),
      'package-newer',
    ],
  ])('is refused: %s', async (_what, file, code) => {
    const before = rows()
    expect(await refusalOf(file())).toBe(code)
    expect(await aftercare.refusalCode('handover.preview', asked(file()))).toBe(code)
    expect(rows()).toEqual(before)
  })

  test.each([
    ['one word wrong', () => sealed.words.with(0, sealed.words[0] === 'album' ? 'alfabet' : 'album').join(' ')],
    ['two words swapped', () => [...sealed.words.slice(1), sealed.words[0]].join(' ')],
    ['a word too few', () => sealed.words.slice(1).join(' ')],
  ])('wrong words do not open it: %s', async (_what, typed) => {
    expect(await refusalOf(whole, typed())).toBe('package-wrong-words')
  })

  test('words heard over the telephone open it in any case and with commas', async () => {
    const typed = sealed.words.map(each => each.toLocaleUpperCase('sv')).join(', ')
    expect(await aftercare.call('handover.preview', asked(whole, typed))).toMatchObject({ ok: true })
  })
})

describe('a rightly sealed file with a wrong content is refused whole', () => {
  const { record } = content
  const [last, ring] = [record.slots[17], record.homework[0]]
  if (last === undefined || ring === undefined) throw new Error('the sample has lost its slots or its homework')
  const withRecord = (change: Partial<Record<keyof typeof record, unknown>>) => ({
    ...content,
    record: { ...record, ...change },
  })
  const withSession = (nth: number, change: object) =>
    withRecord({ sessions: record.sessions.map((each, index) => (index === nth ? { ...each, ...change } : each)) })
  const answers = { areas: 'DEEP' }
  const shallow = JSON.stringify(withRecord({ worksheets: [{ ...record.worksheets[0], answers }] }))
  const procedure = { code: 'P01', extent: 'whole', rolePlays: 0 }

  test.each<[string, () => Partial<Record<keyof PackageContent, unknown>>]>([
    ['another package’s number', () => ({ ...content, packageId: '00000000-0000-4000-8000-000000000000' })],
    ['a newer version', () => ({ ...content, version: 2 })],
    ['a part it does not name', () => ({ ...content, extra: 1 })],
    ['no cover', () => ({ ...content, cover: undefined })],
    ['no client', () => withRecord({ client: undefined })],
    ['a number that is no number', () => withRecord({ client: { ...record.client, number: '1' } })],
    ['a held session without minutes', () => withSession(1, { minutes: undefined })],
    ['a session at a slot it does not have', () => withSession(0, { slotId: content.packageId })],
    ['a session at another client’s slot', () => withSession(0, { slotId: ownSlot })],
    ['a session whose reason it does not name', () => withSession(0, { reasonCode: 'noSuchReason' })],
    ['the same procedure twice in a session', () => withSession(1, { procedures: [procedure, procedure] })],
    ['the same session twice', () => withRecord({ sessions: [...record.sessions, record.sessions[0]] })],
    [
      'a slot of a client who is here',
      () => withRecord({ slots: [...record.slots.slice(0, 17), { ...last, id: ownSlot }] }),
    ],
    ['homework from no session of its own', () => withRecord({ homework: [{ ...ring, givenIn: content.packageId }] })],
    ['a unit that it does not name', () => ({ ...content, units: [] })],
  ])('%s', async (_what, wrong) => {
    const before = rows()
    const file = await sealCheaply(headerLine, JSON.stringify(wrong()), words)
    expect(await refusalOf(file)).toBe('package-damaged')
    expect(rows()).toEqual(before)
  })

  test.each([
    ['text that is not JSON', 'Kära dagbok'],
    ['a list', '[]'],
    ['answers nested without end', shallow.replace('"DEEP"', '['.repeat(20_000) + ']'.repeat(20_000))],
    ['more than any record when unpacked', `"${'x'.repeat(20_000_001)}"`],
    ['unpacked to a hundred times its size and more', `"${'x'.repeat(100_000_000)}"`],
    ['a list of two hundred thousand', `[${'0,'.repeat(200_000)}0]`],
    ['a record of as many goals', shallow.replace(/"goals":\[/, `"goals":[${'{"events":[{}]},'.repeat(60_000)}`)],
    ['a number of ten million digits', `[${'9'.repeat(10_000_000)}]`],
    ['a name of ten million letters', `{"${'a'.repeat(10_000_000)}":1}`],
    ['brackets inside its strings', `{"${'[{'.repeat(1_000)}":1}`],
    ['a string that does not end', `{"a\\"`],
  ])('%s', async (_what, text) => {
    const before = rows()
    const file = await sealCheaply(headerLine, text, words)
    const begun = performance.now()
    expect(await refusalOf(file)).toBe('package-damaged')
    expect(performance.now() - begun).toBeLessThan(2_000)
    expect(rows()).toEqual(before)
  })
})

describe('an envelope that we do not write is refused before any work is done', () => {
  const seal = whole.subarray(SEAL, PAYLOAD - 50 + 1).toString('latin1')
  const payload = whole.subarray(PAYLOAD - 50 + 1)
  const [version = '', stanza = '', body = ''] = seal.split('\n')
  const head = (lines: readonly string[]) =>
    Buffer.concat([Buffer.from(headerLine), Buffer.from(`${lines.join('\n')}\n`), payload])
  const many = <T>(most: number, each: T) => Array.from({ length: most }, () => each)

  test.each<[string, () => Buffer]>([
    ['one more than our work', () => head([version, stanza.replace(/ 1$/, ' 2'), body])],
    ['the most work age itself takes', () => head([version, stanza.replace(/ 1$/, ' 20'), body])],
    ['work without end', () => head([version, stanza.replace(/ 1$/, ' 64'), body])],
    ['work written otherwise', () => head([version, stanza.replace(/ 1$/, ' 01'), body])],
    ['a second passphrase', () => head([version, stanza, body, stanza, body])],
    ['a recipient by key', () => head([version, stanza.replace('scrypt', 'X25519'), body])],
    ['a hundred thousand of them', () => head([version, ...many(100_000, `-> X25519 ${'A'.repeat(43)}\nAAAA`)])],
    ['one that does not end', () => head([version, stanza, 'A'.repeat(5_000_000)])],
    ['another version of age', () => head([version.replace('v1', 'v2'), stanza, body])],
  ])('%s', async (_what, file) => {
    const bytes = file()
    const begun = performance.now()
    expect(await refusalOf(bytes)).toBe('package-damaged')
    expect(performance.now() - begun).toBeLessThan(500)
  })
})

test('after all that, the whole file is accepted', async () => {
  expect(await refusalOf(whole)).toBe('accepted')
})
