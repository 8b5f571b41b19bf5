import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Placement } from '../../main/contract/placement.ts'
import { useCommand, useCore } from '../core.ts'
import { useToday } from '../useToday.ts'
import { DayInput } from './dayInput.tsx'
import { ErrorNotice } from './notice.tsx'
import {
  EndReasonSelect,
  emptyPlacement,
  PlacementFields,
  placementInputOf,
  placementValues,
} from './placementFields.tsx'

/** A new stay in the care chain, or one put right. */
export function PlacementForm({ clientId, stay, onDone }: { clientId: string; stay?: Placement; onDone(): void }) {
  const today = useToday()
  const me = useCore('user.me', {})
  const add = useCommand('placement.add')
  const change = useCommand('placement.change')
  const [values, setValues] = useState(stay === undefined ? emptyPlacement(today) : placementValues(stay))
  const input = placementInputOf(values, me.data?.unit)
  const whole = input !== undefined && (values.toOn === '' || values.endReason !== '')

  function save() {
    if (!whole) return
    if (stay === undefined) add.mutate({ clientId, ...input }, { onSuccess: onDone })
    else change.mutate({ clientId, placementId: stay.id, ...input }, { onSuccess: onDone })
  }

  return (
    <SmallForm onSave={save} onCancel={onDone} busy={add.isPending || change.isPending} whole={whole} save="Spara">
      <PlacementFields values={values} withEnd onChange={part => setValues(current => ({ ...current, ...part }))} />
      <ErrorNotice error={add.error ?? change.error} />
    </SmallForm>
  )
}

/** The day a stay ended and why; § 27 care may have been called back. */
export function EndForm({ stay, onDone }: { stay: Placement; onDone(): void }) {
  const today = useToday()
  const end = useCommand('placement.end')
  const [toOn, setToOn] = useState(today)
  const [endReason, setEndReason] = useState('')
  const whole = toOn !== '' && endReason !== ''
  const save = () =>
    whole && end.mutate({ clientId: stay.clientId, placementId: stay.id, toOn, endReason }, { onSuccess: onDone })
  return (
    <SmallForm onSave={save} onCancel={onDone} busy={end.isPending} whole={whole} save="Avsluta">
      <p className="soft">
        {stay.unit.name}, {stay.groundWords}
      </p>
      <div className="form-grid">
        <DayInput label="Slutade den" required autoFocus value={toOn} onChange={setToOn} />
        <EndReasonSelect value={endReason} onChange={setEndReason} />
      </div>
      <ErrorNotice error={end.error} />
    </SmallForm>
  )
}

type SmallFormProps = {
  children: ReactNode
  /** What the filled button says. */
  save: string
  whole: boolean
  busy: boolean
  onSave(): void
  onCancel(): void
}

/** A form within the dialog of the care chain: back to the list, or save. */
export function SmallForm({ children, save, whole, busy, onSave, onCancel }: SmallFormProps) {
  return (
    <form
      className="stack"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onSave()
      }}
    >
      {children}
      <div className="form-buttons">
        <Button variant="default" onClick={onCancel}>
          Tillbaka till listan
        </Button>
        <Button type="submit" loading={busy} aria-disabled={!whole}>
          {save}
        </Button>
      </div>
    </form>
  )
}
