import { useState } from 'react'
import { useLocation } from 'wouter'
import { UnseenAssignments } from '../assignment/unseenAssignments.tsx'
import { UnseenBreakGlass } from '../breakGlass/unseenBreakGlass.tsx'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { useToday } from '../core/useToday.ts'
import { BegunSection } from '../draft/begun.tsx'
import { DueGoals } from '../goal/dueGoals.tsx'
import { LogReviewDue } from '../logReview/logReviewDue.tsx'
import { HomesToChoose } from '../municipality/homesToChoose.tsx'
import { usePendingOutcomes } from '../plan/pendingOutcomes.tsx'
import { fullDay } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { SearchButton } from '../ui/searchButton.tsx'
import { useShortcuts } from '../ui/shortcuts.tsx'
import { ReadAhead, WaitingHandovers } from './todayAside.tsx'
import { type OpenDialog, TodayDialog } from './todayDialog.tsx'
import { SessionsToday, ToOfferAgain, UndocumentedSessions } from './todaySections.tsx'
import { TODAY_SHORTCUTS } from './todayShortcuts.ts'

/** What to do now: today's sessions, what lacks an outcome, and what others wait for. */
export function TodayScreen() {
  const today = useToday()
  const list = useCore('today.list', {})
  const [dialog, setDialog] = useState<OpenDialog>()
  const pending = usePendingOutcomes()
  const [, go] = useLocation()
  const mayRecord = useMay()('session.record')
  const isOpen = ({ slotId }: { slotId: string }) => !pending.some(each => each.input.slotId === slotId)
  const sessions = (list.data?.sessions ?? []).filter(isOpen)
  const [first] = sessions
  useShortcuts(TODAY_SHORTCUTS, {
    begin: () => mayRecord && first?.treats === true && go(`/client/${first.clientId}/session/${first.slotId}`),
    undocumented: () => document.querySelector<HTMLElement>('.today-rows button:not([tabindex="-1"])')?.focus(),
    help: () => setDialog({ what: 'keys' }),
  })
  if (!list.isSuccess) return <NotLoaded error={list.error} />
  const { undocumented, again, upcoming, waiting, awaited } = list.data
  const isNew = Object.values(list.data).every(each => each.length === 0)
  const isNothingElse = upcoming.length + waiting.length + awaited.length === 0

  return (
    <Page title={greeting()} under={fullDay(today)} actions={<SearchButton />}>
      <div className="two-columns">
        <div className="stack">
          <SessionsToday sessions={sessions} isNew={isNew} onOpen={setDialog} />
          <UndocumentedSessions sessions={undocumented.filter(isOpen)} onOpen={setDialog} />
          <ToOfferAgain again={again.filter(each => each.what === 'offer' || isOpen(each))} onOpen={setDialog} />
        </div>
        <div className="stack">
          <DueGoals />
          <UnseenBreakGlass />
          <UnseenAssignments />
          <LogReviewDue />
          <HomesToChoose own />
          <BegunSection />
          <WaitingHandovers waiting={waiting} awaited={awaited} />
          <ReadAhead upcoming={upcoming} />
          {isNothingElse && !isNew && <p className="soft">Inget annat väntar.</p>}
        </div>
      </div>
      {dialog !== undefined && <TodayDialog dialog={dialog} onOpen={setDialog} />}
    </Page>
  )
}

/** By the wall clock: the day may be chosen from outside, the time of day is the user's. */
function greeting(): string {
  const hour = new Date().getHours()
  if (hour < 5) return 'God natt'
  if (hour < 10) return 'God morgon'
  return hour < 18 ? 'God dag' : 'God kväll'
}
