import { IconBook2 } from '@tabler/icons-react'
import { Link } from 'wouter'
import type { Handover } from '../../main/contract/handover.ts'
import type { FirstSessionAwaited, PlannedSession } from '../../main/contract/today.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useToday } from '../core/useToday.ts'
import { useChapterTitle } from '../plan/useChapterTitle.ts'
import { clock, shortDay } from '../ui/format.ts'
import { Section } from '../ui/page.tsx'
import { FirstSessionAwaitedRow, SentHandoverRow } from './todayRows.tsx'

type WaitingHandoversProps = { waiting: readonly Handover[]; awaited: readonly FirstSessionAwaited[] }

/** What others wait for, and what we wait for from them. */
export function WaitingHandovers({ waiting, awaited }: WaitingHandoversProps) {
  const today = useToday()
  if (waiting.length + awaited.length === 0) return null
  return (
    <Section title="Överlämningar">
      <div className="card card-rows">
        {awaited.map(each => (
          <FirstSessionAwaitedRow key={each.clientId} awaited={each} today={today} />
        ))}
        {waiting.map(each => (
          <SentHandoverRow key={each.packageId} handover={each} today={today} />
        ))}
      </div>
    </Section>
  )
}

/** Chapters shown at the most. */
const MOST_CHAPTERS = 6

/** The chapters of the next planned day. */
export function ReadAhead({ upcoming }: { upcoming: readonly PlannedSession[] }) {
  const today = useToday()
  const titleOf = useChapterTitle()
  const [first] = upcoming
  if (first === undefined) return null
  return (
    <Section title={`Att läsa inför ${shortDay(first.plannedOn, today)}`}>
      <div className="card card-rows">
        {upcoming.slice(0, MOST_CHAPTERS).map(each => (
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
  )
}
