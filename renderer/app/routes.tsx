import { Redirect, Route, Switch } from 'wouter'
import { LogExtractScreen } from '../accessLog/logExtractScreen.tsx'
import { AssignmentsScreen } from '../assignment/assignmentsScreen.tsx'
import { LockingScreen } from '../binder/lockingScreen.tsx'
import { PassphraseScreen } from '../binder/passphraseScreen.tsx'
import { RecoveryScreen } from '../binder/recoveryScreen.tsx'
import { ClientDoor } from '../breakGlass/clientDoor.tsx'
import { ClientsScreen } from '../client/clientsScreen.tsx'
import { NewClientScreen } from '../client/newClientScreen.tsx'
import { useMay } from '../core/useMay.ts'
import { NumbersScreen } from '../emergencyNumber/numbersScreen.tsx'
import { HandoversScreen } from '../handover/handoversScreen.tsx'
import { ReceiveHandoverScreen } from '../handover/receiveHandoverScreen.tsx'
import { ListsScreen } from '../list/listsScreen.tsx'
import { LogReviewPageScreen } from '../logReview/logReviewPageScreen.tsx'
import { LogReviewScreen } from '../logReview/logReviewScreen.tsx'
import { ChapterScreen } from '../manual/chapterScreen.tsx'
import { ManualFormScreen, ManualPageScreen, ManualScreen } from '../manual/manualScreen.tsx'
import { ManualSettingsScreen } from '../manual/manualSettingsScreen.tsx'
import { RetentionScreen } from '../retention/retentionScreen.tsx'
import { SettingsScreen } from '../settings/settingsScreen.tsx'
import { TodayScreen } from '../today/todayScreen.tsx'
import { PersonTrainingScreen, TrainingScreen } from '../training/trainingScreen.tsx'
import { UnitsScreen } from '../unit/unitsScreen.tsx'
import { UsersScreen } from '../user/usersScreen.tsx'
import { ClientRoutes } from './clientRoutes.tsx'

/** Every page, each at its address; what no page has leads to the user's first one. */
export function Routes() {
  const may = useMay()
  const home = may('today.list') ? '/' : may('user.list') ? '/settings' : '/manual'
  return (
    <Switch>
      <Route path="/">{() => (home === '/' ? <TodayScreen /> : <Redirect to={home} replace />)}</Route>
      <Route path="/clients">{() => <ClientsScreen />}</Route>
      <Route path="/clients/new">{() => <NewClientScreen />}</Route>
      <Route path="/client/:id/*?">
        {({ id }) => (
          <ClientDoor key={id} clientId={id}>
            <ClientRoutes clientId={id} />
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
      <Route path="/settings/emergency-numbers">{() => <NumbersScreen />}</Route>
      <Route path="/settings/units">{() => <UnitsScreen />}</Route>
      <Route path="/settings/lists">{() => <ListsScreen />}</Route>
      <Route path="/settings/locking">{() => <LockingScreen />}</Route>
      <Route path="/settings/manual">{() => <ManualSettingsScreen />}</Route>
      <Route>{() => <Redirect to="/" replace />}</Route>
    </Switch>
  )
}
