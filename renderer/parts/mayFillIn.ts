import { useCore } from '../core.ts'
import { useMay } from '../useMay.ts'

/** Whether the user may fill in sheets of the client: held here, opened as their own, and by a role that writes. The core asks again. */
export function useMayFillIn(clientId: string): boolean {
  const client = useCore('client.get', { clientId })
  const may = useMay()
  return client.data?.mayWrite === true && may('worksheet.answer')
}
