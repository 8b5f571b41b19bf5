import { useHotkeys } from '@mantine/hooks'
import { spotlight } from '@mantine/spotlight'
import {
  IconArrowsExchange,
  IconBook2,
  IconLock,
  IconSettings,
  IconSun,
  IconUserShare,
  IconUsers,
} from '@tabler/icons-react'
import { useEffect } from 'react'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { Method } from '../../main/contract/index.ts'
import { LogExtractScreen } from '../accessLog/logExtractScreen.tsx'
import { LogNotice } from '../accessLog/logNotice.tsx'
import { usePrintLog } from '../accessLog/usePrintLog.ts'
import { AssignmentsScreen } from '../assignment/assignmentsScreen.tsx'
import { IdleWarning } from '../binder/idleWarning.tsx'
import { LockingScreen } from '../binder/lockingScreen.tsx'
import { lockNow } from '../binder/lockNow.ts'
import { PassphraseScreen } from '../binder/passphraseScreen.tsx'
import { RecoveryScreen } from '../binder/recoveryScreen.tsx'
import { useIdleLock } from '../binder/useIdleLock.ts'
import { ClientDoor } from '../breakGlass/clientDoor.tsx'
import { ClientScreen } from '../client/clientScreen.tsx'
import { ClientsScreen } from '../client/clientsScreen.tsx'
import { NewClientScreen } from '../client/newClientScreen.tsx'
import { ConsentScreen } from '../consent/consentScreen.tsx'
import { ConsentsScreen } from '../consent/consentsScreen.tsx'
import { NewConsentScreen } from '../consent/newConsentScreen.tsx'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { Today } from '../core/useToday.ts'
import { useLastPlace } from '../draft/lastPlace.ts'
import { LeavingDialog } from '../draft/leavingDialog.tsx'
import { NewGoalScreen, RewordGoalScreen, SheetGoalScreen } from '../goal/goalFormScreen.tsx'
import { GoalReviewScreen } from '../goal/goalReviewScreen.tsx'
import { GoalsScreen } from '../goal/goalsScreen.tsx'
import { HandoversScreen } from '../handover/handoversScreen.tsx'
import { ReceiveHandoverScreen } from '../handover/receiveHandoverScreen.tsx'
import { SendHandoverScreen } from '../handover/sendHandoverScreen.tsx'
import { ClientHistoryScreen } from '../identity/clientHistoryScreen.tsx'
import { LogReviewPageScreen } from '../logReview/logReviewPageScreen.tsx'
import { LogReviewScreen } from '../logReview/logReviewScreen.tsx'
import { ChapterScreen } from '../manual/chapterScreen.tsx'
import { ManualFormScreen, ManualPageScreen, ManualScreen } from '../manual/manualScreen.tsx'
import { ManualSettingsScreen } from '../manual/manualSettingsScreen.tsx'
import { MergeChoiceScreen } from '../merge/mergeChoiceScreen.tsx'
import { MergeClientsScreen } from '../merge/mergeClientsScreen.tsx'
import { RetentionScreen } from '../retention/retentionScreen.tsx'
import { SessionScreen } from '../session/sessionScreen.tsx'
import { SettingsScreen } from '../settings/settingsScreen.tsx'
import { TodayScreen } from '../today/todayScreen.tsx'
import { PersonTrainingScreen, TrainingScreen } from '../training/trainingScreen.tsx'
import { UsersScreen } from '../user/usersScreen.tsx'
import { WorksheetCompareScreen } from '../worksheet/worksheetCompareScreen.tsx'
import { WorksheetHistoryScreen } from '../worksheet/worksheetHistoryScreen.tsx'
import { WorksheetScreen } from '../worksheet/worksheetScreen.tsx'
import { WorksheetsScreen } from '../worksheet/worksheetsScreen.tsx'
import { FindAnything } from './findAnything.tsx'

type Place = { to: string; label: string; Icon: typeof IconSun; needs?: Method }

const places: readonly Place[] = [
  { to: '/', label: 'Idag', Icon: IconSun, needs: 'today.list' },
  { to: '/clients', label: 'Klienter', Icon: IconUsers, needs: 'client.list' },
  { to: '/handovers', label: 'Överlämning', Icon: IconArrowsExchange, needs: 'handover.list' },
  { to: '/manual', label: 'Manualen', Icon: IconBook2 },
  { to: '/settings', label: 'Inställningar', Icon: IconSettings },
]

/** The frame around every screen: where one is at the left, the work in the middle, Ctrl+K and Ctrl+L everywhere. */
export function Shell({ today, demo }: { today: string; demo: boolean }) {
  const [path] = useLocation()
  usePrintLog(path)
  const me = useCore('user.me', {})
  const ready = useLastPlace(me.data?.user.id)
  const typing = useCore('typing.kept', {}) // what was half written is there when its form opens
  const may = useMay()
  const waiting = useCore('today.list', {}, { enabled: may('today.list') })
  const secondsLeft = useIdleLock(me.data?.idleMinutes, lockNow)
  useEffect(() => {
    window.addEventListener('locking', lockNow) // the computer is about to lock its screen or to sleep
    return () => window.removeEventListener('locking', lockNow)
  }, [])
  useHotkeys(
    [
      ['mod+L', lockNow],
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

  const home = may('today.list') ? '/' : may('user.list') ? '/settings' : '/manual'
  if (!ready || typing.isPending) return null
  return (
    <Today value={today}>
      <div className="shell">
        <nav className="shell-nav no-print" aria-label="Huvudmeny">
          <div className="shell-name">Arton</div>
          {demo && <div className="demo-ribbon">Demo – påhittade personer</div>}
          {places
            .filter(({ needs }) => needs === undefined || may(needs))
            .map(({ to, label, Icon }) => (
              <Link key={to} href={to} className="shell-link" aria-current={isHere(to) ? 'page' : undefined}>
                <Icon size={19} stroke={1.7} aria-hidden />
                {label}
                {(counts[to] ?? 0) > 0 && <span className="count">{counts[to]}</span>}
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
        <main className="shell-main">
          <LogNotice />
          <Switch>
            <Route path="/">{() => (home === '/' ? <TodayScreen /> : <Redirect to={home} replace />)}</Route>
            <Route path="/clients">{() => <ClientsScreen />}</Route>
            <Route path="/clients/new">{() => <NewClientScreen />}</Route>
            <Route path="/client/:id/*?">
              {({ id }) => (
                <ClientDoor key={id} clientId={id}>
                  <Switch>
                    <Route path="/client/:id">{() => <ClientScreen clientId={id} />}</Route>
                    <Route path="/client/:id/do/:what/:about?">
                      {({ what, about = '' }) => <ClientScreen clientId={id} doing={{ what, about }} />}
                    </Route>
                    <Route path="/client/:id/goals">{() => <GoalsScreen clientId={id} />}</Route>
                    <Route path="/client/:id/goals/reached/:goal">
                      {({ goal }) => <GoalsScreen clientId={id} reaching={goal} />}
                    </Route>
                    <Route path="/client/:id/goals/new">{() => <NewGoalScreen clientId={id} />}</Route>
                    <Route path="/client/:id/goals/sheet/:row">
                      {({ row }) => <SheetGoalScreen key={row} clientId={id} row={row} />}
                    </Route>
                    <Route path="/client/:id/goals/reword/:goal">
                      {({ goal }) => <RewordGoalScreen key={goal} clientId={id} goalId={goal} />}
                    </Route>
                    <Route path="/client/:id/goals/review/:goal">
                      {({ goal }) => <GoalReviewScreen key={goal} clientId={id} goalId={goal} />}
                    </Route>
                    <Route path="/client/:id/session/:slot">
                      {({ slot }) => <SessionScreen key={slot} clientId={id} slotId={slot} />}
                    </Route>
                    <Route path="/client/:id/form/:form">
                      {({ form }) => <WorksheetScreen key={form} clientId={id} formId={form} />}
                    </Route>
                    <Route path="/client/:id/form/:form/history/:answer?">
                      {({ form, answer }) => (
                        <WorksheetHistoryScreen
                          key={form}
                          clientId={id}
                          formId={form}
                          {...(answer === undefined ? {} : { answerId: answer })}
                        />
                      )}
                    </Route>
                    <Route path="/client/:id/form/:form/compare">
                      {({ form }) => <WorksheetCompareScreen key={form} clientId={id} formId={form} />}
                    </Route>
                    <Route path="/client/:id/forms">{() => <WorksheetsScreen clientId={id} />}</Route>
                    <Route path="/client/:id/consents">{() => <ConsentsScreen clientId={id} />}</Route>
                    <Route path="/client/:id/consents/new">{() => <NewConsentScreen clientId={id} />}</Route>
                    <Route path="/client/:id/consents/:consent/:what?">
                      {({ consent, what }) => (
                        <ConsentScreen
                          key={consent}
                          clientId={id}
                          consentId={consent}
                          withdrawing={what === 'withdraw'}
                        />
                      )}
                    </Route>
                    <Route path="/client/:id/history">{() => <ClientHistoryScreen clientId={id} />}</Route>
                    <Route path="/client/:id/merge">{() => <MergeChoiceScreen clientId={id} />}</Route>
                    <Route path="/client/:id/merge/:other">
                      {({ other }) => <MergeClientsScreen key={other} clientId={id} otherId={other} />}
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
            <Route path="/settings/retention">{() => <RetentionScreen />}</Route>
            <Route path="/settings/assignments">{() => <AssignmentsScreen />}</Route>
            <Route path="/settings">{() => <SettingsScreen />}</Route>
            <Route path="/settings/passphrase">{() => <PassphraseScreen />}</Route>
            <Route path="/settings/users">{() => <UsersScreen />}</Route>
            <Route path="/settings/recovery">{() => <RecoveryScreen />}</Route>
            <Route path="/settings/log-review">{() => <LogReviewScreen />}</Route>
            <Route path="/settings/log-review/:id">{({ id }) => <LogReviewPageScreen key={id} reviewId={id} />}</Route>
            <Route path="/settings/log-extract">{() => <LogExtractScreen />}</Route>
            <Route path="/settings/training">{() => <TrainingScreen />}</Route>
            <Route path="/settings/training/:person">
              {({ person }) => <PersonTrainingScreen key={person} userId={person} />}
            </Route>
            <Route path="/settings/locking">{() => <LockingScreen />}</Route>
            <Route path="/settings/manual">{() => <ManualSettingsScreen />}</Route>
            <Route>{() => <Redirect to="/" replace />}</Route>
          </Switch>
        </main>
        {secondsLeft !== undefined && <IdleWarning seconds={secondsLeft} />}
        <LeavingDialog />
        <FindAnything onLock={lockNow} />
      </div>
    </Today>
  )
}
