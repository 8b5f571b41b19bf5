import { describe, expect, test } from 'vitest'
import type { FormDefinition } from '../../main/contract/form.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { isBehind, isUnchanged, newSheet, sheetFrom } from '../../renderer/worksheet/sheetDraft.ts'

const TODAY = '2026-11-21'
const formOf = (living: boolean) => ({ id: 'riskMap', living }) as FormDefinition
const latest = { id: 'latest', answers: { place: 'Torget' }, answeredOn: '2026-11-14' } as unknown as WorksheetAnswer

describe('a sheet outside a session', () => {
  test('a living document begins with what it says now, another one empty', () => {
    expect(newSheet(formOf(true), latest, TODAY)).toEqual({ answers: { place: 'Torget' }, on: TODAY, from: 'latest' })
    expect(newSheet(formOf(true), undefined, TODAY)).toEqual({ answers: {}, on: TODAY })
    expect(newSheet(formOf(false), latest, TODAY)).toEqual({ answers: {}, on: TODAY })
  })

  test('it has changed when it says something else, or was begun from another answer', () => {
    expect(isUnchanged(sheetFrom(latest, TODAY), latest)).toBe(true)
    expect(isUnchanged({ ...sheetFrom(latest, TODAY), answers: { place: 'Bussen' } }, latest)).toBe(false)
    expect(isUnchanged({ ...sheetFrom(latest, TODAY), from: 'earlier' }, latest)).toBe(false)
  })

  test('it is behind when it was begun before the latest answer; an empty one is not begun', () => {
    expect(isBehind({ answers: {}, on: TODAY, from: 'earlier' }, formOf(false), latest)).toBe(true)
    expect(isBehind({ answers: { place: 'Bussen' }, on: TODAY }, formOf(true), latest)).toBe(true)
    expect(isBehind({ answers: { place: 'Bussen' }, on: TODAY }, formOf(false), latest)).toBe(false)
    expect(isBehind({ answers: {}, on: TODAY }, formOf(true), latest)).toBe(false)
    expect(isBehind(sheetFrom(latest, TODAY), formOf(true), latest)).toBe(false)
  })
})
