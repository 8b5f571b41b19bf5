import type { Day } from '../../main/contract/values.ts'
import { useCore } from './core.ts'

/** The days of a client's own that a day in the record is held against. */
export type ClientDays = {
  /** The year of birth, empty where no number is known; the screen is not given more. */
  readonly bornIn: string
  readonly diedOn?: Day | undefined
  /** The stays in the care chain, where the field tells of something during one; none known, none asked about. */
  readonly stays?: readonly { readonly fromOn: Day; readonly toOn?: Day | undefined }[] | undefined
}

/** The year of birth, as much as a masked number tells; empty when it tells none. */
export const birthYearIn = (maskedNumber: string): string => /^\d{4}/.exec(maskedNumber)?.[0] ?? ''

/** When the client was born and died; undefined until that is known. */
export function useLifeOf(clientId: string): ClientDays | undefined {
  const client = useCore('client.get', { clientId }).data
  return client && { bornIn: birthYearIn(client.maskedNumber), diedOn: client.diedOn }
}

/** The client's life, and the stays in it: for a day on which something happened in the care chain. */
export function useStaysOf(clientId: string): ClientDays | undefined {
  const life = useLifeOf(clientId)
  const stays = useCore('careChain.ofClient', { clientId }).data?.placements
  return life && { ...life, stays }
}
