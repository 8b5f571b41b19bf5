import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../main/contract/index.ts'
import type { ReviewSettings } from '../../main/contract/logReview.ts'
import { useCommand } from '../core/core.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { NumberInput } from '../ui/numberInput.tsx'
import { numberIn } from '../ui/readNumber.ts'
import { longAgo } from '../ui/usualDays.ts'

type NumberField = 'sampleSize' | 'clientsAnHour' | 'everyMonths'
/** A number while it is typed: text until it is read. */
type Typed = number | string | undefined
type SettingsTyped = Omit<ReviewSettings, NumberField> & Record<NumberField, Typed>

function readSettings({ sampleSize, clientsAnHour, everyMonths, ...rest }: SettingsTyped): ReviewSettings {
  return {
    ...rest,
    sampleSize: numberIn(sampleSize),
    clientsAnHour: numberIn(clientsAnHour),
    everyMonths: numberIn(everyMonths),
  }
}

type BeginReviewDialogProps = {
  next: Output<'logReview.list'>['next']
  onBegun(reviewId: string): void
  onClose(): void
}

/** The period, and what this unit looks for; as it was the last time. */
export function BeginReviewDialog({ next, onBegun, onClose }: BeginReviewDialogProps) {
  const begin = useCommand('logReview.begin')
  const [days, setDays] = useState({ fromOn: next.fromOn, toOn: next.toOn })
  const [settings, setSettings] = useState<SettingsTyped>(next.settings)
  const set = (part: Partial<SettingsTyped>) => setSettings(current => ({ ...current, ...part }))
  return (
    <Dialog title="Börja logguppföljning" onClose={onClose}>
      <Form
        className="stack"
        onSave={() => {
          begin.mutate(
            { ...days, settings: readSettings(settings) },
            { onSuccess: ({ reviewId }) => onBegun(reviewId) },
          )
        }}
      >
        <p className="soft">
          Arton går igenom loggen sedan förra uppföljningen, räknar, drar ett stickprov av slumpen och letar efter
          mönster. Du bedömer.
        </p>
        <div className="form-grid">
          <DayInput
            label="Från och med"
            usual={longAgo()}
            required
            value={days.fromOn}
            onChange={fromOn => setDays(now => ({ ...now, fromOn }))}
          />
          <DayInput
            label="Till och med"
            usual={longAgo()}
            required
            value={days.toOn}
            onChange={toOn => setDays(now => ({ ...now, toOn }))}
          />
          <SettingsFields settings={settings} onChange={set} />
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
      </Form>
    </Dialog>
  )
}

type SettingsFieldsProps = { settings: SettingsTyped; onChange(part: Partial<SettingsTyped>): void }

/** How much is drawn and how often, and what is unusual here. */
function SettingsFields({ settings, onChange }: SettingsFieldsProps) {
  const number = (field: NumberField) => ({
    value: settings[field],
    onChange: (value: Typed) => onChange({ [field]: value }),
  })
  return (
    <>
      <NumberInput
        label="Tillfällen i stickprovet"
        description="Ett tillfälle är en användare, en klient, en dag."
        required
        min={1}
        max={200}
        {...number('sampleSize')}
      />
      <NumberInput
        label="Månader till nästa"
        description="En månad är det vanliga."
        required
        min={1}
        max={12}
        {...number('everyMonths')}
      />
      <ClockInput
        label="Ordinarie tid från"
        required
        value={settings.hoursFrom}
        onChange={hoursFrom => onChange({ hoursFrom })}
      />
      <ClockInput
        label="Ordinarie tid till"
        required
        value={settings.hoursTo}
        onChange={hoursTo => onChange({ hoursTo })}
      />
      <NumberInput
        label="Klienter på en timme"
        description="Fler olika än så tas upp."
        required
        min={2}
        max={200}
        {...number('clientsAnHour')}
      />
    </>
  )
}
