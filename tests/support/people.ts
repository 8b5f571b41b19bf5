import type { ConsentPart } from '../../main/contract/consent.ts'
import type { Goal } from '../../main/contract/goal.ts'
import type { Cover, FirstAppointment } from '../../main/contract/handover.ts'
import type { Input } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import type { ClientId } from '../../main/contract/values.ts'
import type { TestCore } from './core.ts'

/**
 * People who do not exist. Their numbers lie in Skatteverket's range for tests: serial 980 to 999 (L9).
 * The check digit is reckoned here once more, so that the tests do not lean on the code they test.
 */
export function testNumber(bornOn = '1985-03-12', serial = 980): string {
  const twelve = `${bornOn.replaceAll('-', '')}${serial}`
  const sum = [...twelve.slice(2)]
    .map((digit, index) => Number(digit) * (2 - (index % 2)))
    .reduce((total, each) => total + Math.floor(each / 10) + (each % 10), 0)
  return `${twelve}${(10 - (sum % 10)) % 10}`
}

/** A woman in her forties from Örebro, with a number and no placement, unless told otherwise; without a number she has a case number. */
export function newClient(given: Partial<Input<'client.add'>> = {}): Input<'client.add'> {
  return {
    name: 'Anna Exempel',
    number: testNumber(),
    caseNumber: given.number === '' ? `Ä ${given.name ?? 'Anna Exempel'}` : '',
    sex: 'woman',
    homeMunicipality: '1880',
    protectedIdentity: false,
    coordinator: 'Sara Samordnare',
    ...given,
  }
}

export async function addedClient(core: TestCore, given: Partial<Input<'client.add'>> = {}): Promise<ClientId> {
  return (await core.ask('client.add', newClient(given))).clientId
}

/** The id of the client's slot for that session of the manual. */
export async function slotFor(core: TestCore, clientId: string, number: number): Promise<string> {
  const slot = (await core.ask('plan.ofClient', { clientId })).find(each => each.number === number)
  if (slot === undefined) throw new Error(`no slot ${number}`)
  return slot.id
}

type Held = Extract<Input<'session.record'>, { minutes: number }>
type NotHeld = Exclude<Input<'session.record'>, Held>

/** A session that was held for an hour in the LVM home on the core's own day, with nothing more written. */
export async function heldSession(
  core: TestCore,
  clientId: string,
  number: number,
  given: Partial<Held> = {},
): Promise<Held> {
  return {
    clientId,
    slotId: await slotFor(core, clientId, number),
    outcome: 'held',
    on: core.world.today(),
    minutes: 60,
    setting: 'locked',
    ...NOTHING_TICKED,
    note: '',
    ...given,
  }
}

/** A session that did not come off, declined by a tired client unless told otherwise. */
export async function missedSession(
  core: TestCore,
  clientId: string,
  number: number,
  given: Partial<NotHeld> = {},
): Promise<NotHeld> {
  return {
    clientId,
    slotId: await slotFor(core, clientId, number),
    outcome: 'declined',
    on: core.world.today(),
    reasonCode: 'tired',
    note: '',
    ...given,
  }
}

export function newGoal(clientId: string, given: Partial<Input<'goal.set'>> = {}): Input<'goal.set'> {
  return {
    clientId,
    words: 'Jag vill ha en egen lägenhet',
    area: 'housing',
    wording: '',
    steps: [],
    obstacle: '',
    plan: '',
    levels: ['', '', '', '', ''],
    ...given,
  }
}

/** A goal that has been said twice, begun, reviewed, wrongly reached and taken up again; its review is due on 19 December. */
export async function goalWithHistory(core: TestCore, clientId: string): Promise<Goal> {
  const set = await core.ask('goal.set', newGoal(clientId, { steps: [{ what: 'Ring hyresvärden', who: 'jag' }] }))
  const of = { clientId, goalId: set.id }
  const on = core.world.today()
  const steps = [...set.steps, { what: 'Fyll i ansökan', by: '2026-12-04', who: 'jag och Sara' }]
  const said = newGoal(clientId, { words: 'Jag vill ha ett hem med lås', wording: 'Jag har ett eget kontrakt i april' })
  const reworded = await core.ask('goal.reword', { ...said, goalId: set.id, steps })
  await core.ask('goal.markStep', { ...of, stepId: reworded.steps[0]?.id ?? '', done: true })
  await core.ask('goal.review', {
    ...of,
    on,
    level: -1,
    comment: 'Jag har ringt, mer än så orkade jag inte.',
    status: 'underWay',
    whatHelped: '',
    reviewOn: '2026-12-19',
  })
  const mistaken = await core.ask('goal.setStatus', { ...of, on, status: 'reached', whatHelped: '' })
  return core.ask('goal.takeBack', { ...of, eventId: mistaken.history.at(-1)?.id ?? '' })
}

export const COVER: Cover = {
  situation: 'Klar med halva planen',
  done: 'Tre träffar',
  next: 'Fortsätt med målen',
  watchFor: 'Lönehelger',
  clientWords: 'Jag vill fortsätta',
}

export const BOOKED = {
  booked: true,
  withWhom: 'Kim Kommunen',
  where: 'Storgatan 1',
  on: '2026-12-01',
  at: '10:00',
} as const satisfies FirstAppointment

export const AFTERCARE = { name: 'Örebro eftervård', kind: 'municipality' } as const
export const EVERY_PART: ConsentPart[] = ['sessions', 'notes', 'goals', 'worksheets', 'offers']

/** What is asked when the client's record is sealed for the aftercare, with a cover and a booked first session. */
export function toSeal(clientId: string, consentId: string): Input<'handover.seal'> {
  return { clientId, consentId, receiver: AFTERCARE, cover: COVER, firstAppointment: BOOKED }
}

type Waiver = Extract<Input<'consent.give'>, { kind: 'waiver' }>

/** Asks the client for leave to hand over, in writing and for a month. */
export async function consentFor(core: TestCore, clientId: string, given: Partial<Waiver> = {}): Promise<string> {
  const consent = await core.ask('consent.give', {
    clientId,
    kind: 'waiver',
    receiver: AFTERCARE.name,
    parts: EVERY_PART,
    manner: 'inWriting',
    witness: '',
    validUntil: '2026-12-21',
    ...given,
  })
  return consent.id
}

/** A client with something of everything a record can hold. */
export async function clientWithRecord(core: TestCore, given: Partial<Input<'client.add'>> = {}): Promise<ClientId> {
  const clientId = await addedClient(core, {
    placement: {
      legalGround: 'lvm4',
      unit: { name: 'Runnagården', kind: 'lvmHome' },
      appliedBy: { name: 'Örebro kommun', kind: 'municipality' },
      fromOn: '2026-08-31',
    },
    ...given,
  })
  const on = core.world.today()
  await core.ask('offer.record', { clientId, offered: 'cra', on, answer: 'onTrial', manner: 'meeting' })
  await core.ask('offer.record', { clientId, offered: 'careChain', on, answer: 'notOffered', reasonCode: 'staffing' })
  await core.ask('session.record', await missedSession(core, clientId, 1))
  await core.ask(
    'session.record',
    await heldSession(core, clientId, 1, {
      procedures: [{ code: 'P01', extent: 'whole', rolePlays: 0 }],
      homeworkGiven: [{ what: 'Ring Sara', when: 'på tisdag', where: 'på rummet', withWhom: '' }],
      worksheets: [
        {
          formId: 'satisfactionScale',
          answers: {
            areas: { housing: 3, work: 5 },
            areaWords: { housing: 'Soffan hos min syster' },
            comment: 'Trött.',
          },
        },
      ],
      craving: 3,
      importance: 8,
      confidence: 0,
      readiness: 10,
      changeTalk: 'Jag orkar inte ett år till',
      takesAlong: 'Bra att det var kort',
      wouldChange: 'Börja med kaffe',
      howItWas: 'Lättare än jag trodde',
      attendance: 'late',
      present: ['relative', 'coordinator'],
      coTherapists: ['Karl Kollega'],
      steps: [
        { step: 'checkIn', minutes: 7, done: true },
        { step: 'whatIsCra', minutes: 0, done: false },
      ],
      note: 'Kom i tid och tackade ja till nästa.',
    }),
  )
  const [given1] = await core.ask('homework.ofClient', { clientId })
  await core.ask(
    'session.record',
    await heldSession(core, clientId, 3, {
      outcome: 'partlyHeld',
      homeworkReviewed: given1 === undefined ? [] : [{ homeworkId: given1.id, done: 'partly' }],
    }),
  )
  await core.ask('worksheet.answer', {
    clientId,
    formId: 'stopCard',
    answeredOn: on,
    answers: {},
  })
  await goalWithHistory(core, clientId)
  await core.ask('plan.schedule', {
    clientId,
    slotId: await slotFor(core, clientId, 4),
    plannedOn: '2026-12-05',
    plannedWhere: 'Rum 3',
    plannedWith: 'Kim Kollega',
  })
  await core.ask('chainEvent.record', {
    clientId,
    kind: 'absconded',
    fromOn: '2026-11-02',
    backOn: '2026-11-04',
    words: 'Kom själv tillbaka',
  })
  return clientId
}
