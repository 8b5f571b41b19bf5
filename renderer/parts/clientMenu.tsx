import { Button, Menu } from '@mantine/core'
import { IconArrowsExchange, IconDots, IconFileText, IconUserShare } from '@tabler/icons-react'

/** What can be done with a client in a dialog of the client's page. */
export type ClientAction =
  | 'goal'
  | 'offer'
  | 'offers'
  | 'plan'
  | 'planSeenOtherwise'
  | 'outcome'
  | 'assign'
  | 'extract'
  | 'chain'
  | 'search'
  | 'keys'

type ClientMenuProps = {
  /** The record may be written in. */
  own: boolean
  /** False when every session of the plan has been held. */
  open: boolean
  onChoose(action: ClientAction): void
  onGo(path: string): void
}

export function ClientMenu({ own, open, onChoose, onGo }: ClientMenuProps) {
  return (
    <Menu position="bottom-end" withinPortal width={270}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} stroke={1.7} aria-hidden />}>
          Mer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {own && (
          <>
            <Menu.Item disabled={!open} onClick={() => onChoose('plan')}>
              Planera träffar
            </Menu.Item>
            <Menu.Item onClick={() => onChoose('planSeenOtherwise')}>Klienten ser planen annorlunda</Menu.Item>
            <Menu.Item disabled={!open} onClick={() => onChoose('outcome')}>
              Registrera utfall
            </Menu.Item>
            <Menu.Item onClick={() => onGo('goals/new')}>Nytt mål</Menu.Item>
            <Menu.Item onClick={() => onGo('form/satisfactionScale')}>Fyll i Tillfredsskalan</Menu.Item>
            <Menu.Item onClick={() => onChoose('offer')}>Anteckna erbjudande</Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item onClick={() => onChoose('chain')}>Vårdkedjan som lista</Menu.Item>
        <Menu.Item rightSection={<kbd>Ctrl F</kbd>} onClick={() => onChoose('search')}>
          Sök i anteckningarna
        </Menu.Item>
        {own && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconUserShare size={17} stroke={1.7} aria-hidden />}
              onClick={() => onChoose('assign')}
            >
              Byt ansvarig
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileText size={17} stroke={1.7} aria-hidden />}
              onClick={() => onChoose('extract')}
            >
              Registerutdrag
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowsExchange size={17} stroke={1.7} aria-hidden />}
              onClick={() => onGo('handover')}
            >
              Lämna över
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
