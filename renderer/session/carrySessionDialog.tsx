import { useLocation } from 'wouter'
import type { Mistake } from '../../main/contract/mistake.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import type { Session } from '../../main/contract/session.ts'
import { ask } from '../core/core.ts'
import { carryOver, tellCarried } from '../draft/carryOver.ts'
import { useStruckWith } from '../mistake/struck.ts'
import { carriedSession } from './carriedSession.ts'
import { CarryToSession } from './carryToSession.tsx'

type CarryProps = {
  session: Session
  mistake: Mistake
  onClose(): void
  /** The draft is the same session's: its page goes on with it. */
  onHere(): void
}

/** Where the words of a struck session belong: the right client's session, or another session or day of the same one. */
export function CarrySessionDialog({ session, mistake, onClose, onHere }: CarryProps) {
  const [, go] = useLocation()
  const isOther = mistake.reason === 'wrongClient'
  const isAnotherSlot = mistake.reason === 'wrongSession' // then the one it was struck from is not proposed
  const along = useStruckWith(session.clientId, mistake.id)

  async function carryTo(clientId: string, slot: SlotState) {
    const chapter = await ask('manual.chapter', { session: slot.number })
    const reviews = isOther ? [] : mistake.reviews
    const { place, content } = carriedSession(session, { slotId: slot.id, chapter }, { along, reviews })
    tellCarried(await carryOver({ clientId, place }, content))
    onClose()
    if (place.startsWith('outcome:')) go(`/client/${clientId}/do/${place.replace(':', '/')}`)
    else if (slot.id === session.slotId) onHere()
    else go(`/client/${clientId}/session/${slot.id}`)
  }

  return (
    <CarryToSession
      title={isOther ? 'Välj rätt klient' : 'Skriv på rätt dag och träff'}
      clientId={session.clientId}
      isOther={isOther}
      proposed={open => (isAnotherSlot ? undefined : open.find(each => each.number === session.number))}
      words="Allt som skrevs följer med som ett utkast. Inget sparas i journalen förrän du har läst igenom och signerat."
      carryTo={carryTo}
      onClose={onClose}
    />
  )
}
