import type { HeldInput, HomeworkDone, Setting } from '../contract/session.ts'

/** What a held session is told from: the ticks, and the names they stand for. */
export type NoteSource = {
  readonly number: number
  readonly chapter: string
  readonly held: Omit<HeldInput, 'note'>
  /** A procedure's name, not its code. */
  procedureTitle(code: string): string
  formTitle(id: string): string
  /** The homework that was looked back on, in the words it was given. */
  homeworkWords(id: string): string
}

const SETTING: Record<Setting, string> = {
  locked: 'på LVM-hemmet',
  section27: 'under § 27-vård',
  municipality: 'i kommunens lokal',
  home: 'hemma eller ute',
  telephone: 'på telefon eller video',
}
const DONE: Record<HomeworkDone, string> = { yes: 'gjord', partly: 'delvis gjord', no: 'inte gjord' }
const TIMES = ['', 'en gång', 'två gånger', 'tre gånger', 'fyra gånger']

/** The note as prose, from what was ticked: a paragraph a subject, and nothing about what was not ticked. */
export function noteText(source: NoteSource): string {
  return [whatAndWhere(source), lookedBack(source), workedWith(source), howItFelt(source), ahead(source)]
    .filter(Boolean)
    .join('\n\n')
}

function whatAndWhere({ number, chapter, held }: NoteSource): string {
  const whole = held.outcome === 'held' ? 'Träff' : 'En del av träff'
  return `${whole} ${number}, ${chapter}, ${SETTING[held.setting]}, ${held.minutes} minuter.`
}

function lookedBack({ held, homeworkWords }: NoteSource): string {
  const told = held.homeworkReviewed.map(({ homeworkId, done }) => `”${homeworkWords(homeworkId)}” är ${DONE[done]}`)
  return told.length === 0 ? '' : `Hemuppgiften från förra gången: ${listed(told)}.`
}

function workedWith({ held, procedureTitle, formTitle }: NoteSource): string {
  const worked = held.procedures
    .filter(each => each.code !== 'P17')
    .map(({ code, extent, rolePlays }) => {
      const aside = [
        extent === 'part' ? 'delvis' : '',
        rolePlays === 0 ? '' : `rollspel ${TIMES[rolePlays] ?? `${rolePlays} gånger`}`,
      ]
      const said = aside.filter(Boolean).join(', ')
      return `${procedureTitle(code)}${said === '' ? '' : ` (${said})`}`
    })
  const filledIn = held.worksheets.map(each => formTitle(each.formId))
  const sentences = [
    worked.length === 0 ? '' : `Vi arbetade med ${listed(worked)}.`,
    filledIn.length === 0 ? '' : `Ifyllt tillsammans: ${listed(filledIn)}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

function howItFelt({ held }: NoteSource): string {
  const sentences = [
    held.craving === undefined ? '' : `Suget var ${held.craving} av 10.`,
    held.changeTalk === '' ? '' : `Klienten sa: ”${held.changeTalk}”`,
    held.feedback === '' ? '' : `Klientens återkoppling: ”${held.feedback}”`,
  ]
  return sentences.filter(Boolean).join(' ')
}

function ahead({ held }: NoteSource): string {
  const agreed = held.homeworkGiven.map(({ what, when, where, withWhom }) =>
    [what, when, where, withWhom].filter(Boolean).join(', '),
  )
  return agreed.length === 0 ? '' : `Till nästa gång: ${agreed.join('; ')}.`
}

/** *a*, *a och b*, *a, b och c*. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
}
