import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { PhaseBadge } from '../plan/outcome.tsx'
import { applyPending, usePendingOutcomes } from '../plan/pendingOutcomes.tsx'
import { planAhead } from '../plan/planAhead.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'
import { undoLatest } from '../ui/undo.tsx'
import { ClientActions } from './clientActions.tsx'
import { type ClientDialog, ClientDialogs } from './clientDialogs.tsx'
import { ClientFacts, HolderBadge } from './clientHead.tsx'
import type { ClientAction } from './clientMenu.tsx'
import { ClientOverview } from './clientOverview.tsx'
import { CLIENT_SHORTCUTS } from './clientShortcuts.ts'

type ClientScreenProps = { clientId: string /** The dialog that is open over it. */; doing?: ClientDialog }

/** The client on one page: where in the chain, what happened, how it feels, what the client wants, what next. */
export function ClientScreen({ clientId, doing }: ClientScreenProps) {
  const today = useToday()
  const [, go] = useLocation()
  const [chosenEntry, setChosenEntry] = useState<string>()
  const client = useCore('client.get', { clientId })
  const plan = useCore('plan.ofClient', { clientId })
  const chain = useCore('careChain.ofClient', { clientId })
  const handovers = useCore('handover.ofClient', { clientId })
  const slots = applyPending(plan.data ?? [], usePendingOutcomes())
  const ahead = planAhead(slots, today)

  /** A dialog is a place to come back to, but not a step on the way: going back leaves the client. */
  function open(what: string, about = '') {
    go(`/client/${clientId}/do/${what}${about && `/${about}`}`, { replace: true })
  }
  function openChain(entryKey: string | undefined) {
    setChosenEntry(entryKey)
    open('chain')
  }
  function act(action: ClientAction) {
    setChosenEntry(undefined)
    if (action === 'plan') open(action, ahead.next?.id)
    else if (action === 'outcome') open(action, (ahead.undocumented[0] ?? ahead.next)?.id)
    else open(action, action === 'offer' ? 'cra' : '')
  }
  useClientShortcuts(client.data, ahead.next, act)

  const loaded = combine({ client, plan })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const person = loaded.data.client
  const shared = { client: person, chain: chain.data, handovers: handovers.data ?? [] }
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
      actions={<ClientActions client={person} next={ahead.next} onAct={act} />}
    >
      <ClientFacts client={person} ahead={ahead} onPlan={() => act('plan')} />
      <ClientOverview {...shared} slots={slots} next={ahead.next} onAct={act} onOpenChain={openChain} />
      {doing !== undefined && (
        <ClientDialogs
          {...shared}
          doing={doing}
          slots={loaded.data.plan}
          chosenEntry={chosenEntry}
          onDo={open}
          onClose={() => go(`/client/${clientId}`, { replace: true })}
          onGiven={() => go('/clients')}
        />
      )}
    </Page>
  )
}

/** The page's keys, of which each does nothing where the user may not do it, or while the client is being fetched. */
function useClientShortcuts(
  client: Client | undefined,
  next: SlotState | undefined,
  act: (does: ClientAction) => void,
) {
  const [, go] = useLocation()
  const mayWrite = client?.mayWrite === true
  const mayTreat = client?.mayTreat === true
  const hasNext = next !== undefined
  const isAlive = client?.diedOn === undefined
  useShortcuts(CLIENT_SHORTCUTS, {
    begin: () => mayTreat && isAlive && hasNext && go(`/client/${client.id}/session/${next.id}`),
    plan: () => mayWrite && isAlive && hasNext && act('plan'),
    outcome: () => mayTreat && hasNext && act('outcome'),
    goal: () => mayTreat && go(`/client/${client.id}/goals/new`),
    offer: () => mayWrite && act('offer'),
    chain: () => act('chain'),
    search: () => act('search'),
    undo: undoLatest,
    help: () => act('keys'),
  })
}
