import { Button, Menu } from '@mantine/core'
import {
  IconArrowMerge,
  IconArrowsExchange,
  IconCalendarOff,
  IconDots,
  IconFileText,
  IconHistory,
  IconPencil,
  IconUserShare,
} from '@tabler/icons-react'
import type { Client } from '../../main/contract/client.ts'

/** What can be done with a client in a dialog of the client's page. */
export type ClientAction =
  | 'offer'
  | 'offers'
  | 'plan'
  | 'planSeenOtherwise'
  | 'outcome'
  | 'assign'
  | 'extract'
  | 'details'
  | 'death'
  | 'chain'
  | 'search'
  | 'keys'

type ClientMenuProps = {
  client: Client
  /** Every session of the plan has been held. */
  isPlanHeld: boolean
  onChoose(action: ClientAction): void
  /** To a page under the client's own address. */
  onGo(path: string): void
}

/** What else can be done with the client; what the user may not do is left out. */
export function ClientMenu(props: ClientMenuProps) {
  const { mayWrite } = props.client
  return (
    <Menu position="bottom-end" withinPortal width={270}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} stroke={1.7} aria-hidden />}>
          Mer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWrite && (
          <>
            <PlanItems {...props} />
            <Menu.Divider />
          </>
        )}
        <ReadingItems {...props} />
        {mayWrite && (
          <>
            <Menu.Divider />
            <RecordItems {...props} />
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The plan and the work in it. */
function PlanItems({ client, isPlanHeld, onChoose, onGo }: ClientMenuProps) {
  return (
    <>
      <Menu.Item
        disabled={isPlanHeld || client.diedOn !== undefined}
        rightSection={<kbd>Alt P</kbd>}
        onClick={() => onChoose('plan')}
      >
        Planera träffar
      </Menu.Item>
      <Menu.Item onClick={() => onChoose('planSeenOtherwise')}>Klienten ser planen annorlunda</Menu.Item>
      {client.mayTreat && (
        <>
          <Menu.Item disabled={isPlanHeld} rightSection={<kbd>Alt U</kbd>} onClick={() => onChoose('outcome')}>
            Registrera utfall
          </Menu.Item>
          <Menu.Item rightSection={<kbd>Alt M</kbd>} onClick={() => onGo('goals/new')}>
            Nytt mål
          </Menu.Item>
          <Menu.Item onClick={() => onGo('form/satisfactionScale')}>Fyll i Tillfredsskalan</Menu.Item>
        </>
      )}
      <Menu.Item rightSection={<kbd>Alt A</kbd>} onClick={() => onChoose('offer')}>
        Anteckna erbjudande
      </Menu.Item>
    </>
  )
}

/** What anyone may do who may read the client. */
function ReadingItems({ onChoose, onGo }: ClientMenuProps) {
  return (
    <>
      <Menu.Item rightSection={<kbd>Alt V</kbd>} onClick={() => onChoose('chain')}>
        Vårdkedjan som lista
      </Menu.Item>
      <Menu.Item rightSection={<kbd>Ctrl F</kbd>} onClick={() => onChoose('search')}>
        Sök i anteckningarna
      </Menu.Item>
      <Menu.Item onClick={() => onGo('consents')}>Samtycken</Menu.Item>
      <Menu.Item rightSection={<kbd>?</kbd>} onClick={() => onChoose('keys')}>
        Kortkommandon
      </Menu.Item>
    </>
  )
}

/** Who the client is, whose, and where the record goes. */
function RecordItems({ client, onChoose, onGo }: ClientMenuProps) {
  return (
    <>
      <Menu.Item leftSection={<IconPencil size={17} stroke={1.7} aria-hidden />} onClick={() => onChoose('details')}>
        Ändra uppgifter
      </Menu.Item>
      <Menu.Item leftSection={<IconHistory size={17} stroke={1.7} aria-hidden />} onClick={() => onGo('history')}>
        Tidigare uppgifter
      </Menu.Item>
      <Menu.Item leftSection={<IconCalendarOff size={17} stroke={1.7} aria-hidden />} onClick={() => onChoose('death')}>
        {client.diedOn === undefined ? 'Avliden' : 'Avliden: rätta eller ta tillbaka'}
      </Menu.Item>
      {client.mayTreat && (
        <Menu.Item leftSection={<IconArrowMerge size={17} stroke={1.7} aria-hidden />} onClick={() => onGo('merge')}>
          Slå ihop med en annan klient
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconUserShare size={17} stroke={1.7} aria-hidden />} onClick={() => onChoose('assign')}>
        Byt ansvarig
      </Menu.Item>
      <Menu.Item leftSection={<IconFileText size={17} stroke={1.7} aria-hidden />} onClick={() => onChoose('extract')}>
        Registerutdrag
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowsExchange size={17} stroke={1.7} aria-hidden />}
        onClick={() => onGo('handover')}
      >
        Lämna över
      </Menu.Item>
    </>
  )
}
