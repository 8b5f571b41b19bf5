import { Checkbox } from '@mantine/core'
import type { ConsentPart } from '../../main/contract/consent.ts'
import { consentPartWords } from '../../main/contract/consentWords.ts'
import type { SecrecyAbout } from '../../main/contract/secrecy.ts'
import { useCore } from '../core/core.ts'
import { choicesOf } from '../ui/choices.ts'

/** What a package holds of its own: remarks go with what they concern, consents and earlier handovers stay. */
const GOES_ALONG: readonly SecrecyAbout['kind'][] = ['session', 'goal', 'offer', 'worksheet', 'chainEvent']

const staysOtherwise = (records: number) =>
  records === 1
    ? 'En uppgift faller dit. Utan kryss här följer den inte med.'
    : `${records} uppgifter faller dit. Utan kryss här följer de inte med.`

type ConsentPartsProps = { clientId: string; value: readonly ConsentPart[]; onChange(parts: ConsentPart[]): void }

/** What a waiver lets out, part by part; health care only where the client has some. */
export function ConsentParts({ clientId, value, onChange }: ConsentPartsProps) {
  const secrecy = useCore('secrecy.ofClient', { clientId })
  const healthCare = (secrecy.data ?? []).filter(
    each => each.branch === 'healthCare' && GOES_ALONG.includes(each.about.kind),
  ).length
  return (
    <Checkbox.Group
      size="md"
      label="Det här får lämnas ut"
      value={[...value]}
      onChange={parts => onChange(parts as ConsentPart[])}
    >
      <div className="stack-tight form-choices">
        {choicesOf(consentPartWords)
          .filter(each => each.value !== 'healthCare' || healthCare > 0 || value.includes('healthCare'))
          .map(each => (
            <Checkbox
              key={each.value}
              value={each.value}
              label={each.label}
              {...(each.value === 'healthCare' ? { description: staysOtherwise(healthCare) } : {})}
            />
          ))}
      </div>
    </Checkbox.Group>
  )
}
