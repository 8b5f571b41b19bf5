import { Link } from 'wouter'
import { folded } from '../../main/contract/folding.ts'
import { useCore } from '../core/core.ts'
import { dayAndYear, daysBetween } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'

/** Days before the last day of a consent in which it is told of. */
const SOON = 14

type ConsentEndsSoonProps = { clientId: string; today: string }

/** Says that a waiver soon runs out while a handover under it is under way, and is not renewed. Else nothing. */
export function ConsentEndsSoon({ clientId, today }: ConsentEndsSoonProps) {
  const consents = useCore('consent.ofClient', { clientId })
  const handovers = useCore('handover.ofClient', { clientId })
  const drafts = useCore('draft.list', {})
  const begun = (drafts.data ?? []).some(each => each.clientId === clientId && each.place === 'handover')
  const sentTo = (handovers.data ?? []).filter(each => each.direction === 'out' && each.state === 'sent')
  const waivers = (consents.data ?? []).filter(each => each.kind === 'waiver' && each.standing === 'inForce')
  const ending = waivers.find(
    each =>
      daysBetween(today, each.validUntil) <= SOON &&
      (begun || sentTo.some(({ unit }) => folded(unit) === folded(each.receiver))) &&
      !waivers.some(other => folded(other.receiver) === folded(each.receiver) && other.validUntil > each.validUntil),
  )
  if (ending === undefined) return null
  return (
    <InfoNotice>
      Samtycket till {ending.receiver} går ut {dayAndYear(ending.validUntil)}, och överlämningen är inte klar.{' '}
      <Link href={`/client/${clientId}/consents`}>Samtycken</Link>
    </InfoNotice>
  )
}
