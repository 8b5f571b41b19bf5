import { consentKindWords } from '../../main/contract/consentWords.ts'
import { CarryRecord } from '../mistake/carryRecord.tsx'
import { StruckList } from '../mistake/struckList.tsx'
import { dayAndYear } from '../ui/format.ts'
import { carriedConsent } from './consentDraft.ts'

const AGAIN =
  'Ett ja följer inte med: läs orden med klienten igen. Gavs samtycket skriftligt skrivs ett nytt papper ut och skrivs under.'

type StruckConsentsProps = {
  clientId: string
  mayStrike: boolean
  /** One of them; all where it is left out. */
  only?: string
}

/** Consents that were written down by mistake: they give no right to anything. */
export function StruckConsents({ clientId, mayStrike, only }: StruckConsentsProps) {
  return (
    <StruckList
      clientId={clientId}
      kind="consent"
      mayStrike={mayStrike}
      only={({ record }) => only === undefined || record.consent.id === only}
      label={({ consent }) => `${consentKindWords[consent.kind]}, ${consent.receiver}`}
      text={({ consent }) => (
        <>
          <p>
            {consentKindWords[consent.kind]}, {consent.receiver}, {dayAndYear(consent.givenOn)}
          </p>
          <p className="note-text">{consent.text}</p>
        </>
      )}
      next={({ mistake, record: { consent } }) => (
        <CarryRecord
          clientId={clientId}
          mistake={mistake}
          carried={{
            place: 'consent',
            content: carriedConsent(consent, mistake.reason),
            path: 'consents/new',
            day: 'Dag klienten sa ja',
            again: AGAIN,
          }}
        />
      )}
    />
  )
}
