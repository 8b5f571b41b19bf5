import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../main/contract/index.ts'
import type { ReviewSettings } from '../../main/contract/logReview.ts'
import { useCommand } from '../core/core.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/notice.tsx'

type BeginReviewDialogProps = {
  next: Output<'logReview.list'>['next']
  onBegun(reviewId: string): void
  onClose(): void
}

/** The period, and what this unit looks for; as it was the last time. */
export function BeginReviewDialog({ next, onBegun, onClose }: BeginReviewDialogProps) {
  const begin = useCommand('logReview.begin')
  const [days, setDays] = useState({ fromOn: next.fromOn, toOn: next.toOn })
  const [settings, setSettings] = useState(next.settings)
  const set = (part: Partial<ReviewSettings>) => setSettings(current => ({ ...current, ...part }))
  const number = (
    label: string,
    description: string,
    field: 'sampleSize' | 'clientsAnHour' | 'everyMonths',
    most: number,
  ) => (
    <NumberInput
      size="md"
      label={label}
      description={description}
      min={field === 'clientsAnHour' ? 2 : 1}
      max={most}
      required
      value={settings[field]}
      onChange={value => set({ [field]: Number(value) })}
    />
  )
  return (
    <Dialog title="Börja logguppföljning" onClose={onClose}>
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          begin.mutate({ ...days, settings }, { onSuccess: ({ reviewId }) => onBegun(reviewId) })
        }}
      >
        <p className="soft">
          Arton går igenom loggen sedan förra uppföljningen, räknar, drar ett stickprov av slumpen och letar efter
          mönster. Du bedömer.
        </p>
        <div className="form-grid">
          <DayInput
            label="Från och med"
            required
            value={days.fromOn}
            onChange={fromOn => setDays({ ...days, fromOn })}
          />
          <DayInput label="Till och med" required value={days.toOn} onChange={toOn => setDays({ ...days, toOn })} />
          {number('Tillfällen i stickprovet', 'Ett tillfälle är en användare, en klient, en dag.', 'sampleSize', 200)}
          {number('Månader till nästa', 'En månad är det vanliga.', 'everyMonths', 12)}
          <ClockInput
            label="Ordinarie tid från"
            required
            value={settings.hoursFrom}
            onChange={hoursFrom => set({ hoursFrom })}
          />
          <ClockInput
            label="Ordinarie tid till"
            required
            value={settings.hoursTo}
            onChange={hoursTo => set({ hoursTo })}
          />
          {number('Klienter på en timme', 'Fler olika än så tas upp.', 'clientsAnHour', 200)}
        </div>
        <ErrorNotice error={begin.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={begin.isPending}>
            Börja
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
