import { Select } from '@mantine/core'
import { useRef } from 'react'
import type { Outcome } from '../../main/contract/plan.ts'
import type { Setting } from '../../main/contract/session.ts'
import { settingWords } from '../../main/contract/sessionWords.ts'
import { reasonSideWords } from '../../main/contract/unitWords.ts'
import { OutcomeIcon } from '../plan/outcome.tsx'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { useFieldOfForm } from '../ui/fieldsOfForm.ts'
import { NumberInput } from '../ui/numberInput.tsx'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { fromNow } from '../ui/usualDays.ts'
import { isOurs, LEAST_MINUTES, MOST_MINUTES, type OutcomeDraft } from './outcomeDraft.ts'
import { OUTCOMES } from './outcomeMenu.tsx'

type OutcomeChoicesProps = { outcome: Outcome | undefined; onChoose(outcome: Outcome): void }

/** The six outcomes, each with its shape. */
export function OutcomeChoices({ outcome, onChoose }: OutcomeChoicesProps) {
  const group = useRef<HTMLDivElement>(null)
  useFieldOfForm({
    name: 'Utfall',
    why: outcome === undefined ? 'Välj vad som hände.' : undefined,
    focus: () => group.current?.querySelector('input')?.focus(),
  })
  return (
    <div ref={group} className="outcome-choices" role="radiogroup" aria-label="Utfall">
      {OUTCOMES.map(({ value, label }, index) => (
        <label key={value} className="outcome-choice">
          <input
            data-autofocus={outcome === undefined && index === 0 ? true : undefined}
            type="radio"
            name="outcome"
            value={value}
            checked={outcome === value}
            onChange={() => onChoose(value)}
          />
          <OutcomeIcon outcome={value} />
          {label}
        </label>
      ))}
    </div>
  )
}

type FieldsProps = { values: OutcomeDraft; onChange(part: Partial<OutcomeDraft>): void }

/** How long a session took, and where it was held. */
export function HeldFields({ values: { minutes, setting }, onChange }: FieldsProps) {
  return (
    <>
      <NumberInput
        label="Minuter"
        minutes
        required
        dialogFocus
        min={LEAST_MINUTES}
        max={MOST_MINUTES}
        value={minutes}
        onChange={next => onChange({ minutes: next })}
      />
      <Select
        label="Plats"
        data={choicesOf(settingWords)}
        value={setting ?? null}
        onChange={next => onChange({ setting: (next ?? setting) as Setting })}
      />
    </>
  )
}

type NotHeldFieldsProps = FieldsProps & {
  /** Those on the side that the outcome tells of: the client's, or ours, that can be recorded that day. */
  reasons: readonly { value: string; label: string }[]
  /** A reason has been chosen, which is the last that must be said. */
  onReasonChosen(): void
}

/** Why a session came to nothing, and when it is offered again. */
export function NotHeldFields({ values, reasons, onChange, onReasonChosen }: NotHeldFieldsProps) {
  const { outcome, reasonCode, offerAgainOn } = values
  return (
    <>
      <SearchSelect
        label={reasonSideWords[isOurs(outcome) ? 'service' : 'client']}
        data-autofocus
        placeholder="Välj skäl"
        data={reasons}
        value={reasonCode}
        onChange={code => {
          onChange({ reasonCode: code })
          onReasonChosen()
        }}
        required
      />
      <DayInput
        label="Erbjuds på nytt den"
        usual={fromNow()}
        value={offerAgainOn}
        onChange={next => onChange({ offerAgainOn: next })}
      />
    </>
  )
}
