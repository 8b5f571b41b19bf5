import type { Method } from '../contract/index.ts'
import type { Role } from '../contract/user.ts'

const CARE: readonly Role[] = ['therapist', 'coordinator']
const THERAPIST: readonly Role[] = ['therapist']
const EVERYONE: readonly Role[] = ['therapist', 'coordinator', 'supervisor', 'administrator']

/**
 * Which roles may call which operation: deny by default, since a method without a row does not compile.
 *
 * Whether the client is the caller's own, and whether the record is held here, are asked beside this
 * table by the dispatcher. Source: product.md section 3.
 */
const RIGHTS: Record<Method, readonly Role[]> = {
  'binder.state': EVERYONE,
  'binder.create': EVERYONE,
  'user.unlock': EVERYONE,
  'user.lock': EVERYONE,
  'user.me': EVERYONE,
  'unit.list': EVERYONE,
  'unit.lists': EVERYONE,
  'unit.add': ['coordinator', 'administrator'],
  'client.list': CARE,
  'client.get': CARE,
  'client.add': CARE,
  'placement.ofClient': CARE,
  'placement.add': CARE,
  'placement.end': CARE,
  'offer.record': CARE,
  'offer.ofClient': CARE,
  'plan.ofClient': CARE,
  'plan.schedule': CARE,
  'session.record': THERAPIST,
  'session.noteText': THERAPIST,
  'session.ofClient': CARE,
  'homework.ofClient': CARE,
  'worksheet.answer': THERAPIST,
  'worksheet.ofClient': CARE,
  'scale.ofClient': CARE,
  'goal.ofClient': CARE,
  'goal.set': THERAPIST,
  'goal.setStatus': THERAPIST,
  'draft.save': CARE,
  'draft.get': CARE,
  'draft.discard': CARE,
  'consent.give': CARE,
  'consent.withdraw': CARE,
  'consent.ofClient': CARE,
  'handover.list': CARE,
  'handover.seal': THERAPIST,
  'handover.preview': THERAPIST,
  'handover.accept': THERAPIST,
  'handover.confirm': CARE,
  'today.list': CARE,
  'manual.contents': EVERYONE,
  'manual.chapter': EVERYONE,
  'manual.page': EVERYONE,
  'manual.form': EVERYONE,
  'manual.print': EVERYONE,
  'manual.list': EVERYONE,
  'manual.importPack': ['administrator'],
  'manual.use': ['administrator'],
  'manual.search': EVERYONE,
}

export function mayCall(roles: readonly Role[], method: Method): boolean {
  return roles.some(each => RIGHTS[method].includes(each))
}
