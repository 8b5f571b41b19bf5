import { describe, expect, test } from 'vitest'
import { CoreError } from '../../main/contract/errors.ts'
import { combine } from '../../renderer/core/combine.ts'

const done = <T>(data: T) => ({ isSuccess: true, data, error: null })
const waiting = { isSuccess: false, data: undefined, error: null }
const refused = (code: 'not-found' | 'locked', data?: string) => ({
  isSuccess: false,
  data,
  error: new CoreError({ code }),
})

describe('what a page asks for, as one', () => {
  test('all of it is there when each is', () => {
    expect(combine({ client: done('Anna'), goals: done([1, 2]) })).toEqual(done({ client: 'Anna', goals: [1, 2] }))
  })

  test('as long as one is being fetched, nothing is there', () => {
    expect(combine({ client: done('Anna'), goals: waiting })).toEqual(waiting)
  })

  test('the first refusal is the whole page’s, whatever else is there or on its way', () => {
    const first = refused('not-found')
    expect(combine({ client: waiting, goals: first, sheets: refused('locked') })).toEqual(first)
  })

  test('what was fetched before a refusal is not shown after it', () => {
    expect(combine({ client: refused('locked', 'Anna') }).data).toBeUndefined()
  })
})
