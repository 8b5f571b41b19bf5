import type { MistakeAbout, Struck, StruckRecord } from '../../main/contract/mistake.ts'
import { useCore } from '../core/core.ts'

/** A struck record of one kind. */
export type StruckOf<Kind extends StruckRecord['kind']> = {
  readonly mistake: Struck['mistake']
  readonly record: Extract<StruckRecord, { kind: Kind }>
}

/** The client's struck records of one kind, the newest mark first. */
export function useStruck<Kind extends MistakeAbout['kind']>(clientId: string, kind: Kind): StruckOf<Kind>[] {
  const struck = useCore('mistake.ofClient', { clientId }).data ?? []
  return struck.filter((each): each is Struck & StruckOf<Kind> => each.record.kind === kind)
}

/** What was struck with a record, as it was signed with it. */
export function useStruckWith(clientId: string, mistakeId: string): Struck[] {
  const struck = useCore('mistake.ofClient', { clientId }).data ?? []
  return struck.filter(each => each.mistake.cameWith === mistakeId)
}
