import { useCore } from '../core/core.ts'

/** Where a record came from, when it was written about a client who turned out to be the same person. */
export function MergedFrom({ clientId, id }: { clientId: string; id: string }) {
  const client = useCore('client.get', { clientId })
  const from = client.data?.merged?.find(each => each.records.some(record => record === id))
  return from === undefined ? null : <> · från ärende {from.reference}</>
}
