import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Outcome } from '../../main/contract/plan.ts'
import { outcomeWords } from '../../main/contract/planWords.ts'
import { OutcomeIcon } from '../plan/outcome.tsx'
import { choicesOf } from '../ui/choices.ts'

/** In the order of their keys, 1 to 6. */
export const OUTCOMES = choicesOf(outcomeWords)

/** The six outcomes behind three dots, each with the key that chooses it on the row. */
export function OutcomeMenu({ label, onSettle }: { label: string; onSettle(outcome: Outcome): void }) {
  const [opened, setOpened] = useState(false)
  return (
    <Menu
      position="bottom-end"
      withinPortal
      width={280}
      withInitialFocusPlaceholder={false}
      opened={opened}
      onChange={setOpened}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={38} aria-label={label} title="Utfall">
          <IconDots size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={event => /^[1-6]$/.test(event.key) && setOpened(false)}>
        {OUTCOMES.map(({ value, label: words }, index) => (
          <Menu.Item
            key={value}
            leftSection={<OutcomeIcon outcome={value} size={17} />}
            rightSection={<kbd>{index + 1}</kbd>}
            onClick={() => onSettle(value)}
          >
            {words}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
