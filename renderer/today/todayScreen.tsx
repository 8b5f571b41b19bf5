import { IconBook2 } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Offered } from '../../main/contract/offer.ts'
import type { Outcome, SlotId } from '../../main/contract/plan.ts'
import type { OfferAgain, PlannedSession } from '../../main/contract/today.ts'
import { UnseenAssignments } from '../assignment/unseenAssignments.tsx'
import { UnseenBreakGlass } from '../breakGlass/unseenBreakGlass.tsx'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { useToday } from '../core/useToday.ts'
import { BegunSection } from '../draft/begun.tsx'
import { DueGoals } from '../goal/dueGoals.tsx'
import { LogReviewDue } from '../logReview/logReviewDue.tsx'
import { OfferDialog } from '../offer/offerDialog.tsx'
import { usePendingOutcomes } from '../plan/pendingOutcomes.tsx'
import { PlanDialog } from '../plan/planDialog.tsx'
import { OutcomeDialog } from '../session/outcomeDialog.tsx'
import { useCollapsedList } from '../ui/collapsedList.tsx'
import { clock, fullDay, shortDay } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { SearchButton } from '../ui/searchButton.tsx'
import { ShortcutsDialog, useShortcuts } from '../ui/shortcuts.tsx'
import { AgainRow, AwaitedRow, Rows, SessionRow, UndocumentedRow, WaitingRow } from './todayRows.tsx'
import { TODAY_SHORTCUTS, TODAY_TOLD } from './todayShortcuts.ts'

/** As many as someone could take in hand at once. */
const UNDOCUMENTED_FIRST = 100
/** What is to be offered again has no hurry: the longest waiting are enough at first. */
const AGAIN_FIRST = 6

type Settled = Pick<PlannedSession, 'clientId' | 'clientName' | 'caseNumber' | 'slotId' | 'number' | 'phase'>
type Doing =
  | { what: 'settle'; session: Settled; on: string; outcome?: Outcome }
  | { what: 'plan'; clientId: string; slotId: SlotId }
  | { what: 'answer'; clientId: string; offered: Offered }
  | { what: 'keys' }

/** What to do now: today's sessions, what lacks an outcome, and what others wait for. */
export function TodayScreen() {
  const today = useToday()
  const list = useCore('today.list', {})
  const manual = useCore('manual.contents', {})
  const [doing, setDoing] = useState<Doing>()
  const soon = usePendingOutcomes()
  const [, go] = useLocation()
  const mayRecord = useMay()('session.record')
  const isOpen = ({ slotId }: { slotId: string }) => !soon.some(each => each.input.slotId === slotId)
  const sessions = (list.data?.sessions ?? []).filter(isOpen)
  const first = sessions[0]
  useShortcuts(TODAY_SHORTCUTS, {
    begin: () => mayRecord && first?.treats === true && go(`/client/${first.clientId}/session/${first.slotId}`),
    undocumented: () => document.querySelector<HTMLElement>('.today-rows button:not([tabindex="-1"])')?.focus(),
    help: () => setDoing({ what: 'keys' }),
  })
  const undocumented = (list.data?.undocumented ?? []).filter(isOpen)
  const again = (list.data?.again ?? []).filter(each => each.what === 'offer' || isOpen(each))
  const [undocumentedShown, moreUndocumented] = useCollapsedList(undocumented, UNDOCUMENTED_FIRST, 'äldsta')
  const [againShown, moreAgain] = useCollapsedList(again, AGAIN_FIRST, 'som har väntat längst')
  const close = () => setDoing(undefined)
  if (!list.isSuccess) return <NotLoaded error={list.error} />
  const { upcoming, waiting, awaited } = list.data
  const titleOf = (number: number) => manual.data?.chapters.find(each => each.session === number)?.title ?? ''
  const settle = (session: PlannedSession) =>
    mayRecord && session.treats
      ? (outcome: Outcome) => setDoing({ what: 'settle', session, on: session.plannedOn, outcome })
      : undefined
  const nothing = Object.values(list.data).every(each => each.length === 0)

  return (
    <Page title={greeting()} under={fullDay(today)} actions={<SearchButton />}>
      <div className="two-columns">
        <div className="stack">
          <Section title="Idag">
            {sessions.length === 0 && (
              <p className="card soft">
                {nothing ? (
                  <>
                    Här står dagens träffar. <Link href="/clients/new">Lägg in en klient</Link>, eller{' '}
                    <Link href="/handovers/receive">ta emot en överlämning</Link>.
                  </>
                ) : (
                  'Inga träffar är planerade i dag.'
                )}
              </p>
            )}
            <Rows apart>
              {sessions.map((each, index) => (
                <SessionRow
                  key={each.slotId}
                  planned={each}
                  title={titleOf(each.number)}
                  first={index === 0}
                  mayBegin={mayRecord && each.treats}
                  onSettle={settle(each)}
                />
              ))}
            </Rows>
          </Section>
          {undocumented.length > 0 && (
            <Section title="Ej dokumenterat" note={undocumented.length}>
              <Rows>
                {undocumentedShown.map(each => (
                  <UndocumentedRow key={each.slotId} planned={each} today={today} onSettle={settle(each)} />
                ))}
              </Rows>
              {moreUndocumented}
              <p className="small soft under-list">
                Välj utfall med <kbd>1</kbd>–<kbd>6</kbd> på raden. Inget försvinner härifrån förrän det har ett utfall.
                Alla kortkommandon: <kbd>?</kbd>
              </p>
            </Section>
          )}
          {again.length > 0 && (
            <Section title="Att erbjuda på nytt" note={again.length}>
              <Rows>
                {againShown.map(each => (
                  <AgainRow
                    key={each.what === 'session' ? each.slotId : `${each.clientId} ${each.offered}`}
                    again={each}
                    today={today}
                    {...actionsFor(each, today, mayRecord, setDoing)}
                  />
                ))}
              </Rows>
              {moreAgain}
            </Section>
          )}
        </div>
        <div className="stack">
          <DueGoals />
          <UnseenBreakGlass />
          <UnseenAssignments />
          <LogReviewDue />
          <BegunSection />
          {waiting.length + awaited.length > 0 && (
            <Section title="Överlämningar">
              <div className="card card-rows">
                {awaited.map(each => (
                  <AwaitedRow key={each.clientId} awaited={each} today={today} />
                ))}
                {waiting.map(each => (
                  <WaitingRow key={each.packageId} handover={each} today={today} />
                ))}
              </div>
            </Section>
          )}
          {upcoming.length > 0 && (
            <Section title={`Att läsa inför ${shortDay(upcoming[0]?.plannedOn ?? today, today)}`}>
              <div className="card card-rows">
                {upcoming.slice(0, 6).map(each => (
                  <Link key={each.slotId} href={`/manual/chapter/${each.number}`} className="quiet-row">
                    <IconBook2 size={19} stroke={1.7} aria-hidden />
                    <span>
                      <strong>
                        Kapitel {each.number}: {titleOf(each.number)}
                      </strong>
                      <span className="small soft block">
                        {each.plannedAt !== undefined && `${clock(each.plannedAt)} · `}
                        {nameOrCaseNumber(each.clientName, each.caseNumber)}
                      </span>
                    </span>
                  </Link>
                ))}
              </div>
            </Section>
          )}
          {upcoming.length + waiting.length + awaited.length === 0 && !nothing && (
            <p className="soft">Inget annat väntar.</p>
          )}
        </div>
      </div>
      {doing?.what === 'settle' && (
        <OutcomeDialog
          slot={{
            ...doing.session,
            clientName: nameOrCaseNumber(doing.session.clientName, doing.session.caseNumber),
            on: doing.on,
          }}
          {...(doing.outcome === undefined ? {} : { outcome: doing.outcome })}
          onClose={close}
          onUndo={() => {
            const { session, on } = doing
            if (window.location.hash === '#/') setDoing({ what: 'settle', session, on })
            else go(`/client/${session.clientId}/do/outcome/${session.slotId}`)
          }}
        />
      )}
      {doing?.what === 'keys' && <ShortcutsDialog shortcuts={TODAY_TOLD} onClose={close} />}
      {doing?.what === 'plan' && <PlanDialog clientId={doing.clientId} slotId={doing.slotId} onClose={close} />}
      {doing?.what === 'answer' && <OfferDialog clientId={doing.clientId} offered={doing.offered} onClose={close} />}
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

/** What the row's one button and its keys do. */
function actionsFor(again: OfferAgain, today: string, mayRecord: boolean, act: (doing: Doing) => void) {
  const { clientId } = again
  return {
    onSettle:
      again.what === 'session' && mayRecord && again.treats
        ? (outcome: Outcome) => act({ what: 'settle', session: again, on: today, outcome })
        : undefined,
    onPlan: () => again.what === 'session' && act({ what: 'plan', clientId, slotId: again.slotId }),
    onAnswer: () => again.what === 'offer' && act({ what: 'answer', clientId, offered: again.offered }),
  }
}
