import { Button } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import type { Input } from '../../main/contract/index.ts'
import type { RemarkAbout, RemarkKind } from '../../main/contract/remark.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { TextField } from '../ui/textFields.tsx'
import { untilNow } from '../ui/usualDays.ts'

type Wording = { title: string; explanation: string; label: string; day: string; save: string }

const WORDINGS: Record<RemarkKind, Wording> = {
  addition: {
    title: 'Lägg till rättelse',
    explanation: 'Det som är signerat står kvar som det är. Rättelsen läggs under, med ditt namn och tiden.',
    label: 'Det som ska rättas eller läggas till',
    day: '',
    save: 'Lägg till',
  },
  disagreement: {
    title: 'Klienten ser det annorlunda',
    explanation: 'Så som hen säger det. Det läggs under det som står, och skrivs ut tillsammans med det.',
    label: 'Med klientens egna ord',
    day: 'Dag hen sa det',
    save: 'Spara klientens ord',
  },
  informed: {
    title: 'Klienten har fått läsa',
    explanation: 'Klienten har läst det som står, eller fått det uppläst.',
    label: '',
    day: 'Dag',
    save: 'Spara',
  },
}

type RemarkDraft = { words: string; on: string }
type RemarkFormProps = {
  clientId: string
  about: RemarkAbout
  kind: RemarkKind
  /** Where its draft is kept. */
  place: string
  onClose(): void
}

/** Adds one remark to a record, beside what it concerns. What is typed is kept as a draft until it is saved. */
export function RemarkForm({ clientId, about, kind, place, onClose }: RemarkFormProps) {
  const today = useToday()
  const life = useLifeOf(clientId)
  const add = useCommand('remark.add')
  const draft = useDraft<RemarkDraft>(clientId, place, () => ({ words: '', on: today }))
  if (draft === undefined) return null
  const { words, on } = draft.value
  const change = (part: Partial<RemarkDraft>) => draft.set(current => ({ ...current, ...part }))
  const wording = WORDINGS[kind]
  const hasWords = kind !== 'informed'

  function save() {
    if (hasWords && words.trim() === '') return
    add.mutate(inputFor({ clientId, about, kind, words, on }), {
      onSuccess: () => {
        void draft?.discard()
        onClose()
      },
    })
  }

  function onKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit()
    if (event.key !== 'Escape') return
    event.stopPropagation()
    onClose()
  }

  return (
    <Form className="remark-form stack no-print" aria-label={wording.title} onSave={save} onKeyDown={onKeyDown}>
      <p className="small soft">{wording.explanation}</p>
      {hasWords && (
        <TextField
          longest={longestOf('remark.add', 'words')}
          label={wording.label}
          autoFocus
          data-autofocus
          required
          minRows={3}
          value={words}
          onChange={event => change({ words: event.currentTarget.value })}
        />
      )}
      {wording.day !== '' && (
        <DayInput
          label={wording.day}
          usual={untilNow(life)}
          required
          value={on}
          onChange={day => change({ on: day })}
        />
      )}
      <ErrorNotice error={add.error} />
      <div className="form-buttons">
        {hasWords && <SavedAt draft={draft} />}
        <Button variant="default" onClick={onClose}>
          {words === '' ? 'Avbryt' : 'Stäng, behåll utkastet'}
        </Button>
        <Button type="submit" loading={add.isPending} disabled={hasWords && words.trim() === ''} autoFocus={!hasWords}>
          {wording.save}
        </Button>
      </div>
    </Form>
  )
}

type RemarkValues = Pick<RemarkFormProps, 'clientId' | 'about' | 'kind'> & RemarkDraft

function inputFor({ clientId, about, kind, words, on }: RemarkValues): Input<'remark.add'> {
  if (kind === 'informed') return { clientId, about, kind, on }
  return kind === 'addition' ? { clientId, about, kind, words } : { clientId, about, kind, words, on }
}
