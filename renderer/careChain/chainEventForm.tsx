import { Select } from '@mantine/core'
import type { ChainEvent, ChainEventKind } from '../../main/contract/careChain.ts'
import { chainEventWords } from '../../main/contract/careChainWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { useChanges } from '../draft/useChanges.ts'
import { useDraft } from '../draft/useDraft.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { LineField } from '../ui/textFields.tsx'
import { aroundNow } from '../ui/usualDays.ts'
import { isAbsence } from './careChainEntries.ts'
import { SmallForm } from './placementForm.tsx'

type ChainEventFormProps = { clientId: string; kind: ChainEventKind; onDone(): void }
type EventDraft = { kind: ChainEventKind; fromOn: string; backOn: string; words: string }

/** An absence from LVM care, or a day to remember in the care chain. */
export function ChainEventForm({ clientId, kind: first, onDone }: ChainEventFormProps) {
  const today = useToday()
  const life = useLifeOf(clientId)
  const record = useCommand('chainEvent.record')
  const draft = useDraft<EventDraft>(clientId, `chain-event:${first}`, () => ({
    kind: first,
    fromOn: today,
    backOn: '',
    words: '',
  }))
  if (draft === undefined) return null
  const { kind, fromOn, backOn, words } = draft.value
  const change = (part: Partial<EventDraft>) => draft.set(current => ({ ...current, ...part }))
  const absence = isAbsence(first)
  const kinds = choicesOf(chainEventWords).filter(each => isAbsence(each.value) === absence)

  function save(onSuccess: () => void) {
    if (fromOn === '') return
    const input = { clientId, kind, fromOn, words, ...(backOn === '' ? {} : { backOn }) }
    record.mutate(input, { onSuccess })
  }

  return (
    <SmallForm draft={draft} onSave={save} onDone={onDone} saving={record} whole={fromOn !== ''} save="Spara">
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
          onChange={value => change({ kind: (value ?? kind) as ChainEventKind })}
        />
        <DayInput
          label={absence ? 'Borta från' : 'Dag'}
          usual={aroundNow(life)}
          required
          value={fromOn}
          onChange={day => change({ fromOn: day })}
        />
        {absence && (
          <DayInput
            label="Tillbaka den"
            usual={aroundNow(life)}
            description="Tom så länge klienten är borta."
            value={backOn}
            onChange={day => change({ backOn: day })}
          />
        )}
        <LineField
          longest={longestOf('chainEvent.record', 'words')}
          className="wide"
          label="Med några ord"
          value={words}
          onChange={event => change({ words: event.currentTarget.value })}
        />
      </div>
    </SmallForm>
  )
}

/** The client is back from an absence. */
export function BackForm({ event, onDone }: { event: ChainEvent; onDone(): void }) {
  const { clientId, id: eventId } = event
  const today = useToday()
  const life = useLifeOf(clientId)
  const end = useCommand('chainEvent.end')
  const changes = useChanges(clientId, `chain-back:${eventId}`, { backOn: event.backOn ?? today })
  if (changes === undefined) return null
  const { values, change, draft } = changes
  const { backOn } = values
  const save = (onSuccess: () => void) => backOn !== '' && end.mutate({ clientId, eventId, backOn }, { onSuccess })
  return (
    <SmallForm draft={draft} onSave={save} onDone={onDone} saving={end} whole={backOn !== ''} save="Spara">
      <DayInput
        label="Tillbaka den"
        usual={aroundNow(life)}
        required
        autoFocus
        value={backOn}
        onChange={day => change({ backOn: day })}
      />
    </SmallForm>
  )
}
