import { describe, expect, test } from 'vitest'
import { printParts } from '../../main/print/pdf.ts'
import { runsOf } from '../../main/print/typefaces.ts'
import { lettersOf, pdfPages } from '../support/pdfPages.ts'

/** What a reader sees on paper of a text. */
async function printed(text: string): Promise<string> {
  const content = [{ text, style: 'label' }, text, { text, bold: true }, { table: { body: [[text, { text }]] } }]
  const imprint = { title: '', foot: '', madeAt: '2026-11-21T08:00:00Z' }
  const pages = pdfPages(await printParts([{ frame: 'reading', content }], imprint))
  return pages.map(each => each.letters).join('')
}

describe('on paper no letter is lost', () => {
  test.each([
    ['Polish', 'Łukasz Żółć'],
    ['Turkish', 'Gülşen Işık'],
    ['Russian', 'Хочу домой – jag vill hem'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Vietnamese', 'Nguyễn Thị Hường'],
    ['Serbian, Croatian, Romanian', 'Đorđe Živković Ștefan'],
    ['North Sami', 'Biret Ánne Čáhppe Ŋuolas'],
    ['Icelandic, Estonian, Latvian', 'Þórður Õnne Ģertrūde'],
    ['typed with loose accents', 'a\u030aker, fo\u0308re'],
  ])('%s: %s', async (_what, text) => {
    const seen = await printed(text)
    expect(seen.split(lettersOf(text.normalize('NFC'))).length - 1).toBe(5)
    expect(seen).not.toMatch(/[\0\ufffd]/)
  })

  test('what no typeface of ours has stands as its number, and what is not seen leaves nothing', async () => {
    expect(await printed('hem ❤️')).toContain('hem[U+2764]')
    expect(await printed('مريم kom')).toContain('[U+0645U+0631U+064AU+0645]kom')
    expect(await printed('åter\u00adfall\u200b')).toContain('återfall')
  })

  test('every sign there is comes out as a letter, a number, a blank or, unseen, as nothing', () => {
    const faceOf = (letter: number) => (letter < 0x180 ? 'own' : 'none')
    for (let at = 0x20; at < 0x30000; at += 7) {
      if (at >= 0xd800 && at <= 0xdfff) continue
      const sign = String.fromCodePoint(at)
      const said = runsOf(sign, faceOf)
        .map(each => each.text)
        .join('')
      if (/\p{Default_Ignorable_Code_Point}/u.test(sign)) expect([at, said]).toEqual([at, ''])
      else expect([at, said.length]).not.toEqual([at, 0])
    }
  })
})
