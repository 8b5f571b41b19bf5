import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { phoneDigits, shownNumber } from '../../main/contract/phoneNumber.ts'
import { withNumbers } from '../../main/emergencyNumber/withNumbers.ts'
import { formOf } from '../../main/manual/service.ts'
import { coreInMemory, MANUAL, ourManual, type TestCore } from '../support/core.ts'
import { pdfPages } from '../support/pdfPages.ts'

const SHORT = { words: 'Socialjouren', number: '019-12 34 56', hours: 'Dygnet runt' }
const SHOWN = '019-12\u00A034\u00A056'

let core: TestCore
beforeEach(() => {
  core = coreInMemory()
})

describe('a telephone number', () => {
  test.each([
    ['019-12 34 56', '019123456', SHOWN],
    ['019–123456', '019123456', SHOWN],
    ['019−123456', '019123456', SHOWN],
    ['０１９－１２３４５６', '019123456', SHOWN],
    ['+46 19 12 34 56', '019123456', SHOWN],
    ['0046(0)19-123456', '019123456', SHOWN],
    ['\u200B08\u00A0–\u00A0123 45 67', '081234567', '08-123\u00A045\u00A067'],
    ['08-12345678', '0812345678', '08-123\u00A0456\u00A078'],
    ['070/1234567', '0701234567', '070-123\u00A045\u00A067'],
    ['0589-123 45', '058912345', '0589-123\u00A045'],
    ['0771-12 34 56', '0771123456', '0771-12\u00A034\u00A056'],
    ['020-50 50 50', '020505050', '020-50\u00A050\u00A050'],
    ['010-456 67 00', '0104566700', '010-456\u00A067\u00A000'],
    ['112', '112', '112'],
    ['1177', '1177', '1177'],
    ['90 101', '90101', '90101'],
    ['114 14', '11414', '114\u00A014'],
    ['116 111', '116111', '116\u00A0111'],
  ])('“%s” is stored as %s and shown as %s', (typed, digits, shown) => {
    expect(phoneDigits(typed)).toBe(digits)
    expect(shownNumber(digits)).toBe(shown)
    expect(phoneDigits(shown)).toBe(digits)
  })

  test.each([
    '',
    '12',
    '911',
    '123456',
    '019',
    '019-12',
    '070-12 34 56',
    '00471234567',
    '+47 22 22 22 22',
    'jouren',
    '019-12 34 5x',
    '019-123 456 789',
    '0712345678',
    '112 eller 1177',
    '000-123 45 67',
  ])('“%s” is none', typed => {
    expect(phoneDigits(typed)).toBeUndefined()
  })
})

test('the national numbers come as data, each with its source, and are telephone numbers', async () => {
  const { national, own } = await core.ask('emergencyNumber.list', {})
  expect(national.map(each => each.number)).toEqual([
    '112',
    '1177',
    '90101',
    '020-50 50 50',
    '020-555 666',
    '010-456 67 00',
  ])
  for (const each of national) {
    expect(each.source).toMatch(/\.se/)
    expect(phoneDigits(each.number)).toBeDefined()
  }
  expect(own).toEqual([])
})

test('a number that a text of the manual names stands among the national ones', () => {
  const texts = ourManual().pages.map(each => each.text)
  const named = texts.join(' ').match(/\b(?:1177|112|90 ?101)\b|\b0\d{1,2}-[\d ]{5,11}\d/g) ?? []
  const known = new Set(ourManual().emergencyNumbers.map(each => phoneDigits(each.number)))
  expect(named.filter(each => !known.has(phoneDigits(each)))).toEqual([])
})

describe('a number of the unit’s own', () => {
  test('is checked, kept as digits, changed, moved and ended', async () => {
    expect(await core.refusalCode('emergencyNumber.add', { ...SHORT, number: '12' })).toBe('phone-number-invalid')
    const first = await core.ask('emergencyNumber.add', SHORT)
    expect(first).toMatchObject({ words: 'Socialjouren', number: '019123456', valid: true })
    const second = await core.ask('emergencyNumber.add', { words: 'Beroendejouren', number: '1177', hours: '' })
    await core.ask('emergencyNumber.moveUp', { numberId: second.id })
    await core.ask('emergencyNumber.moveUp', { numberId: second.id })
    const order = async () => (await core.ask('emergencyNumber.list', {})).own.map(each => each.words)
    expect(await order()).toEqual(['Beroendejouren', 'Socialjouren'])
    const change = { numberId: first.id, words: 'Jouren', number: '070-123 45 67', hours: 'Kvällar' }
    expect(await core.ask('emergencyNumber.change', change)).toMatchObject({ number: '0701234567', hours: 'Kvällar' })
    expect(await core.refusalCode('emergencyNumber.change', { ...change, number: 'x' })).toBe('phone-number-invalid')
    await core.ask('emergencyNumber.setValid', { numberId: second.id, valid: false })
    expect(await order()).toEqual(['Jouren', 'Beroendejouren'])
  })

  test('each change stands in the access log', async () => {
    const { id: numberId } = await core.ask('emergencyNumber.add', SHORT)
    await core.ask('emergencyNumber.setValid', { numberId, valid: false })
    const { entries } = await core.ask('accessLog.entries', { fromOn: '2026-11-21', toOn: '2026-11-21', most: 50 })
    expect(entries.map(each => each.what).filter(each => each.includes('nödnumren'))).toEqual([
      'Nytt: nödnumren',
      'Ändrat: nödnumren',
    ])
  })
})

describe('the manual shows the numbers', () => {
  const safety = async () => (await core.ask('manual.page', { id: 'safety' })).text

  test('on the page about safety, and says what to do where the unit has none', async () => {
    expect(await safety()).toMatch(/\*\*112\*\*.*\*\*1177\*\*.*\*\*90101\*\*.*\*\*020-50 50 50\*\*/s)
    expect(await safety()).toMatch(/Enheten har inte lagt in egna nummer\. Administratören gör det under/)
    await core.ask('emergencyNumber.add', SHORT)
    expect(await safety()).toContain(`- **${SHOWN}** – Socialjouren. Dygnet runt.`)
    expect(await safety()).not.toMatch(/har inte lagt in|\{\{/)
  })

  test('in every chapter: where the client is intoxicated, and after each step that names a number', async () => {
    const { id: numberId } = await core.ask('emergencyNumber.add', SHORT)
    const line = `**Era nummer:** Socialjouren ${SHOWN}, Dygnet runt.`
    for (let session = 1; session <= 18; session += 1) {
      const { steps } = await core.ask('manual.chapter', { session })
      const intoxicated = steps
        .flatMap(each => each.otherwise.split('\n'))
        .filter(each => /påverkad(?: eller|\.)/.test(each))
      expect(intoxicated.filter(each => /^- \*\*Klienten/.test(each) && !each.endsWith(line))).toEqual([])
      expect(intoxicated.length).toBeGreaterThan(0)
      for (const step of steps.filter(each => /\b112\b/.test(each.text))) expect(step.text.endsWith(line)).toBe(true)
    }
    await core.ask('emergencyNumber.setValid', { numberId, valid: false })
    expect((await core.ask('manual.chapter', { session: 6 })).steps).toEqual(
      ourManual().chapters.find(each => each.session === 6)?.steps,
    )
  })

  test('on the emergency plan and the card for the wallet', async () => {
    await core.ask('emergencyNumber.add', SHORT)
    const { numbers: onPlan = [] } = await core.ask('manual.form', { id: 'emergencyPlan' })
    expect(onPlan.map(each => each.number)).toEqual([
      '112',
      '1177',
      '90101',
      '020-50 50 50',
      '020-555 666',
      '010-456 67 00',
      SHOWN,
    ])
    const { numbers: onCard = [] } = await core.ask('manual.form', { id: 'stopCard' })
    expect(onCard.map(each => each.number)).toEqual(['112', '1177', '90101', SHOWN])
    expect((await core.ask('manual.form', { id: 'riskMap' })).numbers).toBeUndefined()
  })

  test('on paper', async () => {
    await core.ask('emergencyNumber.add', SHORT)
    for (const print of [
      { what: 'form', id: 'emergencyPlan' },
      { what: 'form', id: 'stopCard' },
      { what: 'page', id: 'safety' },
    ] as const) {
      const pages = await printed(print)
      expect(pages.length, print.id).toBe(print.id === 'safety' ? pages.length : 1)
      expect(pages.join(' '), print.id).toContain('Socialjouren')
      expect(pages.join(' '), print.id).toContain('90101')
    }
    expect((await printed({ what: 'chapter', session: 6 })).join(' ')).toContain('Socialjouren 019-12 34 56')
  })

  test('the card has room for what is most needed however many numbers the unit has', async () => {
    for (let each = 0; each < 12; each += 1)
      await core.ask('emergencyNumber.add', { ...SHORT, words: `Jour nummer ${each} med ett långt namn` })
    const pages = await printed({ what: 'form', id: 'stopCard' })
    expect(pages.length).toBe(1)
    expect(pages[0]).toMatch(/112 Fara för livet.*90101 Självmordslinjen/)
  })

  test('what someone typed stays text', () => {
    const own = { id: '', words: '[x](page/safety) *fet*', number: '112', hours: '', valid: true }
    const text = withNumbers(ourManual(), [own]).pages.find(each => each.id === 'safety')?.text ?? ''
    expect(text).toContain('\\[x\\](page/safety) \\*fet\\*')
  })

  async function printed(what: Parameters<typeof core.ask<'manual.print'>>[1]): Promise<string[]> {
    core.platform.files.clear()
    await core.ask('manual.print', what)
    const [pdf] = [...core.platform.files.values()]
    return pdfPages(pdf ?? new Uint8Array()).map(page =>
      page.runs
        .map(run => run.text)
        .join(' ')
        .replace(/\s+/g, ' '),
    )
  }
})

test('a content pack cannot change whom to ring, and its page about safety gets the numbers too', async () => {
  const manual = ourManual()
  const pack = { ...manual, pages: [{ id: 'safety', title: 'Säkerhet', text: 'Egen text.' }] }
  const [page] = withNumbers(pack, []).pages
  const { numbers: _, ...plain } = formOf(manual, 'stopCard')
  const asked = withNumbers({ ...pack, forms: new Map([['stopCard', plain]]) }, []).forms.get('stopCard')
  expect(asked?.numbers?.map(each => each.number)).toEqual(['112', '1177', '90101'])
  expect(page?.text).toMatch(/^Egen text\.\n\n## Nummer\n\n- \*\*112\*\*/)
  expect(readFileSync(join(MANUAL, 'pages/safety.md'), 'utf8')).toContain('{{nödnummer}}')
})
