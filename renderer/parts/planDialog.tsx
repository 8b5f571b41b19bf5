import { Autocomplete, Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { SlotState } from '../../main/contract/session.ts'
import { useCommand, useCore } from '../core.ts'
import { useToday } from '../useToday.ts'
import { ClockInput } from './clockInput.tsx'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'

type PlanDialogProps = { clientId: string; slotId: string | undefined; onClose(): void }

/** When, where and with whom a session is to be held; any that is not yet held may be chosen, in any order. */
export function PlanDialog(props: PlanDialogProps) {
  const plan = useCore('plan.ofClient', { clientId: props.clientId })
  return (
    <Dialog onClose={props.onClose} title="Planera träffar">
      {plan.data !== undefined && <PlanForm {...props} slots={plan.data.filter(each => each.outcome !== 'held')} />}
    </Dialog>
  )
}

function PlanForm({ clientId, slotId, slots, onClose }: PlanDialogProps & { slots: readonly SlotState[] }) {
  const today = useToday()
  const manual = useCore('manual.contents', {})
  const colleagues = useCore('user.colleagues', {})
  const schedule = useCommand('plan.schedule')
  const [chosen, setChosen] = useState(slots.find(each => each.id === slotId) ?? slots[0])
  const [values, setValues] = useState(() => appointmentOf(chosen, slots, today))
  const change = (part: Partial<typeof values>) => setValues(current => ({ ...current, ...part }))
  const titleOf = (number: number) => manual.data?.chapters.find(each => each.session === number)?.title ?? ''

  function save() {
    const { plannedOn, plannedAt, plannedWhere, plannedWith } = values
    if (chosen === undefined || plannedOn === '') return
    const said = Object.entries({ plannedAt, plannedWhere: plannedWhere.trim(), plannedWith: plannedWith.trim() })
    const rest = Object.fromEntries(said.filter(([, value]) => value !== ''))
    schedule.mutate({ clientId, slotId: chosen.id, plannedOn, ...rest }, { onSuccess: onClose })
  }

  return (
    <form
      className="stack"
      onSubmit={event => {
        event.preventDefault()
        save()
      }}
    >
      <Select
        label="Träff"
        data-autofocus
        data={slots.map(each => ({ value: each.id, label: `${each.number}. ${titleOf(each.number)}` }))}
        value={chosen?.id ?? null}
        onChange={value => {
          const next = slots.find(each => each.id === value)
          setChosen(next)
          if (next?.plannedOn !== undefined) setValues(appointmentOf(next, slots, today))
        }}
      />
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
      <ErrorNotice error={schedule.error} />
      <div className="form-buttons">
        <Button variant="default" onClick={onClose}>
          Avbryt
        </Button>
        <Button type="submit" loading={schedule.isPending}>
          Spara tiden
        </Button>
      </div>
    </form>
  )
}

/** What is booked for the slot, or else today at the hour and place of the client's latest booking. */
function appointmentOf(slot: SlotState | undefined, slots: readonly SlotState[], today: string) {
  const usual = slots.filter(each => each.plannedOn !== undefined).at(-1)
  const { plannedOn = today, plannedAt = usual?.plannedAt ?? '10:00', plannedWhere = '', plannedWith = '' } = slot ?? {}
  const again = slot?.settledOn !== undefined && slot.settledOn >= plannedOn
  return { plannedOn: again ? today : plannedOn, plannedAt, plannedWhere, plannedWith }
}
