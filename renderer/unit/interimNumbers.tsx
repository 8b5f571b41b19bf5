import { Switch } from '@mantine/core'
import { useCommand, useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { ErrorNotice } from '../ui/notice.tsx'

/** Whether interim numbers are taken here. The administrator chooses; everyone may know it. */
export function InterimNumbers() {
  const taken = useCore('unit.interimNumbers', {}).data?.taken ?? false
  const choose = useCommand('unit.setInterimNumbers')
  const may = useMay()
  return (
    <div className="card stack">
      <Switch
        label="Ta emot interimsnummer (T-nummer)"
        description="Nummer med bokstav som en del myndigheter ger den som väntar på personnummer. Samordningsnummer och nationella reservnummer tas alltid emot."
        checked={taken}
        disabled={!may('unit.setInterimNumbers') || choose.isPending}
        onChange={event => choose.mutate({ taken: event.currentTarget.checked })}
      />
      <ErrorNotice error={choose.error} />
    </div>
  )
}
