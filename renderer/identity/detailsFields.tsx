import { SegmentedControl } from '@mantine/core'
import type { Client } from '../../main/contract/client.ts'
import { earlierNumberWords } from '../../main/contract/identityWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { isMunicipalityCode } from '../municipality/municipalityCode.ts'
import { MunicipalitySelect } from '../municipality/municipalitySelect.tsx'
import { choicesOf } from '../ui/choices.ts'
import { LineField } from '../ui/textFields.tsx'
import { ProtectedIdentityCheckbox, SexSelect } from './personFields.tsx'

export type Details = Pick<Client, 'name' | 'caseNumber' | 'sex' | 'protectedIdentity'> & {
  /** A code; empty while it is to be chosen. */
  homeMunicipality: string
  number: string
  /** What the number that stood before was: the client's own, or wrongly written. */
  earlierNumber: 'own' | 'wrong'
  reason: string
}
type TextField = 'name' | 'number' | 'caseNumber' | 'reason'

/** What stands in a field that must not be left empty, when it is. */
const REQUIRED: Partial<Record<TextField, string>> = {
  name: 'Skriv klientens namn.',
  reason: 'Skriv varför, med några ord.',
}

const isEmpty = (words: string) => words.trim() === ''

/** Nothing that must be filled in is empty. */
export function isComplete({ name, homeMunicipality, reason }: Details): boolean {
  return ![name, reason].some(isEmpty) && isMunicipalityCode(homeMunicipality)
}

type DetailsFieldsProps = {
  values: Details
  onChange(part: Partial<Details>): void
  /** As it stands in the binder, without its middle; empty where there is none. */
  maskedNumber: string
  /** What stands as the home municipality and could not be read as one. */
  unreadMunicipality: string | undefined
  /** Says what is missing: someone has tried to save. */
  showMissing: boolean
}

export function DetailsFields({ values, onChange, maskedNumber, unreadMunicipality, showMissing }: DetailsFieldsProps) {
  const text = (field: TextField) => ({
    value: values[field],
    error: showMissing && isEmpty(values[field]) && REQUIRED[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => onChange({ [field]: event.currentTarget.value }),
  })
  return (
    <div className="form-grid">
      <LineField
        longest={longestOf('client.changeDetails', 'name')}
        className="wide"
        label="Namn"
        required
        data-autofocus
        {...text('name')}
      />
      <LineField
        longest={longestOf('client.changeDetails', 'number')}
        label={maskedNumber === '' ? 'Personnummer' : 'Nytt personnummer'}
        description={
          maskedNumber === ''
            ? 'Eller samordningsnummer eller nationellt reservnummer.'
            : `Lämna tomt om ${maskedNumber} ska stå kvar.`
        }
        placeholder="ÅÅÅÅMMDD-NNNN"
        autoComplete="off"
        {...text('number')}
      />
      <LineField
        longest={longestOf('client.changeDetails', 'caseNumber')}
        label="Ärendenummer"
        description="Det förra hittar också klienten."
        {...text('caseNumber')}
      />
      {maskedNumber !== '' && !isEmpty(values.number) && (
        <EarlierNumber value={values.earlierNumber} onChange={earlierNumber => onChange({ earlierNumber })} />
      )}
      <SexSelect value={values.sex} onChange={value => onChange({ sex: value === 'man' ? 'man' : 'woman' })} />
      <MunicipalitySelect
        label="Hemkommun"
        required
        description={unreadMunicipality && `Förut stod ”${unreadMunicipality}”.`}
        value={values.homeMunicipality}
        error={showMissing && !isMunicipalityCode(values.homeMunicipality) && 'Välj hemkommunen i listan.'}
        onChange={homeMunicipality => onChange({ homeMunicipality })}
      />
      <ProtectedIdentityCheckbox
        checked={values.protectedIdentity}
        onChange={event => onChange({ protectedIdentity: event.currentTarget.checked })}
      />
      <LineField
        longest={longestOf('client.changeDetails', 'reason')}
        className="wide"
        label="Varför"
        description="Till exempel: nytt personbevis, har gift sig, var fel skrivet."
        required
        {...text('reason')}
      />
    </div>
  )
}

type EarlierNumberProps = {
  value: Details['earlierNumber']
  onChange(earlierNumber: Details['earlierNumber']): void
}

function EarlierNumber({ value, onChange }: EarlierNumberProps) {
  return (
    <div className="wide stack-tight">
      <span id="earlier-number">Det nummer som stod förut</span>
      <SegmentedControl
        aria-labelledby="earlier-number"
        data={choicesOf(earlierNumberWords)}
        value={value}
        onChange={chosen => onChange(chosen === 'wrong' ? 'wrong' : 'own')}
      />
    </div>
  )
}
