import { describe, expect, test } from 'vitest'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { coreInMemory } from '../support/core.ts'
import { addedClient, heldSession, slotFor } from '../support/people.ts'

async function written(number: number, ticked: object) {
  const core = coreInMemory()
  const clientId = await addedClient(core)
  const slotId = await slotFor(core, clientId, number)
  const base = {
    clientId,
    slotId,
    outcome: 'held',
    on: '2026-11-20',
    minutes: 60,
    setting: 'locked',
    ...NOTHING_TICKED,
  } as const
  const { text } = await core.ask('session.noteText', { ...base, ...ticked })
  return text
}

describe('the note that a session writes of itself', () => {
  test('says where and how long, and is silent about what was not ticked', async () => {
    expect(await written(1, {})).toBe(
      'Träff 1, Vad är det här och vad har du för nytta av det?, på LVM-hemmet, 60 minuter.',
    )
  })

  test('tells a whole session in the order it was held', async () => {
    expect(
      await written(9, {
        procedures: [
          { code: 'P17', extent: 'whole', rolePlays: 0 },
          { code: 'P10', extent: 'whole', rolePlays: 2 },
          { code: 'P15', extent: 'part', rolePlays: 0 },
        ],
        worksheets: [
          { formId: 'myNo', answers: {} },
          { formId: 'riskMap', answers: {} },
        ],
        craving: 3,
        changeTalk: 'Jag vill inte svika min syster igen.',
        takesAlong: 'Rollspelet var jobbigt men bra.',
        homeworkGiven: [{ what: 'Öva nejet högt', when: 'varje kväll', where: 'på rummet', withWhom: 'med Sara' }],
      }),
    ).toBe(
      [
        'Träff 9, Tacka nej, på LVM-hemmet, 60 minuter.',
        'Vi arbetade med Tacka nej (rollspel två gånger) och Återfallsprevention (delvis). Ifyllt tillsammans: Mitt nej och Riskkarta.',
        'Suget var 3 av 10. Klienten sa: ”Jag vill inte svika min syster igen.”',
        'Det här tar klienten med sig: ”Rollspelet var jobbigt men bra.”',
        'Till nästa gång: Öva nejet högt, varje kväll, på rummet, med Sara.',
      ].join('\n\n'),
    )
  })

  test('says so when only a part was held, in the municipality', async () => {
    expect(await written(12, { outcome: 'partlyHeld', minutes: 25, setting: 'municipality' })).toBe(
      'En del av träff 12, Dag för dag: boende, pengar, vardag, i kommunens lokal, 25 minuter.',
    )
  })

  test('lists three procedures with commas and an och', async () => {
    const procedures = ['P18', 'P04', 'P13'].map(code => ({ code, extent: 'whole', rolePlays: 0 }))
    expect(await written(12, { procedures })).toContain(
      'Vi arbetade med Praktiskt stöd, Nykterhetsprövning och Systematisk uppmuntran.',
    )
  })

  test('looks back on the homework in the words it was given', async () => {
    const core = coreInMemory()
    const clientId = await addedClient(core)
    await core.ask('session.record', {
      ...(await heldSession(core, clientId, 1)),
      homeworkGiven: [{ what: 'Skriva tre saker', when: '', where: '', withWhom: '' }],
    })
    const given = (await core.ask('homework.ofClient', { clientId })).find(each => each.what === 'Skriva tre saker')
    const slotId = await slotFor(core, clientId, 2)
    const { text } = await core.ask('session.noteText', {
      ...{ clientId, slotId, outcome: 'held', on: '2026-11-20', minutes: 60, setting: 'telephone', ...NOTHING_TICKED },
      homeworkReviewed: [{ homeworkId: given?.id ?? '', done: 'partly' }],
    })
    expect(text).toBe(
      'Träff 2, När jag använder: så hänger det ihop, på telefon eller video, 60 minuter.\n\nHemuppgiften från förra gången: ”Skriva tre saker” är delvis gjord.',
    )
  })
})
