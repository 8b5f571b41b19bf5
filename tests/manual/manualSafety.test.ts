import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withNumbers } from '../../main/emergencyNumber/withNumbers.ts'
import { MANUAL, ourManual } from '../support/core.ts'

/** What the manual must say so that nobody is hurt by following it, in the timed steps and not after them. */

const chapter = (session: number) => {
  const file = readdirSync(MANUAL).find(each => each.startsWith(String(session).padStart(2, '0')))
  return readFileSync(join(MANUAL, file ?? ''), 'utf8')
}
/** What the therapist does in a timed step: its numbered lines. */
function stepsOf(session: number): string[] {
  const titles =
    ourManual()
      .chapters.find(each => each.session === session)
      ?.steps.map(each => each.title) ?? []
  return chapter(session)
    .split(/^## /m)
    .filter(section => titles.some(title => section.startsWith(`${title}\n`)))
    .map(section => (section.match(/^\d+\. .*$/gm) ?? []).join('\n'))
}
const page = (id: string) => readFileSync(join(MANUAL, `pages/${id}.md`), 'utf8')

describe('before any start of abstinence', () => {
  test.each([6, 12, 16])(
    'session %i asks what, how much, daily, last and earlier seizures, and leads to care',
    session => {
      const step = stepsOf(session).find(each => /GHB/.test(each)) ?? ''
      for (const asked of [/vad/i, /hur mycket/, /varje dag/, /senast/, /kramp/, /delirium/i])
        expect(step).toMatch(asked)
      for (const rule of [/alkohol/i, /bensodiazepiner/, /GHB/, /inte tvärt/, /vården.* i dag/])
        expect(step).toMatch(rule)
    },
  )

  test.each([
    [6, 'Min prövning'],
    [12, 'Veckan och prövningen'],
    [16, 'Nästa rätta sak'],
  ])('session %i asks it before the trial is agreed upon', (session, trial) => {
    const text = chapter(session)
    expect(text.indexOf('GHB varje dag')).toBeLessThan(text.indexOf(`\n## ${trial}\n`))
  })
})

test.each([1, 6, 10, 12, 15, 16])('session %i asks everyone about not wanting to live', session => {
  expect(stepsOf(session).join('\n')).toMatch(/tankar på att inte vilja leva/)
})

test.each([12, 16])('session %i asks about children', session => {
  expect(stepsOf(session).join('\n')).toMatch(/barn/)
})

test.each([10, 11])('session %i renews the plan for the first 72 hours, also when time is short', session => {
  const found = ourManual().chapters.find(each => each.session === session)
  const step = found?.steps.find(each => each.exercise === 'first72HoursPlan')
  expect(step?.minutes).toBeGreaterThanOrEqual(5)
  expect(found?.short.map(each => each.step)).toContain(step?.id)
})

test('the short track makes the plan for the first 72 hours although it leaves out session 6', () => {
  expect(page('introduction')).toMatch(/\*\*Kortspår\.\*\*.*form\/first72HoursPlan/)
})

test.each(Array.from({ length: 18 }, (_, index) => index + 1))(
  'session %i says what to do when the client is intoxicated: when to call, not alone, not driving',
  session => {
    const line = /^- \*\*Klienten (?:är|kommer) påverkad.*$/m.exec(chapter(session))?.[0] ?? ''
    for (const said of [/112/, /Ingen sover av sig ruset ensam/, /kör inte själv/]) expect(line).toMatch(said)
  },
)

test('the emergency plan tells an overdose from withdrawal, and has lines for suicidal thoughts and children', () => {
  const fields = ourManual().forms.get('emergencyPlan')?.fields ?? []
  const helpOf = (id: string) => {
    const field = fields.find(each => each.id === id)
    return field !== undefined && 'help' in field ? String(field.help) : ''
  }
  expect(helpOf('overdose')).toMatch(/112.*naloxon.*sidan/is)
  expect(helpOf('withdrawal')).toMatch(/slutar inte tvärt.*vården i dag.*112/is)
  expect(helpOf('wantToLive')).toMatch(/90101/)
  expect(fields.map(each => each.id)).toContain('children')
  expect(JSON.stringify(fields)).not.toMatch(/tar inte mer/) // wrong after days of alcohol, sedatives or GHB
})

test('the page on safety has the numbers, the signs, the spray, the recovery position and its short effect', () => {
  const safety = withNumbers(ourManual(), []).pages.find(each => each.id === 'safety')?.text ?? ''
  for (const said of [/\*\*112\*\*/, /\*\*1177\*\*/, /\*\*90101\*\*/, /\*\*020-50 50 50\*\*/])
    expect(safety).toMatch(said)
  for (const said of [
    /blå läppar/,
    /utan recept/,
    /framstupa sidoläge/,
    /hjärt-lungräddning/,
    /kortare tid än opioiden/,
  ])
    expect(safety).toMatch(said)
})

test('no prompt promises that something stays between two people', () => {
  const prompts = ourManual().chapters.flatMap(each => each.prompts.map(prompt => prompt.words))
  expect(prompts.filter(each => /stanna(r)? mellan oss/.test(each))).toEqual([])
})

test('whichever session the client has used before, Säker nu comes first: withdrawal, tolerance, wanting to live, children', () => {
  const safeNow = stepsOf(16).find(each => /GHB/.test(each)) ?? ''
  for (const asked of [/varje dag/, /tål mindre/, /vilja leva/, /barn/, /i kväll/]) expect(safeNow).toMatch(asked)
  const branches = Array.from({ length: 18 }, (_, index) => index + 1).flatMap(session =>
    (chapter(session).match(/^- \*\*Klienten (?:har använt|märkte och använde).*$/gm) ?? []).map(line => ({
      session,
      line,
    })),
  )
  expect(branches.map(each => each.session)).toEqual([3, 7, 11, 13, 17])
  expect(branches.filter(each => !each.line.includes('Säker nu'))).toEqual([])
  expect(page('safety')).toMatch(/Vilken träff ni än är i tar du steget Säker nu/)
})

test('the procedure of sobriety sampling begins with the question about withdrawal', () => {
  const [first] = ourManual().procedures.find(each => each.code === 'P04')?.components ?? []
  for (const said of [/vad, hur mycket, hur ofta och när senast/, /kramp eller delirium/, /GHB varje dag/, /samma dag/])
    expect(first).toMatch(said)
})

test.each([6, 12, 16])(
  'the client takes home from session %i not to stop abruptly, and the signs of an overdose',
  session => {
    const { clientSheet = '' } = ourManual().chapters.find(each => each.session === session) ?? {}
    expect(clientSheet).toMatch(/GHB,? varje dag\? Sluta inte tvärt\. Ring vården/)
    expect(clientSheet).toMatch(/112/)
    expect(clientSheet).not.toMatch(/andas konstigt/)
  },
)
