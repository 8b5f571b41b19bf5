import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { SlotState } from '../../main/contract/plan.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useLifeOf } from '../core/useClientDays.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { type Changes, useChanges } from '../draft/useChanges.ts'
import { flushPendingOutcomes } from '../plan/pendingOutcomes.tsx'
import { OutcomeFirst } from '../plan/undocumented.tsx'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { clock, shortDay } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { isDay } from '../ui/readDay.ts'
import { fromNow } from '../ui/usualDays.ts'

/** The session about a lapse, which may be pulled forward at any time. Source: method.md section 7, S16. */
export const LAPSE_SESSION = 16
/** The reason that says a lapse kept the client away. */
export const LAPSE_REASON = 'lapse'

/**
 * Pulls session 16 forward: goes to it at once, or plans it for a day. Whatever is being written where the dialog was
 * opened stays as a draft.
 */
export function LapseDialog({ clientId, onClose }: { clientId: string; onClose(): void }) {
  const today = useToday()
  const plan = useCore('plan.ofClient', { clientId })
  const changes = useChanges(clientId, 'lapse', { plannedOn: today, plannedAt: '' })
  const slot = plan.data?.find(each => each.number === LAPSE_SESSION)
  if (slot === undefined) return null
  if (slot.outcome === 'held')
    return (
      <Dialog title="Träff 16 har hållits" onClose={onClose}>
        <InfoNotice>
          Träff 16 hölls {slot.settledOn === undefined ? '' : shortDay(slot.settledOn, today)}. Den ligger kvar som den
          är. Ta stegen och bladen ur kapitel 16 i den träff ni har nu, med <b>Ur ett annat kapitel</b>.
        </InfoNotice>
        <div className="form-buttons">
          <Button onClick={onClose}>Stäng</Button>
        </div>
      </Dialog>
    )
  if (!slot.mayMove)
    return (
      <Dialog title="Ta träff 16 nu" onClose={onClose}>
        <OutcomeFirst clientId={clientId} slot={slot} onGo={onClose} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Inte nu
          </Button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title="Ta träff 16 nu" onClose={onClose}>
      {changes && <LapseForm clientId={clientId} slot={slot} changes={changes} onClose={onClose} />}
    </Dialog>
  )
}

type LapseFormProps = {
  clientId: string
  slot: SlotState
  changes: Changes<{ plannedOn: string; plannedAt: string }>
  onClose(): void
}

function LapseForm({ clientId, slot, changes: { values, change, draft }, onClose }: LapseFormProps) {
  const today = useToday()
  const [, go] = useLocation()
  const schedule = useCommand('plan.schedule')
  const { plannedOn, plannedAt } = values

  async function take(on: string, at: string, goThere: boolean) {
    if (on < today) return
    await flushPendingOutcomes()
    schedule.mutate(
      { clientId, slotId: slot.id, plannedOn: on, ...(at === '' ? {} : { plannedAt: at }) },
      {
        onSuccess: () => {
          void draft.discard()
          onClose()
          if (goThere) go(`/client/${clientId}/session/${slot.id}`)
        },
      },
    )
  }

  return (
    <Form className="stack" onSave={() => void take(plannedOn, plannedAt, false)}>
      <p>
        Om det har hänt något är det en anledning att ses, inte att sluta. Träff 16 kan hållas när som helst och i
        vilken ordning som helst. Det du håller på med finns kvar som utkast.
      </p>
      {slot.awaited && slot.plannedOn !== undefined && (
        <p className="small soft">
          Träff 16 är planerad till {shortDay(slot.plannedOn, today)}
          {slot.plannedAt !== undefined && ` kl. ${clock(slot.plannedAt)}`}. En ny dag ersätter den.
        </p>
      )}
      <div className="form-buttons form-buttons-left">
        <Button data-autofocus loading={schedule.isPending} onClick={() => void take(today, '', true)}>
          Gå till träff 16 nu
        </Button>
      </div>
      <div className="form-grid">
        <DayInput
          label="Eller planera den till"
          required
          usual={fromNow(useLifeOf(clientId))}
          value={plannedOn}
          onChange={day => change({ plannedOn: day })}
        />
        <ClockInput label="Tid" value={plannedAt} onChange={time => change({ plannedAt: time })} />
      </div>
      <ErrorNotice error={schedule.error} />
      <div className="form-buttons">
        <SavedAt draft={draft} />
        <Button variant="default" onClick={onClose}>
          Inte nu
        </Button>
        <Button type="submit" variant="default" aria-disabled={isDay(plannedOn) && plannedOn < today}>
          Planera träff 16
        </Button>
      </div>
    </Form>
  )
}
