import { Button } from '@mantine/core'
import { IconArrowRight, IconBook2 } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Handover } from '../../main/contract/handover.ts'
import type { Outcome } from '../../main/contract/session.ts'
import type { PlannedSession } from '../../main/contract/today.ts'
import { useCore } from '../core.ts'
import { clock, daysBetween, fullDay, listName, shortDay } from '../format.ts'
import { BegunSection } from '../parts/begun.tsx'
import { DueGoals } from '../parts/dueGoals.tsx'
import { GlassToSee } from '../parts/glassToSee.tsx'
import { ErrorNotice, Waiting } from '../parts/notice.tsx'
import { OutcomeIcon, PhaseBadge } from '../parts/outcome.tsx'
import { OutcomeDialog } from '../parts/outcomeDialog.tsx'
import { Page, Section } from '../parts/page.tsx'
import { SearchButton } from '../parts/searchButton.tsx'
import { choicesOf, outcomeText } from '../texts.ts'
import { useToday } from '../useToday.ts'

type Settling = { planned: PlannedSession; outcome: Outcome }

/** What to do now: today's sessions, what lacks an outcome, and what others wait for. */
export function TodayScreen() {
  const today = useToday()
  const list = useCore('today.list', {})
  const manual = useCore('manual.contents', {})
  const [settling, setSettling] = useState<Settling>()
  if (list.isError) return <ErrorNotice error={list.error} />
  if (list.isPending) return <Waiting />
  const { sessions, undocumented, upcoming, waiting } = list.data
  const titleOf = (number: number) => manual.data?.chapters.find(each => each.session === number)?.title ?? ''
  const nothing = sessions.length + undocumented.length + upcoming.length + waiting.length === 0

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
            <div className="stack-tight">
              {sessions.map((each, index) => (
                <SessionRow key={each.slotId} planned={each} title={titleOf(each.number)} first={index === 0} />
              ))}
            </div>
          </Section>
          {undocumented.length > 0 && (
            <Section title="Ej dokumenterat" note={undocumented.length}>
              <div className="stack-tight">
                {undocumented.map(each => (
                  <UndocumentedRow
                    key={each.slotId}
                    planned={each}
                    today={today}
                    onSettle={outcome => setSettling({ planned: each, outcome })}
                  />
                ))}
              </div>
              <p className="small soft under-list">
                Välj utfall med <kbd>1</kbd>–<kbd>6</kbd> på raden. Inget försvinner härifrån förrän det har ett utfall.
              </p>
            </Section>
          )}
        </div>
        <div className="stack">
          <DueGoals />
          <GlassToSee />
          <BegunSection />
          {waiting.length > 0 && (
            <Section title="Överlämningar">
              <div className="card card-rows">
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
                        {listName(each.clientName, each.caseNumber)}
                      </span>
                    </span>
                  </Link>
                ))}
              </div>
            </Section>
          )}
          {upcoming.length === 0 && waiting.length === 0 && !nothing && <p className="soft">Inget annat väntar.</p>}
        </div>
      </div>
      {settling !== undefined && (
        <OutcomeDialog
          slot={{
            ...settling.planned,
            clientName: listName(settling.planned.clientName, settling.planned.caseNumber),
            on: settling.planned.plannedOn,
          }}
          outcome={settling.outcome}
          onClose={() => setSettling(undefined)}
        />
      )}
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

function SessionRow({ planned, title, first }: { planned: PlannedSession; title: string; first: boolean }) {
  const [, go] = useLocation()
  const address = `/client/${planned.clientId}/session/${planned.slotId}`
  return (
    <div className="card today-row">
      <span className="today-time">{planned.plannedAt === undefined ? '' : clock(planned.plannedAt)}</span>
      <div className="grow">
        <div className="row">
          <Link href={`/client/${planned.clientId}`} className="quiet-link">
            {listName(planned.clientName, planned.caseNumber)}
          </Link>
          <PhaseBadge phase={planned.phase} short />
        </div>
        <div className="small soft">
          Träff {planned.number}: {title}
        </div>
      </div>
      <Button
        variant={first ? 'filled' : 'default'}
        aria-label={`Börja träff ${planned.number} med ${listName(planned.clientName, planned.caseNumber)}`}
        onClick={() => go(address)}
      >
        Börja
      </Button>
    </div>
  )
}

type UndocumentedRowProps = { planned: PlannedSession; today: string; onSettle(outcome: Outcome): void }

function UndocumentedRow({ planned, today, onSettle }: UndocumentedRowProps) {
  const choices = choicesOf(outcomeText)
  function onKeyDown(event: KeyboardEvent) {
    const choice = choices[Number(event.key) - 1]
    if (choice === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSettle(choice.value)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a list
    <div
      className="card today-row"
      role="group"
      aria-label={`${listName(planned.clientName, planned.caseNumber)}, träff ${planned.number}`}
      onKeyDown={onKeyDown}
    >
      <span className="small soft today-day">{shortDay(planned.plannedOn, today)}</span>
      <div className="grow">
        <Link href={`/client/${planned.clientId}`} className="quiet-link">
          {listName(planned.clientName, planned.caseNumber)}
        </Link>
        <div className="small soft">Träff {planned.number}</div>
      </div>
      <div className="outcome-buttons">
        {choices.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            className="outcome-button"
            aria-label={label}
            title={label}
            onClick={() => onSettle(value)}
          >
            <OutcomeIcon outcome={value} />
          </button>
        ))}
      </div>
    </div>
  )
}

function WaitingRow({ handover, today }: { handover: Handover; today: string }) {
  const days = daysBetween(handover.on, today)
  return (
    <div>
      <div className="spread">
        <Link href={`/client/${handover.clientId}`} className="quiet-link">
          {listName(handover.clientName, handover.caseNumber)}
        </Link>
        <span className="badge">Skickad</span>
      </div>
      <p className="small soft">
        Till {handover.unit}, {shortDay(handover.on, today)}.{' '}
        {days === 0 ? 'Skickad i dag.' : `Inte kvitterad på ${days} ${days === 1 ? 'dag' : 'dagar'}.`}
      </p>
      <Link href="/handovers" className="small row">
        Skriv in kvittens <IconArrowRight size={15} aria-hidden />
      </Link>
    </div>
  )
}
