import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Procedure } from '../../main/contract/manual.ts'
import type { StaffTraining, TrainingContent, TrainingEntry, TrainingMethod } from '../../main/contract/training.ts'

export type TrainingKind = TrainingContent['kind']
/** What is being done in the register: writing something, or taking an entry back. */
export type TrainingDoing =
  | { what: 'write'; kind: TrainingKind; procedure?: string; changing?: TrainingEntry }
  | { what: 'takeBack'; entry: TrainingEntry }

export type TrainingPartProps = {
  staff: StaffTraining
  methods: readonly TrainingMethod[]
  procedures: readonly Procedure[]
  mayCertify: boolean
  onDo(doing: TrainingDoing): void
}

/** The entries of a kind that stand, in the order of writing. */
export function standingOf<K extends TrainingKind>({ entries }: StaffTraining, kind: K) {
  type Of = TrainingEntry & { content: Extract<TrainingContent, { kind: K }> }
  return entries.filter((each): each is Of => each.stands && each.content.kind === kind)
}

type RowProps = {
  entry: TrainingEntry
  name: string
  onDo: TrainingPartProps['onDo']
  fixed?: boolean
  children: ReactNode
}

/** An entry that stands, with the menu to change it or take it back. */
export function EntryRow({ entry, name, onDo, fixed = false, children }: RowProps) {
  return (
    <div className="training-entry">
      <div className="grow">{children}</div>
      {!fixed && (
        <Menu position="bottom-end" withinPortal width={180} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon className="no-print" variant="subtle" color="gray" size="lg" aria-label={`Mer om ${name}`}>
              <IconDots size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => onDo({ what: 'write', kind: entry.content.kind, changing: entry })}>
              Ändra
            </Menu.Item>
            <Menu.Item onClick={() => onDo({ what: 'takeBack', entry })}>Ta tillbaka</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
