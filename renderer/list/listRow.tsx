import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ListName } from '../../main/contract/list.ts'
import type { ListedGround, ListedReason } from '../../main/contract/unit.ts'
import { isForeign, wordsOn } from '../../main/contract/validity.ts'
import { useCommand } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { phaseText } from './phaseText.ts'

export type ListedRow = Omit<ListedReason, 'side'> & Partial<Pick<ListedGround, 'phase'>>

type ListRowProps = { row: ListedRow; list: ListName; on: string; onDo(what: 'end' | 'reword'): void }

/** One row of a list: what it is called that day, from when to when, and what it was or will be called. */
export function ListRow({ row, list, on, onDo }: ListRowProps) {
  const end = useCommand('list.end')
  const words = wordsOn(row, on)
  return (
    <li>
      <div className="spread">
        <strong>{words}</strong>
        {!isForeign(row) && (
          <Menu position="bottom-end" withinPortal width={220} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Mer om ${words}`}>
                <IconDots size={19} stroke={1.7} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => onDo('reword')}>Ändra orden</Menu.Item>
              <Menu.Item onClick={() => onDo('end')}>{row.toOn === undefined ? 'Avsluta' : 'Ändra slutet'}</Menu.Item>
              {row.toOn !== undefined && (
                <Menu.Item onClick={() => end.mutate({ list, code: row.code })}>Ta tillbaka slutet</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <p className="small soft">{[validText(row), row.phase && phaseText(row.phase)].filter(Boolean).join(' · ')}</p>
      {namesThrough(row, on).map(each => (
        <p key={each} className="small soft">
          {each}
        </p>
      ))}
      <ErrorNotice error={end.error} />
    </li>
  )
}

export function validText(row: Pick<ListedRow, 'code' | 'fromOn' | 'toOn'>): string {
  const { fromOn, toOn } = row
  if (isForeign(row)) return 'Kom med en överlämning från en annan enhet. Går inte att välja här.'
  if (fromOn === undefined && toOn === undefined) return 'Gäller tills vidare'
  const from = fromOn === undefined ? '' : ` från ${dayAndYear(fromOn)}`
  return `Gäller${from}${toOn === undefined ? ', tills vidare' : ` till och med ${dayAndYear(toOn)}`}`
}

/** What it was called before that day, and what it will be called. */
function namesThrough({ words, earlier }: ListedRow, on: string): string[] {
  const before = earlier
    .filter(each => each.toOn < on)
    .map(each => `Hette ”${each.words}” till och med ${dayAndYear(each.toOn)}`)
  const now = earlier.findIndex(each => each.toOn >= on)
  const until = earlier[now]
  if (until === undefined) return before
  return [...before, `Heter ”${earlier[now + 1]?.words ?? words}” efter ${dayAndYear(until.toOn)}`]
}
