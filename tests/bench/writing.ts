import type { Visit } from '../../main/binder/vault.ts'
import type { Input } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import type { Ask } from '../support/invented.ts'
import type { OpenSlot } from './byHand.ts'
import { ANSWERS, BENCH_DAY, DRAFT, PLACE, PLANNED, TAKEN } from './fill.ts'
import { draftByHand, saveByHand, writingByHand } from './writingByHand.ts'

/** One call as the core answers it, and the same by hand. */
type Twice = readonly [core: (at: OpenSlot) => unknown, hand: (at: OpenSlot) => unknown]

/** What is asked and saved while a session is held and written, by method. */
export function whileWriting(ask: Ask, visit: Visit): Readonly<Record<string, Twice>> {
  const hand = writingByHand(visit)
  const draft = draftByHand(visit)
  const writer = visit.user.id
  let attempt = 0
  const save = ({ clientId }: OpenSlot) => {
    attempt += 1
    const text = { place: PLACE, content: DRAFT, writer, window: writer, basedOn: 0, attempt }
    return ask('draft.save', { clientId, ...text })
  }
  const propose = (at: OpenSlot) => {
    const { note: _, ...held } = heldSession(at)
    return ask('session.noteText', held)
  }
  const schedule = ({ clientId, slotId }: OpenSlot) =>
    ask('plan.schedule', { clientId, slotId, plannedOn: PLANNED, plannedAt: '10:00' })
  const answer = ({ clientId }: OpenSlot) =>
    ask('worksheet.answer', { clientId, formId: 'satisfactionScale', answeredOn: BENCH_DAY, answers: ANSWERS })
  const watch = ({ clientId, slotId }: OpenSlot) =>
    ask('draft.watch', { clientId, place: `session:${slotId}`, writer, window: writer, here: true })
  return {
    'plan.schedule': [schedule, hand.schedule],
    'worksheet.answer': [answer, hand.answer],
    'draft.save': [save, ({ clientId }) => draft(clientId)],
    'draft.get': [({ clientId }) => ask('draft.get', { clientId, place: PLACE, writer }), hand.draft],
    'draft.watch': [watch, hand.watch],
    'session.noteText': [propose, hand.propose],
    // last, since it uses the open slots up
    'session.record': [at => ask('session.record', heldSession(at)), saveByHand(visit)],
  }
}

/** A held session as the runner saves it: homework reviewed and given, a worksheet, three procedures. */
function heldSession({
  clientId,
  slotId,
  homework,
}: OpenSlot): Input<'session.noteText'> & { minutes: number; note: string } {
  return {
    clientId,
    slotId,
    outcome: 'held',
    on: BENCH_DAY,
    minutes: 60,
    setting: 'locked',
    ...NOTHING_TICKED,
    steps: TAKEN,
    procedures: ['P02', 'P09', 'P17'].map(code => ({ code, extent: 'whole', rolePlays: 0 })),
    homeworkReviewed: homework.map(homeworkId => ({ homeworkId, done: 'yes' })),
    homeworkGiven: [{ what: 'Öva högt', when: 'kvällar', where: 'på rummet', withWhom: 'själv' }],
    worksheets: [{ formId: 'satisfactionScale', answers: ANSWERS }],
    craving: 4,
    changeTalk: 'Jag vill.',
    note: 'Vi gick igenom hemuppgiften. '.repeat(10),
  }
}
