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
  | 'details'
  | 'death'
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
  /** The day of death is recorded. */
  dead: boolean
  onChoose(action: ClientAction): void
  onGo(path: string): void
}

export function ClientMenu({ own, mayRecord, open, dead, onChoose, onGo }: ClientMenuProps) {
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
            <Menu.Item disabled={!open || dead} rightSection={<kbd>Alt P</kbd>} onClick={() => onChoose('plan')}>
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
              leftSection={<IconPencil size={17} stroke={1.7} aria-hidden />}
              onClick={() => onChoose('details')}
            >
              Ändra uppgifter
            </Menu.Item>
            <Menu.Item leftSection={<IconHistory size={17} stroke={1.7} aria-hidden />} onClick={() => onGo('history')}>
              Tidigare uppgifter
            </Menu.Item>
            <Menu.Item
              leftSection={<IconCalendarOff size={17} stroke={1.7} aria-hidden />}
              onClick={() => onChoose('death')}
            >
              {dead ? 'Avliden: rätta eller ta tillbaka' : 'Avliden'}
            </Menu.Item>
            {mayRecord && (
              <Menu.Item
                leftSection={<IconArrowMerge size={17} stroke={1.7} aria-hidden />}
                onClick={() => onGo('merge')}
              >
                Slå ihop med en annan klient
              </Menu.Item>
            )}
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
