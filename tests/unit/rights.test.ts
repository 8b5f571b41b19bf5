import { describe, expect, test } from 'vitest'
import { insertCustody } from '../../db/repositories/clients.ts'
import { unitNamed } from '../../db/repositories/units.ts'
import { contract, type Method } from '../../main/contract/index.ts'
import { type Role, role } from '../../main/contract/user.ts'
import type { ClientId, UnitId } from '../../main/contract/values.ts'
import { isAboutClient, mayCall } from '../../main/user/rights.ts'
import { type Answer, rightsTable, STANDING_NAMES, type StandingName } from '../../main/user/rightsTable.ts'
import { coreInMemory } from '../support/core.ts'
import { AFTERCARE, addedClient } from '../support/people.ts'
import { databaseOf, everyRow } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const METHODS = Object.keys(contract) as Method[]
const UNLOCKED = METHODS.filter(each => contract[each].door === 'unlocked')

/** What tells nothing of any client: the unit's own lists and the manual. */
const FOR_EVERYONE: Method[] = [
  ...(['user.me', 'user.active', 'user.colleagues', 'unit.list', 'unit.lists'] as const),
  ...(['user.changePassphrase', 'user.keychain', 'user.keepInKeychain', 'user.leaveKeychain'] as const),
  ...(['manual.contents', 'manual.chapter', 'manual.page', 'manual.form'] as const),
  ...(['manual.list', 'manual.search', 'manual.print', 'accessLog.state', 'accessLog.printed'] as const),
  ...(['draft.lastPlace', 'draft.keepPlace', 'typing.kept', 'typing.keep'] as const),
]
const RETENTION: Method[] = [
  ...(['retention.authority', 'retention.setAuthority', 'retention.due', 'retention.protocol'] as const),
  ...(['retention.decide', 'retention.carryOut'] as const),
]
const FOR_ADMINISTRATORS: Method[] = [
  ...RETENTION,
  ...(['manual.importPack', 'manual.use', 'client.assignments', 'binder.setIdleMinutes'] as const),
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
      ...[...FOR_ADMINISTRATORS, ...LOG_REVIEW, ...TREATMENT, ...MERGING, ...SEALED_FILES],
      ...[...TRAINING, ...TRAINING_REGISTER, 'training.craStaff'],
    ].includes(method),
  supervisor: method => [...FOR_EVERYONE, ...LOG_REVIEW, ...TRAINING, ...TRAINING_REGISTER].includes(method),
  administrator: method =>
    [...FOR_EVERYONE, ...FOR_ADMINISTRATORS, ...LOG_REVIEW, 'unit.add', 'client.assign'].includes(method),
}
const ROLES = role.options

/** Changes nothing in the client's record, so it does not matter which unit holds it. */
const ALSO_HELD_ELSEWHERE: Method[] = [
  ...(['client.assign', 'breakGlass.see'] as const),
  ...(['draft.save', 'draft.discard', 'draft.setAside', 'draft.drop', 'draft.restore'] as const),
]

/** What section 3 says of an operation about a client: own clients, others by breaking the glass, writing only what is held here. */
function expected(method: Method, by: Role, at: StandingName): Answer {
  if (contract[method].door === 'open') return 'yes'
  if (!MAY[by](method)) return 'no'
  if (!isAboutClient(method) || method === 'breakGlass.open' || method === 'accessLog.printed') return 'yes'
  if (LOG_REVIEW.includes(method)) return 'yes' // who read, and not a word of what was read
  if (by === 'administrator') return 'yes' // gives a client to someone else, without reading a word
  const reads = contract[method].kind === 'query'
  if (at === 'otherHeld' || at === 'otherAway') return reads ? 'glass' : 'no'
  return reads || at === 'ownHeld' || ALSO_HELD_ELSEWHERE.includes(method) ? 'yes' : 'no'
}

/** A binder with a client of each standing to Berit, who signs in with the one role. */
async function clinicAt(at: StandingName, by: Role) {
  const core = coreInMemory()
  const berit = core.binder.opened()?.user.id
  const other = core.signIn({ roles: ['therapist', 'coordinator', 'administrator'] })
  const db = databaseOf(core)
  const own = at.startsWith('own')
  const clientId: ClientId = await addedClient(core, own ? { therapistId: berit } : {})
  if (at.endsWith('Away')) {
    const unitId = unitNamed(db, AFTERCARE, core.world.newId<UnitId>()).id
    insertCustody(db, { clientId, epoch: 2, unitId, sinceOn: core.world.today(), packageId: null })
  }
  if (berit === undefined) throw new Error('nobody is in')
  core.signIn({ id: berit, roles: [by] })
  return { core, db, clientId, userId: other }
}

const DENIALS = ['not-permitted', 'not-own-client', 'not-holder']

describe.each(ROLES)('a %s', by => {
  test.each(STANDING_NAMES)('is let through and refused as section 3 says: client %s', async at => {
    const { core, db, clientId, userId } = await clinicAt(at, by)
    const inputs = wellFormed({ clientId, userId })
    // what changes how the caller stands to the client comes last
    const changing = (method: Method) => (['client.assign', 'breakGlass.open'].includes(method) ? 1 : 0)
    const told: Record<string, Answer> = {}
    const glass: Method[] = []
    for (const method of UNLOCKED.toSorted((one, two) => changing(one) - changing(two))) {
      const before = everyRow(db.$client)
      const reply = await core.call(method, inputs[method])
      const denied = !reply.ok && DENIALS.includes(reply.refusal.code)
      told[method] = denied ? 'no' : 'yes'
      if (denied) expect([method, everyRow(db.$client)]).toEqual([method, before])
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

test('the printed table has a cell for every operation, role and standing, and says what section 3 says', () => {
  const table = rightsTable()
  expect(Object.keys(table).toSorted()).toEqual(METHODS.toSorted())
  for (const method of METHODS) {
    for (const by of ROLES) {
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
  expect(user.roles).toEqual(['therapist', 'coordinator', 'administrator'])
})
