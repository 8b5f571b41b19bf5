import { useLocation } from 'wouter'
import type { Offered } from '../../main/contract/offer.ts'
import type { Outcome, SlotId } from '../../main/contract/plan.ts'
import type { PlannedSession } from '../../main/contract/today.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { OfferDialog } from '../offer/offerDialog.tsx'
import { PlanDialog } from '../plan/planDialog.tsx'
import { OutcomeDialog } from '../session/outcomeDialog.tsx'
import { ShortcutsDialog } from '../ui/shortcuts.tsx'
import { TODAY_SHORTCUT_LIST } from './todayShortcuts.ts'

type Settled = Pick<PlannedSession, 'clientId' | 'clientName' | 'caseNumber' | 'slotId' | 'number' | 'phase'>

/** What is being done over *Idag*. */
export type OpenDialog =
  | { what: 'settle'; session: Settled; on: string; outcome?: Outcome }
  | { what: 'plan'; clientId: string; slotId: SlotId }
  | { what: 'answer'; clientId: string; offered: Offered }
  | { what: 'keys' }

type TodayDialogProps = { dialog: OpenDialog; onOpen(dialog: OpenDialog | undefined): void }

export function TodayDialog({ dialog, onOpen }: TodayDialogProps) {
  const close = () => onOpen(undefined)
  switch (dialog.what) {
    case 'settle':
      return <SettleDialog {...dialog} onOpen={onOpen} />
    case 'plan':
      return <PlanDialog clientId={dialog.clientId} slotId={dialog.slotId} onClose={close} />
    case 'answer':
      return <OfferDialog clientId={dialog.clientId} offered={dialog.offered} onClose={close} />
    case 'keys':
      return <ShortcutsDialog shortcuts={TODAY_SHORTCUT_LIST} onClose={close} />
  }
}

type SettleDialogProps = Extract<OpenDialog, { what: 'settle' }> & Pick<TodayDialogProps, 'onOpen'>

function SettleDialog({ session, on, outcome, onOpen }: SettleDialogProps) {
  const [, go] = useLocation()
  /** The dialog again, without an outcome: here, or over the client's page for someone who has left *Idag*. */
  function reopen() {
    if (window.location.hash === '#/') onOpen({ what: 'settle', session, on })
    else go(`/client/${session.clientId}/do/outcome/${session.slotId}`)
  }
  return (
    <OutcomeDialog
      slot={{ ...session, clientName: nameOrCaseNumber(session.clientName, session.caseNumber), on }}
      {...(outcome === undefined ? {} : { outcome })}
      onClose={() => onOpen(undefined)}
      onUndo={reopen}
    />
  )
}
