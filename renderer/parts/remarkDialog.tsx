import { Button, Textarea } from '@mantine/core'
import type { FormEvent } from 'react'
import type { Input } from '../../main/contract/index.ts'
import type { RemarkAbout, RemarkKind } from '../../main/contract/remark.ts'
import { useCommand } from '../core.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'
import { SavedAt } from './savedAt.tsx'
import { useDraft } from './useDraft.ts'

type Wording = { title: string; said: string; label: string; help: string; day: string; save: string }

const WORDINGS: Record<RemarkKind, Wording> = {
  addition: {
    title: 'Lägg till rättelse',
    said: 'Det som är signerat står kvar som det är. Rättelsen läggs under, med ditt namn och tiden.',
    label: 'Det som ska rättas eller läggas till',
    help: 'Säg vad det gäller, och hur det var.',
    day: '',
    save: 'Lägg till',
  },
  disagreement: {
    title: 'Klienten ser det annorlunda',
    said: 'Det läggs under det som står, och skrivs ut tillsammans med det.',
    label: 'Med klientens egna ord',
    help: 'Så som hen säger det. Läs gärna upp det du skrivit.',
    day: 'Dag hen sa det',
    save: 'Spara klientens ord',
  },
  informed: {
    title: 'Klienten har fått läsa',
    said: 'Klienten har läst det som står, eller fått det uppläst.',
    label: '',
    help: '',
    day: 'Dag',
    save: 'Spara',
  },
}

type RemarkDraft = { words: string; on: string }
type RemarkDialogProps = { clientId: string; about: RemarkAbout; kind: RemarkKind; place: string; onClose(): void }

/** Adds one remark to a record. What is typed is kept as a draft until it is saved. */
export function RemarkDialog({ clientId, about, kind, place, onClose }: RemarkDialogProps) {
  const today = useToday()
  const add = useCommand('remark.add')
  const draft = useDraft<RemarkDraft>(clientId, place, () => ({ words: '', on: today }))
  if (draft === undefined) return null
  const { words, on } = draft.value
  const change = (part: Partial<RemarkDraft>) => draft.set(current => ({ ...current, ...part }))
  const wording = WORDINGS[kind]
  const writes = kind !== 'informed'

  function save(event: FormEvent) {
    event.preventDefault()
    add.mutate(inputFor({ clientId, about, kind, words, on: on === '' ? today : on }), {
      onSuccess: () => {
        void draft?.discard()
        onClose()
      },
    })
  }

  return (
    <Dialog onClose={onClose} title={wording.title} size={writes ? 'lg' : 'md'}>
      <form className="stack" onSubmit={save}>
        <p>{wording.said}</p>
        {writes && (
          <Textarea
            label={wording.label}
            description={wording.help}
            data-autofocus
            required
            minRows={4}
            maxLength={5000}
            value={words}
            onChange={event => change({ words: event.currentTarget.value })}
            onKeyDown={event => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit()
            }}
          />
        )}
        {wording.day !== '' && (
          <DayInput label={wording.day} required value={on} onChange={day => change({ on: day })} />
        )}
        <ErrorNotice error={add.error} />
        <div className="form-buttons">
          {writes && <SavedAt draft={draft} />}
          <Button variant="default" onClick={onClose}>
            {words === '' ? 'Avbryt' : 'Stäng, behåll utkastet'}
          </Button>
          <Button
            type="submit"
            loading={add.isPending}
            disabled={writes && words.trim() === ''}
            {...(writes ? {} : { 'data-autofocus': true })}
          >
            {wording.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Given = Omit<RemarkDialogProps, 'place' | 'onClose'> & RemarkDraft

function inputFor({ clientId, about, kind, words, on }: Given): Input<'remark.add'> {
  if (kind === 'informed') return { clientId, about, kind, on }
  return kind === 'addition' ? { clientId, about, kind, words } : { clientId, about, kind, words, on }
}
