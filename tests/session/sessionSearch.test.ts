import { beforeEach, describe, expect, test } from 'vitest'
import { findWords } from '../../main/session/findWords.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, missedSession } from '../support/people.ts'

let core: TestCore
let anna = ''
beforeEach(async () => {
  core = coreInMemory()
  anna = await addedClient(core)
  await core.ask(
    'session.record',
    await heldSession(core, anna, 1, {
      on: '2026-11-02',
      changeTalk: 'Jag vill kunna gå ut med hunden igen.',
      wouldChange: 'Åsa skulle ha varit med',
      note: 'Kom i tid.\n\nPratade om hunden Bosse och om Åsas nya lägenhet i Ängelholm.',
    }),
  )
  await core.ask('session.record', await missedSession(core, anna, 2, { note: 'Hunden var sjuk.' }))
})

const found = async (clientId: string, words: string) =>
  (await core.ask('session.search', { clientId, words })).map(
    each => `${each.number} ${each.text}: ${each.before}[${each.match}]${each.after}`,
  )

describe('searching one client’s notes', () => {
  test('finds what was written in the note, as change talk and as the client’s own answers, newest first', async () => {
    expect(await found(anna, 'HUNDEN')).toEqual([
      '2 note: [Hunden] var sjuk.',
      '1 note: Kom i tid. Pratade om [hunden] Bosse och om Åsas nya lägenhet i Ängelholm.',
      '1 changeTalk: Jag vill kunna gå ut med [hunden] igen.',
    ])
    expect(await found(anna, 'åsa')).toEqual([
      '1 note: Kom i tid. Pratade om hunden Bosse och om [Åsa]s nya lägenhet i Ängelholm.',
      '1 wouldChange: [Åsa] skulle ha varit med',
    ])
  })

  test('finds what was corrected and what the client sees otherwise, told as such under its session', async () => {
    const [first] = await core.ask('session.ofClient', { clientId: anna })
    const about = { kind: 'session', id: first?.id ?? '' } as const
    await core.ask('remark.add', { clientId: anna, about, kind: 'addition', words: 'Bosse heter egentligen Bamse.' })
    await core.ask('remark.add', { clientId: anna, about, kind: 'addition', words: 'Åsa skriver Bamse med B.' })
    const words = 'Bamse är inte min.'
    await core.ask('remark.add', { clientId: anna, about, kind: 'disagreement', words, on: '2026-11-20' })
    await core.ask('remark.add', { clientId: anna, about, kind: 'informed', on: '2026-11-20' })
    const plan = { kind: 'plan', id: anna } as const
    await core.ask('remark.add', { clientId: anna, about: plan, kind: 'addition', words: 'Bamse följer med.' })
    expect(await found(anna, 'bamse')).toEqual([
      '1 addition: Bosse heter egentligen [Bamse].',
      '1 addition: Åsa skriver [Bamse] med B.',
      '1 disagreement: [Bamse] är inte min.',
    ])
    expect(await found(anna, 'bosse')).toHaveLength(2)
  })

  test.each([
    [
      'a soft hyphen in what was written',
      'Risk för åter\u00adfall i dag',
      'återfall',
      'Risk för [åter\u00adfall] i dag',
    ],
    ['loose accents', 'Bussen a\u030aker', 'åker', 'Bussen [a\u030aker]'],
    ['what is sought has them', 'Bussen åker', 'a\u030aker', 'Bussen [åker]'],
    ['what is sought has a soft hyphen', 'Risk för återfall', 'åter\u00adfall', 'Risk för [återfall]'],
    ['no width at all', 'Ring Sa\u200bra', 'sara', 'Ring [Sa\u200bra]'],
    ['a hard blank', 'Ring\u00a0Sara', 'ring sara', '[Ring] Sara'],
    ['no dots', 'Ängelholm', 'angelholm', '[Ängelholm]'],
  ])('finds in spite of signs that are not seen: %s', async (_what, note, words, hit) => {
    await core.ask('session.record', await heldSession(core, anna, 3, { note }))
    expect(await found(anna, words)).toContain(`3 note: ${hit}`)
  })

  test('several words must stand in the same text, in any order', async () => {
    expect(await found(anna, 'ängelholm  bosse')).toEqual([
      '1 note: Kom i tid. Pratade om hunden [Bosse] och om Åsas nya lägenhet i Ängelholm.',
    ])
    expect(await found(anna, 'bosse sjuk')).toEqual([])
  })

  test('a sign stands for itself', async () => {
    expect(await found(anna, '%%')).toEqual([])
    expect(await found(anna, 'h_nden')).toEqual([])
  })

  test('never reaches another client', async () => {
    const bo = await addedClient(core, { name: 'Bo', number: '' })
    await core.ask('session.record', await heldSession(core, bo, 1, { note: 'Tycker om sin hund.' }))
    expect(await found(bo, 'hund')).toEqual(['1 note: Tycker om sin [hund].'])
    expect(await found(bo, 'bosse')).toEqual([])
  })

  test('asks for two letters at least', async () => {
    expect(await core.refusalCode('session.search', { clientId: anna, words: ' h ' })).toBe('invalid-input')
  })
})

test('a long note shows what stands around the words, cut between words', async () => {
  const long = `${'ord före '.repeat(30)}hunden ${'och efter '.repeat(30)}`
  await core.ask('session.record', await heldSession(core, anna, 3, { note: long }))
  const [hit] = findWords(await core.ask('session.ofClient', { clientId: anna }), [], 'hunden')
  expect(hit?.before).toMatch(/^… (ord|före) .* före $/)
  expect(hit?.after).toMatch(/^ och efter .*(och|efter) …$/)
  expect(hit?.before.length).toBeLessThan(70)
  expect(hit?.after.length).toBeLessThan(70)
})
