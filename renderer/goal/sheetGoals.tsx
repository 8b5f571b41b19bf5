import { Button } from '@mantine/core'
import type { FormAnswers } from '../../main/contract/form.ts'
import { type Goal, lifeArea } from '../../main/contract/goal.ts'
import type { WorksheetAnswer } from '../../main/contract/worksheet.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'
import { emptyGoal, emptyStep, type GoalDraft } from './goalDraft.ts'

/** The worksheet of S5, *Behandlingsmål*. */
const SHEET = 'treatmentGoals'

type SheetGoal = { readonly row: string; readonly on: string; readonly draft: GoalDraft }

/** Goals on the latest *Behandlingsmål* that are not goals here yet, ready to be set. */
export function sheetGoals(answers: readonly WorksheetAnswer[], goals: readonly Goal[]): SheetGoal[] {
  const sheet = answers.findLast(each => each.formId === SHEET)
  if (sheet === undefined) return []
  const said = new Set(
    goals.flatMap(({ history }) =>
      history.flatMap(({ what }) => (what.kind === 'worded' ? [what.words, what.wording] : [])),
    ),
  )
  return rowsOf(sheet.answers, 'goals').flatMap(row => {
    const words = textIn(row, 'goal')
    if (words === '' || said.has(words)) return []
    return [{ row: textIn(row, 'row'), on: sheet.answeredOn, draft: draftFrom(sheet.answers, row, words) }]
  })
}

type Row = Readonly<Record<string, unknown>>

function draftFrom(answers: FormAnswers, row: Row, words: string): GoalDraft {
  const name = textIn(row, 'row')
  const steps = rowsOf(answers, 'steps')
    .filter(each => textIn(each, 'goal') === name && textIn(each, 'what') !== '')
    .map(each => ({ what: textIn(each, 'what'), by: textIn(each, 'doneBy'), who: '' }))
  const checks = rowsOf(answers, 'checks').find(each => textIn(each, 'row') === name) ?? {}
  const area = lifeArea.safeParse(row['area'])
  return {
    ...emptyGoal(),
    words,
    area: area.success ? area.data : '',
    steps: steps.length === 0 ? [emptyStep()] : steps,
    obstacle: textIn(checks, 'obstacle'),
    plan: textIn(checks, 'plan'),
    levels: ['', '', textIn(checks, 'measure'), '', ''],
  }
}

function rowsOf(answers: FormAnswers, field: string): Row[] {
  const rows = answers[field]
  return Array.isArray(rows)
    ? rows.filter((each): each is Row & FormAnswers => typeof each === 'object' && each !== null)
    : []
}

function textIn(row: Row, cell: string): string {
  const value = row[cell]
  return typeof value === 'string' ? value.trim() : ''
}

/** What the client wrote on the sheet, each with one action to make it a goal. */
export function SheetGoals({ found, onMake }: { found: readonly SheetGoal[]; onMake(goal: SheetGoal): void }) {
  const today = useToday()
  const [first] = found
  if (first === undefined) return null
  return (
    <section className="card sheet-goals no-print" aria-label="Från arbetsbladet Behandlingsmål">
      <h2 className="section-title">
        Från arbetsbladet Behandlingsmål <span className="soft">{shortDay(first.on, today)}</span>
      </h2>
      <ul className="plain-list card-rows">
        {found.map(each => (
          <li key={each.row} className="spread">
            <span className="serif">”{each.draft.words}”</span>
            <Button
              size="compact-md"
              variant="default"
              aria-label={`Gör till mål: ${each.draft.words}`}
              onClick={() => onMake(each)}
            >
              Gör till mål
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
