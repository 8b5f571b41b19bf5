import { describe, expect, test } from 'vitest'
import { type OutcomeDraft, outcomeInput } from '../../renderer/session/outcomeDraft.ts'

const SLOT = { clientId: 'client', slotId: 'slot' }
const TODAY = '2026-11-21'
const draft: OutcomeDraft = {
  outcome: 'declined',
  on: TODAY,
  minutes: 60,
  setting: 'locked',
  reasonCode: 'notNow',
  offerAgainOn: '',
  note: 'Kort.',
}
const inputOf = (part: Partial<OutcomeDraft>, reasonFits = true) =>
  outcomeInput(SLOT, { ...draft, ...part }, TODAY, reasonFits)

describe('an outcome recorded without holding the session', () => {
  test('one that came to nothing has its reason, and a day to offer it again when that was said', () => {
    expect(inputOf({})).toEqual({ ...SLOT, outcome: 'declined', on: TODAY, note: 'Kort.', reasonCode: 'notNow' })
    expect(inputOf({ offerAgainOn: '2026-12-01' })).toMatchObject({ offerAgainOn: '2026-12-01' })
  })

  test('one that was held has its minutes and its place, and no reason', () => {
    const held = inputOf({ outcome: 'held' }, false)
    expect(held).toMatchObject({ outcome: 'held', minutes: 60, setting: 'locked' })
    expect(held).not.toHaveProperty('reasonCode')
  })

  test.each<[string, Partial<OutcomeDraft>, boolean]>([
    ['a day that has not been', { on: '2026-11-22' }, true],
    ['no day', { on: '' }, true],
    ['no place yet', { setting: undefined }, true],
    ['a reason of the other side', {}, false],
    ['too few minutes', { outcome: 'held', minutes: 4 }, true],
    ['too many minutes', { outcome: 'partlyHeld', minutes: 241 }, true],
  ])('with %s nothing can be recorded', (_what, part, reasonFits) => {
    expect(inputOf(part, reasonFits)).toBeUndefined()
  })
})
