import { Button, Select } from '@mantine/core'
import type { SlotState } from '../../main/contract/plan.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { isDay } from '../ui/readDay.ts'
import { SuggestField } from '../ui/textFields.tsx'
import { fromNow } from '../ui/usualDays.ts'
import { UndoChange } from '../valueChange/undoChange.tsx'
import { type Appointment, appointmentOf, type PlanDraft, scheduleInput } from './appointment.ts'
import { applyPending, flushPendingOutcomes, usePendingOutcomes } from './pendingOutcomes.tsx'
import { OutcomeFirst } from './undocumented.tsx'
import { useChapterTitle } from './useChapterTitle.ts'

type PlanDialogProps = { clientId: string; slotId: string; onClose(): void }

/** When, where and with whom a session is to be held; any that is not yet held may be chosen, in any order. */
export function PlanDialog(props: PlanDialogProps) {
  const { clientId, slotId, onClose } = props
  const plan = useCore('plan.ofClient', { clientId })
  const slots = applyPending(plan.data ?? [], usePendingOutcomes())
  const draft = useDraft<PlanDraft>(clientId, `plan:${slotId}`, () => ({}))
  return (
    <Dialog onClose={onClose} title="Planera träffar">
      {plan.data && draft && (
        <PlanForm {...props} draft={draft} slots={slots.filter(each => each.outcome !== 'held')} />
      )}
    </Dialog>
  )
}

type PlanFormProps = PlanDialogProps & { draft: Draft<PlanDraft>; slots: readonly SlotState[] }

function PlanForm({ clientId, slotId, draft, slots, onClose }: PlanFormProps) {
  const today = useToday()
  const schedule = useCommand('plan.schedule')
  const { slotId: chosenId = slotId, ...changed } = draft.value
  const chosen = slots.find(each => each.id === chosenId) // none, where it has been held since the draft was written
  const values: Appointment = { ...appointmentOf(chosen, slots, today), ...changed }
  const change = (part: Partial<Appointment>) => draft.set(current => ({ ...current, ...part }))
  const titleOf = useChapterTitle()

  /** Another session has its own booking; where it has none, what stands here may be meant for it. */
  function choose(id: string | null) {
    const next = slots.find(each => each.id === id)
    if (next === undefined) return
    draft.set({ ...(next.plannedOn === undefined ? values : {}), slotId: next.id })
  }

  /** Its day has been, and what came of it is written first. */
  const waits = chosen?.mayMove === false
  const isPast = isDay(values.plannedOn) && values.plannedOn < today

  async function save() {
    if (chosen === undefined || values.plannedOn === '' || isPast || waits) return
    await flushPendingOutcomes()
    schedule.mutate(scheduleInput(clientId, chosen.id, values), {
      onSuccess: () => {
        void draft.discard()
        onClose()
      },
    })
  }

  return (
    <Form className="stack" onSave={() => void save()}>
      <Select
        label="Träff"
        data-autofocus
        placeholder="Välj träff"
        data={slots.map(each => ({ value: each.id, label: `${each.number}. ${titleOf(each.number)}` }))}
        value={chosen?.id ?? null}
        onChange={choose}
      />
      {chosen !== undefined && (
        <UndoChange
          clientId={clientId}
          about={{ kind: 'slot', id: chosen.id }}
          what={`tiden för träff ${chosen.number}`}
          onUndone={() => void draft.discard()}
        />
      )}
      {waits ? (
        <OutcomeFirst clientId={clientId} slot={chosen} onGo={onClose} />
      ) : (
        <AppointmentFields clientId={clientId} values={values} slots={slots} onChange={change} />
      )}
      {!waits && isPast && <p className="small">Dagen har varit. Det som redan har hänt antecknas som utfall.</p>}
      <ErrorNotice error={schedule.error} />
      <div className="form-buttons">
        <SavedAt draft={draft} />
        <Button variant="default" onClick={onClose}>
          Stäng
        </Button>
        {!waits && (
          <Button type="submit" loading={schedule.isPending} aria-disabled={chosen === undefined || isPast}>
            Spara tiden
          </Button>
        )}
      </div>
    </Form>
  )
}

type AppointmentFieldsProps = {
  clientId: string
  values: Appointment
  slots: readonly SlotState[]
  onChange(part: Partial<Appointment>): void
}

/** When, where and with whom. */
function AppointmentFields({ clientId, values, slots, onChange }: AppointmentFieldsProps) {
  const colleagues = useCore('user.colleagues', {})
  return (
    <div className="form-grid">
      <DayInput
        label="Dag"
        usual={fromNow(useLifeOf(clientId))}
        required
        value={values.plannedOn}
        onChange={plannedOn => onChange({ plannedOn })}
      />
      <ClockInput label="Tid" value={values.plannedAt} onChange={plannedAt => onChange({ plannedAt })} />
      <SuggestField
        longest={longestOf('plan.schedule', 'plannedWhere')}
        size="md"
        label="Var"
        placeholder="Det vanliga rummet"
        data={[...new Set(slots.map(each => each.plannedWhere).filter(each => each !== undefined))]}
        value={values.plannedWhere}
        onChange={plannedWhere => onChange({ plannedWhere })}
      />
      <SuggestField
        longest={longestOf('plan.schedule', 'plannedWith')}
        size="md"
        label="Med"
        placeholder="Ansvarig behandlare"
        data={(colleagues.data ?? []).map(each => each.name)}
        value={values.plannedWith}
        onChange={plannedWith => onChange({ plannedWith })}
      />
    </div>
  )
}
