import { Button } from '@mantine/core'
import { IconPlayerPlay, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { SlotState } from '../../main/contract/session.ts'
import { useCore } from '../core.ts'
import { dayAndYear, nameElsewhere } from '../format.ts'
import { AssignDialog } from '../parts/assignDialog.tsx'
import { CareChainTimeline } from '../parts/careChain.tsx'
import { CareChainDialog } from '../parts/careChainDialog.tsx'
import { ChangeDetailsDialog } from '../parts/changeDetailsDialog.tsx'
import { ClientFacts, HolderBadge } from '../parts/clientHead.tsx'
import { type ClientAction, ClientMenu } from '../parts/clientMenu.tsx'
import { ConsentEndsSoon } from '../parts/consentEndsSoon.tsx'
import { Coverage } from '../parts/coverage.tsx'
import { DeathDialog } from '../parts/deathDialog.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ExtractDialog } from '../parts/extractDialog.tsx'
import { GoalList } from '../parts/goalList.tsx'
import { LivingDocuments } from '../parts/livingDocuments.tsx'
import { NoteSearch } from '../parts/noteSearch.tsx'
import { ErrorNotice, InfoNotice, Waiting } from '../parts/notice.tsx'
import { OfferDialog, OfferLedger, OfferLine } from '../parts/offers.tsx'
import { PhaseBadge } from '../parts/outcome.tsx'
import { OutcomeDialog } from '../parts/outcomeDialog.tsx'
import { useOutcomesSoon, withOutcomes } from '../parts/outcomeSoon.tsx'
import { Page } from '../parts/page.tsx'
import { CLIENT_SHORTCUTS, CLIENT_TOLD } from '../parts/pageShortcuts.ts'
import { PlanDialog } from '../parts/planDialog.tsx'
import { ReceivedCover } from '../parts/receivedCover.tsx'
import { RemarkForm } from '../parts/remarkForm.tsx'
import { Remarks } from '../parts/remarks.tsx'
import { SatisfactionCard } from '../parts/satisfactionCard.tsx'
import { ShortcutsDialog, useShortcuts } from '../parts/shortcuts.tsx'
import { SlotStrip } from '../parts/slotStrip.tsx'
import { useMay } from '../useMay.ts'
import { useToday } from '../useToday.ts'

/** The slot to hold next: the first planned one, else one that was broken off, else the first that has not been held. */
export function nextSlot(slots: readonly SlotState[]): SlotState | undefined {
  const open = slots.filter(each => each.outcome !== 'held')
  const planned = open.filter(
    each => each.plannedOn !== undefined && (each.settledOn === undefined || each.settledOn < each.plannedOn),
  )
  const soonest = planned.toSorted((a, b) => (a.plannedOn ?? '').localeCompare(b.plannedOn ?? ''))[0]
  const begun = open.find(each => each.outcome === 'partlyHeld')
  return soonest ?? begun ?? open.find(each => each.outcome === undefined) ?? open[0]
}

/**
 * The client on one page: where in the chain, what happened, how it feels, what the client wants, what next. With
 * `outcomeOf` a slot whose outcome was begun earlier is opened again.
 */
export function ClientScreen({ clientId, outcomeOf }: { clientId: string; outcomeOf?: string }) {
  const today = useToday()
  const [, go] = useLocation()
  const [dialog, setDialog] = useState<ClientAction>()
  const [chosen, setChosen] = useState<string>()
  const [settling, setSettling] = useState(outcomeOf)
  const soon = useOutcomesSoon()
  const client = useCore('client.get', { clientId })
  const plan = useCore('plan.ofClient', { clientId })
  const chain = useCore('careChain.ofClient', { clientId })
  const handovers = useCore('handover.ofClient', { clientId })
  const close = () => setDialog(undefined)
  const may = useMay()
  const mayRecord = client.data?.mayWrite === true && may('session.record')
  const alive = client.data?.diedOn === undefined
  const slots = withOutcomes(plan.data ?? [], soon)
  const next = nextSlot(slots)
  function act(action: ClientAction) {
    setChosen(undefined)
    if (action === 'outcome') setSettling(next?.id)
    else setDialog(action)
  }
  const whenOwn = (allowed: boolean | undefined, does: () => void) => () => allowed === true && does()
  useShortcuts(CLIENT_SHORTCUTS, {
    begin: whenOwn(mayRecord && alive && next !== undefined, () => go(`/client/${clientId}/session/${next?.id}`)),
    plan: whenOwn(client.data?.mayWrite && alive && next !== undefined, () => act('plan')),
    outcome: whenOwn(mayRecord && next !== undefined, () => act('outcome')),
    goal: whenOwn(client.data?.mayWrite && may('goal.set'), () => go(`/client/${clientId}/goals/new`)),
    offer: whenOwn(client.data?.mayWrite, () => act('offer')),
    chain: () => act('chain'),
    search: () => act('search'),
    help: () => act('keys'),
  })
  if (client.isError)
    return (
      <div className="page">
        <ErrorNotice error={client.error} />
      </div>
    )
  if (client.isPending || plan.data === undefined) return <Waiting />
  const person = client.data
  const settled = plan.data.find(each => each.id === settling)
  const own = person.mayWrite
  const lastDay = person.diedOn ?? today
  const packages = handovers.data ?? []

  return (
    <Page
      title={person.name}
      onPaper={nameElsewhere(person)}
      beside={
        <>
          <PhaseBadge phase={person.phase} />
          <HolderBadge client={person} />
        </>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut
          </Button>
          <ClientMenu
            own={own}
            open={next !== undefined}
            dead={person.diedOn !== undefined}
            mayRecord={mayRecord}
            onChoose={act}
            onGo={path => go(`/client/${clientId}/${path}`)}
          />
          {mayRecord && next !== undefined && person.diedOn === undefined && (
            <Button
              leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
              onClick={() => go(`/client/${clientId}/session/${next.id}`)}
            >
              Börja träff {next.number}
            </Button>
          )}
        </>
      }
    >
      <ClientFacts client={person} next={next} {...(own && alive ? { onPlan: () => setDialog('plan') } : {})} />
      {!person.custody.own && (
        <InfoNotice>
          <strong>Överlämnad till {person.custody.unit.name}</strong> sedan {dayAndYear(person.custody.sinceOn)}. Här
          kan uppgifterna bara läsas.
        </InfoNotice>
      )}
      {own && alive && <ConsentEndsSoon clientId={clientId} today={today} />}
      <ReceivedCover clientId={clientId} mayAdd={person.mayWrite} />
      <section className="card client-chain" aria-label="Vårdkedjan">
        {chain.data !== undefined && (
          <CareChainTimeline
            chain={chain.data}
            handovers={packages}
            today={today}
            onOpen={entry => {
              setChosen(entry?.key)
              setDialog('chain')
            }}
          />
        )}
      </section>
      <SlotStrip slots={slots} clientId={clientId} next={own && alive ? next : undefined} today={today} />
      <Remarks clientId={clientId} about={{ kind: 'plan', id: clientId }} mayAdd={false} />
      <div className="client-columns">
        <SatisfactionCard clientId={clientId} />
        <GoalList clientId={clientId} onNew={() => go(`/client/${clientId}/goals/new`)} />
        <div className="card client-side">
          <Coverage clientId={clientId} />
          <OfferLine clientId={clientId} own={own} onNew={() => setDialog('offer')} onAll={() => setDialog('offers')} />
          <LivingDocuments clientId={clientId} />
        </div>
      </div>
      {dialog === 'details' && <ChangeDetailsDialog client={person} onClose={close} />}
      {dialog === 'death' && <DeathDialog client={person} onClose={close} />}
      {dialog === 'extract' && <ExtractDialog clientId={clientId} onClose={close} />}
      {dialog === 'assign' && (
        <AssignDialog
          clientId={clientId}
          therapistId={person.therapistId}
          coordinatorId={person.coordinatorId}
          onClose={close}
          onGiven={() => go('/clients')}
        />
      )}
      {dialog === 'offer' && <OfferDialog clientId={clientId} onClose={close} />}
      {dialog === 'offers' && <OfferLedger clientId={clientId} own={own} onClose={close} />}
      {dialog === 'plan' && <PlanDialog clientId={clientId} slotId={next?.id} onClose={close} />}
      {dialog === 'planSeenOtherwise' && (
        <Dialog title="Klienten ser planen annorlunda" onClose={close}>
          <RemarkForm
            clientId={clientId}
            about={{ kind: 'plan', id: clientId }}
            kind="disagreement"
            place={`remark:disagreement:plan:${clientId}`}
            onClose={close}
          />
        </Dialog>
      )}
      {dialog === 'keys' && <ShortcutsDialog shortcuts={CLIENT_TOLD} onClose={close} />}
      {dialog === 'search' && <NoteSearch clientId={clientId} onClose={close} />}
      {dialog === 'chain' && chain.data !== undefined && (
        <CareChainDialog
          clientId={clientId}
          chain={chain.data}
          handovers={packages}
          own={own}
          {...(chosen === undefined ? {} : { chosen })}
          onClose={close}
        />
      )}
      {settled !== undefined && (
        <OutcomeDialog
          slot={{
            clientId,
            clientName: nameElsewhere(person),
            slotId: settled.id,
            number: settled.number,
            phase: settled.phase,
            on: settled.plannedOn !== undefined && settled.plannedOn <= lastDay ? settled.plannedOn : lastDay,
          }}
          onClose={() => (outcomeOf === undefined ? setSettling(undefined) : go(`/client/${clientId}`))}
        />
      )}
    </Page>
  )
}
