import type { Checked } from '../contract/index.ts'
import type { Chapter } from '../contract/manual.ts'
import type { HeldInput, StepTaken } from '../contract/session.ts'
import {
  attendanceInNote,
  companionInSentence,
  extentWords,
  homeworkDoneWords,
  settingInSentence,
} from '../contract/sessionWords.ts'
import type { Day } from '../contract/values.ts'

/** What a held session is told from: the ticks, and the names they stand for. */
export type NoteSource = {
  readonly number: number
  readonly chapter: {
    readonly title: string
    readonly steps: readonly Pick<Chapter['steps'][number], 'id' | 'title'>[]
    readonly procedures: readonly string[]
  }
  /** The parts of the same session that were held before. */
  readonly earlier: readonly { readonly on: Day; readonly steps: readonly StepTaken[] }[]
  readonly held: Checked<'session.noteText'>
  /** A procedure's name, not its code. */
  procedureTitle(code: string): string
  formTitle(id: string): string
  /** The homework that was looked back on, in the words it was given. */
  homeworkWords(id: string): string
}

const TIMES = ['', 'en gång', 'två gånger', 'tre gånger', 'fyra gånger']
/** Homework runs through every session: what was said of it stands by itself. */
const HOMEWORK = 'P17'

/** The note as prose, from what was ticked: a paragraph a subject, and nothing about what was not ticked. */
export function noteText(source: NoteSource): string {
  return [
    [whatAndWhere(source), whoWasThere(source)],
    [lookedBack(source)],
    [workedWith(source), filledIn(source)],
    howItFelt(source),
    inTheEnd(source),
    [ahead(source), whatIsLeft(source)],
  ]
    .map(sentences => sentences.filter(Boolean).join(' '))
    .filter(Boolean)
    .join('\n\n')
}

function whatAndWhere({ number, chapter, earlier, held }: NoteSource): string {
  const part = held.outcome === 'held' ? 'Träff' : 'En del av träff'
  const took = held.minutes === undefined ? '' : ` och tog ${held.minutes} minuter`
  const what = `${earlier.length === 0 ? part : 'Fortsättningen på träff'} ${number}, ”${chapter.title}”`
  const first = `${what}, hölls ${settingInSentence[held.setting]}${took}.`
  if (earlier.length === 0) return first
  return `${first} ${earlier.length === 1 ? 'Första delen' : 'Tidigare delar'} hölls ${listed(earlier.map(each => dayIn(each.on, held.on)))}.`
}

function whoWasThere({ held }: NoteSource): string {
  const sentences = [
    attendanceInNote[held.attendance],
    held.present.length === 0 ? '' : `Med var också ${listed(held.present.map(each => companionInSentence[each]))}.`,
    held.coTherapists.length === 0 ? '' : `Träffen hölls tillsammans med ${listed(held.coTherapists)}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

function lookedBack({ held, homeworkWords }: NoteSource): string {
  const reviewed = held.homeworkReviewed.map(
    ({ homeworkId, done }) => `”${homeworkWords(homeworkId)}” är ${homeworkDoneWords[done].toLocaleLowerCase('sv')}`,
  )
  return reviewed.length === 0 ? '' : `Hemuppgiften från förra gången: ${listed(reviewed)}.`
}

/** The session's own procedures first, then what was brought in from other chapters. */
function workedWith({ held, chapter, procedureTitle }: NoteSource): string {
  const describeProcedure = ({ code, extent, rolePlays }: HeldInput['procedures'][number]) => {
    const aside = [
      extent === 'part' ? extentWords.part.toLocaleLowerCase('sv') : '',
      rolePlays === 0 ? '' : `rollspel ${TIMES[rolePlays] ?? `${rolePlays} gånger`}`,
    ]
    const said = aside.filter(Boolean).join(', ')
    return `${procedureTitle(code)}${said === '' ? '' : ` (${said})`}`
  }
  const done = held.procedures.filter(each => each.code !== HOMEWORK)
  const own = done.filter(each => chapter.procedures.includes(each.code)).map(describeProcedure)
  const others = done.filter(each => !chapter.procedures.includes(each.code)).map(describeProcedure)
  const whose = others.length === 1 ? 'som hör till en annan träff' : 'som hör till andra träffar'
  if (own.length === 0) return others.length === 0 ? '' : `Vi arbetade med ${listed(others)}, ${whose}.`
  const first = `Vi arbetade med ${listed(own)}.`
  return others.length === 0 ? first : `${first} Vi tog också med ${listed(others)}, ${whose}.`
}

function filledIn({ held, formTitle }: NoteSource): string {
  const titles = held.worksheets.map(each => formTitle(each.formId))
  return titles.length === 0 ? '' : `Ifyllt tillsammans: ${listed(titles)}.`
}

function howItFelt({ held }: NoteSource): string[] {
  const { craving, importance, confidence, readiness, changeTalk } = held
  const marks = [
    importance === undefined ? '' : `viktigheten till ${importance}`,
    confidence === undefined ? '' : `tilltron till ${confidence}`,
    readiness === undefined ? '' : `beredskapen till ${readiness}`,
  ].filter(Boolean)
  return [
    craving === undefined ? '' : `Suget var ${craving} av 10.`,
    marks.length === 0 ? '' : `Klienten skattade ${listed(marks)} av 10.`,
    changeTalk === '' ? '' : `Klienten sa: ”${changeTalk}”`,
  ]
}

function inTheEnd({ held: { takesAlong, wouldChange, howItWas } }: NoteSource): string[] {
  return [
    takesAlong === '' ? '' : `Det här tar klienten med sig: ”${takesAlong}”`,
    wouldChange === '' ? '' : `Det här vill klienten göra annorlunda: ”${wouldChange}”`,
    howItWas === '' ? '' : `Om hur det var att prata om det här: ”${howItWas}”`,
  ]
}

function ahead({ held }: NoteSource): string {
  const agreed = held.homeworkGiven.map(({ what, when, where, withWhom }) =>
    [what, when, where, withWhom].filter(Boolean).join(', '),
  )
  return agreed.length === 0 ? '' : `Till nästa gång: ${agreed.join('; ')}.`
}

/** Of a session held in part: the steps that nobody has gone through, and when they will be. */
function whatIsLeft({ chapter, earlier, held }: NoteSource): string {
  if (held.outcome === 'held') return ''
  const taken = [...earlier.flatMap(each => each.steps), ...held.steps]
  const done = new Set(taken.filter(each => each.done).map(each => each.step))
  const left = done.size === 0 ? [] : chapter.steps.filter(each => !done.has(each.id)).map(each => `”${each.title}”`)
  const isTheEnd = left.length > 1 && chapter.steps.slice(-left.length).every(each => !done.has(each.id))
  const what = isTheEnd ? `allt från ${left[0]} och framåt` : listed(left)
  const at = held.restAt === undefined ? '' : ` kl. ${held.restAt.replace(':', '.')}`
  const sentences = [
    left.length === 0 ? '' : `Kvar av träffen är ${what}.`,
    held.restOn === undefined ? '' : `Resten är planerad till ${dayIn(held.restOn, held.on)}${at}.`,
  ]
  return sentences.filter(Boolean).join(' ')
}

/** *14 november*, with the year when it is another than that of `beside`. */
function dayIn(day: Day, beside: Day): string {
  const year = day.slice(0, 4) === beside.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return new Intl.DateTimeFormat('sv-SE', { day: 'numeric', month: 'long', timeZone: 'UTC', ...year }).format(
    Date.parse(day),
  )
}

/** *a*, *a och b*, *a, b och c*. */
function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`
}
