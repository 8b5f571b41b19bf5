import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CareChainTimeline } from '../careChain/careChainTimeline.tsx'
import { ConsentEndsSoon } from '../consent/consentEndsSoon.tsx'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { GoalList } from '../goal/goalList.tsx'
import { ReceivedCover } from '../handover/receivedCover.tsx'
import { OfferLine } from '../offer/offers.tsx'
import { Coverage } from '../plan/coverage.tsx'
import { PhaseBadge } from '../plan/outcome.tsx'
import { applyPending, usePendingOutcomes } from '../plan/pendingOutcomes.tsx'
import { planAhead } from '../plan/planAhead.ts'
import { SlotCounts } from '../plan/slotCounts.tsx'
import { SlotStrip } from '../plan/slotStrip.tsx'
import { Remarks } from '../remark/remarks.tsx'
import { dayAndYear } from '../ui/format.ts'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'
import { undoLatest } from '../ui/undo.tsx'
import { LivingDocuments } from '../worksheet/livingDocuments.tsx'
import { SatisfactionCard } from '../worksheet/satisfactionCard.tsx'
import { type ClientDialog, ClientDialogs } from './clientDialogs.tsx'
import { ClientFacts, HolderBadge } from './clientHead.tsx'
import { type ClientAction, ClientMenu } from './clientMenu.tsx'
import { CLIENT_SHORTCUTS } from './clientShortcuts.ts'

type ClientScreenProps = { clientId: string /** The dialog that is open over it. */; doing?: ClientDialog }

/** The client on one page: where in the chain, what happened, how it feels, what the client wants, what next. */
export function ClientScreen({ clientId, doing }: ClientScreenProps) {
  const today = useToday()
  const [, go] = useLocation()
  const [chosen, setChosen] = useState<string>()
  const soon = usePendingOutcomes()
  const client = useCore('client.get', { clientId })
  const plan = useCore('plan.ofClient', { clientId })
  const chain = useCore('careChain.ofClient', { clientId })
  const handovers = useCore('handover.ofClient', { clientId })
  const mayRecord = client.data?.mayTreat === true
  const alive = client.data?.diedOn === undefined
  const slots = applyPending(plan.data ?? [], soon)
  const ahead = planAhead(slots, today)
  const { next } = ahead
  /** A dialog is a place to come back to, but not a step on the way: going back leaves the client. */
  function open(what: string, about = '') {
    go(`/client/${clientId}/do/${what}${about && `/${about}`}`, { replace: true })
  }
  function act(action: ClientAction) {
    setChosen(undefined)
    if (action === 'plan') open(action, next?.id)
    else if (action === 'outcome') open(action, (ahead.undocumented[0] ?? next)?.id)
    else open(action, action === 'offer' ? 'cra' : '')
  }
  const whenOwn = (allowed: boolean | undefined, does: () => void) => () => allowed === true && does()
  useShortcuts(CLIENT_SHORTCUTS, {
    begin: whenOwn(mayRecord && alive && next !== undefined, () => go(`/client/${clientId}/session/${next?.id}`)),
    plan: whenOwn(client.data?.mayWrite && alive && next !== undefined, () => act('plan')),
    outcome: whenOwn(mayRecord && next !== undefined, () => act('outcome')),
    goal: whenOwn(mayRecord, () => go(`/client/${clientId}/goals/new`)),
    offer: whenOwn(client.data?.mayWrite, () => act('offer')),
    chain: () => act('chain'),
    search: () => act('search'),
    undo: undoLatest,
    help: () => act('keys'),
  })
  const loaded = combine({ client, plan })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const person = loaded.data.client
  const own = person.mayWrite
  const packages = handovers.data ?? []

  return (
    <Page
      title={person.name}
      onPaper={publicName(person)}
      beside={
        <>
          <PhaseBadge phase={person.phase} />
          <HolderBadge client={person} />
        </>
      }
      actions={
        <>
          <PrintPageButton />
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
      <ClientFacts
        client={person}
        ahead={ahead}
        mayRecord={mayRecord}
        {...(own && alive ? { onPlan: () => act('plan') } : {})}
      />
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
              open('chain')
            }}
          />
        )}
      </section>
      <SlotStrip slots={slots} clientId={clientId} next={own && alive ? next : undefined} today={today} />
      <SlotCounts slots={slots} />
      <Remarks clientId={clientId} about={{ kind: 'plan', id: clientId }} mayAdd={false} />
      <div className="client-columns">
        <SatisfactionCard clientId={clientId} />
        <GoalList clientId={clientId} onNew={() => go(`/client/${clientId}/goals/new`)} />
        <div className="card client-side">
          <Coverage clientId={clientId} />
          <OfferLine clientId={clientId} own={own} onNew={() => act('offer')} onAll={() => act('offers')} />
          <LivingDocuments clientId={clientId} />
        </div>
      </div>
      {doing !== undefined && (
        <ClientDialogs
          {...{
            client: person,
            doing,
            slots: loaded.data.plan,
            chain: chain.data,
            handovers: packages,
            mayRecord,
            chosen,
          }}
          onDo={open}
          onClose={() => go(`/client/${clientId}`, { replace: true })}
          onGiven={() => go('/clients')}
        />
      )}
    </Page>
  )
}
