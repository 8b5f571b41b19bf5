import { beforeEach, describe, expect, test } from 'vitest'
import { manualFiles } from '../../main/manual/manualFolder.ts'
import { coreInMemory, MANUAL, type TestCore } from '../support/core.ts'

const ours = manualFiles(MANUAL)

/** Our own manual as another organisation's pack: a new id and title, with `changes` to its files. */
function pack(changes: Record<string, (text: string) => string> = {}, version = '2.0.0') {
  const named = (text: string) =>
    text
      .replace(/^id: .*$/m, 'id: clinicManual')
      .replace(/^version: .*$/m, `version: ${version}`)
      .replace(/^title: .*$/m, 'title: Klinikens manual')
  return [...ours].map(([path, text]) => ({
    path,
    text: (changes[path] ?? (same => same))(path === 'manual.yaml' ? named(text) : text),
  }))
}

describe('an organisation with rights to another manual', () => {
  let core: TestCore
  beforeEach(() => {
    core = coreInMemory()
  })
  const titleOf9 = async () => (await core.ask('manual.chapter', { session: 9 })).title

  test('puts it in place of ours, and can go back', async () => {
    const files = pack({ '09-refusal.md': text => text.replace(/^title: .*$/m, 'title: Nej tack') })
    expect(await core.ask('manual.importPack', { files })).toEqual({ problems: [], imported: true })
    expect(await titleOf9()).toBe('Nej tack')
    expect((await core.ask('manual.contents', {})).version).toMatchObject({
      id: 'clinicManual',
      title: 'Klinikens manual',
      version: '2.0.0',
    })
    expect((await core.ask('manual.list', {})).map(each => [each.version.id, each.inUse])).toEqual([
      ['arton', false],
      ['clinicManual', true],
    ])
    await core.ask('manual.use', {})
    expect(await titleOf9()).toBe('Tacka nej')
    await core.ask('manual.use', { pack: { id: 'clinicManual', version: '2.0.0' } })
    expect(await titleOf9()).toBe('Nej tack')
  })

  test('cannot change the national emergency numbers', async () => {
    const before = await core.ask('emergencyNumber.list', {})
    const files = pack({ 'emergencyNumbers.yaml': text => text.replace('"112"', '"08-12 34 56"') })
    expect(await core.ask('manual.importPack', { files })).toEqual({ problems: [], imported: true })
    expect(await core.ask('emergencyNumber.list', {})).toEqual(before)
    const without = pack({}, '2.0.1').filter(each => each.path !== 'emergencyNumbers.yaml')
    expect((await core.ask('manual.importPack', { files: without })).imported).toBe(true)
    expect((await core.ask('manual.page', { id: 'safety' })).text).toContain('**112**')
  })

  test('finds that a session remembers which manual it was held by', async () => {
    await core.ask('manual.importPack', { files: pack() })
    const { clientId } = await core.ask('client.add', {
      name: 'Test Testsson',
      number: '',
      caseNumber: 'A1',
      sex: 'man',
      homeMunicipality: '0484',
      protectedIdentity: false,
      coordinator: '',
    })
    const [slot] = await core.ask('plan.ofClient', { clientId })
    await core.ask('session.record', {
      clientId,
      slotId: slot?.id ?? '',
      outcome: 'declined',
      on: '2026-11-20',
      reasonCode: 'tired',
      note: '',
    })
    await core.ask('manual.use', {})
    const [session] = await core.ask('session.ofClient', { clientId })
    expect(session?.manualVersion).toBe('clinicManual 2.0.0')
  })

  test('is told every fault by file and line when the pack is broken, and nothing is stored', async () => {
    const files = pack({
      '09-refusal.md': text => text.replace('minutes: 60', 'minutes: 61'),
      'clientSheets/03.md': text => text.replace('## Det är bra för', '## Bra för'),
    }).filter(each => each.path !== 'worksheets/myTalk.yaml')
    const { problems, imported } = await core.ask('manual.importPack', { files })
    expect(imported).toBe(false)
    expect(problems).toContainEqual({ file: '09-refusal.md', line: 6, what: expect.stringMatching(/^minutes: /) })
    expect(problems).toContainEqual({
      file: 'clientSheets/03.md',
      line: 1,
      what: expect.stringMatching(/^Klientbladet ska ha rubrikerna/),
    })
    expect(problems.some(each => each.what.includes('myTalk'))).toBe(true)
    expect(await core.ask('manual.list', {})).toHaveLength(1)
    expect(await titleOf9()).toBe('Tacka nej')
  })

  test('cannot take our own name, nor give two texts the same version', async () => {
    const asOurs = pack().map(each =>
      each.path === 'manual.yaml' ? { ...each, text: each.text.replace('clinicManual', 'arton') } : each,
    )
    expect((await core.ask('manual.importPack', { files: asOurs })).problems).toEqual([
      { file: 'manual.yaml', line: 1, what: 'Id:t ”arton” är vår egen manuals. Ge paketet ett eget.' },
    ])
    await core.ask('manual.importPack', { files: pack() })
    expect((await core.ask('manual.importPack', { files: pack() })).imported).toBe(false)
    expect((await core.ask('manual.importPack', { files: pack({}, '2.0.1') })).imported).toBe(true)
    expect((await core.ask('manual.list', {})).filter(each => each.inUse).map(each => each.version.version)).toEqual([
      '2.0.1',
    ])
  })

  test('must be an administrator, and cannot reach outside the folder', async () => {
    const therapist = coreInMemory({ roles: ['therapist'] })
    expect(await therapist.refusalCode('manual.importPack', { files: pack() })).toBe('not-permitted')
    for (const path of ['../arton.md', '/etc/passwd.md', 'a/b/c.md', 'x.html']) {
      expect(await core.refusalCode('manual.importPack', { files: [{ path, text: 'x' }] })).toBe('invalid-input')
    }
    expect(await core.refusalCode('manual.use', { pack: { id: 'other', version: '1.0.0' } })).toBe('not-found')
  })
})

test('the manual is searched by its own words, titles first, with the words in context', async () => {
  const core = coreInMemory()
  const hits = await core.ask('manual.search', { words: 'sugtermometern' })
  expect(hits.length).toBeGreaterThan(2)
  for (const each of hits.slice(0, 5))
    expect(`${each.title} ${each.match}`.toLocaleLowerCase('sv')).toContain('sugtermometer')
  const [first] = await core.ask('manual.search', { words: 'stoppkort' })
  expect(first).toMatchObject({ place: 'form/stopCard' })
  expect(
    (await core.ask('manual.search', { words: 'lyckoskalan' })).some(each => each.place === 'form/satisfactionScale'),
  ).toBe(true)
  expect(await core.ask('manual.search', { words: 'kvantfysik' })).toEqual([])
})
