import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import { IconArrowsExchange, IconBook2, IconLock, IconSettings, IconSun, IconUsers } from '@tabler/icons-react'
import { Link, Route, Switch, useLocation } from 'wouter'
import { queryClient, useCommand, useCore } from './core.ts'
import { storeEverything } from './leaving.ts'
import { ClientDoor } from './parts/clientDoor.tsx'
import { FindAnything } from './parts/findAnything.tsx'
import { useLastPlace } from './parts/lastPlace.ts'
import { AssignmentsScreen } from './screens/assignments.tsx'
import { ChapterScreen } from './screens/chapter.tsx'
import { ClientScreen } from './screens/client.tsx'
import { ClientsScreen } from './screens/clients.tsx'
import { GoalsScreen } from './screens/goals.tsx'
import { HandoversScreen } from './screens/handovers.tsx'
import { ManualFormScreen, ManualPageScreen, ManualScreen } from './screens/manual.tsx'
import { NewClientScreen } from './screens/newClient.tsx'
import { ReceiveHandoverScreen } from './screens/receiveHandover.tsx'
import { SendHandoverScreen } from './screens/sendHandover.tsx'
import { SessionScreen } from './screens/session.tsx'
import { SettingsScreen } from './screens/settings.tsx'
import { TodayScreen } from './screens/today.tsx'
import { WorksheetScreen } from './screens/worksheet.tsx'
import { Today } from './useToday.ts'

const places = [
  { to: '/', label: 'Idag', Icon: IconSun },
  { to: '/clients', label: 'Klienter', Icon: IconUsers },
  { to: '/handovers', label: 'Överlämning', Icon: IconArrowsExchange },
  { to: '/manual', label: 'Manualen', Icon: IconBook2 },
  { to: '/settings', label: 'Inställningar', Icon: IconSettings },
]

/** The frame around every screen: where one is at the left, the work in the middle, Ctrl+K and Ctrl+L everywhere. */
export function Shell({ today, demo }: { today: string; demo: boolean }) {
  const [path] = useLocation()
  const me = useCore('user.me', {})
  const ready = useLastPlace(me.data?.user.id)
  const waiting = useCore('today.list', {})
  const lock = useCommand('user.lock')
  const lockNow = async () => {
    await storeEverything()
    lock.mutate({}, { onSuccess: () => queryClient.resetQueries() })
  }
  useHotkeys(
    [
      ['mod+L', () => void lockNow()],
      ['mod+K', spotlight.open],
    ],
    [],
    true,
  )
  const counts: Record<string, number> = {
    '/': (waiting.data?.sessions.length ?? 0) + (waiting.data?.undocumented.length ?? 0),
    '/handovers': waiting.data?.waiting.length ?? 0,
  }
  const isHere = (to: string) =>
    to === '/' ? path === '/' : path.startsWith(to === '/clients' ? '/client' : to === '/handovers' ? '/handover' : to)

  if (!ready) return null
  return (
    <Today value={today}>
      <div className="shell">
        <nav className="shell-nav no-print" aria-label="Huvudmeny">
          <div className="shell-name">Arton</div>
          {demo && <div className="demo-ribbon">Demo – påhittade personer</div>}
          {places.map(({ to, label, Icon }) => (
            <Link key={to} href={to} className="shell-link" aria-current={isHere(to) ? 'page' : undefined}>
              <Icon size={19} stroke={1.7} aria-hidden />
              {label}
              {(counts[to] ?? 0) > 0 && <span className="count">{counts[to]}</span>}
            </Link>
          ))}
          <div className="shell-foot">
            <strong>{me.data?.user.name}</strong>
            <span className="soft">{me.data?.unit.name}</span>
            <button type="button" className="shell-lock" onClick={() => void lockNow()}>
              <IconLock size={17} stroke={1.7} aria-hidden /> Lås <kbd>Ctrl L</kbd>
            </button>
          </div>
        </nav>
        <main className="shell-main">
          <Switch>
            <Route path="/">{() => <TodayScreen />}</Route>
            <Route path="/clients">{() => <ClientsScreen />}</Route>
            <Route path="/clients/new">{() => <NewClientScreen />}</Route>
            <Route path="/client/:id/*?">
              {({ id }) => (
                <ClientDoor key={id} clientId={id}>
                  <Switch>
                    <Route path="/client/:id">{() => <ClientScreen clientId={id} />}</Route>
                    <Route path="/client/:id/goals">{() => <GoalsScreen clientId={id} />}</Route>
                    <Route path="/client/:id/session/:slot">
                      {({ slot }) => <SessionScreen key={slot} clientId={id} slotId={slot} />}
                    </Route>
                    <Route path="/client/:id/form/:form">
                      {({ form }) => <WorksheetScreen key={form} clientId={id} formId={form} />}
                    </Route>
                    <Route path="/client/:id/handover">{() => <SendHandoverScreen clientId={id} />}</Route>
                  </Switch>
                </ClientDoor>
              )}
            </Route>
            <Route path="/handovers">{() => <HandoversScreen />}</Route>
            <Route path="/handovers/receive">{() => <ReceiveHandoverScreen />}</Route>
            <Route path="/manual">{() => <ManualScreen />}</Route>
            <Route path="/manual/chapter/:number/:step?">
              {({ number, step }) => <ChapterScreen key={number} session={Number(number)} step={step} />}
            </Route>
            <Route path="/manual/page/:id">{({ id }) => <ManualPageScreen key={id} id={id} />}</Route>
            <Route path="/manual/procedure/:code">{({ code }) => <ManualScreen key={code} procedure={code} />}</Route>
            <Route path="/manual/form/:id">{({ id }) => <ManualFormScreen key={id} id={id} />}</Route>
            <Route path="/settings/assignments">{() => <AssignmentsScreen />}</Route>
            <Route path="/settings">{() => <SettingsScreen />}</Route>
            <Route>{() => <TodayScreen />}</Route>
          </Switch>
        </main>
        <FindAnything onLock={() => void lockNow()} />
      </div>
    </Today>
  )
}
