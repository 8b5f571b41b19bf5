import type { LogKind } from '../contract/accessLog.ts'
import type { Checked, Method, Output } from '../contract/index.ts'
import { assignmentDetail } from './assignmentDetail.ts'
import { authorityDetail, ruleDetail } from './retentionDetail.ts'

/**
 * What each operation is in the access log: a method without a row does not compile.
 *
 * `unlogged` leaves no entry: it tells nothing of a client, or keeps the user's own unsigned typing. The binder itself
 * logs what happens at its door: making, unlocking and locking it, and giving it another key.
 */
export const AUDIT_KIND: Record<Method, LogKind | 'unlogged'> = {
  'binder.state': 'unlogged',
  'binder.create': 'create',
  'binder.keyState': 'unlogged',
  'binder.changeKey': 'unlogged',
  'binder.keyProgress': 'unlogged',
  'binder.setIdleMinutes': 'change',
  'user.unlock': 'unlock',
  'user.unlockByKeychain': 'unlock',
  'user.choosePassphrase': 'unlock',
  'user.lock': 'lock',
  'user.active': 'unlogged',
  'user.me': 'unlogged',
  'user.colleagues': 'unlogged',
  'user.changePassphrase': 'change',
  'user.keychain': 'unlogged',
  'user.judgePassphrase': 'unlogged',
  'user.keepInKeychain': 'change',
  'user.leaveKeychain': 'change',
  'user.list': 'unlogged',
  'user.add': 'create',
  'user.rename': 'change',
  'user.setRoles': 'change',
  'user.renewAccess': 'change',
  'user.disable': 'change',
  'user.remove': 'change',
  'recoverySheet.renew': 'change',
  'recoverySheet.test': 'change',
  'recoverySheet.latest': 'unlogged',
  'unit.list': 'unlogged',
  'unit.lists': 'unlogged',
  'unit.add': 'create',
  'unit.register': 'unlogged',
  'unit.change': 'change',
  'unit.merge': 'change',
  'unit.interimNumbers': 'unlogged',
  'unit.setInterimNumbers': 'change',
  'emergencyNumber.list': 'unlogged',
  'emergencyNumber.add': 'create',
  'emergencyNumber.change': 'change',
  'emergencyNumber.setValid': 'change',
  'emergencyNumber.moveUp': 'change',
  'list.add': 'create',
  'list.end': 'change',
  'list.reword': 'change',
  'list.secrecyDefaults': 'unlogged',
  'list.setSecrecyDefault': 'change',
  'list.researchAreas': 'unlogged',
  'list.addResearchArea': 'create',
  'list.endResearchArea': 'change',
  'client.list': 'view',
  'client.alike': 'view',
  'client.get': 'view',
  'client.add': 'create',
  'municipality.list': 'unlogged',
  'municipality.toChoose': 'view',
  'client.assign': 'change',
  'client.assignments': 'view',
  'assignment.ofClient': 'view',
  'assignment.unseen': 'view',
  'assignment.see': 'change',
  'client.changeDetails': 'change',
  'client.recordDeath': 'change',
  'client.takeBackDeath': 'change',
  'client.history': 'view',
  'client.likenesses': 'view',
  'client.compare': 'view',
  'client.merge': 'change',
  'client.merges': 'view',
  'client.extract': 'export',
  'retention.authority': 'unlogged',
  'retention.setAuthority': 'change',
  'retention.due': 'view',
  'retention.unreckoned': 'view',
  'retention.others': 'unlogged',
  'retention.decide': 'change',
  'retention.carryOut': 'change',
  'retention.protocol': 'view',
  'breakGlass.open': 'breakGlass',
  'breakGlass.ofClient': 'view',
  'breakGlass.unseen': 'view',
  'breakGlass.see': 'change',
  'careChain.ofClient': 'view',
  'placement.add': 'create',
  'placement.change': 'change',
  'placement.end': 'change',
  'chainEvent.record': 'create',
  'chainEvent.end': 'change',
  'chainEvent.strike': 'change',
  'chainEvent.restore': 'change',
  'offer.record': 'create',
  'offer.ofClient': 'view',
  'plan.ofClient': 'view',
  'plan.schedule': 'change',
  'session.record': 'create',
  'session.noteText': 'unlogged',
  'session.ofClient': 'view',
  'session.search': 'view',
  'homework.ofClient': 'view',
  'worksheet.answer': 'create',
  'worksheet.ofClient': 'view',
  'worksheet.ofForm': 'view',
  'worksheet.formsOfClient': 'view',
  'scale.ofClient': 'view',
  'goal.ofClient': 'view',
  'goal.due': 'view',
  'goal.set': 'create',
  'goal.reword': 'change',
  'goal.setStatus': 'change',
  'goal.markStep': 'change',
  'goal.review': 'create',
  'goal.takeBack': 'change',
  'remark.add': 'create',
  'remark.ofClient': 'view',
  'mistake.mark': 'change',
  'mistake.takeBack': 'change',
  'mistake.ofClient': 'view',
  'mistake.undoable': 'unlogged',
  'valueChange.undoable': 'unlogged',
  'valueChange.undo': 'change',
  'secrecy.ofClient': 'view',
  'secrecy.decide': 'change',
  'draft.save': 'unlogged',
  'draft.get': 'unlogged',
  'draft.discard': 'unlogged',
  'draft.setAside': 'unlogged',
  'draft.drop': 'unlogged',
  'draft.restore': 'unlogged',
  'draft.earlier': 'unlogged',
  'draft.watch': 'unlogged',
  'draft.list': 'view',
  'draft.lastPlace': 'unlogged',
  'draft.keepPlace': 'unlogged',
  'typing.kept': 'unlogged',
  'typing.keep': 'unlogged',
  'consent.give': 'create',
  'consent.withdraw': 'change',
  'consent.ofClient': 'view',
  'handover.list': 'view',
  'handover.ofClient': 'view',
  'handover.seal': 'export',
  'handover.preview': 'view',
  'handover.accept': 'import',
  'handover.confirm': 'change',
  'accessLog.state': 'unlogged',
  'accessLog.faults': 'view',
  'accessLog.answerFault': 'create',
  'accessLog.verify': 'unlogged', // what it finds is told
  'accessLog.entries': 'view',
  'accessLog.users': 'unlogged',
  'accessLog.findClient': 'view',
  'accessLog.extract': 'export',
  'accessLog.printed': 'print',
  'logReview.list': 'unlogged', // that there are reviews, and when the next is due
  'logReview.get': 'view',
  'logReview.begin': 'create',
  'logReview.decide': 'create',
  'logReview.sign': 'create',
  'logReview.breakOff': 'create',
  'logReview.add': 'create',
  'training.methods': 'unlogged',
  'training.own': 'unlogged',
  'training.register': 'unlogged', // of clients only how many
  'training.notOffered': 'view',
  'training.craStaff': 'unlogged',
  'training.add': 'create',
  'training.takeBack': 'change',
  'today.list': 'view',
  'manual.contents': 'unlogged',
  'manual.chapter': 'unlogged',
  'manual.page': 'unlogged',
  'manual.form': 'unlogged',
  'manual.print': 'unlogged',
  'manual.list': 'unlogged',
  'manual.importPack': 'import',
  'manual.use': 'change',
  'manual.search': 'unlogged',
}

/** Why a search is worth counting: it showed someone else's client. */
export const OTHERS = 'others'

/**
 * What the method does not say: which page was printed, from whom a client was given to whom, whose access it was and what they were called before, whether a
 * search showed others' clients, and how the rule for keeping a record changed. Input and output have been checked by the contract.
 */
export function detailOf(method: Method, input: unknown, output: unknown): string {
  switch (method) {
    case 'accessLog.printed':
      return (input as Checked<'accessLog.printed'>).page
    case 'mistake.mark': {
      const { about, reason } = input as Checked<'mistake.mark'>
      return `${about.kind} ${reason}`
    }
    case 'client.assign':
      return assignmentDetail(output as Output<'client.assign'>)
    case 'client.changeDetails':
    case 'client.merge':
      return ruleDetail((output as Output<'client.changeDetails'>).retentionRule)
    case 'retention.setAuthority':
      return authorityDetail(output as Output<'retention.setAuthority'>)
    case 'client.alike':
      return (output as Output<'client.alike'>).some(each => !each.mine) ? OTHERS : ''
    case 'client.list':
      return (output as Output<'client.list'>).clients.some(each => !each.mine) ? OTHERS : ''
    case 'user.add':
      return (output as Output<'user.add'>).userId
    case 'user.setRoles':
    case 'user.renewAccess':
    case 'user.disable':
      return (input as Checked<'user.disable'>).userId
    case 'user.rename':
    case 'user.remove':
      return `${(input as Checked<'user.remove'>).userId} ${(output as Output<'user.remove'>).earlierName}`
    default:
      return listDetail(method, input, output)
  }
}

/** Which row of which list; of secrecy, which kind of record of which kind of unit. */
function listDetail(method: Method, input: unknown, output: unknown): string {
  switch (method) {
    case 'list.add':
    case 'list.end':
    case 'list.reword':
      return `${(input as Checked<'list.end'>).list} ${(output as Output<'list.end'>).words}`
    case 'list.addResearchArea':
    case 'list.endResearchArea':
      return `researchAreas ${(output as Output<'list.endResearchArea'>).name}`
    case 'list.setSecrecyDefault': {
      const { unitKind, recordKind } = input as Checked<'list.setSecrecyDefault'>
      return `${unitKind} ${recordKind}`
    }
    default:
      return ['unit.change', 'unit.merge'].includes(method) ? (output as Output<'unit.merge'>).earlierName : ''
  }
}
