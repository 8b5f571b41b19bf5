import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const sources = new Map<string, string>()
beforeAll(async () => {
  for await (const each of glob('renderer/**/*.{ts,tsx}', { cwd: ROOT })) {
    sources.set(each, await readFile(join(ROOT, each), 'utf8'))
  }
})

const filesWith = (pattern: RegExp) => [...sources].flatMap(([file, text]) => (pattern.test(text) ? [file] : []))

describe('what is written is read before it is saved', () => {
  test('there is one form: it has its fields read, and is not saved while one cannot be', () => {
    expect(filesWith(/<form\b/)).toEqual(['renderer/ui/form.tsx'])
  })

  test('no field takes what is half typed, cuts it to what fits, or falls back to what stood there', () => {
    expect(
      filesWith(/\b(?:NumberInput|DateInput|DatePickerInput|DateTimePicker|TimeInput)\b[^}]*\} from '@mantine/),
    ).toEqual([])
  })

  test('every day field says what it usually holds', () => {
    const without = [...sources].flatMap(([file, text]) =>
      [...text.matchAll(/<DayInput\b[^>]*?(?:\/>|=>[^>]*?\/>)/gs)].flatMap(([field]) =>
        /usual=/.test(field) ? [] : [file],
      ),
    )
    expect(without).toEqual([])
  })

  test('what is typed in a list to choose from is told of where it is none of them', () => {
    const reading = 'renderer/session/runner/otherChapter.tsx' // chooses what is shown, and stores nothing
    expect(filesWith(/^\s+searchable$/m).filter(each => each !== reading)).toEqual(['renderer/ui/searchSelect.tsx'])
  })

  test('a choice that is made can be changed, and is not lost by choosing it again', () => {
    expect(filesWith(/allowDeselect(?!=\{false\}|: false)/)).toEqual([])
    expect(sources.get('renderer/app/theme.ts')).toMatch(/Select: \{\s*defaultProps: \{[^}]*allowDeselect: false/)
  })
})
