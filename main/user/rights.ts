import type { z } from 'zod'
import { contract, type Method } from '../contract/index.ts'
import type { Role } from '../contract/user.ts'

const CARE: readonly Role[] = ['therapist', 'coordinator']
const THERAPIST: readonly Role[] = ['therapist']
const SUPERVISOR: readonly Role[] = ['supervisor']
const TRAINED: readonly Role[] = ['therapist', 'supervisor']
const ADMINISTRATOR: readonly Role[] = ['administrator']
const LOG_REVIEWER: readonly Role[] = ['supervisor', 'administrator']
const EVERYONE: readonly Role[] = ['therapist', 'coordinator', 'supervisor', 'administrator']

/**
 * Which roles may call which operation: deny by default, since a method without a row does not compile.
 *
 * An operation about a client reaches the caller's own clients only, unless `ANY_CLIENT` says otherwise.
 * Source: product.md section 3.
 */
const RIGHTS: Record<Method, readonly Role[]> = {
  'binder.state': EVERYONE,
  'binder.create': EVERYONE,
  'binder.keyState': ADMINISTRATOR,
  'binder.changeKey': ADMINISTRATOR,
  'binder.keyProgress': EVERYONE,
  'binder.setIdleMinutes': ADMINISTRATOR,
  'user.unlock': EVERYONE,
  'user.unlockByKeychain': EVERYONE,
  'user.choosePassphrase': EVERYONE,
  'user.lock': EVERYONE,
  'user.active': EVERYONE,
  'user.me': EVERYONE,
  'user.colleagues': EVERYONE,
  'user.changePassphrase': EVERYONE,
  'user.keychain': EVERYONE,
  'user.judgePassphrase': EVERYONE,
  'user.keepInKeychain': EVERYONE,
  'user.leaveKeychain': EVERYONE,
  'user.list': ADMINISTRATOR,
  'user.add': ADMINISTRATOR,
  'user.rename': ADMINISTRATOR,
  'user.setRoles': ADMINISTRATOR,
  'user.renewAccess': ADMINISTRATOR,
  'user.disable': ADMINISTRATOR,
  'user.remove': ADMINISTRATOR,
  'recoverySheet.renew': ADMINISTRATOR,
  'recoverySheet.test': EVERYONE,
  'recoverySheet.latest': ADMINISTRATOR,
  'unit.list': EVERYONE,
  'unit.lists': EVERYONE,
  'unit.add': ['coordinator', 'administrator'],
  'unit.register': ADMINISTRATOR,
  'unit.change': ADMINISTRATOR,
  'unit.merge': ADMINISTRATOR,
  'unit.interimNumbers': EVERYONE,
  'unit.setInterimNumbers': ADMINISTRATOR,
  'emergencyNumber.list': EVERYONE,
  'emergencyNumber.add': ADMINISTRATOR,
  'emergencyNumber.change': ADMINISTRATOR,
  'emergencyNumber.setValid': ADMINISTRATOR,
  'emergencyNumber.moveUp': ADMINISTRATOR,
  'list.add': ADMINISTRATOR,
  'list.end': ADMINISTRATOR,
  'list.reword': ADMINISTRATOR,
  'list.secrecyDefaults': ADMINISTRATOR,
  'list.setSecrecyDefault': ADMINISTRATOR,
  'list.researchAreas': ADMINISTRATOR,
  'list.addResearchArea': ADMINISTRATOR,
  'list.endResearchArea': ADMINISTRATOR,
  'client.list': CARE,
  'client.alike': CARE,
  'client.get': CARE,
  'client.add': CARE,
  'municipality.list': EVERYONE,
  'municipality.toChoose': [...CARE, 'administrator'],
  'client.assign': [...CARE, 'administrator'],
  'client.assignments': ADMINISTRATOR,
  'assignment.ofClient': CARE,
  'assignment.unseen': CARE,
  'assignment.see': CARE,
  'client.changeDetails': CARE,
  'client.recordDeath': CARE,
  'client.takeBackDeath': CARE,
  'client.history': CARE,
  'client.likenesses': THERAPIST,
  'client.compare': THERAPIST,
  'client.merge': THERAPIST,
  'client.merges': CARE,
  'client.extract': CARE,
  'retention.authority': ADMINISTRATOR,
  'retention.setAuthority': ADMINISTRATOR,
  'retention.due': ADMINISTRATOR,
  'retention.unreckoned': ADMINISTRATOR,
  'retention.others': ADMINISTRATOR,
  'retention.decide': ADMINISTRATOR,
  'retention.carryOut': ADMINISTRATOR,
  'retention.protocol': ADMINISTRATOR,
  'breakGlass.open': CARE,
  'breakGlass.ofClient': CARE,
  'breakGlass.unseen': CARE,
  'breakGlass.see': CARE,
  'careChain.ofClient': CARE,
  'placement.add': CARE,
  'placement.change': CARE,
  'placement.end': CARE,
  'chainEvent.record': CARE,
  'chainEvent.end': CARE,
  'chainEvent.strike': CARE,
  'chainEvent.restore': CARE,
  'offer.record': CARE,
  'offer.ofClient': CARE,
  'plan.ofClient': CARE,
  'plan.schedule': CARE,
  'session.record': THERAPIST,
  'session.noteText': THERAPIST,
  'session.ofClient': CARE,
  'session.search': CARE,
  'homework.ofClient': CARE,
  'worksheet.answer': THERAPIST,
  'worksheet.ofClient': CARE,
  'worksheet.ofForm': CARE,
  'worksheet.formsOfClient': CARE,
  'scale.ofClient': CARE,
  'goal.ofClient': CARE,
  'goal.due': CARE,
  'goal.set': THERAPIST,
  'goal.reword': THERAPIST,
  'goal.setStatus': THERAPIST,
  'goal.markStep': THERAPIST,
  'goal.review': THERAPIST,
  'goal.takeBack': THERAPIST,
  'remark.add': CARE,
  'remark.ofClient': CARE,
  'mistake.mark': CARE, // what therapists write, by the therapist only: main/mistake/service.ts
  'mistake.takeBack': CARE,
  'mistake.ofClient': CARE,
  'mistake.undoable': CARE,
  'valueChange.undoable': CARE,
  'valueChange.undo': CARE,
  'secrecy.ofClient': CARE,
  'secrecy.decide': THERAPIST,
  'draft.save': CARE,
  'draft.get': CARE,
  'draft.discard': CARE,
  'draft.setAside': CARE,
  'draft.drop': CARE,
  'draft.restore': CARE,
  'draft.earlier': CARE,
  'draft.watch': CARE,
  'draft.list': CARE,
  'draft.lastPlace': EVERYONE,
  'draft.keepPlace': EVERYONE,
  'typing.kept': EVERYONE,
  'typing.keep': EVERYONE,
  'consent.give': CARE,
  'consent.withdraw': CARE,
  'consent.ofClient': CARE,
  'handover.list': CARE,
  'handover.ofClient': CARE,
  'handover.seal': THERAPIST,
  'handover.preview': THERAPIST,
  'handover.accept': THERAPIST,
  'handover.confirm': CARE,
  'accessLog.state': EVERYONE,
  'accessLog.faults': LOG_REVIEWER,
  'accessLog.answerFault': LOG_REVIEWER,
  'accessLog.verify': LOG_REVIEWER,
  'accessLog.entries': LOG_REVIEWER,
  'accessLog.users': LOG_REVIEWER,
  'accessLog.findClient': LOG_REVIEWER,
  'accessLog.extract': LOG_REVIEWER,
  'accessLog.printed': EVERYONE,
  'logReview.list': LOG_REVIEWER,
  'logReview.get': LOG_REVIEWER,
  'logReview.begin': LOG_REVIEWER,
  'logReview.decide': LOG_REVIEWER,
  'logReview.sign': LOG_REVIEWER,
  'logReview.breakOff': LOG_REVIEWER,
  'logReview.add': LOG_REVIEWER,
  'training.methods': TRAINED,
  'training.own': TRAINED,
  'training.register': SUPERVISOR,
  'training.notOffered': SUPERVISOR,
  'training.craStaff': THERAPIST,
  'training.add': TRAINED, // a therapist their own only: main/training/service.ts
  'training.takeBack': TRAINED,
  'today.list': CARE,
  'manual.contents': EVERYONE,
  'manual.chapter': EVERYONE,
  'manual.page': EVERYONE,
  'manual.form': EVERYONE,
  'manual.print': EVERYONE,
  'manual.list': EVERYONE,
  'manual.importPack': ADMINISTRATOR,
  'manual.use': ADMINISTRATOR,
  'manual.search': EVERYONE,
}

/** The roles that an operation lets reach every client of the binder, and not only the caller's own. */
const ANY_CLIENT: Partial<Record<Method, readonly Role[]>> = {
  'client.assign': ADMINISTRATOR,
  'retention.carryOut': ADMINISTRATOR,
  'breakGlass.open': CARE,
  // who was told may take note of it, whosever the client is now: their own row, in main/client and main/breakGlass
  'breakGlass.see': CARE,
  'assignment.see': CARE,
  'accessLog.entries': LOG_REVIEWER,
  'accessLog.extract': LOG_REVIEWER,
  'accessLog.printed': EVERYONE,
}

/** What changes nothing in the client's record, and so may be given also when another unit holds it. */
const WITHOUT_CUSTODY: readonly Method[] = [
  ...(['breakGlass.open', 'breakGlass.see', 'client.assign', 'assignment.see'] as const),
  'retention.carryOut',
  // what someone is typing is kept also when the record is handed over meanwhile
  ...(['draft.save', 'draft.discard', 'draft.setAside', 'draft.drop', 'draft.restore'] as const),
  ...(['draft.get', 'draft.earlier', 'draft.watch'] as const),
]

/** Queries that are a part of writing: who may not write there has nothing to ask. */
const OF_WRITING: readonly Method[] = ['session.noteText', 'draft.get', 'draft.earlier', 'draft.watch']

/** Broken glass opens to read. It never makes a file that outlives its eight hours, and shows no other client. */
const NEVER_BY_BREAK_GLASS: readonly Method[] = [
  ...(['client.extract', 'client.compare', 'client.likenesses'] as const),
  ...OF_WRITING,
]

/** How the caller stands to the client. */
export type Standing = {
  /** As what the client is the caller's own: `therapist` for the responsible one, `coordinator`, both, or none. */
  readonly own: readonly Role[]
  /** The unit of this binder holds the record. */
  readonly held: boolean
  /** The caller has broken the glass for this client within eight hours. */
  readonly brokenGlass: boolean
}

/** Why an operation is not permitted. */
export type Denial = 'not-permitted' | 'not-own-client' | 'not-the-therapist' | 'not-holder'

export function mayCall(roles: readonly Role[], method: Method): boolean {
  return roles.some(each => RIGHTS[method].includes(each))
}

/** The roles that count with a client: those the user has and stands in to that client. None: the client is not their own. */
export function rolesWith(roles: readonly Role[], own: readonly Role[]): Role[] {
  return roles.filter(each => own.includes(each))
}

/**
 * Nothing when these roles may do this with a client they stand so to: as the client's therapist what therapists may,
 * as its coordinator what coordinators may. Broken glass opens reading, never writing.
 */
export function denialOf(roles: readonly Role[], method: Method, standing: Standing): Denial | undefined {
  if (!mayCall(roles, method)) return 'not-permitted'
  const reads = contract[method].kind === 'query'
  const counting = rolesWith(roles, standing.own)
  const reaches = mayCall(counting, method) || roles.some(each => ANY_CLIENT[method]?.includes(each))
  const byGlass = reads && standing.brokenGlass && !NEVER_BY_BREAK_GLASS.includes(method)
  if (!reaches && counting.length > 0) return 'not-the-therapist'
  if (!reaches && !byGlass) return 'not-own-client'
  const writes = !reads || OF_WRITING.includes(method)
  if (writes && !standing.held && !WITHOUT_CUSTODY.includes(method)) return 'not-holder'
  return undefined
}

/** Whether the operation is about one client: its input names it as `clientId`. */
export function isAboutClient(method: Method): boolean {
  return namesClient(contract[method].input)
}

function namesClient(schema: z.ZodType): boolean {
  if ('shape' in schema) return Object.hasOwn(schema.shape as object, 'clientId')
  return 'options' in schema && (schema.options as z.ZodType[]).every(namesClient)
}
