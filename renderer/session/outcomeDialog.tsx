import { Button, NumberInput, Select, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Outcome } from '../../main/contract/plan.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { NOTHING_TICKED, type Setting } from '../../main/contract/session.ts'
import { settingWords } from '../../main/contract/sessionWords.ts'
import { NO_TRAINED_STAFF } from '../../main/contract/training.ts'
import { reasonSideWords } from '../../main/contract/unitWords.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { OutcomeIcon } from '../plan/outcome.tsx'
import { signAfterUndo } from '../plan/pendingOutcomes.tsx'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { LAPSE_REASON, LAPSE_SESSION, LapseDialog } from './lapse.tsx'
import { usualSetting } from './runner/sessionDraft.ts'
import { TrainedStaff } from './trainedStaff.tsx'

type SettledSlot = {
  clientId: string
  clientName: string
  slotId: string
  number: number
  on: string
}

const OUTCOMES = choicesOf(outcomeWords)
/** What the contract takes for a held session. */
const LEAST_MINUTES = 5
const MOST_MINUTES = 240
const isHeld = (outcome: Outcome) => outcome === 'held' || outcome === 'partlyHeld'
const isOurs = (outcome: Outcome) => outcome === 'cancelledByUs' || outcome === 'notOffered'

type OutcomeDialogProps = {
  slot: SettledSlot
  /** Chosen where the dialog was opened; left out, what an earlier draft says. */
  outcome?: Outcome
  /** Once it is chosen; left out: as when it is closed. */
  onSaved?: (() => void) | undefined
  onClose(): void
  /** Opens the dialog again, when the outcome is taken back in time; left out: on the client's page. */
  onUndo?: (() => void) | undefined
}

type OutcomeDraft = {
  outcome: Outcome
  on: string
  minutes: number
  /** As someone chose it; until then where those who come to this unit usually meet. */
  setting?: Setting | undefined
  reasonCode: string
  offerAgainOn: string
  note: string
}

/** Records what came of a session without opening it: the outcome, and its reason or its minutes. */
export function OutcomeDialog(props: OutcomeDialogProps) {
  const { slot, outcome = 'declined', onClose, onSaved = onClose } = props
  const [lapsed, setLapsed] = useState(false)
  const draft = useDraft<OutcomeDraft>(slot.clientId, `outcome:${slot.slotId}`, () => ({
    outcome,
    on: slot.on,
    minutes: 60,
    reasonCode: '',
    offerAgainOn: '',
    note: '',
  }))
  if (lapsed) return <LapseDialog clientId={slot.clientId} onClose={onSaved} />
  return (
    <Dialog onClose={onClose} title={`Träff ${slot.number} – ${slot.clientName}`}>
      {draft && <OutcomeForm {...props} onSaved={onSaved} draft={draft} onLapse={() => setLapsed(true)} />}
    </Dialog>
  )
}

type OutcomeFormProps = OutcomeDialogProps & {
  draft: Draft<OutcomeDraft>
  /** Saved with a lapse as its reason: session 16 may be wanted now. */
  onLapse(): void
}

function OutcomeForm({ slot, outcome: chosenFirst, draft, onClose, onSaved, onUndo, onLapse }: OutcomeFormProps) {
  const [, go] = useLocation()
  const today = useToday()
  const [chosen, setChosen] = useState(chosenFirst) // stands until another is chosen here, whatever the draft says
  const submit = useRef<HTMLButtonElement>(null)
  const lists = useCore('unit.lists', {})
  const unit = useCore('user.me', {}).data?.unit // whoever writes holds the client
  const { on, minutes, reasonCode, offerAgainOn, note } = draft.value
  const outcome = chosen ?? draft.value.outcome
  const setting = draft.value.setting ?? (unit === undefined ? undefined : usualSetting(unit.kind))
  const change = (part: Partial<OutcomeDraft>) => draft.set(current => ({ ...current, outcome, ...part }))
  const held = isHeld(outcome)
  const reasons = (lists.data?.reasons ?? []).filter(each => (each.side === 'service') === isOurs(outcome))
  const fits = reasons.some(each => each.code === reasonCode) // a draft may hold the other side's reason
  const told = held ? minutes >= LEAST_MINUTES && minutes <= MOST_MINUTES : fits
  const whole = setting !== undefined && on !== '' && on <= today && told

  function choose(next: Outcome) {
    setChosen(undefined)
    draft.set(current => ({ ...current, outcome: next }))
  }

  function save() {
    if (!whole || setting === undefined) return
    const { clientId, slotId } = slot
    const shared = { clientId, slotId, on, note }
    signAfterUndo({
      input:
        outcome === 'held' || outcome === 'partlyHeld'
          ? { ...shared, ...NOTHING_TICKED, outcome, minutes, setting }
          : { ...shared, outcome, reasonCode, ...(offerAgainOn === '' ? {} : { offerAgainOn }) },
      reasonWords: held ? undefined : reasons.find(each => each.code === reasonCode)?.words,
      said: `Träff ${slot.number} med ${slot.clientName}`,
      onUndo: onUndo ?? (() => go(`/client/${clientId}/do/outcome/${slotId}`)),
      onSigned: () => void draft.discard(),
    })
    change({}) // kept until it is signed: also the choice that was made outside
    if (!held && reasonCode === LAPSE_REASON && slot.number !== LAPSE_SESSION) onLapse()
    else onSaved?.()
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <div className="outcome-choices" role="radiogroup" aria-label="Utfall">
        {OUTCOMES.map(({ value, label }) => (
          <label key={value} className="outcome-choice">
            <input
              type="radio"
              name="outcome"
              value={value}
              checked={outcome === value}
              onChange={() => choose(value)}
            />
            <OutcomeIcon outcome={value} />
            {label}
          </label>
        ))}
      </div>
      <div className="form-grid">
        <DayInput label="Dag" value={on} required onChange={next => change({ on: next })} />
        {held ? (
          <NumberInput
            size="md"
            label="Minuter"
            data-autofocus
            min={LEAST_MINUTES}
            max={MOST_MINUTES}
            hideControls
            value={minutes}
            onChange={value => change({ minutes: Number(value) })}
          />
        ) : (
          <Select
            label={reasonSideWords[isOurs(outcome) ? 'service' : 'client']}
            data-autofocus
            placeholder="Välj skäl"
            data={reasons.map(each => ({ value: each.code, label: each.words }))}
            value={fits ? reasonCode : null}
            onChange={code => {
              change({ reasonCode: code ?? '' })
              submit.current?.focus() // the next key saves
            }}
            required
            searchable
          />
        )}
        {held ? (
          <Select
            label="Plats"
            data={choicesOf(settingWords)}
            value={setting ?? null}
            onChange={value => change({ setting: (value ?? setting) as Setting })}
          />
        ) : (
          <DayInput
            label="Erbjuds på nytt den"
            value={offerAgainOn}
            onChange={next => change({ offerAgainOn: next })}
          />
        )}
        <Textarea
          className="wide"
          label="Kort anteckning"
          minRows={2}
          value={note}
          onChange={event => change({ note: event.currentTarget.value })}
        />
      </div>
      {outcome === 'notOffered' && reasonCode === NO_TRAINED_STAFF && <TrainedStaff />}
      {on > today && <p className="small">Dagen har inte varit än. Ange den dag det hände.</p>}
      <div className="form-buttons">
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button ref={submit} type="submit" aria-disabled={!whole}>
          Spara utfallet
        </Button>
      </div>
    </form>
  )
}
