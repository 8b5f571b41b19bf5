import { SegmentedControl, Select } from '@mantine/core'
import type { Cover } from '../../main/contract/handover.ts'
import { coverWords } from '../../main/contract/handoverWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { MannerFields } from '../consent/consentFields.tsx'
import { ConsentParts } from '../consent/consentParts.tsx'
import { choicesOf } from '../ui/choices.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import { LineField, TextField } from '../ui/textFields.tsx'
import { fromNow, someYearsAhead } from '../ui/usualDays.ts'
import { UnitNameInput } from '../unit/unitNameInput.tsx'
import type { HandoverDraft } from './handoverDraft.ts'

type FieldsProps = { value: HandoverDraft; onChange(part: Partial<HandoverDraft>): void }

export function ReceiverFields({ value, onChange }: FieldsProps) {
  return (
    <section className="card stack" aria-label="Mottagare">
      <h2>Mottagare</h2>
      <div className="form-grid">
        <UnitNameInput
          withoutOwn
          label="Enhet"
          placeholder="t.ex. Eskilstuna kommun"
          required
          autoFocus
          kind={value.receiverKind}
          value={value.receiverName}
          onChange={(receiverName, kind) => onChange({ receiverName, receiverKind: kind ?? value.receiverKind })}
        />
        <Select
          label="Slag av enhet"
          data={choicesOf(unitKindWords)}
          value={value.receiverKind}
          onChange={kind => onChange({ receiverKind: (kind ?? value.receiverKind) as UnitKind })}
        />
      </div>
    </section>
  )
}

/** Which parts, until when, and how the client gave leave. */
export function ConsentFields({ clientId, value, onChange }: FieldsProps & { clientId: string }) {
  return (
    <section className="card stack" aria-label="Samtycke">
      <h2>Klientens samtycke</h2>
      <p className="small soft">
        Samtycket häver sekretessen mot mottagaren för det som kryssas i. Personuppgifter, vårdkedja och planen följer
        alltid med.
      </p>
      <ConsentParts clientId={clientId} value={value.parts} onChange={parts => onChange({ parts })} />
      <MannerFields value={value} onChange={onChange}>
        <DayInput
          label="Gäller till och med"
          usual={someYearsAhead()}
          required
          value={value.validUntil}
          onChange={validUntil => onChange({ validUntil })}
        />
      </MannerFields>
    </section>
  )
}

/** The first session in aftercare, or why none is booked. */
export function FirstAppointmentFields({ value, onChange }: FieldsProps) {
  return (
    <section className="card stack" aria-label="Första träffen i eftervården">
      <h2>Första träffen i eftervården</h2>
      <SegmentedControl
        aria-label="Är en tid bokad?"
        data={[
          { value: 'yes', label: 'Tid bokad' },
          { value: 'no', label: 'Ingen tid bokad' },
        ]}
        value={value.booked ? 'yes' : 'no'}
        onChange={booked => onChange({ booked: booked === 'yes' })}
      />
      {value.booked ? (
        <div className="form-grid">
          <LineField
            longest={longestOf('handover.seal', 'firstAppointment.withWhom')}
            label="Med vem"
            required
            autoFocus
            value={value.withWhom}
            onChange={event => onChange({ withWhom: event.currentTarget.value })}
          />
          <LineField
            longest={longestOf('handover.seal', 'firstAppointment.where')}
            label="Var"
            required
            value={value.where}
            onChange={event => onChange({ where: event.currentTarget.value })}
          />
          <DayInput label="Dag" usual={fromNow()} required value={value.on} onChange={on => onChange({ on })} />
          <ClockInput label="Tid" required value={value.at} onChange={at => onChange({ at })} />
        </div>
      ) : (
        <LineField
          longest={longestOf('handover.seal', 'firstAppointment.reason')}
          label="Varför ingen tid är bokad"
          required
          value={value.reason}
          onChange={event => onChange({ reason: event.currentTarget.value })}
        />
      )}
    </section>
  )
}

const COVER_FIELDS: readonly { name: keyof Cover; label: string; required?: boolean }[] = [
  { name: 'situation', label: coverWords.situation, required: true },
  { name: 'done', label: coverWords.done },
  { name: 'next', label: coverWords.next, required: true },
  { name: 'watchFor', label: coverWords.watchFor },
  { name: 'clientWords', label: 'Klientens egna ord till dig som tar över' },
]

/** What the next therapist reads first. */
export function CoverFields({ value, onChange }: FieldsProps) {
  return (
    <section className="card stack" aria-label="Försättsblad">
      <h2>Det nästa behandlare läser först</h2>
      {COVER_FIELDS.map(({ name, label, required = false }) => (
        <TextField
          longest={longestOf('handover.seal', `cover.${name}`)}
          key={name}
          label={label}
          required={required}
          minRows={2}
          value={value.cover[name]}
          onChange={event => onChange({ cover: { ...value.cover, [name]: event.currentTarget.value } })}
        />
      ))}
      <TextField
        longest={longestOf('handover.seal', 'disagreement')}
        label="Om klienten ser överlämningen annorlunda"
        description="Med klientens egna ord. Det följer med och skrivs ut tillsammans med försättsbladet."
        minRows={2}
        value={value.disagreement}
        onChange={event => onChange({ disagreement: event.currentTarget.value })}
      />
    </section>
  )
}
