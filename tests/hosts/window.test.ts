import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { writeWholeFile } from '../../main/hosts/electron/wholeFile.ts'
import { readWindowState, windowArea, writeWindowState } from '../../main/hosts/electron/windowState.ts'

const folder = mkdtempSync(join(tmpdir(), 'arton-window-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the window', () => {
  const screen = { x: 0, y: 0, width: 1920, height: 1040 }
  const beside = { x: 1920, y: 0, width: 1280, height: 1024 }
  const left = { area: { x: 2000, y: 100, width: 1100, height: 700 }, maximised: false }

  test('opens where it was left, on the second screen too', () => {
    expect(windowArea(left, [screen, beside])).toEqual(left.area)
  })

  test('comes back to the middle of the main screen when the other one is gone', () => {
    expect(windowArea(left, [screen])).toEqual({ x: 410, y: 170, width: 1100, height: 700 })
  })

  test.each([
    ['above the edge', { x: 100, y: -300, width: 1100, height: 700 }],
    ['below the edge', { x: 100, y: 1030, width: 1100, height: 700 }],
    ['all but a strip at the side', { x: 1850, y: 100, width: 1100, height: 700 }],
  ])('comes back when it was left %s', (_where, area) => {
    expect(windowArea({ area, maximised: false }, [screen])).toEqual({ x: 410, y: 170, width: 1100, height: 700 })
  })

  test('is never made larger than the screen, nor smaller than it can be used', () => {
    const small = { x: 0, y: 0, width: 1024, height: 700 }
    expect(windowArea(undefined, [small])).toEqual(small)
  })

  test('remembers place and size in a file, and takes a damaged file for none', () => {
    const file = join(folder, 'window.json')
    writeWindowState(file, left)
    expect(readWindowState(file)).toEqual(left)
    for (const text of ['', '{', '{"area":{"x":"1"},"maximised":true}', 'null']) {
      writeFileSync(file, text)
      expect(readWindowState(file)).toBeUndefined()
    }
    expect(readWindowState(join(folder, 'none.json'))).toBeUndefined()
  })
})

describe('a file saved in Electron', () => {
  test('is whole, and readable by its user only', () => {
    const file = join(folder, 'saved.arton')
    writeFileSync(file, 'an older file that was longer')
    writeWholeFile(file, Buffer.from('sealed'))
    expect(readFileSync(file, 'utf8')).toBe('sealed')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('that cannot be put in place leaves nothing half-written', () => {
    const place = mkdtempSync(join(folder, 'taken-'))
    expect(() => writeWholeFile(place, 'sealed')).toThrow()
    expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  })
})
