import {
  IconArrowsExchange,
  IconBook2,
  IconLock,
  IconSettings,
  IconSun,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { Method } from '../../main/contract/index.ts'
import { lockNow } from '../binder/lockNow.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'

type Place = {
  to: string
  label: string
  Icon: typeof IconSun
  needs?: Method
  /** Addresses that begin so belong to the place; left out where they begin as `to`. */
  covers?: string
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'Idag', Icon: IconSun, needs: 'today.list' },
  { to: '/clients', label: 'Klienter', Icon: IconUsers, needs: 'client.list', covers: '/client' },
  { to: '/handovers', label: 'Överlämning', Icon: IconArrowsExchange, needs: 'handover.list', covers: '/handover' },
  { to: '/manual', label: 'Manualen', Icon: IconBook2 },
  { to: '/settings', label: 'Inställningar', Icon: IconSettings },
]

function isAt({ to, covers = to }: Place, path: string): boolean {
  return to === '/' ? path === '/' : path.startsWith(covers)
}

/** How much waits for the user at each place, by its address. */
export function useWaitingCounts(): Readonly<Record<string, number>> {
  const may = useMay()
  const { data } = useCore('today.list', {}, { enabled: may('today.list') })
  if (data === undefined) return {}
  return { '/': data.sessions.length + data.undocumented.length, '/handovers': data.waiting.length }
}

type MainMenuProps = { demo: boolean; counts: Readonly<Record<string, number>> }

/** At the left of every page: where one can go, who is in, and the way out. */
export function MainMenu({ demo, counts }: MainMenuProps) {
  const [path] = useLocation()
  const may = useMay()
  const me = useCore('user.me', {})
  return (
    <nav className="shell-nav no-print" aria-label="Huvudmeny">
      <div className="shell-name">Arton</div>
      {demo && <div className="demo-ribbon">Demo – påhittade personer</div>}
      {PLACES.filter(({ needs }) => needs === undefined || may(needs)).map(place => (
        <Link
          key={place.to}
          href={place.to}
          className="shell-link"
          aria-current={isAt(place, path) ? 'page' : undefined}
        >
          <place.Icon size={19} stroke={1.7} aria-hidden />
          {place.label}
          {(counts[place.to] ?? 0) > 0 && <span className="count">{counts[place.to]}</span>}
        </Link>
      ))}
      <div className="shell-foot">
        <strong>{me.data?.user.name}</strong>
        <span className="soft">{me.data?.unit.name}</span>
        <button type="button" className="shell-lock" onClick={lockNow}>
          <IconLock size={17} stroke={1.7} aria-hidden /> Lås <kbd>Ctrl L</kbd>
        </button>
        <button type="button" className="shell-lock" onClick={lockNow}>
          <IconUserShare size={17} stroke={1.7} aria-hidden /> Byt användare
        </button>
      </div>
    </nav>
  )
}
