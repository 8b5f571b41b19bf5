import { Button, SegmentedControl, Select } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Procedure } from '../../main/contract/manual.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { TrainingContent, TrainingEntry, TrainingMethod, TrainingState } from '../../main/contract/training.ts'
import { trainingStateWords } from '../../main/contract/trainingWords.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { isDay, readDay } from '../ui/readDay.ts'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { LineField, TextField } from '../ui/textFields.tsx'
import { longAgo, someYearsAhead } from '../ui/usualDays.ts'
import { WrittenInput } from '../ui/writtenInput.tsx'

type Kind = TrainingContent['kind']

/** All that can be typed, whatever the kind; a day may be empty meanwhile. */
type EntryDraft = {
  what: string
  on: string
  method: string
  givenBy: string
  level: string
  state: TrainingState
  untilOn: string
  procedure: string
  by: string
  judged: string
}

const EMPTY: EntryDraft = {
  what: '',
  on: '',
  method: '',
  givenBy: '',
  level: '',
  state: 'completed',
  untilOn: '',
  procedure: '',
  by: '',
  judged: '',
}

function entryDraftOf(content: TrainingContent): EntryDraft {
  if (content.kind !== 'method') return { ...EMPTY, ...content }
  const { fromOn, untilOn = '', ...rest } = content
  return { ...EMPTY, ...rest, on: fromOn, untilOn }
}

/** What is typed as it would be saved; nothing while something is missing. */
function contentOf(kind: Kind, typed: EntryDraft): TrainingContent | undefined {
  const { what, method, givenBy, level, state, untilOn, procedure, by, judged } = typed
  if (kind === 'education') {
    return what.trim() === '' || typed.on === '' ? undefined : { kind, what, on: typed.on }
  }
  const { on } = typed
  if (on === '') return undefined
  if (kind === 'certification')
    return [procedure, by.trim(), judged.trim()].includes('') ? undefined : { kind, procedure, on, by, judged }
  const until = state === 'completed' && untilOn !== '' ? { untilOn } : {}
  return method === '' ? undefined : { kind, method, givenBy, level, state, fromOn: on, ...until }
}

type TrainingFormProps = {
  userId: string
  kind: Kind
  /** Chosen where the form was opened. */
  procedure?: string
  /** The entry that is changed: it stays in the history. */
  changing?: TrainingEntry
  methods: readonly TrainingMethod[]
  procedures: readonly Procedure[]
  onSaved(entry: TrainingEntry): void
  onClose(): void
}

/** Something to write in the register. What is half written is kept through a lock, a crash and closing the form. */
export function TrainingForm(props: TrainingFormProps) {
  const { userId, kind, procedure = '', changing, onSaved, onClose } = props
  const me = useCore('user.me', {})
  const today = useToday()
  const place = changing === undefined ? `${kind}:${userId}:${procedure}` : `change:${changing.id}`
  const add = useCommand('training.add')
  const [tried, setTried] = useState(false)
  const fresh = { ...EMPTY, procedure, by: me.data?.user.name ?? '', on: kind === 'certification' ? today : '' }
  const typing = useTypedForm<EntryDraft>(place, changing === undefined ? fresh : entryDraftOf(changing.content))
  const { values: typed, change } = typing
  const content = contentOf(kind, typed)
  const form = useRef<HTMLFormElement>(null)

  function submit() {
    setTried(true)
    if (content === undefined)
      window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
    if (content === undefined || add.isPending) return
    add.mutate(
      { userId, content, ...(changing && { replaces: changing.id }) },
      {
        onSuccess: entry => {
          typing.forget()
          onSaved(entry)
        },
      },
    )
  }

  const Fields = { education: EducationFields, method: MethodFields, certification: CertificationFields }[kind]
  return (
    <Form ref={form} className="stack" noValidate onSave={submit} onKeyDown={submitByKey}>
      <div className="form-grid">
        <Fields {...props} typed={typed} change={change} missing={tried && content === undefined} />
      </div>
      <ErrorNotice error={add.error} />
      <div className="form-buttons">
        <WhenSaved {...typing} />
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button type="submit" loading={add.isPending}>
          Spara
        </Button>
      </div>
    </Form>
  )
}

/** Ctrl+Enter saves also from a field of several lines. */
function submitByKey(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

type FieldsProps = Pick<TrainingFormProps, 'methods' | 'procedures' | 'procedure'> & {
  typed: EntryDraft
  change(part: Partial<EntryDraft>): void
  /** Tried to save, and something is missing: each empty field says what. */
  missing: boolean
}

function EducationFields({ typed, change, missing }: FieldsProps) {
  return (
    <>
      <LineField
        longest={longestOf('training.add', 'content.what')}
        label="Utbildning"
        placeholder="Socionomexamen, Örebro universitet"
        data-autofocus
        required
        value={typed.what}
        error={missing && typed.what.trim() === '' && 'Skriv vad det är för utbildning.'}
        onChange={event => change({ what: event.currentTarget.value })}
      />
      <YearOrDayInput value={typed.on} onChange={on => change({ on })} />
    </>
  )
}

/** When an education was: of an old one the year is enough. */
function YearOrDayInput({ value, onChange }: { value: string; onChange(on: string): void }) {
  const today = useToday()
  const isYear = (text: string) => isDay(`${text.trim()}-01-01`) && text.trim() <= today.slice(0, 4)
  return (
    <WrittenInput
      label="År eller dag"
      placeholder="2008 eller 2008-06-05"
      required
      missing="Skriv ett år, som 2008, eller en dag, som 2008-06-05."
      value={value}
      onChange={onChange}
      isRead={text => (/^\d{4}$/.test(text) && isYear(text)) || isDay(text)}
      read={text => (isYear(text) ? { kind: 'read', value: text.trim() } : readDay(text, today, longAgo()))}
      shown={on => (isDay(on) ? dayAndYear(on) : on)}
    />
  )
}

function MethodFields({ typed, change, methods, missing }: FieldsProps) {
  const completed = typed.state === 'completed'
  return (
    <>
      <Select
        label="Metod"
        placeholder="Välj metod"
        data-autofocus
        required
        allowDeselect={false}
        data={methods.map(each => ({ value: each.code, label: each.words }))}
        value={typed.method === '' ? null : typed.method}
        error={missing && typed.method === '' && 'Välj vilken metod.'}
        onChange={method => change({ method: method ?? '' })}
      />
      <div>
        <div className="training-label">Läge</div>
        <SegmentedControl
          aria-label="Läge"
          data={choicesOf(trainingStateWords)}
          value={typed.state}
          onChange={state => change({ state: state as TrainingState })}
        />
      </div>
      <DayField label={completed ? 'Klar den' : 'Började den'} typed={typed} change={change} missing={missing} />
      {completed && (
        <DayInput
          label="Gäller till och med, om den går ut"
          usual={someYearsAhead()}
          value={typed.untilOn}
          onChange={untilOn => change({ untilOn })}
        />
      )}
      <LineField
        longest={longestOf('training.add', 'content.givenBy')}
        label="Gavs av"
        placeholder="Den som höll utbildningen"
        value={typed.givenBy}
        onChange={event => change({ givenBy: event.currentTarget.value })}
      />
      <LineField
        longest={longestOf('training.add', 'content.level')}
        label="Nivå eller omfattning"
        placeholder="Grundkurs, fyra dagar"
        value={typed.level}
        onChange={event => change({ level: event.currentTarget.value })}
      />
    </>
  )
}

function CertificationFields({ typed, change, procedures, missing }: FieldsProps) {
  return (
    <>
      <SearchSelect
        className="wide"
        label="Procedur"
        required
        data={procedures
          .filter(each => each.counted)
          .map(each => ({ value: each.code, label: `${each.code} ${each.title}` }))}
        value={typed.procedure}
        error={missing && typed.procedure === '' && 'Välj vilken procedur.'}
        onChange={procedure => change({ procedure })}
      />
      <DayField label="Certifierad den" typed={typed} change={change} missing={missing} />
      <LineField
        longest={longestOf('training.add', 'content.by')}
        label="Bedömt av"
        required
        value={typed.by}
        error={missing && typed.by.trim() === '' && 'Skriv vem som har bedömt.'}
        onChange={event => change({ by: event.currentTarget.value })}
      />
      <TextField
        longest={longestOf('training.add', 'content.judged')}
        className="wide"
        label="Hur det bedömdes"
        description="Vad du såg eller hörde: inspelning, rollspel, medsittning. Skriv inget om klienten."
        data-autofocus
        required
        minRows={3}
        autosize
        value={typed.judged}
        error={missing && typed.judged.trim() === '' && 'Skriv hur det bedömdes.'}
        onChange={event => change({ judged: event.currentTarget.value })}
      />
    </>
  )
}

function DayField({ label, typed, change, missing }: Omit<FieldsProps, 'methods' | 'procedures'> & { label: string }) {
  return (
    <DayInput
      label={label}
      usual={longAgo()}
      required
      value={typed.on}
      error={missing && typed.on === '' && 'Ange dagen.'}
      onChange={on => change({ on })}
    />
  )
}
