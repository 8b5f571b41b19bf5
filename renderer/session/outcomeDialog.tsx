import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Outcome } from '../../main/contract/plan.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { NO_TRAINED_STAFF } from '../../main/contract/training.ts'
import { inForceOn } from '../../main/contract/validity.ts'
import { useCore } from '../core/core.ts'
import { useStaysOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { signAfterUndo } from '../plan/pendingOutcomes.tsx'
import { outcomeAddress } from '../plan/undocumented.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { isDay } from '../ui/readDay.ts'
import { TextField } from '../ui/textFields.tsx'
import { untilNow } from '../ui/usualDays.ts'
import { LAPSE_REASON, LAPSE_SESSION, LapseDialog } from './lapse.tsx'
import { isHeld, isOurs, type OutcomeDraft, outcomeInput } from './outcomeDraft.ts'
import { HeldFields, NotHeldFields, OutcomeChoices } from './outcomeFields.tsx'
import { usualSetting } from './runner/sessionDraft.ts'
import { TrainedStaff } from './trainedStaff.tsx'

type SettledSlot = {
  clientId: string
  clientName: string
  slotId: string
  number: number
  on: string
}

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

/** Records what came of a session without opening it: the outcome, and its reason or its minutes. */
export function OutcomeDialog(props: OutcomeDialogProps) {
  const { slot, outcome, onClose, onSaved = onClose } = props
  const [lapsed, setLapsed] = useState(false)
  const draft = useDraft<OutcomeDraft>(slot.clientId, `outcome:${slot.slotId}`, () => ({
    outcome,
    on: slot.on,
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
  const outcome = chosen ?? draft.value.outcome
  const setting = draft.value.setting ?? (unit === undefined ? undefined : usualSetting(unit.kind))
  const values: OutcomeDraft = { ...draft.value, outcome, setting }
  const { on, reasonCode, note } = values
  const change = (part: Partial<OutcomeDraft>) => draft.set(current => ({ ...current, outcome, ...part }))
  const onSide = (lists.data?.reasons ?? []).filter(each => (each.side === 'service') === isOurs(outcome))
  const reasons = inForceOn(onSide, on)
  const reason = reasons.find(each => each.value === reasonCode) // none: the other side's, or not that day's
  const input = outcomeInput(slot, values, today, reason !== undefined)

  function choose(next: Outcome) {
    setChosen(undefined)
    draft.set(current => ({ ...current, outcome: next }))
  }

  function save() {
    if (input === undefined) return
    signAfterUndo({
      input,
      reasonWords: isHeld(outcome) ? undefined : reason?.label,
      session: `Träff ${slot.number} med ${slot.clientName}`,
      onUndo: onUndo ?? (() => go(outcomeAddress(slot.clientId, slot.slotId))),
      onSigned: () => void draft.discard(),
    })
    change({}) // kept until it is signed: also the choice that was made outside
    if (!isHeld(outcome) && reasonCode === LAPSE_REASON && slot.number !== LAPSE_SESSION) onLapse()
    else onSaved?.()
  }

  return (
    <Form className="stack" onSave={save}>
      <OutcomeChoices outcome={outcome} onChoose={choose} />
      <div className="form-grid">
        <DayInput
          label="Dag"
          usual={untilNow(useStaysOf(slot.clientId))}
          value={on}
          required
          onChange={next => change({ on: next })}
        />
        {outcome === undefined ? null : isHeld(outcome) ? (
          <HeldFields values={values} onChange={change} />
        ) : (
          <NotHeldFields
            values={values}
            reasons={reasons}
            onChange={change}
            onReasonChosen={() => submit.current?.focus()} // the next key saves
          />
        )}
        <TextField
          longest={longestOf('session.record', 'note')}
          className="wide"
          label="Kort anteckning"
          minRows={2}
          value={note}
          onChange={event => change({ note: event.currentTarget.value })}
        />
      </div>
      {outcome === 'notOffered' && reasonCode === NO_TRAINED_STAFF && <TrainedStaff />}
      {isDay(on) && on > today && <p className="small">Dagen har inte varit än. Ange den dag det hände.</p>}
      <div className="form-buttons">
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        <Button ref={submit} type="submit">
          Spara utfallet
        </Button>
      </div>
    </Form>
  )
}
