import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { SlotState } from '../../main/contract/session.ts'
import { useCommand, useCore } from '../core.ts'
import { useToday } from '../useToday.ts'
import { ClockInput } from './clockInput.tsx'
import { DayInput } from './dayInput.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './notice.tsx'

type PlanDialogProps = { clientId: string; slots: readonly SlotState[]; next: SlotState | undefined; onClose(): void }

/** When a session is to be held; any that is not yet held may be chosen, in any order. */
export function PlanDialog({ clientId, slots, next, onClose }: PlanDialogProps) {
  const today = useToday()
  const manual = useCore('manual.contents', {})
  const schedule = useCommand('plan.schedule')
  const [slotId, setSlotId] = useState(next?.id ?? slots[0]?.id ?? '')
  const chosen = slots.find(each => each.id === slotId)
  const [plannedOn, setPlannedOn] = useState(chosen?.plannedOn ?? today)
  const [plannedAt, setPlannedAt] = useState(chosen?.plannedAt ?? '10:00')
  const titleOf = (number: number) => manual.data?.chapters.find(each => each.session === number)?.title ?? ''
  return (
    <Dialog onClose={onClose} title="Planera träffar">
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          if (chosen === undefined) return
          schedule.mutate(
            { clientId, slotId: chosen.id, plannedOn, ...(plannedAt === '' ? {} : { plannedAt }) },
            { onSuccess: onClose },
          )
        }}
      >
        <Select
          label="Träff"
          data-autofocus
          data={slots
            .filter(each => each.outcome !== 'held')
            .map(each => ({ value: each.id, label: `${each.number}. ${titleOf(each.number)}` }))}
          value={slotId}
          onChange={value => setSlotId(slots.find(each => each.id === value)?.id ?? slotId)}
        />
        <div className="form-grid">
          <DayInput label="Dag" required value={plannedOn} onChange={setPlannedOn} />
          <ClockInput label="Tid" value={plannedAt} onChange={setPlannedAt} />
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
    </Dialog>
  )
}
