import { Checkbox, type CheckboxProps, Select, type SelectProps } from '@mantine/core'
import { sexWords } from '../../main/contract/clientWords.ts'
import { clientDetailWords } from '../../main/contract/identityWords.ts'
import { choicesOf } from '../ui/choices.ts'

/** The client's sex, as the law counts it. */
export function SexSelect(props: SelectProps) {
  return <Select label="Kön" required data={choicesOf(sexWords)} {...props} />
}

export function ProtectedIdentityCheckbox(props: CheckboxProps) {
  return (
    <Checkbox
      className="wide"
      size="md"
      label={clientDetailWords.protectedIdentity}
      description="Namnet döljs i listor och skrivs aldrig på ett försättsblad."
      {...props}
    />
  )
}
