import { Button } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Placement, PlacementInput } from '../../main/contract/careChain.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useChanges } from '../draft/useChanges.ts'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { aroundNow } from '../ui/usualDays.ts'
import {
  EndReasonSelect,
  emptyPlacement,
  PlacementFields,
  type PlacementValues,
  placementInputOf,
  placementValues,
} from './placementFields.tsx'

/** A new stay in the care chain. */
export function NewPlacementForm({ clientId, onDone }: { clientId: string; onDone(): void }) {
  const today = useToday()
  const add = useCommand('placement.add')
  const draft = useDraft<PlacementValues>(clientId, 'placement', () => emptyPlacement(today))
  if (draft === undefined) return null
  return (
    <StayForm
      draft={draft}
      values={draft.value}
      change={part => draft.set(current => ({ ...current, ...part }))}
      saving={add}
      onSave={(input, onSuccess) => add.mutate({ clientId, ...input }, { onSuccess })}
      onDone={onDone}
    />
  )
}

/** A stay put right. */
export function ChangePlacementForm({ stay, onDone }: { stay: Placement; onDone(): void }) {
  const { clientId, id: placementId } = stay
  const save = useCommand('placement.change')
  const changes = useChanges(clientId, `placement:${placementId}`, placementValues(stay))
  if (changes === undefined) return null
  return (
    <StayForm
      {...changes}
      before={stay}
      saving={save}
      onSave={(input, onSuccess) => save.mutate({ clientId, placementId, ...input }, { onSuccess })}
      onDone={onDone}
    />
  )
}

type StayFormProps<T> = {
  draft: Draft<T>
  values: PlacementValues
  before?: Placement
  change(part: Partial<PlacementValues>): void
  saving: Saving
  onSave(input: PlacementInput, onSuccess: () => void): void
  onDone(): void
}

function StayForm<T>({ draft, values, before, change, saving, onSave, onDone }: StayFormProps<T>) {
  const me = useCore('user.me', {})
  const input = placementInputOf(values, me.data?.unit)
  const whole = input !== undefined && (values.toOn === '' || values.endReason !== '')
  return (
    <SmallForm
      draft={draft}
      onSave={onSaved => whole && onSave(input, onSaved)}
      onDone={onDone}
      saving={saving}
      whole={whole}
      save="Spara"
    >
      <PlacementFields values={values} withEnd before={before} onChange={change} />
    </SmallForm>
  )
}

/** The day a stay ended and why; § 27 care may have been called back. */
export function EndForm({ stay, onDone }: { stay: Placement; onDone(): void }) {
  const { clientId, id: placementId } = stay
  const today = useToday()
  const end = useCommand('placement.end')
  const draft = useDraft(clientId, `placement-end:${placementId}`, () => ({ toOn: today, endReason: '' }))
  if (draft === undefined) return null
  const { toOn, endReason } = draft.value
  const whole = toOn !== '' && endReason !== ''
  return (
    <SmallForm
      draft={draft}
      onSave={onSuccess => whole && end.mutate({ clientId, placementId, toOn, endReason }, { onSuccess })}
      onDone={onDone}
      saving={end}
      whole={whole}
      save="Avsluta"
    >
      <p className="soft">
        {stay.unit.name}, {stay.groundWords}
      </p>
      <div className="form-grid">
        <DayInput
          label="Slutade den"
          usual={aroundNow()}
          required
          autoFocus
          value={toOn}
          onChange={day => draft.set(current => ({ ...current, toOn: day }))}
        />
        <EndReasonSelect
          value={endReason}
          on={toOn}
          onChange={code => draft.set(current => ({ ...current, endReason: code }))}
        />
      </div>
    </SmallForm>
  )
}

type Saving = { readonly isPending: boolean; readonly error: Error | null }

type SmallFormProps<T> = {
  children: ReactNode
  draft: Draft<T>
  /** What the filled button says. */
  save: string
  whole: boolean
  saving: Saving
  onSave(onSaved: () => void): void
  /** Saved, or left as a draft. */
  onDone(): void
}

/** A form within the dialog of the care chain: back to the list, or save. It takes the focus when it comes. */
export function SmallForm<T>({ children, draft, save, whole, saving, onSave, onDone }: SmallFormProps<T>) {
  const form = useRef<HTMLFormElement>(null)
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  return (
    <Form
      ref={form}
      className="stack"
      noValidate
      onSave={() => {
        onSave(() => {
          void draft.discard()
          onDone()
        })
      }}
    >
      {children}
      <ErrorNotice error={saving.error} />
      <div className="form-buttons">
        <SavedAt draft={draft} />
        <Button variant="default" onClick={onDone}>
          Tillbaka till listan
        </Button>
        <Button type="submit" loading={saving.isPending} aria-disabled={!whole}>
          {save}
        </Button>
      </div>
    </Form>
  )
}
