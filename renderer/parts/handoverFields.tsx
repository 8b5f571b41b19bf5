import { Autocomplete, Checkbox, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core'
import type { ConsentPart } from '../../main/contract/consent.ts'
import type { SecrecyAbout } from '../../main/contract/secrecy.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { useCore } from '../core.ts'
import { choicesOf, unitKindText } from '../texts.ts'
import { ClockInput } from './clockInput.tsx'
import { DayInput } from './dayInput.tsx'
import type { HandoverDraft } from './handoverDraft.ts'

export const partText: Record<ConsentPart, string> = {
  sessions: 'Träffar: närvaro, utfall, procedurer, hemuppgifter',
  notes: 'Anteckningar och klientens egna ord från träffarna',
  goals: 'Mål och steg',
  worksheets: 'Arbetsblad, skattningar och stoppkort',
  offers: 'Erbjudanden och svar',
  healthCare: 'Hälso- och sjukvård: också det som faller under den sekretessen',
}

/** What a package holds of its own: remarks go with what they concern, consents and earlier handovers stay. */
const GOES_ALONG: readonly SecrecyAbout['kind'][] = ['session', 'goal', 'offer', 'worksheet', 'chainEvent']

const staysOtherwise = (records: number) =>
  records === 1
    ? 'En uppgift faller dit. Utan kryss här följer den inte med.'
    : `${records} uppgifter faller dit. Utan kryss här följer de inte med.`

type FieldsProps = { value: HandoverDraft; onChange(part: Partial<HandoverDraft>): void }

/** To whom, which parts, until when, and how the client gave leave. */
export function ConsentFields({ clientId, value, onChange }: FieldsProps & { clientId: string }) {
  const secrecy = useCore('secrecy.ofClient', { clientId })
  const healthCare = (secrecy.data ?? []).filter(
    each => each.branch === 'healthCare' && GOES_ALONG.includes(each.about.kind),
  ).length
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
            data={choicesOf(unitKindText)}
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
        <Checkbox.Group
          size="md"
          label="Det här får lämnas ut"
          value={value.parts}
          onChange={parts => onChange({ parts: parts as ConsentPart[] })}
        >
          <div className="stack-tight form-choices">
            {choicesOf(partText)
              .filter(each => each.value !== 'healthCare' || healthCare > 0 || value.parts.includes('healthCare'))
              .map(each => (
                <Checkbox
                  key={each.value}
                  value={each.value}
                  label={each.label}
                  {...(each.value === 'healthCare'
                    ? {
                        description: staysOtherwise(healthCare),
                      }
                    : {})}
                />
              ))}
          </div>
        </Checkbox.Group>
        <div className="form-grid">
          <Select
            label="Så gavs det"
            data={[
              { value: 'inWriting', label: 'Skriftligt' },
              { value: 'orally', label: 'Muntligt' },
            ]}
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
          label="Läget"
          required
          minRows={2}
          value={cover.situation}
          onChange={event => write({ situation: event.currentTarget.value })}
        />
        <Textarea
          label="Det här är gjort"
          minRows={2}
          value={cover.done}
          onChange={event => write({ done: event.currentTarget.value })}
        />
        <Textarea
          label="Nästa steg"
          required
          minRows={2}
          value={cover.next}
          onChange={event => write({ next: event.currentTarget.value })}
        />
        <Textarea
          label="Var uppmärksam på"
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
