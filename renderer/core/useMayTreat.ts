import { useCore } from './core.ts'

/** Whether the user may write treatment in this client's record: a therapist, with the client their own and held here. */
export function useMayTreat(clientId: string): boolean {
  return useCore('client.get', { clientId }).data?.mayTreat === true
}

/** The same, of what is done with the client from now on: with one who has died nothing new begins. */
export function useMayTreatNow(clientId: string): boolean {
  const client = useCore('client.get', { clientId })
  return useMayTreat(clientId) && client.data?.diedOn === undefined
}
