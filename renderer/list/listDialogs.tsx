import { Button, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ListName } from '../../main/contract/list.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { type Phase, phase as phaseCodes } from '../../main/contract/values.ts'
import { useCommand } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { type Typing, useTypedForm } from '../draft/useTyping.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { LineField } from '../ui/textFields.tsx'
import { withinAYear } from '../ui/usualDays.ts'
import type { ListedRow } from './listRow.tsx'
import { type ChoiceList, listTitles } from './lists.ts'
import { phaseText } from './phaseText.ts'

type AddEntryProps = { choice: ChoiceList; onClose(): void }

/** A new row: its words, and from when it can be chosen. */
export function AddEntryDialog({ choice, onClose }: AddEntryProps) {
  const today = useToday()
  const add = useCommand('list.add')
  const typing = useTypedForm(`list-add:${choice}`, { words: '', fromOn: today, phase: 'A' as Phase })
  const { words, fromOn, phase } = typing.values
  function save() {
    const entry = { words, fromOn }
    const onSuccess = () => {
      typing.forget()
      onClose()
    }
    if (choice === 'legalGrounds') add.mutate({ list: 'legalGrounds', phase, ...entry }, { onSuccess })
    else if (choice === 'endReasons') add.mutate({ list: 'endReasons', ...entry }, { onSuccess })
    else
      add.mutate({ list: 'reasons', side: choice === 'clientReasons' ? 'client' : 'service', ...entry }, { onSuccess })
  }
  return (
    <EntryDialog
      title={`Ny rad: ${listTitles[choice]}`}
      save="Lägg till"
      saving={add}
      isReady={words.trim() !== '' && fromOn !== ''}
      typing={typing}
      onSave={save}
      onClose={onClose}
    >
      <WordsField value={words} onChange={next => typing.change({ words: next })} />
      <DayInput
        label="Går att välja från"
        usual={withinAYear()}
        description="Första dagen något kan antecknas med raden."
        required
        value={fromOn}
        onChange={next => typing.change({ fromOn: next })}
      />
      {choice === 'legalGrounds' && (
        <Select
          label="Fas i vårdkedjan"
          data={phaseCodes.options.map(each => ({ value: each, label: phaseText(each) }))}
          allowDeselect={false}
          value={phase}
          onChange={next => typing.change({ phase: (next ?? phase) as Phase })}
        />
      )}
    </EntryDialog>
  )
}

type EntryProps = { list: ListName; row: ListedRow; onClose(): void }

/** Other words from a day on. */
export function RewordEntryDialog({ list, row, onClose }: EntryProps) {
  const today = useToday()
  const reword = useCommand('list.reword')
  const typing = useTypedForm(`list-words:${row.code}`, { words: row.words, fromOn: today })
  const { words, fromOn } = typing.values
  return (
    <EntryDialog
      title={`Ändra orden för ”${row.words}”`}
      save="Ändra orden"
      saving={reword}
      isReady={words.trim() !== '' && words.trim() !== row.words && fromOn !== ''}
      typing={typing}
      onSave={() =>
        reword.mutate(
          { list, code: row.code, words, fromOn },
          {
            onSuccess: () => {
              typing.forget()
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      <WordsField value={words} onChange={next => typing.change({ words: next })} />
      <DayInput
        label="Heter så från"
        usual={withinAYear()}
        description="Det som är antecknat före den dagen behåller de gamla orden. Betyder raden något annat: avsluta den och lägg till en ny."
        required
        value={fromOn}
        onChange={next => typing.change({ fromOn: next })}
      />
    </EntryDialog>
  )
}

/** The last day a row can be chosen. */
export function EndEntryDialog({ list, row, onClose }: EntryProps) {
  const today = useToday()
  const end = useCommand('list.end')
  const typing = useTypedForm(`list-end:${row.code}`, { toOn: row.toOn ?? today })
  const { toOn } = typing.values
  return (
    <EntryDialog
      title={`Avsluta ”${row.words}”`}
      save="Avsluta"
      saving={end}
      isReady={toOn !== ''}
      typing={typing}
      onSave={() =>
        end.mutate(
          { list, code: row.code, toOn },
          {
            onSuccess: () => {
              typing.forget()
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      <DayInput
        label="Sista dagen"
        usual={withinAYear()}
        description="Det som händer efter den dagen kan inte antecknas med raden. Det som redan är antecknat står kvar."
        required
        autoFocus
        value={toOn}
        onChange={next => typing.change({ toOn: next })}
      />
    </EntryDialog>
  )
}

function WordsField({ value, onChange }: { value: string; onChange(words: string): void }) {
  return (
    <LineField
      longest={longestOf('list.reword', 'words')}
      label="Ord"
      description="Så som raden ska läsas när någon väljer."
      required
      data-autofocus
      value={value}
      onChange={event => onChange(event.currentTarget.value)}
    />
  )
}

type EntryDialogProps = {
  title: string
  save: string
  saving: { readonly isPending: boolean; readonly error: Error | null }
  isReady: boolean
  typing: Pick<Typing, 'savedAt' | 'error'>
  onSave(): void
  onClose(): void
  children: ReactNode
}

/** A small form about one row. */
export function EntryDialog({ title, save, saving, isReady, typing, onSave, onClose, children }: EntryDialogProps) {
  return (
    <Dialog title={title} size="md" onClose={onClose}>
      <Form className="stack" onSave={() => isReady && onSave()}>
        {children}
        <ErrorNotice error={saving.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={!isReady}>
            {save}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
