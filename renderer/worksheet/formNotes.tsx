import { IconArrowDownToArc, IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { fieldFeeding } from '../../main/contract/feeds.ts'
import type { FormAnswers, FormDefinition } from '../../main/contract/form.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'
import { offerUndo } from '../ui/undo.tsx'
import { listOf, partsOf, withAnswer } from './answers.ts'
import { rawText } from './answerText.ts'
import { OfferLedgerNote } from './offerLedgerNote.tsx'
import { addsScores, withScores } from './scoreTable.ts'

type FormNotesProps = {
  clientId: string
  form: FormDefinition
  answers: FormAnswers
  /** The day of the sheet, where it says none itself. */
  on: string
  /** Tillfredsskalan as it is filled in at this session, where it is. */
  scores?: FormAnswers | undefined
  onChange(change: (answers: FormAnswers) => FormAnswers): void
}

/** What stands under the fields of a form about other places: where an answer also goes, and what is known from before. */
export function formNotes({ clientId, form, answers, on, scores = {}, onChange }: FormNotesProps) {
  const notes: Record<string, ReactNode> = {}
  const offer = fieldFeeding(form, 'offerAnswer')
  if (offer !== undefined) notes[offer] = <OfferLedgerNote clientId={clientId} form={form} answers={answers} on={on} />
  for (const field of form.fields) {
    if (field.kind !== 'table') continue
    const { id } = field
    if (field.filledFrom === 'scores')
      notes[id] = <ScoresNote clientId={clientId} id={id} answers={answers} scores={scores} onChange={onChange} />
    if (field.recalls !== undefined) notes[id] = <RecallNote clientId={clientId} formId={field.recalls} />
  }
  return notes
}

type ScoresNoteProps = Pick<FormNotesProps, 'clientId' | 'answers' | 'onChange'> & { id: string; scores: FormAnswers }

/** One action puts in the numbers that are known; what has been written there stays. */
function ScoresNote({ clientId, id, answers, scores, onChange }: ScoresNoteProps) {
  const scale = useCore('scale.ofClient', { clientId })
  const areas = scale.data?.areas ?? []
  const before = answers[id]
  const filled = withScores(before, areas, scores)
  if (!addsScores(before, filled)) return null
  function fill() {
    offerUndo('Siffrorna är hämtade.', () => onChange(current => withAnswer(current, id, before)))
    onChange(current => withAnswer(current, id, withScores(current[id], areas, scores)))
  }
  return (
    <p className="small fed-note no-print">
      <IconArrowDownToArc size={16} stroke={1.7} aria-hidden />
      <button type="button" className="link-button" onClick={fill}>
        Hämta siffrorna från Tillfredsskalan
      </button>
    </p>
  )
}

/** What was written on another sheet about the same, to take over in one's own time. */
function RecallNote({ clientId, formId }: { clientId: string; formId: string }) {
  const today = useToday()
  const form = useCore('manual.form', { id: formId })
  const history = useCore('worksheet.ofForm', { clientId, formId })
  const latest = history.data?.at(-1)
  const table = form.data?.fields.find(each => each.kind === 'table')
  if (form.data === undefined || latest === undefined || table === undefined) return null
  const said = listOf(latest.answers[table.id])
    .map(row => rawText(partsOf(row)[table.columns[0]?.id ?? '']))
    .filter(Boolean)
  if (said.length === 0) return null
  return (
    <p className="small fed-note">
      <IconHistory size={16} stroke={1.7} aria-hidden />
      <span>
        <Link href={`/client/${clientId}/form/${formId}/history`}>
          {form.data.title} {shortDay(latest.answeredOn, today)}
        </Link>
        : <span className="serif">{said.join(' · ')}</span>
      </span>
    </p>
  )
}
