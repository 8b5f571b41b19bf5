import { describe, expect, test } from 'vitest'
import { contract, type Method } from '../../main/contract/index.ts'
import type { Role } from '../../main/contract/user.ts'
import { mayCall } from '../../main/user/mayCall.ts'
import { coreInMemory } from '../support/core.ts'
import { databaseOf, everyRow } from '../support/tables.ts'
import { wellFormed } from '../support/wellFormed.ts'

const METHODS = Object.keys(contract) as Method[]
const UNLOCKED = METHODS.filter(each => contract[each].door === 'unlocked')
const INPUTS = wellFormed()

/** What tells nothing of any client: the unit's own lists and the manual. */
const FOR_EVERYONE: Method[] = [
  ...(['user.me', 'unit.list', 'unit.lists'] as const),
  ...(['manual.contents', 'manual.chapter', 'manual.page', 'manual.form'] as const),
  ...(['manual.list', 'manual.search', 'manual.print'] as const),
]
const FOR_ADMINISTRATORS: Method[] = ['manual.importPack', 'manual.use']
const TREATMENT: Method[] = ['session.record', 'session.noteText', 'worksheet.answer', 'goal.set', 'goal.setStatus']
const SEALED_FILES: Method[] = ['handover.seal', 'handover.preview', 'handover.accept']

/** Product.md section 3, as far as there are operations for it. */
const MAY: Record<Role, (method: Method) => boolean> = {
  therapist: method => ![...FOR_ADMINISTRATORS, 'unit.add'].includes(method),
  coordinator: method => ![...FOR_ADMINISTRATORS, ...TREATMENT, ...SEALED_FILES].includes(method),
  supervisor: method => FOR_EVERYONE.includes(method),
  administrator: method => [...FOR_EVERYONE, ...FOR_ADMINISTRATORS, 'unit.add'].includes(method),
}
const ROLES = Object.keys(MAY) as Role[]

describe.each(ROLES)('a %s', role => {
  test('is refused what the role is not for, before anything is read or written', async () => {
    const core = coreInMemory({ roles: [role] })
    const before = everyRow(databaseOf(core).$client)
    const refused: Method[] = []
    for (const method of UNLOCKED.filter(each => !MAY[role](each))) {
      expect([method, await core.refusal(method, INPUTS[method])]).toEqual([method, { code: 'not-permitted' }])
      refused.push(method)
    }
    expect(everyRow(databaseOf(core).$client)).toEqual(before)
    expect(refused.length).toBeGreaterThan(0)
  })

  test('is never told "not permitted" where the role is enough', async () => {
    const core = coreInMemory({ roles: [role] })
    for (const method of UNLOCKED.filter(MAY[role])) {
      const reply = await core.call(method, INPUTS[method])
      expect([method, reply]).not.toEqual([method, { ok: false, refusal: { code: 'not-permitted' } }])
    }
  })
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
