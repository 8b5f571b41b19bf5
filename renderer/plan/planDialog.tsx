import { Autocomplete, Button, Select } from '@mantine/core'
import type { SlotState } from '../../main/contract/plan.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Draft, useDraft } from '../draft/useDraft.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { applyPending, flushPendingOutcomes, usePendingOutcomes } from './pendingOutcomes.tsx'
import { OutcomeFirst } from './undocumented.tsx'
import { useChapterTitle } from './useChapterTitle.ts'

type Appointment = { plannedOn: string; plannedAt: string; plannedWhere: string; plannedWith: string }
/** What was changed here, and the session where another was chosen: the rest is as it is booked. */
type PlanDraft = Partial<Appointment> & { slotId?: string }

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
  const colleagues = useCore('user.colleagues', {})
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
  const isPast = values.plannedOn !== '' && values.plannedOn < today

  async function save() {
    const { plannedOn, plannedAt, plannedWhere, plannedWith } = values
    if (chosen === undefined || plannedOn === '' || isPast || waits) return
    const said = Object.entries({ plannedAt, plannedWhere: plannedWhere.trim(), plannedWith: plannedWith.trim() })
    const rest = Object.fromEntries(said.filter(([, value]) => value !== ''))
    await flushPendingOutcomes()
    schedule.mutate(
      { clientId, slotId: chosen.id, plannedOn, ...rest },
      {
        onSuccess: () => {
          void draft.discard()
          onClose()
        },
      },
    )
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <Select
        label="Träff"
        data-autofocus
        placeholder="Välj träff"
        data={slots.map(each => ({ value: each.id, label: `${each.number}. ${titleOf(each.number)}` }))}
        value={chosen?.id ?? null}
        onChange={choose}
      />
      {waits ? (
        <OutcomeFirst clientId={clientId} slot={chosen} onGo={onClose} />
      ) : (
        <div className="form-grid">
          <DayInput label="Dag" required value={values.plannedOn} onChange={plannedOn => change({ plannedOn })} />
          <ClockInput label="Tid" value={values.plannedAt} onChange={plannedAt => change({ plannedAt })} />
          <Autocomplete
            size="md"
            label="Var"
            placeholder="Det vanliga rummet"
            data={[...new Set(slots.map(each => each.plannedWhere).filter(each => each !== undefined))]}
            value={values.plannedWhere}
            onChange={plannedWhere => change({ plannedWhere })}
          />
          <Autocomplete
            size="md"
            label="Med"
            placeholder="Ansvarig behandlare"
            data={(colleagues.data ?? []).map(each => each.name)}
            value={values.plannedWith}
            onChange={plannedWith => change({ plannedWith })}
          />
        </div>
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
    </form>
  )
}

/** What is booked for the slot, or else today at the hour and place of the client's latest booking. */
function appointmentOf(slot: SlotState | undefined, slots: readonly SlotState[], today: string): Appointment {
  const usual = slots.filter(each => each.plannedOn !== undefined).at(-1)
  const { plannedOn = today, plannedAt = usual?.plannedAt ?? '10:00', plannedWhere = '', plannedWith = '' } = slot ?? {}
  return { plannedOn: slot?.awaited === true ? plannedOn : today, plannedAt, plannedWhere, plannedWith }
}
