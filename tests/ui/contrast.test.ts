import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cssVariables, theme } from '../../renderer/app/theme.ts'

const ROOT = join(import.meta.dirname, '../..')

/** What text is written in, and the grounds it stands on: any of the one may meet any of the other. */
const TEXT = ['ink', 'soft', 'accent', 'danger', 'phase-a', 'phase-b', 'phase-c']
const GROUNDS = ['paper', 'sheet', 'wash', 'accent-wash', 'danger-wash', 'phase-a-wash', 'phase-b-wash', 'phase-c-wash']
/** A ground that bears text of one colour only. */
const FILLED = { accent: 'on-accent' }
/** What only parts and adorns: nothing is told by it that is not also told in words or by a stronger line. */
const DECOR = ['line', 'line-strong', 'hatch']

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT_CONTRAST = 4.5
const CONTROL_CONTRAST = 3

const [light = '', dark = ''] = readFileSync(join(ROOT, 'renderer/ui/tokens.css'), 'utf8').split('[data-mantine')
const schemes = { light: coloursIn(light), dark: coloursIn(dark) }

function coloursIn(css: string): Map<string, string> {
  return new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]))
}

/** Relative luminance of #rrggbb, 0 to 1. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map(at => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** Pairs that are too close, as `ink on paper: 1.23`. */
function tooClose(colours: Map<string, string>, least: number, pairs: Iterable<readonly [string, string]>): string[] {
  return [...pairs].flatMap(([front, ground]) => {
    const ratio = contrast(colours.get(front) ?? '', colours.get(ground) ?? '')
    return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`] // also when a token is missing
  })
}

const everyPair = (fronts: readonly string[]) =>
  fronts.flatMap(front => GROUNDS.map(ground => [front, ground] as const))

test('black on white is 21, and the order does not matter', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(contrast('#ffffff', '#777777'), 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2) // WebAIM’s example of what just fails
  expect(tooClose(new Map([['a', '#777777']]), TEXT_CONTRAST, [['a', 'no-such']])).toHaveLength(1)
})

describe.each(['light', 'dark'] as const)('in %s', scheme => {
  const colours = schemes[scheme]

  test('every colour of tokens.css is judged', () => {
    const judged = [...TEXT, ...GROUNDS, ...Object.keys(FILLED), ...Object.values(FILLED), ...DECOR]
    expect([...colours.keys()].filter(each => !judged.includes(each))).toEqual([])
  })

  test('every colour of text can be read on every ground', () => {
    expect(tooClose(colours, TEXT_CONTRAST, everyPair(TEXT))).toEqual([])
    expect(
      tooClose(
        colours,
        TEXT_CONTRAST,
        Object.entries(FILLED).map(([ground, text]) => [text, ground]),
      ),
    ).toEqual([])
  })

  test('the line round what is chosen, focused or wrong is seen on every ground', () => {
    expect(tooClose(colours, CONTROL_CONTRAST, everyPair(['accent', 'danger', 'soft', 'ink']))).toEqual([])
  })

  test('Mantine’s own parts have the same colours', () => {
    const given: Record<string, string> = cssVariables(theme as never)[scheme]
    const asToken = {
      '--mantine-color-text': 'ink',
      '--mantine-color-body': 'sheet',
      '--mantine-color-default': 'sheet',
      '--mantine-color-default-color': 'ink',
      '--mantine-color-dimmed': 'soft',
      '--mantine-color-placeholder': 'soft',
      '--mantine-color-error': 'danger',
    }
    for (const [variable, token] of Object.entries(asToken)) expect(given[variable], variable).toBe(colours.get(token))
    const shade = { light: 8, dark: 4 }[scheme]
    expect(theme.primaryShade).toMatchObject({ [scheme]: shade })
    expect(theme.colors?.['accent']?.[shade], 'the filled button').toBe(colours.get('accent'))
    const hover = given['--mantine-color-default-hover'] ?? ''
    expect(contrast(colours.get('ink') ?? '', hover)).toBeGreaterThanOrEqual(TEXT_CONTRAST)
  })
})

test('the stylesheets of the screens use no colour that is not counted above', () => {
  const css = globSync('renderer/**/*.css', { cwd: ROOT, exclude: each => /(tokens|print)\.css$/.test(each) })
    .map(file => readFileSync(join(ROOT, file), 'utf8').split('@media print')[0])
    .join('\n')
  const rules = [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = '', body = '']) => ({ selector, body }))
  const used = (property: RegExp) =>
    new Set(
      rules.flatMap(({ body }) =>
        [...body.matchAll(property)].flatMap(([, value = '']) => [
          ...[...value.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name),
          ...[...value.matchAll(/#[0-9a-f]{3,8}\b|rgba?\([^)]*\)/g)].map(([raw]) => raw),
        ]),
      ),
    )
  const unlisted = (found: Set<string>, listed: readonly string[]) => [...found].filter(each => !listed.includes(each))
  expect(unlisted(used(/(?<![\w-])color:([^;]*)/g), [...TEXT, ...Object.values(FILLED)])).toEqual([])
  expect(unlisted(used(/background(?:-color)?:([^;]*)/g), [...GROUNDS, ...Object.keys(FILLED), ...DECOR])).toEqual([])

  // the colour that only a filled ground bears stands nowhere else; Mantine's filled button is of the accent, see above
  for (const [ground, text] of Object.entries(FILLED)) {
    const sets = (property: string, name: string) =>
      rules.filter(({ body }) => new RegExp(`(?<![\\w-])${property}:[^;]*var\\(--${name}\\)`).test(body))
    const filled = sets('background', ground)
    const others = sets('color', text).filter(each => !filled.includes(each))
    expect(others.filter(({ selector }) => !/^\s*\.mantine-Button-root/.test(selector))).toEqual([])
    expect(filled.length).toBeGreaterThan(0)
  }
})
