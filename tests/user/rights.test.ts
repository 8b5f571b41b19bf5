import { describe, expect, test } from 'vitest'
import type { Db } from '../../db/open.ts'
import { insertCustody } from '../../db/repositories/client.ts'
import { unitNamed } from '../../db/repositories/unit.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import { type Role, role } from '../../main/contract/user.ts'
import type { ClientId, UnitId } from '../../main/contract/values.ts'
import { isAboutClient, mayCall } from '../../main/user/rights.ts'
import {
  type Answer,
  CALLER_NAMES,
  CALLERS,
  type CallerName,
  rightsTable,
  STANDING_NAMES,
  STANDINGS,
  type StandingName,
} from '../../main/user/rightsTable.ts'
import { coreInMemory } from '../support/core.ts'
import { AFTERCARE, addedClient, heldSession } from '../support/people.ts'
import { databaseOf } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const METHODS = Object.keys(contract) as Method[]
const UNLOCKED = METHODS.filter(each => contract[each].door === 'unlocked')

/** What tells nothing of any client: the unit's own lists and the manual. */
const FOR_EVERYONE: Method[] = [
  ...(['user.me', 'user.active', 'user.colleagues', 'unit.list', 'unit.lists', 'municipality.list'] as const),
  'unit.interimNumbers',
  'emergencyNumber.list',
  ...(['user.changePassphrase', 'user.keychain', 'user.keepInKeychain', 'user.leaveKeychain'] as const),
  ...(['manual.contents', 'manual.chapter', 'manual.page', 'manual.form'] as const),
  ...(['manual.list', 'manual.search', 'manual.print', 'accessLog.state', 'accessLog.printed'] as const),
  ...(['draft.lastPlace', 'draft.keepPlace', 'typing.kept', 'typing.keep'] as const),
]
const RETENTION: Method[] = [
  ...(['retention.authority', 'retention.setAuthority', 'retention.due', 'retention.protocol'] as const),
  ...(['retention.unreckoned', 'retention.others'] as const),
  ...(['unit.register', 'unit.change', 'unit.merge'] as const),
  ...(['retention.decide', 'retention.carryOut'] as const),
]
const FOR_ADMINISTRATORS: Method[] = [
  ...RETENTION,
  ...(['manual.importPack', 'manual.use', 'client.assignments', 'binder.setIdleMinutes'] as const),
  'unit.setInterimNumbers',
  ...(['emergencyNumber.add', 'emergencyNumber.change'] as const),
  ...(['emergencyNumber.setValid', 'emergencyNumber.moveUp'] as const),
  ...(['binder.keyState', 'binder.changeKey'] as const),
  ...(['list.add', 'list.end', 'list.reword', 'list.secrecyDefaults', 'list.setSecrecyDefault'] as const),
  ...(['list.researchAreas', 'list.addResearchArea', 'list.endResearchArea'] as const),
  ...(['user.list', 'user.add', 'user.rename', 'user.setRoles'] as const),
  ...(['user.renewAccess', 'user.disable', 'user.remove'] as const),
  ...(['recoverySheet.renew', 'recoverySheet.latest'] as const),
]
const LOG_REVIEW: Method[] = [
  ...(['accessLog.faults', 'accessLog.answerFault', 'accessLog.verify'] as const),
  ...(['accessLog.entries', 'accessLog.users', 'accessLog.findClient', 'accessLog.extract'] as const),
  ...(['logReview.list', 'logReview.get', 'logReview.begin', 'logReview.decide'] as const),
  ...(['logReview.sign', 'logReview.breakOff', 'logReview.add'] as const),
]
/** A therapist their own, a supervisor anyone's. */
const TRAINING: Method[] = [...(['training.methods', 'training.own', 'training.add', 'training.takeBack'] as const)]
const TRAINING_REGISTER: Method[] = ['training.register', 'training.notOffered']
const GOALS: Method[] = [
  ...(['goal.set', 'goal.reword', 'goal.setStatus', 'goal.markStep', 'goal.review', 'goal.takeBack'] as const),
]
const TREATMENT: Method[] = ['session.record', 'session.noteText', 'worksheet.answer', 'secrecy.decide', ...GOALS]
const MERGING: Method[] = ['client.likenesses', 'client.compare', 'client.merge']
const SEALED_FILES: Method[] = ['handover.seal', 'handover.preview', 'handover.accept']

/** Product.md section 3, as far as there are operations for it. */
const MAY: Record<Role, (method: Method) => boolean> = {
  therapist: method => ![...FOR_ADMINISTRATORS, ...LOG_REVIEW, ...TRAINING_REGISTER, 'unit.add'].includes(method),
  coordinator: method =>
    ![
      ...FOR_ADMINISTRATORS,
      ...LOG_REVIEW,
      ...TREATMENT,
      ...MERGING,
      ...SEALED_FILES,
      ...TRAINING,
      ...TRAINING_REGISTER,
      'training.craStaff',
    ].includes(method),
  supervisor: method => [...FOR_EVERYONE, ...LOG_REVIEW, ...TRAINING, ...TRAINING_REGISTER].includes(method),
  administrator: method =>
    [
      ...FOR_EVERYONE,
      ...FOR_ADMINISTRATORS,
      ...LOG_REVIEW,
      'unit.add',
      'client.assign',
      'municipality.toChoose',
    ].includes(method),
}
const ROLES = role.options

/** Changes nothing in the client's record, so it does not matter which unit holds it. */
const ALSO_HELD_ELSEWHERE: Method[] = [
  ...(['client.assign', 'breakGlass.see', 'assignment.see'] as const),
  ...(['draft.save', 'draft.discard', 'draft.setAside', 'draft.drop', 'draft.restore'] as const),
]

/** Whosever the client is: opening one with a reason, taking note of what one is told, and that a page was printed. */
const WHOSEVER: Method[] = ['breakGlass.open', 'breakGlass.see', 'assignment.see', 'accessLog.printed']
/** Eight hours of reading never become a file, nor another client. */
const NEVER_BY_GLASS: Method[] = [
  ...(['client.extract', 'client.compare', 'client.likenesses'] as const),
  ...(['session.noteText', 'draft.get', 'draft.earlier', 'draft.watch'] as const),
]

/**
 * What section 3 says of an operation about a client: as its therapist what therapists may, as its coordinator what
 * coordinators may, others by breaking the glass; writing only what is held here.
 */
function expected(method: Method, by: CallerName, at: StandingName): Answer {
  const roles: readonly Role[] = CALLERS[by]
  const { own, held } = STANDINGS[at]
  if (contract[method].door === 'open') return 'yes'
  if (!roles.some(each => MAY[each](method))) return 'no'
  if (!isAboutClient(method) || WHOSEVER.includes(method)) return 'yes'
  if (LOG_REVIEW.includes(method)) return 'yes' // who read, and not a word of what was read
  if (by === 'administrator') return 'yes' // gives a client to someone else, without reading a word
  const reads = contract[method].kind === 'query'
  const standing = roles.filter(each => (own as readonly Role[]).includes(each))
  if (standing.length === 0) return reads && !NEVER_BY_GLASS.includes(method) ? 'glass' : 'no'
  if (!standing.some(each => MAY[each](method))) return 'no'
  return (reads && method !== 'session.noteText') || held || ALSO_HELD_ELSEWHERE.includes(method) ? 'yes' : 'no'
}

/** A binder with a client of each standing to Berit, who signs in with those roles. */
async function clinicAt(at: StandingName, by: CallerName) {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const other = core.signIn({ roles: ['therapist', 'coordinator', 'administrator'] })
  const db = databaseOf(core)
  const own: readonly Role[] = STANDINGS[at].own
  const clientId: ClientId = await addedClient(core, {
    therapistId: own.includes('therapist') ? berit : other,
    coordinatorId: own.includes('coordinator') ? berit : other,
  })
  if (!STANDINGS[at].held) {
    const unitId = unitNamed(db, AFTERCARE, core.world.newId<UnitId>()).id
    insertCustody(db, { clientId, epoch: 2, unitId, sinceOn: core.world.today(), packageId: null })
  }
  core.signIn({ id: berit, roles: [...CALLERS[by]] })
  return { core, db, clientId, userId: other }
}

/** Rows written since the database was opened: not one more by what is refused. */
/** But those that tell of the refusal itself. */
const rowsWritten = (db: Db) =>
  db.$client
    .prepare(
      "SELECT total_changes() - (SELECT count(*) FROM access_log WHERE kind = 'refused') - (SELECT count(*) FROM questions)",
    )
    .pluck()
    .get()

const DENIALS = ['not-permitted', 'not-own-client', 'not-the-therapist', 'not-holder']

describe.each(CALLER_NAMES)('a %s', by => {
  test.each(STANDING_NAMES)('is let through and refused as section 3 says: client %s', async at => {
    const { core, db, clientId, userId } = await clinicAt(at, by)
    const inputs = wellFormed({ clientId, userId })
    // what changes how the caller stands to the client comes last
    const changing = (method: Method) => (['client.assign', 'breakGlass.open'].includes(method) ? 1 : 0)
    const told: Record<string, Answer> = {}
    const glass: Method[] = []
    for (const method of UNLOCKED.toSorted((one, two) => changing(one) - changing(two))) {
      const before = rowsWritten(db)
      const reply = await core.call(method, inputs[method])
      const denied = !reply.ok && DENIALS.includes(reply.refusal.code)
      told[method] = denied ? 'no' : 'yes'
      if (denied) expect([method, rowsWritten(db)]).toEqual([method, before])
      if (denied && !reply.ok && reply.refusal.code === 'not-own-client') glass.push(method)
    }
    if (told['breakGlass.open'] === 'yes') {
      for (const method of glass) {
        const reply = await core.call(method, inputs[method])
        if (reply.ok || !DENIALS.includes(reply.refusal.code)) told[method] = 'glass'
      }
    }
    const wanted = Object.fromEntries(UNLOCKED.map(each => [each, expected(each, by, at)]))
    expect(told).toEqual(wanted)
  })
})

test('the printed table has a cell for every operation, caller and standing, and says what section 3 says', () => {
  const table = rightsTable()
  expect(Object.keys(table).toSorted()).toEqual(METHODS.toSorted())
  for (const method of METHODS) {
    for (const by of CALLER_NAMES) {
      for (const at of STANDING_NAMES)
        expect([method, by, at, table[method][by][at]]).toEqual([method, by, at, expected(method, by, at)])
    }
  }
})

test('roles add up, and someone with none may do nothing', () => {
  for (const method of METHODS) {
    for (const one of ROLES) {
      for (const other of ROLES) {
        expect(mayCall([one, other], method)).toBe(mayCall([one], method) || mayCall([other], method))
      }
    }
    expect(mayCall([], method)).toBe(false)
  }
})

test('the first user of a binder is therapist, coordinator and administrator, and never supervises alone', async () => {
  const { user } = await coreInMemory().ask('user.me', {})
  expect(user.roles).toEqual(['administrator', 'coordinator', 'therapist'])
})

test('who both treats and coordinates here may sign what they treat, and read what they coordinate', async () => {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  if (berit === undefined) throw new Error('nobody is in')
  const kim = core.signIn({ name: 'Kim Kollega', roles: ['therapist'] })
  core.signIn({ id: berit, roles: ['therapist', 'coordinator', 'administrator'] })
  const treated = await addedClient(core, { name: 'Eva Exempel', number: '', coordinatorId: berit })
  const coordinated = await addedClient(core, { therapistId: kim, coordinatorId: berit })
  expect(await core.ask('client.get', { clientId: treated })).toMatchObject({ mayWrite: true, mayTreat: true })
  expect(await core.ask('client.get', { clientId: coordinated })).toMatchObject({ mayWrite: true, mayTreat: false })
  await core.ask('session.record', await heldSession(core, treated, 1))
  expect(await core.refusalCode('session.record', await heldSession(core, coordinated, 1))).toBe('not-the-therapist')
  expect(await core.ask('session.ofClient', { clientId: coordinated })).toEqual([])
})
