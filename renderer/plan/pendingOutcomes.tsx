import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useSyncExternalStore } from 'react'
import type { Input } from '../../main/contract/index.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { ask, mayDelayClosing, queryClient } from '../core/core.ts'
import { sentenceFor } from '../core/refusals.ts'
import { storeBeforeLeaving } from '../draft/leaving.ts'

/** Milliseconds that a chosen outcome can be taken back before it is signed: afterwards it stands for good. */
const UNDO_TIME = 6_000

type Recorded = Input<'session.record'>
type ChosenOutcome = { readonly input: Recorded; readonly reasonWords: string | undefined }
type PendingOutcome = ChosenOutcome & { sign(): Promise<boolean> }

let pending: readonly PendingOutcome[] = []
const listeners = new Set<() => void>()

function change(next: readonly PendingOutcome[]): void {
  pending = next
  for (const listener of listeners) listener()
}

type OutcomeToSign = {
  input: Recorded
  reasonWords: string | undefined
  /** The session and the client, as the notice names them. */
  session: string
  /** The dialog is opened again with all that was chosen in it. */
  onUndo(): void
  /** Signed: nothing is left to keep. */
  onSigned(): void
}

/**
 * Signs an outcome in a few seconds, and says so with *Ångra* beside it. What is signed is never taken back, so the
 * pause comes before. Leaving the page earlier – for another, for another window, by a lock or by closing – signs it at once.
 */
export function signAfterUndo({ input, reasonWords, session, onUndo, onSigned }: OutcomeToSign): void {
  const id = `outcome-${input.slotId}`
  let signing: Promise<boolean> | undefined
  const remove = () => {
    window.clearTimeout(timer)
    window.removeEventListener('hashchange', leave)
    notifications.hide(id)
    change(pending.filter(each => each !== entry))
  }
  const sign = () => {
    window.clearTimeout(timer)
    signing ??= ask('session.record', input)
      .then(
        () => {
          onSigned()
          return true
        },
        error => {
          notifications.show({ message: `${session}: ${sentenceFor(error)}`, color: 'red', autoClose: false })
          return false
        },
      )
      .finally(async () => {
        await queryClient.invalidateQueries()
        remove()
      })
    return signing
  }
  const leave = () => void sign()
  const undo = () => {
    if (signing !== undefined) return
    remove()
    onUndo()
  }
  const timer = window.setTimeout(leave, UNDO_TIME)
  window.addEventListener('hashchange', leave)
  const entry: PendingOutcome = { input, reasonWords, sign }
  change([...pending, entry])
  notifications.show({
    id,
    autoClose: false,
    withCloseButton: false,
    message: (
      <span className="spread">
        {session}: {outcomeWords[input.outcome].toLocaleLowerCase('sv')}.
        <Button variant="default" size="compact-md" onClick={undo}>
          Ångra
        </Button>
      </span>
    ),
  })
}

storeBeforeLeaving({
  store: async () => (await Promise.all(pending.map(each => each.sign()))).every(Boolean),
  leave: () => {
    for (const each of pending) void each.sign()
  },
  mustWait: () => mayDelayClosing && pending.length > 0,
})

/** Signs at once what would be in a moment: before a new time is booked, which comes after what happened. */
export async function flushPendingOutcomes(): Promise<void> {
  await Promise.all(pending.map(each => each.sign()))
}

/** What will be signed in a moment, to be shown as if it were. */
export function usePendingOutcomes(): readonly ChosenOutcome[] {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => pending,
  )
}

/** The plan as it stands once what was chosen a moment ago is signed. */
export function applyPending(slots: readonly SlotState[], chosen: readonly ChosenOutcome[]): SlotState[] {
  return slots.map(slot => {
    const latest = chosen.find(each => each.input.slotId === slot.id)
    if (latest === undefined) return slot
    const { reasonWords: _before, ...rest } = slot
    const { outcome, on: settledOn } = latest.input
    const why = latest.reasonWords === undefined ? {} : { reasonWords: latest.reasonWords }
    return { ...rest, ...why, outcome, settledOn, awaited: false, mayMove: outcome !== 'held' }
  })
}
