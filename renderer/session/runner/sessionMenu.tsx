import { Button, Menu } from '@mantine/core'
import {
  IconBook2,
  IconCalendarX,
  IconDots,
  IconKeyboard,
  IconLifebuoy,
  IconSeparatorVertical,
} from '@tabler/icons-react'
import { Keys } from '../../ui/shortcuts.tsx'
import { SESSION_SHORTCUTS } from './sessionShortcuts.ts'

type SessionMenuProps = {
  /** False in the session about lapses itself. */
  lapse: boolean
  onSplit(): void
  onChapter(): void
  onLapse(): void
  onNotHeld(): void
  onShortcuts(): void
}

/** What is done now and then in a session. */
export function SessionMenu({ lapse, onSplit, onChapter, onLapse, onNotHeld, onShortcuts }: SessionMenuProps) {
  const { split, otherChapter, lapse: lapseNow, notHeld, help } = SESSION_SHORTCUTS
  return (
    <Menu position="bottom-end" withinPortal width={300} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDots size={18} stroke={1.7} aria-hidden />}>
          Mer
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSeparatorVertical size={17} stroke={1.7} aria-hidden />}
          rightSection={<Keys keys={split.keys} />}
          onClick={onSplit}
        >
          Dela träffen
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBook2 size={17} stroke={1.7} aria-hidden />}
          rightSection={<Keys keys={otherChapter.keys} />}
          onClick={onChapter}
        >
          Ur ett annat kapitel
        </Menu.Item>
        {lapse && (
          <Menu.Item
            leftSection={<IconLifebuoy size={17} stroke={1.7} aria-hidden />}
            rightSection={<Keys keys={lapseNow.keys} />}
            onClick={onLapse}
          >
            Ta träff 16 nu
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCalendarX size={17} stroke={1.7} aria-hidden />}
          rightSection={<Keys keys={notHeld.keys} />}
          onClick={onNotHeld}
        >
          Träffen blev inte av
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={17} stroke={1.7} aria-hidden />}
          rightSection={<Keys keys={help.keys} />}
          onClick={onShortcuts}
        >
          Kortkommandon
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
