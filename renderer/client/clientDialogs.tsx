import type { CareChain } from '../../main/contract/careChain.ts'
import type { Client } from '../../main/contract/client.ts'
import type { Handover } from '../../main/contract/handover.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { AssignDialog } from '../assignment/assignDialog.tsx'
import { CareChainDialog } from '../careChain/careChainDialog.tsx'
import { publicName } from '../core/clientName.ts'
import { useToday } from '../core/useToday.ts'
import { ExtractDialog } from '../extract/extractDialog.tsx'
import { ChangeDetailsDialog } from '../identity/changeDetailsDialog.tsx'
import { DeathDialog } from '../identity/deathDialog.tsx'
import { OfferDialog } from '../offer/offerDialog.tsx'
import { OfferLedger } from '../offer/offers.tsx'
import { PlanDialog } from '../plan/planDialog.tsx'
import { RemarkForm } from '../remark/remarkForm.tsx'
import { LapseDialog } from '../session/lapse.tsx'
import { NoteSearch } from '../session/noteSearch.tsx'
import { OutcomeDialog } from '../session/outcomeDialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ShortcutsDialog } from '../ui/shortcuts.tsx'
import { CLIENT_SHORTCUT_LIST } from './clientShortcuts.ts'

/**
 * What is being done in a dialog of the client's page, as its address says it, and which of those: a slot, a stay, an
 * offer. A draft written there has the same place: `plan:<slotId>` stands at `do/plan/<slotId>`.
 */
export type ClientDialog = { readonly what: string; readonly about: string }

type ClientDialogsProps = {
  client: Client
  doing: ClientDialog
  slots: readonly SlotState[]
  chain: CareChain | undefined
  handovers: readonly Handover[]
  /** The entry that was chosen on the line of the care chain. */
  chosenEntry: string | undefined
  onDo(what: string, about?: string): void
  onClose(): void
  /** After the client has been given away, when that closes it to the giver. */
  onGiven(): void
}

/** The dialog over the client's page, if any: also to read in, and where the record may be written in, to write. */
export function ClientDialogs(props: ClientDialogsProps) {
  const { client, doing, chain, handovers, chosenEntry, onDo, onClose } = props
  const own = client.mayWrite
  switch (doing.what) {
    case 'offers':
      return <OfferLedger clientId={client.id} own={own} onClose={onClose} />
    case 'search':
      return <NoteSearch clientId={client.id} onClose={onClose} />
    case 'keys':
      return <ShortcutsDialog shortcuts={CLIENT_SHORTCUT_LIST} onClose={onClose} />
    case 'chain':
    case 'placement':
    case 'placement-end':
    case 'chain-event':
    case 'chain-back':
      if (chain === undefined) return null
      return (
        <CareChainDialog
          clientId={client.id}
          own={own}
          chain={chain}
          handovers={handovers}
          doing={doing}
          onDo={onDo}
          onClose={onClose}
          {...(chosenEntry === undefined ? {} : { chosen: chosenEntry })}
        />
      )
    default:
      return own ? <WritingDialog {...props} /> : null
  }
}

function WritingDialog({ client, doing: { what, about }, slots, onClose, onGiven }: ClientDialogsProps) {
  const today = useToday()
  const { id: clientId, therapistId, coordinatorId } = client
  const isAlive = client.diedOn === undefined
  switch (what) {
    case 'details':
      return <ChangeDetailsDialog client={client} onClose={onClose} />
    case 'death':
      return <DeathDialog client={client} onClose={onClose} />
    case 'extract':
      return <ExtractDialog clientId={clientId} onClose={onClose} />
    case 'assign':
      return (
        <AssignDialog
          clientId={clientId}
          therapistId={therapistId}
          coordinatorId={coordinatorId}
          onClose={onClose}
          onGiven={onGiven}
        />
      )
    case 'offer':
      return <OfferDialog clientId={clientId} offered={about === 'careChain' ? about : 'cra'} onClose={onClose} />
    case 'plan':
      return isAlive ? <PlanDialog clientId={clientId} slotId={about} onClose={onClose} /> : null
    case 'lapse':
      return isAlive ? <LapseDialog clientId={clientId} onClose={onClose} /> : null
    case 'planSeenOtherwise':
      return (
        <Dialog title="Klienten ser planen annorlunda" onClose={onClose}>
          <RemarkForm
            clientId={clientId}
            about={{ kind: 'plan', id: clientId }}
            kind="disagreement"
            place={`remark:disagreement:plan:${clientId}`}
            onClose={onClose}
          />
        </Dialog>
      )
    case 'outcome': {
      const slot = slots.find(each => each.id === about)
      if (slot === undefined || !client.mayTreat) return null
      const { number, plannedOn, awaited } = slot
      const lastDay = client.diedOn ?? today
      const on = awaited && plannedOn !== undefined && plannedOn <= lastDay ? plannedOn : lastDay
      return (
        <OutcomeDialog
          key={about}
          slot={{ clientId, clientName: publicName(client), slotId: about, number, on }}
          onClose={onClose}
        />
      )
    }
    default:
      return null
  }
}
