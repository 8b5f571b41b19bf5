import { Button, NumberInput, Select, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { NOTHING_TICKED, type Outcome, type Setting } from '../../main/contract/session.ts'
import type { Phase } from '../../main/contract/values.ts'
import { useCommand, useCore } from '../core.ts'
import { choicesOf, outcomeText, settingText } from '../texts.ts'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { LAPSE_REASON, LAPSE_SESSION, LapseDialog } from './lapse.tsx'
import { ErrorNotice } from './notice.tsx'
import { OutcomeIcon } from './outcome.tsx'

export type SettledSlot = {
  clientId: string
  clientName: string
  slotId: string
  number: number
  phase: Phase
  on: string
}

const OUTCOMES = choicesOf(outcomeText)
const isHeld = (outcome: Outcome) => outcome === 'held' || outcome === 'partlyHeld'
const isOurs = (outcome: Outcome) => outcome === 'cancelledByUs' || outcome === 'notOffered'
const settingOf: Record<Phase, Setting> = { A: 'locked', B: 'section27', C: 'municipality' }

type OutcomeDialogProps = {
  slot: SettledSlot
  outcome: Outcome
  /** Once it is recorded; left out: as when it is closed. */
  onSaved?(): void
  onClose(): void
}

/** Records what came of a session without opening it: the outcome, and its reason or its minutes. */
export function OutcomeDialog({ slot, outcome: chosenFirst, onClose, onSaved = onClose }: OutcomeDialogProps) {
  const [outcome, setOutcome] = useState(chosenFirst)
  const [on, setOn] = useState(slot.on)
  const [minutes, setMinutes] = useState(60)
  const [setting, setSetting] = useState<Setting>(settingOf[slot.phase])
  const [reasonCode, setReasonCode] = useState<string | null>(null)
  const [offerAgainOn, setOfferAgainOn] = useState('')
  const [note, setNote] = useState('')
  const submit = useRef<HTMLButtonElement>(null)
  const lists = useCore('unit.lists', {})
  const record = useCommand('session.record')
  const held = isHeld(outcome)
  const reasons = (lists.data?.reasons ?? []).filter(each => (each.side === 'service') === isOurs(outcome))

  const lapsed = !held && reasonCode === LAPSE_REASON && slot.number !== LAPSE_SESSION

  function save() {
    if (!held && reasonCode === null) return
    const { clientId, slotId } = slot
    const shared = { clientId, slotId, on, note }
    record.mutate(
      outcome === 'held' || outcome === 'partlyHeld'
        ? { ...shared, ...NOTHING_TICKED, outcome, minutes, setting }
        : { ...shared, outcome, reasonCode: reasonCode ?? '', ...(offerAgainOn === '' ? {} : { offerAgainOn }) },
      { onSuccess: () => (lapsed ? undefined : onSaved()) },
    )
  }

  if (lapsed && record.isSuccess) return <LapseDialog clientId={slot.clientId} onClose={onSaved} />
  return (
    <Dialog onClose={onClose} title={`Träff ${slot.number} – ${slot.clientName}`}>
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
                onChange={() => {
                  setOutcome(value)
                  if (isOurs(value) !== isOurs(outcome)) setReasonCode(null)
                }}
              />
              <OutcomeIcon outcome={value} />
              {label}
            </label>
          ))}
        </div>
        <div className="form-grid">
          <DayInput label="Dag" value={on} required onChange={setOn} />
          {held ? (
            <NumberInput
              size="md"
              label="Minuter"
              data-autofocus
              min={5}
              max={240}
              hideControls
              value={minutes}
              onChange={value => setMinutes(Number(value))}
            />
          ) : (
            <Select
              label={isOurs(outcome) ? 'Vårt skäl' : 'Klientens skäl'}
              data-autofocus
              placeholder="Välj skäl"
              data={reasons.map(each => ({ value: each.code, label: each.words }))}
              value={reasonCode}
              onChange={code => {
                setReasonCode(code)
                submit.current?.focus() // the next key saves
              }}
              required
              searchable
            />
          )}
          {held ? (
            <Select
              label="Plats"
              data={choicesOf(settingText)}
              value={setting}
              onChange={value => setSetting((value ?? 'locked') as Setting)}
            />
          ) : (
            <DayInput label="Erbjuds på nytt den" value={offerAgainOn} onChange={setOfferAgainOn} />
          )}
          <Textarea
            className="wide"
            label="Kort anteckning"
            minRows={2}
            value={note}
            onChange={event => setNote(event.currentTarget.value)}
          />
        </div>
        <ErrorNotice error={record.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button ref={submit} type="submit" loading={record.isPending} aria-disabled={!held && reasonCode === null}>
            Spara utfallet
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
