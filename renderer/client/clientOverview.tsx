import { useLocation } from 'wouter'
import type { CareChain } from '../../main/contract/careChain.ts'
import type { Client } from '../../main/contract/client.ts'
import type { Handover } from '../../main/contract/handover.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { CareChainTimeline } from '../careChain/careChainTimeline.tsx'
import { ConsentEndsSoon } from '../consent/consentEndsSoon.tsx'
import { useToday } from '../core/useToday.ts'
import { GoalList } from '../goal/goalList.tsx'
import { ReceivedCover } from '../handover/receivedCover.tsx'
import { OfferLine } from '../offer/offers.tsx'
import { Coverage } from '../plan/coverage.tsx'
import { SlotCounts } from '../plan/slotCounts.tsx'
import { SlotStrip } from '../plan/slotStrip.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { dayAndYear } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'
import { LivingDocuments } from '../worksheet/livingDocuments.tsx'
import { SatisfactionCard } from '../worksheet/satisfactionCard.tsx'
import type { ClientAction } from './clientMenu.tsx'

type ClientOverviewProps = {
  client: Client
  slots: SlotState[]
  /** The session to hold next; undefined once every one in the plan has been held. */
  next: SlotState | undefined
  /** Undefined while it is being fetched. */
  chain: CareChain | undefined
  handovers: readonly Handover[]
  onAct(action: ClientAction): void
  /** With the key of the entry that was chosen, if one was. */
  onOpenChain(entryKey: string | undefined): void
}

/** The care chain, the plan, and beside each other how it feels, what the client wants and what has been offered. */
export function ClientOverview({ client, slots, next, chain, handovers, onAct, onOpenChain }: ClientOverviewProps) {
  const today = useToday()
  const [, go] = useLocation()
  const { id: clientId, mayWrite } = client
  const mayPlan = mayWrite && client.diedOn === undefined
  return (
    <>
      <HandedOver custody={client.custody} />
      {mayPlan && <ConsentEndsSoon clientId={clientId} today={today} />}
      <ReceivedCover clientId={clientId} mayAdd={mayWrite} />
      <section className="card client-chain" aria-label="Vårdkedjan">
        {chain !== undefined && (
          <CareChainTimeline
            chain={chain}
            handovers={handovers}
            today={today}
            onOpen={entry => onOpenChain(entry?.key)}
          />
        )}
      </section>
      <SlotStrip slots={slots} clientId={clientId} next={mayPlan ? next : undefined} today={today} />
      <SlotCounts slots={slots} />
      <Remarks clientId={clientId} about={{ kind: 'plan', id: clientId }} mayAdd={false} />
      <div className="client-columns">
        <SatisfactionCard clientId={clientId} />
        <GoalList clientId={clientId} onNew={() => go(`/client/${clientId}/goals/new`)} />
        <div className="card client-side">
          <Coverage clientId={clientId} />
          <OfferLine clientId={clientId} own={mayWrite} onNew={() => onAct('offer')} onAll={() => onAct('offers')} />
          <LivingDocuments clientId={clientId} />
        </div>
      </div>
    </>
  )
}

function HandedOver({ custody }: Pick<Client, 'custody'>) {
  if (custody.own) return null
  return (
    <InfoNotice>
      <strong>Överlämnad till {custody.unit.name}</strong> sedan {dayAndYear(custody.sinceOn)}. Här kan uppgifterna bara
      läsas.
    </InfoNotice>
  )
}
