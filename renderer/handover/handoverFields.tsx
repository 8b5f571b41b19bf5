import { Autocomplete, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import { consentMannerWords } from '../../main/contract/consentWords.ts'
import { coverWords } from '../../main/contract/handoverWords.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { ConsentParts } from '../consent/consentParts.tsx'
import { useCore } from '../core/core.ts'
import { choicesOf } from '../ui/choices.ts'
import { ClockInput } from '../ui/clockInput.tsx'
import { DayInput } from '../ui/dayInput.tsx'
import type { HandoverDraft } from './handoverDraft.ts'

type FieldsProps = { value: HandoverDraft; onChange(part: Partial<HandoverDraft>): void }

/** To whom, which parts, until when, and how the client gave leave. */
export function ConsentFields({ clientId, value, onChange }: FieldsProps & { clientId: string }) {
  const units = useCore('unit.list', {})
  const me = useCore('user.me', {})
  return (
    <>
      <section className="card stack" aria-label="Mottagare">
        <h2>Mottagare</h2>
        <div className="form-grid">
          <Autocomplete
            size="md"
            label="Enhet"
            placeholder="t.ex. Eskilstuna kommun"
            required
            autoFocus
            data={(units.data ?? []).map(each => each.name).filter(each => each !== me.data?.unit.name)}
            value={value.receiverName}
            onChange={receiverName =>
              onChange({
                receiverName,
                receiverKind: units.data?.find(each => each.name === receiverName)?.kind ?? value.receiverKind,
              })
            }
          />
          <Select
            label="Slag av enhet"
            data={choicesOf(unitKindWords)}
            value={value.receiverKind}
            onChange={kind => onChange({ receiverKind: (kind ?? value.receiverKind) as UnitKind })}
          />
        </div>
      </section>
      <section className="card stack" aria-label="Samtycke">
        <h2>Klientens samtycke</h2>
        <p className="small soft">
          Samtycket häver sekretessen mot mottagaren för det som kryssas i. Personuppgifter, vårdkedja och planen följer
          alltid med.
        </p>
        <ConsentParts clientId={clientId} value={value.parts} onChange={parts => onChange({ parts })} />
        <div className="form-grid">
          <Select
            label="Så gavs det"
            data={choicesOf(consentMannerWords)}
            placeholder="Välj"
            required
            value={value.manner === '' ? null : value.manner}
            onChange={manner => onChange({ manner: manner === 'orally' ? 'orally' : 'inWriting' })}
          />
          <DayInput
            label="Gäller till och med"
            required
            value={value.validUntil}
            onChange={validUntil => onChange({ validUntil })}
          />
          <TextInput
            className="wide"
            label="Bevittnat av"
            description="Om någon mer var med."
            value={value.witness}
            onChange={event => onChange({ witness: event.currentTarget.value })}
          />
        </div>
      </section>
    </>
  )
}

/** What the next therapist reads first, and the first session in aftercare. */
export function CoverFields({ value, onChange }: FieldsProps) {
  const { cover } = value
  const write = (part: Partial<HandoverDraft['cover']>) => onChange({ cover: { ...cover, ...part } })
  return (
    <>
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
            <TextInput
              label="Med vem"
              required
              autoFocus
              value={value.withWhom}
              onChange={event => onChange({ withWhom: event.currentTarget.value })}
            />
            <TextInput
              label="Var"
              required
              value={value.where}
              onChange={event => onChange({ where: event.currentTarget.value })}
            />
            <DayInput label="Dag" required value={value.on} onChange={on => onChange({ on })} />
            <ClockInput label="Tid" required value={value.at} onChange={at => onChange({ at })} />
          </div>
        ) : (
          <TextInput
            label="Varför ingen tid är bokad"
            required
            value={value.reason}
            onChange={event => onChange({ reason: event.currentTarget.value })}
          />
        )}
      </section>
      <section className="card stack" aria-label="Försättsblad">
        <h2>Det nästa behandlare läser först</h2>
        <Textarea
          label={coverWords.situation}
          required
          minRows={2}
          value={cover.situation}
          onChange={event => write({ situation: event.currentTarget.value })}
        />
        <Textarea
          label={coverWords.done}
          minRows={2}
          value={cover.done}
          onChange={event => write({ done: event.currentTarget.value })}
        />
        <Textarea
          label={coverWords.next}
          required
          minRows={2}
          value={cover.next}
          onChange={event => write({ next: event.currentTarget.value })}
        />
        <Textarea
          label={coverWords.watchFor}
          minRows={2}
          value={cover.watchFor}
          onChange={event => write({ watchFor: event.currentTarget.value })}
        />
        <Textarea
          label="Klientens egna ord till dig som tar över"
          minRows={2}
          value={cover.clientWords}
          onChange={event => write({ clientWords: event.currentTarget.value })}
        />
        <Textarea
          label="Om klienten ser överlämningen annorlunda"
          description="Med klientens egna ord. Det följer med och skrivs ut tillsammans med försättsbladet."
          minRows={2}
          maxLength={2000}
          value={value.disagreement}
          onChange={event => onChange({ disagreement: event.currentTarget.value })}
        />
      </section>
    </>
  )
}
