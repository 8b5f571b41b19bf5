import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Handover } from '../../main/contract/handover.ts'
import { offerAnswerWords, offeredWords } from '../../main/contract/offerWords.ts'
import type { Outcome } from '../../main/contract/plan.ts'
import { shortOutcomeWords } from '../../main/contract/planWords.ts'
import type { FirstSessionAwaited, OfferAgain, PlannedSession } from '../../main/contract/today.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { OutcomeIcon, PhaseBadge } from '../plan/outcome.tsx'
import { OUTCOMES, OutcomeMenu } from '../session/outcomeMenu.tsx'
import { ClientLink } from '../ui/clientLink.tsx'
import { clock, daysBetween, midSentence, shortDay } from '../ui/format.ts'
import { useRovingTabIndex } from '../ui/useRovingTabIndex.ts'

/** *i går*, *3 dagar sedan* */
function daysAgo(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days <= 0) return 'i dag'
  return days === 1 ? 'i går' : `${days} dagar sedan`
}

type SessionRowProps = {
  planned: PlannedSession
  title: string
  first: boolean
  mayBegin: boolean
  /** Left out for someone who may not write it. */
  onSettle?: ((outcome: Outcome) => void) | undefined
}

/** A session of today: begun with its one button, or given its outcome at once where it came to nothing. */
export function SessionRow({ planned, title, first, mayBegin, onSettle }: SessionRowProps) {
  const [, go] = useLocation()
  const name = nameOrCaseNumber(planned.clientName, planned.caseNumber)
  return (
    <SettleRow label={`${name}, träff ${planned.number} i dag`} card onSettle={onSettle}>
      <span className="today-time">{planned.plannedAt === undefined ? '' : clock(planned.plannedAt)}</span>
      <div className="grow">
        <div className="row">
          <ClientLink client={planned} />
          <PhaseBadge phase={planned.phase} short />
        </div>
        <div className="small soft">
          Träff {planned.number}: {title}
        </div>
      </div>
      {mayBegin && (
        <Button
          variant={first ? 'filled' : 'default'}
          aria-label={`Börja träff ${planned.number} med ${name}`}
          onClick={() => go(`/client/${planned.clientId}/session/${planned.slotId}`)}
        >
          Börja
        </Button>
      )}
      {onSettle !== undefined && (
        <OutcomeMenu label={`Utfall för träff ${planned.number} med ${name}`} onSettle={onSettle} />
      )}
    </SettleRow>
  )
}

/** Rows of which the arrows up and down reach the next; `apart` where each is a card of its own. */
export function RowList({ apart = false, children }: { apart?: boolean; children: ReactNode }) {
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined || !(event.target instanceof HTMLElement)) return
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=group]')]
    const at = rows.findIndex(each => event.target instanceof Node && each.contains(event.target))
    const next = at === -1 ? undefined : rows[at + step]?.querySelector<HTMLElement>('button:not([tabindex="-1"])')
    if (next === null || next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only go from one button to another
    <div className={apart ? 'stack-tight' : 'card today-rows'} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}

type SettleRowProps = {
  label: string
  card?: boolean
  onSettle: ((outcome: Outcome) => void) | undefined
  children: ReactNode
}

/** A row about one session, where the keys 1 to 6 choose its outcome. */
function SettleRow({ label, card = false, onSettle, children }: SettleRowProps) {
  function onKeyDown(event: KeyboardEvent) {
    const choice = OUTCOMES[Number(event.key) - 1]
    if (choice === undefined || onSettle === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    onSettle(choice.value)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a list
    <div className={card ? 'card today-row' : 'today-row'} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {children}
    </div>
  )
}

type UndocumentedRowProps = {
  planned: PlannedSession
  today: string
  /** Left out for someone who may not write it. */
  onSettle?: ((outcome: Outcome) => void) | undefined
}

export function UndocumentedRow({ planned, today, onSettle }: UndocumentedRowProps) {
  const roving = useRovingTabIndex()
  const name = nameOrCaseNumber(planned.clientName, planned.caseNumber)
  return (
    <SettleRow label={`${name}, träff ${planned.number}`} onSettle={onSettle}>
      <span className="small soft today-day">{shortDay(planned.plannedOn, today)}</span>
      <div className="grow">
        <ClientLink client={planned} />
        <div className="small soft">
          Träff {planned.number}, {daysAgo(planned.plannedOn, today)}
        </div>
      </div>
      {onSettle !== undefined && (
        <div className="outcome-buttons" role="toolbar" aria-label="Utfall" {...roving.row}>
          {OUTCOMES.map(({ value, label }, index) => (
            <button
              key={value}
              {...roving.item(index)}
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
      )}
    </SettleRow>
  )
}

type OfferAgainRowProps = {
  again: OfferAgain
  today: string
  onSettle: ((outcome: Outcome) => void) | undefined
  onPlan(): void
  onAnswer(): void
}

/** What a client is to be offered again; the one button does it. */
export function OfferAgainRow({ again, today, onSettle, onPlan, onAnswer }: OfferAgainRowProps) {
  const name = nameOrCaseNumber(again.clientName, again.caseNumber)
  const why = again.reasonWords === undefined ? '' : `, ${midSentence(again.reasonWords)}`
  const body = (
    <>
      <span className="small soft today-day">{shortDay(again.since, today)}</span>
      <div className="grow">
        <ClientLink client={again} />
        <div className="small soft">
          {again.what === 'session'
            ? `Träff ${again.number} – ${shortOutcomeWords[again.outcome].toLocaleLowerCase('sv')}${why}`
            : `${offeredWords[again.offered]} – ${offerAnswerWords[again.answer].toLocaleLowerCase('sv')}${why}`}
        </div>
      </div>
    </>
  )
  if (again.what === 'offer')
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row of a list
      <div className="today-row" role="group" aria-label={`${name}, ${offeredWords[again.offered]}`}>
        {body}
        <Button
          variant="default"
          aria-label={`Anteckna svaret från ${name} om ${offeredWords[again.offered]}`}
          onClick={onAnswer}
        >
          Anteckna svaret
        </Button>
      </div>
    )
  return (
    <SettleRow label={`${name}, träff ${again.number}, erbjuds på nytt`} onSettle={onSettle}>
      {body}
      <Button variant="default" aria-label={`Planera träff ${again.number} med ${name}`} onClick={onPlan}>
        Planera tid
      </Button>
    </SettleRow>
  )
}

/** Sent, and the receiver has not confirmed. */
export function SentHandoverRow({ handover, today }: { handover: Handover; today: string }) {
  const days = daysBetween(handover.on, today)
  return (
    <div>
      <div className="spread">
        <ClientLink client={handover} />
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

/** Received, and the sender waits to hear that the first session has been held. */
export function FirstSessionAwaitedRow({ awaited, today }: { awaited: FirstSessionAwaited; today: string }) {
  return (
    <div>
      <div className="spread">
        <ClientLink client={awaited} />
        <span className="badge">Mottagen</span>
      </div>
      <p className="small soft">
        Från {awaited.from}, {daysAgo(awaited.receivedOn, today)}. Första träffen här är inte hållen än.
      </p>
    </div>
  )
}
