import type { Input, Method } from '../../main/contract/index.ts'
import { NOTHING_TICKED } from '../../main/contract/session.ts'
import { AFTERCARE, BOOKED, COVER, newClient, newGoal } from './people.ts'

const ID = '00000000-0000-4000-8000-000000000000'

/**
 * A well-formed input to every operation, about the client given, so that a refusal has one cause.
 * The sealed file, the package and the placement are only well-formed: they are not there.
 */
export function wellFormed({
  clientId = ID,
  slotId = ID,
  consentId = ID,
  goalId = ID,
  userId = ID,
  glassId = ID,
  goalStepId = ID,
  goalEventId = ID,
  writerId = ID,
}: {
  clientId?: string
  slotId?: string
  consentId?: string
  goalId?: string
  userId?: string
  glassId?: string
  goalStepId?: string
  goalEventId?: string
  /** Who is in: a draft names its writer. */
  writerId?: string
} = {}): { [M in Method]: Input<M> } {
  const words = 'album bild citron'
  return {
    'binder.state': {},
    'binder.create': { unitName: 'X', unitKind: 'other', userName: 'Y', passphrase: 'tolv tecken minst' },
    'binder.setIdleMinutes': { minutes: 5 },
    'user.unlock': { passphrase: 'tolv tecken minst' },
    'user.unlockByKeychain': {},
    'user.choosePassphrase': { userId: ID, passphrase: 'tolv tecken minst' },
    'user.lock': {},
    'user.active': {},
    'user.me': {},
    'user.colleagues': {},
    'user.changePassphrase': { current: 'tolv tecken minst', next: 'tolv andra tecken' },
    'user.keychain': {},
    'user.keepInKeychain': { passphrase: 'tolv tecken minst' },
    'user.leaveKeychain': {},
    'user.list': {},
    'user.add': { name: 'Sara Exempel', roles: ['therapist'] },
    'user.rename': { userId: ID, name: 'Sara Exempelsson' },
    'user.setRoles': { userId: ID, roles: ['supervisor'] },
    'user.renewAccess': { userId: ID, roles: ['therapist'] },
    'user.disable': { userId: ID },
    'user.remove': { userId: ID },
    'recoverySheet.renew': {},
    'recoverySheet.test': { words: ['album', 'bild'] },
    'recoverySheet.latest': {},
    'unit.list': {},
    'unit.lists': {},
    'unit.add': AFTERCARE,
    'client.list': { words: 'anna' },
    'client.get': { clientId },
    'client.assign': { clientId, therapistId: userId },
    'client.assignments': {},
    'retention.authority': {},
    'retention.setAuthority': { kind: 'municipality', controller: 'Socialnämnden i Örebro', decision: '' },
    'retention.due': {},
    'retention.decide': { clientId, decision: 'keep', reason: 'Klienten har hört av sig' },
    'retention.carryOut': { clientId, reference: 'Ä 1' },
    'retention.protocol': {},
    'client.extract': { clientId, as: 'json' },
    'breakGlass.open': { clientId, reason: 'Klienten ringde akut' },
    'breakGlass.ofClient': { clientId },
    'breakGlass.unseen': {},
    'breakGlass.see': { clientId, id: glassId },
    'client.add': newClient({ number: '' }),
    'placement.add': {
      clientId,
      legalGround: 'lvm4',
      unit: { name: 'Runnagården', kind: 'lvmHome' },
      fromOn: '2026-09-01',
    },
    'placement.change': {
      ...{ clientId, placementId: ID, legalGround: 'lvm4', fromOn: '2026-09-01' },
      unit: { name: 'Runnagården', kind: 'lvmHome' },
    },
    'placement.end': { clientId, placementId: ID, toOn: '2026-11-20', endReason: 'asPlanned' },
    'careChain.ofClient': { clientId },
    'chainEvent.record': { clientId, kind: 'absconded', fromOn: '2026-11-01', words: '' },
    'chainEvent.end': { clientId, eventId: ID, backOn: '2026-11-05' },
    'chainEvent.strike': { clientId, eventId: ID },
    'offer.record': { clientId, offered: 'cra', on: '2026-11-20', answer: 'yes', manner: 'meeting' },
    'offer.ofClient': { clientId },
    'plan.ofClient': { clientId },
    'plan.schedule': { clientId, slotId, plannedOn: '2026-12-01', plannedAt: '13:00' },
    'session.record': {
      ...{ clientId, slotId, outcome: 'held', on: '2026-11-20', minutes: 60, setting: 'locked', craving: 2 },
      ...NOTHING_TICKED,
      note: '',
    },
    'session.noteText': {
      ...{ clientId, slotId, outcome: 'held', on: '2026-11-20', minutes: 60, setting: 'locked' },
      ...NOTHING_TICKED,
    },
    'session.ofClient': { clientId },
    'session.search': { clientId, words: 'hund' },
    'homework.ofClient': { clientId },
    'worksheet.answer': { clientId, formId: 'craMap', answeredOn: '2026-11-20', answers: {} },
    'worksheet.ofClient': { clientId },
    'worksheet.ofForm': { clientId, formId: 'riskMap' },
    'worksheet.formsOfClient': { clientId },
    'scale.ofClient': { clientId },
    'goal.ofClient': { clientId },
    'goal.set': newGoal(clientId, { reviewOn: '2026-12-01' }),
    'goal.due': {},
    'goal.reword': { ...newGoal(clientId), goalId, steps: [{ id: goalStepId, what: 'Ring igen', who: '' }] },
    'goal.setStatus': { clientId, goalId, status: 'reached', on: '2026-11-21', whatHelped: 'Sara följde med' },
    'goal.markStep': { clientId, goalId, stepId: goalStepId, done: true },
    'goal.review': {
      ...{ clientId, goalId, on: '2026-11-21', level: 1, comment: 'Det går.', status: 'underWay', whatHelped: '' },
      reviewOn: '2026-12-19',
    },
    'goal.takeBack': { clientId, goalId, eventId: goalEventId },
    'draft.save': {
      ...{ clientId, place: 'session:5', content: '{}', writer: writerId },
      ...{ window: ID, basedOn: 0, revision: 1 },
    },
    'remark.add': { clientId, about: { kind: 'plan', id: clientId }, kind: 'addition', words: 'Glömde skriva dagen.' },
    'remark.ofClient': { clientId },
    'secrecy.ofClient': { clientId },
    'secrecy.decide': { clientId, about: { kind: 'goal', id: goalId }, branch: 'healthCare' },
    'draft.get': { clientId, place: 'session:5' },
    'draft.discard': { clientId, place: 'session:5', writer: writerId, known: 1 },
    'draft.setAside': { clientId, place: 'session:5', id: ID, content: '{}', writer: writerId },
    'draft.drop': { clientId, place: 'session:6' },
    'draft.restore': { clientId, place: 'session:5', id: ID, window: ID },
    'draft.earlier': { clientId, place: 'session:5' },
    'draft.watch': { clientId, place: 'session:5', writer: writerId, window: ID, here: true },
    'draft.list': {},
    'draft.lastPlace': {},
    'draft.keepPlace': { path: '/settings', field: 'Anteckning' },
    'consent.give': {
      ...{ clientId, receiver: AFTERCARE.name, parts: ['goals'], manner: 'orally', witness: '' },
      validUntil: '2026-12-01',
    },
    'consent.withdraw': { clientId, consentId },
    'consent.ofClient': { clientId },
    'handover.list': {},
    'handover.ofClient': { clientId },
    'handover.seal': { clientId, consentId, receiver: AFTERCARE, cover: COVER, firstAppointment: BOOKED },
    'handover.preview': { file: 'AAAA', words },
    'handover.accept': { file: 'AAAA', words, readBack: 'Jag tar vid.' },
    'handover.confirm': { clientId, packageId: ID, receipt: 'A7KX-92MD-QT4H' },
    'accessLog.state': {},
    'accessLog.faults': {},
    'accessLog.answerFault': { entry: 1, words: 'Pärmen är återställd från kopian den 1 november.' },
    'accessLog.verify': { from: 1 },
    'today.list': {},
    'manual.contents': {},
    'manual.chapter': { session: 1 },
    'manual.page': { id: 'introduction' },
    'manual.form': { id: 'craMap' },
    'manual.print': { what: 'chapter', session: 1 },
    'manual.search': { words: 'sug' },
    'manual.list': {},
    'manual.importPack': { files: [{ path: 'manual.yaml', text: 'id: clinicManual' }] },
    'manual.use': {},
  }
}
