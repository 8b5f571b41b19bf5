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
  /** Also to treat: sessions, goals and worksheets are theirs to write. */
  mayRecord: boolean
  /** False when every session of the plan has been held. */
  open: boolean
  onChoose(action: ClientAction): void
  onGo(path: string): void
}

export function ClientMenu({ own, mayRecord, open, onChoose, onGo }: ClientMenuProps) {
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
            <Menu.Item disabled={!open} rightSection={<kbd>Alt P</kbd>} onClick={() => onChoose('plan')}>
              Planera träffar
            </Menu.Item>
            <Menu.Item onClick={() => onChoose('planSeenOtherwise')}>Klienten ser planen annorlunda</Menu.Item>
            {mayRecord && (
              <>
                <Menu.Item disabled={!open} rightSection={<kbd>Alt U</kbd>} onClick={() => onChoose('outcome')}>
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
            <Menu.Divider />
          </>
        )}
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
