import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { SearchSelect } from '../ui/searchSelect.tsx'

type OwnClientSelectProps = { but: string; value: string | undefined; onChange(clientId: string): void }

/** The right client, among the reader's own: nobody else's is told of. */
export function OwnClientSelect({ but, value, onChange }: OwnClientSelectProps) {
  const own = useCore('client.list', { words: '' })
  const clients = (own.data?.clients ?? []).filter(each => each.mine && each.id !== but)
  return (
    <SearchSelect
      label="Rätt klient"
      description="Dina egna klienter. Är klienten någon annans: be den som är ansvarig att skriva."
      data-autofocus
      required
      nothingFoundMessage="Ingen av dina klienter heter så."
      data={clients.map(each => ({ value: each.id as string, label: nameOrCaseNumber(each.name, each.caseNumber) }))}
      value={value ?? ''}
      onChange={onChange}
    />
  )
}
