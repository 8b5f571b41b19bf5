import { Button, Menu } from '@mantine/core'
import {
  IconBook2,
  IconCalendarX,
  IconDots,
  IconKeyboard,
  IconLifebuoy,
  IconPhone,
  IconSeparatorVertical,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Keys, type Shortcut } from '../../ui/shortcuts.tsx'
import type { SessionDialog } from '../sessionPage.ts'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'

type SessionMenuProps = {
  /** False in the session about lapses itself. */
  withLapse: boolean
  onSplit(): void
  onOpenDialog(dialog: SessionDialog): void
}

/** What is done now and then in a session. */
export function SessionMenu({ withLapse, onSplit, onOpenDialog }: SessionMenuProps) {
  const { split, otherChapter, lapse, numbers, notHeld, help } = SESSION_SHORTCUTS
  return (
    <Menu position="bottom-end" withinPortal width={300} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} stroke={1.7} aria-hidden />}>
          Mer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Item icon={IconSeparatorVertical} shortcut={split} onClick={onSplit}>
          Dela träffen
        </Item>
        <Item icon={IconBook2} shortcut={otherChapter} onClick={() => onOpenDialog({ name: 'chapter' })}>
          Ur ett annat kapitel
        </Item>
        {withLapse && (
          <Item icon={IconLifebuoy} shortcut={lapse} onClick={() => onOpenDialog({ name: 'lapse' })}>
            Ta träff 16 nu
          </Item>
        )}
        <Item icon={IconPhone} shortcut={numbers} onClick={() => onOpenDialog({ name: 'numbers' })}>
          Nödnummer
        </Item>
        <Item icon={IconCalendarX} shortcut={notHeld} onClick={() => onOpenDialog({ name: 'notHeld' })}>
          Träffen blev inte av
        </Item>
        <Menu.Divider />
        <Item icon={IconKeyboard} shortcut={help} onClick={() => onOpenDialog({ name: 'shortcuts' })}>
          Kortkommandon
        </Item>
      </Menu.Dropdown>
    </Menu>
  )
}

type ItemProps = { icon: typeof IconDots; shortcut: Shortcut; onClick(): void; children: ReactNode }

function Item({ icon: Icon, shortcut, onClick, children }: ItemProps) {
  return (
    <Menu.Item
      leftSection={<Icon size={17} stroke={1.7} aria-hidden />}
      rightSection={<Keys keys={shortcut.keys} />}
      onClick={onClick}
    >
      {children}
    </Menu.Item>
  )
}
