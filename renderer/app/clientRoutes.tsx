import { Route, Switch } from 'wouter'
import { ClientScreen } from '../client/clientScreen.tsx'
import { ConsentScreen } from '../consent/consentScreen.tsx'
import { ConsentsScreen } from '../consent/consentsScreen.tsx'
import { NewConsentScreen } from '../consent/newConsentScreen.tsx'
import { NewGoalScreen, RewordGoalScreen, SheetGoalScreen } from '../goal/goalFormScreen.tsx'
import { GoalReviewScreen } from '../goal/goalReviewScreen.tsx'
import { GoalsScreen } from '../goal/goalsScreen.tsx'
import { SendHandoverScreen } from '../handover/sendHandoverScreen.tsx'
import { ClientHistoryScreen } from '../identity/clientHistoryScreen.tsx'
import { MergeChoiceScreen } from '../merge/mergeChoiceScreen.tsx'
import { MergeClientsScreen } from '../merge/mergeClientsScreen.tsx'
import { SessionScreen } from '../session/sessionScreen.tsx'
import { WorksheetCompareScreen } from '../worksheet/worksheetCompareScreen.tsx'
import { WorksheetHistoryScreen } from '../worksheet/worksheetHistoryScreen.tsx'
import { WorksheetScreen } from '../worksheet/worksheetScreen.tsx'
import { WorksheetsScreen } from '../worksheet/worksheetsScreen.tsx'

/** The pages about one client, each at its address. */
export function ClientRoutes({ clientId }: { clientId: string }) {
  return (
    <Switch>
      <Route path="/client/:id">{() => <ClientScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/do/:what/:about?">
        {({ what, about = '' }) => <ClientScreen clientId={clientId} doing={{ what, about }} />}
      </Route>
      <Route path="/client/:id/goals">{() => <GoalsScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/goals/reached/:goal">
        {({ goal }) => <GoalsScreen clientId={clientId} reaching={goal} />}
      </Route>
      <Route path="/client/:id/goals/new">{() => <NewGoalScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/goals/sheet/:row">
        {({ row }) => <SheetGoalScreen key={row} clientId={clientId} row={row} />}
      </Route>
      <Route path="/client/:id/goals/reword/:goal">
        {({ goal }) => <RewordGoalScreen key={goal} clientId={clientId} goalId={goal} />}
      </Route>
      <Route path="/client/:id/goals/review/:goal">
        {({ goal }) => <GoalReviewScreen key={goal} clientId={clientId} goalId={goal} />}
      </Route>
      <Route path="/client/:id/session/:slot">
        {({ slot }) => <SessionScreen key={slot} clientId={clientId} slotId={slot} />}
      </Route>
      <Route path="/client/:id/form/:form">
        {({ form }) => <WorksheetScreen key={form} clientId={clientId} formId={form} />}
      </Route>
      <Route path="/client/:id/form/:form/history/:answer?">
        {({ form, answer }) => (
          <WorksheetHistoryScreen
            key={form}
            clientId={clientId}
            formId={form}
            {...(answer === undefined ? {} : { answerId: answer })}
          />
        )}
      </Route>
      <Route path="/client/:id/form/:form/compare">
        {({ form }) => <WorksheetCompareScreen key={form} clientId={clientId} formId={form} />}
      </Route>
      <Route path="/client/:id/forms">{() => <WorksheetsScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/consents">{() => <ConsentsScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/consents/new">{() => <NewConsentScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/consents/:consent/:what?">
        {({ consent, what }) => (
          <ConsentScreen key={consent} clientId={clientId} consentId={consent} withdrawing={what === 'withdraw'} />
        )}
      </Route>
      <Route path="/client/:id/history">{() => <ClientHistoryScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/merge">{() => <MergeChoiceScreen clientId={clientId} />}</Route>
      <Route path="/client/:id/merge/:other">
        {({ other }) => <MergeClientsScreen key={other} clientId={clientId} otherId={other} />}
      </Route>
      <Route path="/client/:id/handover">{() => <SendHandoverScreen clientId={clientId} />}</Route>
    </Switch>
  )
}
