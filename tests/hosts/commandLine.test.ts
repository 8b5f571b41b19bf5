import { describe, expect, test } from 'vitest'
import { readCommandLine } from '../../main/hosts/commandLine.ts'
import { dataFolder } from '../../main/hosts/http/dataFolder.ts'

describe('the command line', () => {
  test('names the binder, the port and the day, among whatever Electron is told', () => {
    const words = ['.', '--no-sandbox', '--binder', '/srv/arton', '--inspect=0', '--port', '8018', '--today=2026-11-21']
    expect(readCommandLine(words)).toEqual({ binder: '/srv/arton', port: 8018, today: '2026-11-21' })
  })

  test('may be empty', () => {
    expect(readCommandLine([])).toEqual({ binder: undefined, port: 0, today: undefined })
  })

  test.each([
    [['--binder']],
    [['--binder', '']],
    [['--port', '65536']],
    [['--port', '-1']],
    [['--today', '2026-02-30']],
    [['--today', 'idag']],
    [['--today']],
  ])('refuses %j: what is mistyped must not pass for something else', words => {
    expect(() => readCommandLine(words)).toThrow(/^--(binder|port|today) needs/)
  })
})

test('both hosts look for the same binder when none is named', () => {
  expect(dataFolder('linux', {}, '/home/b')).toBe('/home/b/.config/Arton')
  expect(dataFolder('linux', { XDG_CONFIG_HOME: '/x' }, '/home/b')).toBe('/x/Arton')
  expect(dataFolder('darwin', {}, '/Users/b')).toBe('/Users/b/Library/Application Support/Arton')
})
