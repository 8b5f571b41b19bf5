import { expect, test } from 'vitest'
import { midSentence } from '../../renderer/ui/format.ts'

test('a reason in the middle of a sentence keeps its abbreviations and its names', () => {
  expect(midSentence('Orkar inte i dag')).toBe('orkar inte i dag')
  expect(midSentence('Tvivlar på CRA')).toBe('tvivlar på CRA')
  expect(midSentence('SiS har beslutat om flytt')).toBe('SiS har beslutat om flytt')
  expect(midSentence('ÅP är inte klar')).toBe('ÅP är inte klar')
  expect(midSentence('')).toBe('')
})
