import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ChainEvent, ChainEventKind } from '../../main/contract/careChain.ts'
import { useCommand } from '../core.ts'
import { choicesOf } from '../texts.ts'
import { useToday } from '../useToday.ts'
import { chainEventText, isAbsence } from './careChainEntries.ts'
import { DayInput } from './dayInput.tsx'
import { ErrorNotice } from './notice.tsx'
import { SmallForm } from './placementForm.tsx'

type ChainEventFormProps = { clientId: string; kind: ChainEventKind; onDone(): void }

/** An absence from LVM care, or a day to remember in the care chain. */
export function ChainEventForm({ clientId, kind: first, onDone }: ChainEventFormProps) {
  const today = useToday()
  const record = useCommand('chainEvent.record')
  const [kind, setKind] = useState(first)
  const [fromOn, setFromOn] = useState(today)
  const [backOn, setBackOn] = useState('')
  const [words, setWords] = useState('')
  const absence = isAbsence(first)
  const kinds = choicesOf(chainEventText).filter(each => isAbsence(each.value) === absence)

  function save() {
    if (fromOn === '') return
    const input = { clientId, kind, fromOn, words, ...(backOn === '' ? {} : { backOn }) }
    record.mutate(input, { onSuccess: onDone })
  }

  return (
    <SmallForm onSave={save} onCancel={onDone} busy={record.isPending} whole={fromOn !== ''} save="Spara">
      {absence && (
        <p className="soft">
          Dagar som klienten är avviken, häktad eller i anstalt räknas inte som LVM-vård (21 §). Det beräknade slutet
          flyttas fram lika många dagar.
        </p>
      )}
      <div className="form-grid">
        <Select
          className={absence ? 'wide' : ''}
          label={absence ? 'Slag av frånvaro' : 'Vad'}
          data-autofocus
          data={kinds}
          value={kind}
          onChange={value => setKind((value ?? first) as ChainEventKind)}
        />
        <DayInput label={absence ? 'Borta från' : 'Dag'} required value={fromOn} onChange={setFromOn} />
        {absence && (
          <DayInput
            label="Tillbaka den"
            description="Tom så länge klienten är borta."
            value={backOn}
            onChange={setBackOn}
          />
        )}
        <TextInput
          className="wide"
          label="Med några ord"
          maxLength={200}
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
      </div>
      <ErrorNotice error={record.error} />
    </SmallForm>
  )
}

/** The client is back from an absence. */
export function BackForm({ event, onDone }: { event: ChainEvent; onDone(): void }) {
  const today = useToday()
  const end = useCommand('chainEvent.end')
  const [backOn, setBackOn] = useState(event.backOn ?? today)
  const save = () =>
    backOn !== '' && end.mutate({ clientId: event.clientId, eventId: event.id, backOn }, { onSuccess: onDone })
  return (
    <SmallForm onSave={save} onCancel={onDone} busy={end.isPending} whole={backOn !== ''} save="Spara">
      <DayInput label="Tillbaka den" required autoFocus value={backOn} onChange={setBackOn} />
      <ErrorNotice error={end.error} />
    </SmallForm>
  )
}
