import { Button } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useLocation } from 'wouter'
import type { Client } from '../../main/contract/client.ts'
import type { SlotState } from '../../main/contract/plan.ts'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { type ClientAction, ClientMenu } from './clientMenu.tsx'

type ClientActionsProps = {
  client: Client
  /** The session to hold next; undefined once every one in the plan has been held. */
  next: SlotState | undefined
  onAct(action: ClientAction): void
}

/** To the right of the client's name: print, what else can be done, and the next session. */
export function ClientActions({ client, next, onAct }: ClientActionsProps) {
  const [, go] = useLocation()
  const address = `/client/${client.id}`
  return (
    <>
      <PrintPageButton />
      <ClientMenu
        client={client}
        isPlanHeld={next === undefined}
        onChoose={onAct}
        onGo={path => go(`${address}/${path}`)}
      />
      {client.mayTreat && next !== undefined && client.diedOn === undefined && (
        <Button
          leftSection={<IconPlayerPlay size={18} stroke={1.7} aria-hidden />}
          onClick={() => go(`${address}/session/${next.id}`)}
        >
          Börja träff {next.number}
        </Button>
      )}
    </>
  )
}
