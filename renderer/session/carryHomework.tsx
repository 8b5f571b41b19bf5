import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Mistake } from '../../main/contract/mistake.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import type { Homework } from '../../main/contract/session.ts'
import { ask } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { addToDraft, tellCarried } from '../draft/carryOver.ts'
import { focusLabelled } from '../draft/fieldName.ts'
import { withHomework } from './carriedSession.ts'
import { CarryToSession } from './carryToSession.tsx'
import { newSessionDraft, type SessionDraft } from './runner/sessionDraft.ts'

type CarryHomeworkProps = { clientId: string; mistake: Mistake; homework: Homework }

/** Homework is signed with a session: what was struck is written into the draft of the one it belongs to. */
export function CarryHomework({ clientId, mistake: { reason }, homework }: CarryHomeworkProps) {
  const today = useToday()
  const [, go] = useLocation()
  const [isOpen, setOpen] = useState(false)
  const isOther = reason === 'wrongClient'
  if (!isOther && reason !== 'wrongDay') return null
  const title = isOther ? 'Välj rätt klient' : 'Skriv i rätt träff'

  async function newDraft(to: string, slot: SlotState): Promise<SessionDraft> {
    const [client, chapter, sessions] = await Promise.all([
      ask('client.get', { clientId: to }),
      ask('manual.chapter', { session: slot.number }),
      ask('session.ofClient', { clientId: to }),
    ])
    const earlier = sessions.filter(each => each.slotId === slot.id && each.outcome === 'partlyHeld')
    return newSessionDraft({ client, chapter, earlier, today })
  }

  async function carryTo(to: string, slot: SlotState) {
    const at = { clientId: to, place: `session:${slot.id}` }
    await addToDraft(
      at,
      () => newDraft(to, slot),
      draft => withHomework(draft, homework),
    )
    tellCarried(true)
    go(`/client/${to}/session/${slot.id}`)
    focusLabelled('Vad')
  }

  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {isOpen && (
        <CarryToSession
          title={title}
          clientId={clientId}
          isOther={isOther}
          proposed={open => open.find(each => each.outcome === undefined)}
          words="Hemuppgiften läggs i träffens utkast, efter det som redan står där. Den är ute först när träffen är signerad."
          carryTo={carryTo}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
