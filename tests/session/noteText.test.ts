import { beforeEach, describe, expect, test } from 'vitest'
import { type HeldInput, NOTHING_TICKED } from '../../main/contract/session.ts'
import { coreInMemory, type TestCore } from '../support/core.ts'
import { addedClient, heldSession, slotFor } from '../support/people.ts'

let core: TestCore
let clientId = ''
beforeEach(async () => {
  core = coreInMemory()
  clientId = await addedClient(core)
})

/** The note of a session that was held at the home for an hour, with what is ticked beside it. */
async function written(number: number, ticked: Partial<HeldInput>) {
  const slotId = await slotFor(core, clientId, number)
  const { text } = await core.ask('session.noteText', {
    clientId,
    slotId,
    outcome: 'held',
    on: '2026-11-20',
    minutes: 60,
    setting: 'locked',
    ...NOTHING_TICKED,
    ...ticked,
  })
  return text
}
const paragraphs = (...each: string[]) => each.join('\n\n')
const done = (...codes: string[]) => codes.map(code => ({ code, extent: 'whole', rolePlays: 0 }) as const)
const gone = (...steps: string[]) => steps.map(step => ({ step, minutes: 5, done: true }))
const homework = (what: string, when = '', where = '', withWhom = '') => ({ what, when, where, withWhom })

describe('the note that a session writes of itself', () => {
  test('says where and how long, and is silent about what was not ticked', async () => {
    expect(await written(1, {})).toBe(
      'Träff 1, ”Vad är det här och vad har du för nytta av det?”, hölls på LVM-hemmet och tog 60 minuter.',
    )
  })

  test('tells a whole session in the order it was held', async () => {
    const ticked: Partial<HeldInput> = {
      procedures: [
        ...done('P17'),
        { code: 'P10', extent: 'whole', rolePlays: 2 },
        { code: 'P15', extent: 'part', rolePlays: 0 },
      ],
      worksheets: [
        { formId: 'myNo', answers: {} },
        { formId: 'riskMap', answers: {} },
      ],
      craving: 3,
      importance: 9,
      confidence: 4,
      readiness: 7,
      changeTalk: 'Jag vill inte svika min syster igen.',
      takesAlong: 'Rollspelet var jobbigt men bra.',
      wouldChange: 'Öva på någon jag känner.',
      howItWas: 'Lättare än jag trodde.',
      homeworkGiven: [homework('Öva nejet högt', 'varje kväll', 'på rummet', 'med Sara')],
    }
    expect(await written(9, ticked)).toBe(
      paragraphs(
        'Träff 9, ”Tacka nej”, hölls på LVM-hemmet och tog 60 minuter.',
        'Vi arbetade med Tacka nej (rollspel två gånger) och Återfallsprevention (delvis). Ifyllt tillsammans: Mitt nej och Riskkarta.',
        'Suget var 3 av 10. Klienten skattade viktigheten till 9, tilltron till 4 och beredskapen till 7 av 10. Klienten sa: ”Jag vill inte svika min syster igen.”',
        'Det här tar klienten med sig: ”Rollspelet var jobbigt men bra.” Det här vill klienten göra annorlunda: ”Öva på någon jag känner.” Om hur det var att prata om det här: ”Lättare än jag trodde.”',
        'Till nästa gång: Öva nejet högt, varje kväll, på rummet, med Sara.',
      ),
    )
  })

  test('of a session that was broken off, says what is left and when it is to be held', async () => {
    const ticked: Partial<HeldInput> = {
      outcome: 'partlyHeld',
      minutes: 25,
      setting: 'municipality',
      attendance: 'late',
      restOn: '2026-11-24',
      restAt: '09:30',
      steps: [...gone('checkIn', 'homework', 'safeHere'), { step: 'housing', minutes: 6, done: false }],
      procedures: [{ code: 'P18', extent: 'part', rolePlays: 0 }],
      homeworkGiven: [homework('Ringa banken')],
    }
    expect(await written(12, ticked)).toBe(
      paragraphs(
        'En del av träff 12, ”Dag för dag: boende, pengar, vardag”, hölls i kommunens lokal och tog 25 minuter. Klienten kom när träffen hade börjat.',
        'Vi arbetade med Praktiskt stöd (delvis).',
        'Till nästa gång: Ringa banken. Kvar av träffen är allt från ”Boendet” och framåt. Resten är planerad till 24 november kl. 09.30.',
      ),
    )
  })

  test('of the rest, says that it is a continuation, and nothing of what the first part did', async () => {
    await core.ask(
      'session.record',
      await heldSession(core, clientId, 9, {
        outcome: 'partlyHeld',
        on: '2026-11-14',
        minutes: 30,
        procedures: done('P10'),
        steps: gone('checkIn', 'homework', 'who', 'order', 'practise'),
      }),
    )
    expect(await written(9, { minutes: 30, procedures: done('P15'), steps: gone('innerNo') })).toBe(
      paragraphs(
        'Fortsättningen på träff 9, ”Tacka nej”, hölls på LVM-hemmet och tog 30 minuter. Första delen hölls 14 november.',
        'Vi arbetade med Återfallsprevention.',
      ),
    )
    const again: Partial<HeldInput> = {
      outcome: 'partlyHeld',
      minutes: 10,
      steps: gone('relapsePrevention', 'feedback'),
    }
    expect(await written(9, again)).toBe(
      paragraphs(
        'Fortsättningen på träff 9, ”Tacka nej”, hölls på LVM-hemmet och tog 10 minuter. Första delen hölls 14 november.',
        'Kvar av träffen är ”Nejet inuti” och ”Ny hemuppgift”.',
      ),
    )
  })

  test('of a session by telephone that took in other chapters, tells them apart from its own', async () => {
    const ticked: Partial<HeldInput> = {
      setting: 'telephone',
      minutes: 45,
      attendance: 'leftEarly',
      coTherapists: ['Karl Kollega'],
      procedures: [...done('P08'), { code: 'P09', extent: 'part', rolePlays: 0 }, ...done('P16')],
      confidence: 0,
      wouldChange: 'Ses i stället.',
    }
    expect(await written(7, ticked)).toBe(
      paragraphs(
        'Träff 7, ”Säg det så att det går fram”, hölls på telefon eller video och tog 45 minuter. Klienten gick innan träffen var slut. Träffen hölls tillsammans med Karl Kollega.',
        'Vi arbetade med Kommunikation. Vi tog också med Problemlösning (delvis) och Känslor och ilska, som hör till andra träffar.',
        'Klienten skattade tilltron till 0 av 10.',
        'Det här vill klienten göra annorlunda: ”Ses i stället.”',
      ),
    )
  })

  test('of a session around the table, names those who were there by role', async () => {
    const present: HeldInput['present'] = ['relative', 'coordinator', 'socialWorker', 'nextTherapist']
    expect(await written(10, { present, procedures: done('P19') })).toBe(
      paragraphs(
        'Träff 10, ”Överlämning: vi tre (fyra) runt bordet”, hölls på LVM-hemmet och tog 60 minuter. Med var också en närstående, samordnaren, socialsekreteraren och nästa behandlare.',
        'Vi arbetade med Överlämning och vidmakthållande.',
      ),
    )
  })

  test('of nothing but another chapter’s work, says whose it is', async () => {
    expect(await written(2, { setting: 'home', procedures: done('P15') })).toBe(
      paragraphs(
        'Träff 2, ”När jag använder: så hänger det ihop”, hölls hemma eller ute och tog 60 minuter.',
        'Vi arbetade med Återfallsprevention, som hör till en annan träff.',
      ),
    )
  })

  test('lists three procedures with commas and an och', async () => {
    expect(await written(12, { procedures: done('P18', 'P04', 'P13') })).toContain(
      'Vi arbetade med Praktiskt stöd, Nykterhetsprövning och Systematisk uppmuntran.',
    )
  })

  test('looks back on the homework in the words it was given', async () => {
    await core.ask('session.record', {
      ...(await heldSession(core, clientId, 1)),
      homeworkGiven: [homework('Skriva tre saker')],
    })
    const [given] = await core.ask('homework.ofClient', { clientId })
    const homeworkReviewed = [{ homeworkId: given?.id ?? '', done: 'partly' as const }]
    expect(await written(2, { homeworkReviewed })).toBe(
      paragraphs(
        'Träff 2, ”När jag använder: så hänger det ihop”, hölls på LVM-hemmet och tog 60 minuter.',
        'Hemuppgiften från förra gången: ”Skriva tre saker” är delvis gjord.',
      ),
    )
  })

  test('does not call a sheet filled in when it says no more than the craving that was asked for anyway', async () => {
    const reading = { feltOn: '2026-11-20', strength: 7 }
    const sheet = (answers: HeldInput['worksheets'][number]['answers']) =>
      written(1, { craving: 4, worksheets: [{ formId: 'cravingMeter', answers }] })
    expect(await sheet({ now: 4 })).toContain('Suget var 4 av 10.')
    expect(await sheet({ now: 4 })).not.toContain('Ifyllt tillsammans')
    expect(await sheet({ now: 4, readings: [reading] })).toContain('Ifyllt tillsammans: Sugtermometer.')
  })

  test('names the year of an earlier part when it was another', async () => {
    core.world.setToday('2026-12-30')
    await core.ask('session.record', await heldSession(core, clientId, 3, { outcome: 'partlyHeld' }))
    expect(await written(3, { on: '2027-01-02' })).toContain('Första delen hölls 30 december 2026.')
  })
})
