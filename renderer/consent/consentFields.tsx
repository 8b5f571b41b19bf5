import { SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ConsentKind } from '../../main/contract/consent.ts'
import { consentMannerWords, shortConsentKindWords } from '../../main/contract/consentWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { LineField } from '../ui/textFields.tsx'
import { someYearsAhead, untilNow } from '../ui/usualDays.ts'
import { UnitNameInput } from '../unit/unitNameInput.tsx'
import type { ConsentDraft } from './consentDraft.ts'
import { ConsentParts } from './consentParts.tsx'

type FieldsProps = { value: ConsentDraft; onChange(part: Partial<ConsentDraft>): void }

/** What the consent is about: towards whom, what of the record or of the plan, and until when. */
export function ConsentScope({ clientId, value, onChange }: FieldsProps & { clientId: string }) {
  const isWaiver = value.kind === 'waiver'
  return (
    <section className="card stack no-print" aria-label="Vad samtycket gäller">
      <SegmentedControl
        aria-label="Samtycke till"
        data={choicesOf(shortConsentKindWords)}
        value={value.kind}
        onChange={kind => onChange({ kind: kind as ConsentKind })}
      />
      <UnitNameInput
        withoutOwn
        label={isWaiver ? 'Mottagare' : 'Tillsammans med'}
        placeholder={isWaiver ? 't.ex. Eskilstuna kommun' : 't.ex. socialtjänsten och vårdcentralen'}
        required
        autoFocus
        value={value.receiver}
        onChange={receiver => onChange({ receiver })}
      />
      {isWaiver ? (
        <ConsentParts clientId={clientId} value={value.parts} onChange={parts => onChange({ parts })} />
      ) : (
        <LineField
          longest={longestOf('consent.give', 'concerns')}
          label="Planen handlar om"
          placeholder="t.ex. boende, mediciner och vem som hjälper till med vad"
          required
          value={value.concerns}
          onChange={event => onChange({ concerns: event.currentTarget.value })}
        />
      )}
      <DayInput
        label="Gäller till och med"
        usual={someYearsAhead()}
        required
        value={value.validUntil}
        onChange={validUntil => onChange({ validUntil })}
      />
    </section>
  )
}

/** How the client said yes, once the words have been read. */
export function ConsentGiven({ value, onChange }: FieldsProps) {
  return (
    <section className="card stack no-print" aria-label="Hur det gavs">
      <p className="small soft">
        Läs orden tillsammans. Skriv ut dem om klienten vill skriva under eller ha dem med sig.
      </p>
      <MannerFields value={value} onChange={onChange}>
        <DayInput
          label="Dag klienten sa ja"
          usual={untilNow()}
          required
          value={value.givenOn}
          onChange={givenOn => onChange({ givenOn })}
        />
      </MannerFields>
    </section>
  )
}

type Manner = Pick<ConsentDraft, 'manner' | 'witness'>
type MannerFieldsProps = {
  value: Manner
  onChange(part: Partial<Manner>): void
  /** The day that belongs to it. */
  children: ReactNode
}

/** In writing or orally, and who witnessed it. */
export function MannerFields({ value, onChange, children }: MannerFieldsProps) {
  return (
    <div className="form-grid">
      <Select
        label="Så gavs det"
        data={choicesOf(consentMannerWords)}
        placeholder="Välj"
        required
        value={value.manner === '' ? null : value.manner}
        onChange={manner => onChange({ manner: (manner ?? value.manner) as Manner['manner'] })}
      />
      {children}
      <LineField
        longest={longestOf('consent.give', 'witness')}
        className="wide"
        label="Bevittnat av"
        description="Om någon mer var med."
        value={value.witness}
        onChange={event => onChange({ witness: event.currentTarget.value })}
      />
    </div>
  )
}
