import { consentKindWords } from '../../main/contract/consentWords.ts'
import { StruckList } from '../mistake/struckList.tsx'
import { dayAndYear } from '../ui/format.ts'

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
    />
  )
}
