import type { Output } from '../contract/index.ts'

type Given = Output<'client.assign'>
type Side = { readonly therapistId: string; readonly coordinatorId: string | null }

const NOBODY = '-'

/** From whom a client was given to whom, by their ids, as the log tells it. Empty where nothing was changed. */
export function assignmentDetail({ was, became }: Given): string {
  if (was.therapistId === became.therapistId && was.coordinatorId === became.coordinatorId) return ''
  const arrow = (from: string = NOBODY, to: string = NOBODY) => `${from}>${to}`
  const coordinator = arrow(was.coordinatorId, became.coordinatorId)
  return `therapist ${arrow(was.therapistId, became.therapistId)} coordinator ${coordinator}`
}

/** The same, read back; nothing where the detail says something else. */
export function assignedIn(detail: string): { from: Side; to: Side } | undefined {
  const found = /^therapist (\S+)>(\S+) coordinator (\S+)>(\S+)$/.exec(detail)
  if (found === null) return undefined
  const [, therapistId = '', becameTherapist = '', coordinator = NOBODY, becameCoordinator = NOBODY] = found
  const nullable = (id: string) => (id === NOBODY ? null : id)
  return {
    from: { therapistId, coordinatorId: nullable(coordinator) },
    to: { therapistId: becameTherapist, coordinatorId: nullable(becameCoordinator) },
  }
}
