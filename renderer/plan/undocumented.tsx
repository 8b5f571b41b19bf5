import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { SlotState } from '../../main/contract/plan.ts'
import { useMayTreat } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'
import { InfoNotice } from '../ui/notice.tsx'

/** Where the outcome of a session is written on the client's page. */
export const outcomeAddress = (clientId: string, slotId: string) => `/client/${clientId}/do/outcome/${slotId}`

/** In the place of a new time for a session whose day has been: leads to what came of it, which is written first. */
export function OutcomeFirst({ clientId, slot, onGo }: { clientId: string; slot: SlotState; onGo(): void }) {
  const today = useToday()
  const [, go] = useLocation()
  const mayRecord = useMayTreat(clientId)
  return (
    <InfoNotice>
      <p>
        Träff {slot.number} hade en tid {shortDay(slot.plannedOn ?? '', today)}, och det står inte vad som kom av den.{' '}
        {mayRecord
          ? 'Anteckna det först, så går det att boka en ny tid.'
          : 'När behandlaren har antecknat det går det att boka en ny tid.'}
      </p>
      {mayRecord && (
        <Button
          mt={10}
          data-autofocus
          onClick={() => {
            onGo()
            go(outcomeAddress(clientId, slot.id))
          }}
        >
          Anteckna utfallet
        </Button>
      )}
    </InfoNotice>
  )
}
