import { Link } from 'wouter'
import type { Outcome } from '../../main/contract/plan.ts'
import type { OfferAgain, PlannedSession } from '../../main/contract/today.ts'
import { useMay } from '../core/useMay.ts'
import { useToday } from '../core/useToday.ts'
import { useChapterTitle } from '../plan/useChapterTitle.ts'
import { useCollapsedList } from '../ui/collapsedList.tsx'
import { Section } from '../ui/page.tsx'
import type { OpenDialog } from './todayDialog.tsx'
import { OfferAgainRow, RowList, SessionRow, UndocumentedRow } from './todayRows.tsx'

/** As many as someone could take in hand at once. */
const UNDOCUMENTED_FIRST = 100
/** What is to be offered again has no hurry: the longest waiting are enough at first. */
const AGAIN_FIRST = 6

type Opens = { onOpen(dialog: OpenDialog): void }
type SessionsProps = Opens & { sessions: readonly PlannedSession[] }

/** Gives a session its outcome; undefined for one that is not the user's to write. */
function useSettle(onOpen: Opens['onOpen']) {
  const mayRecord = useMay()('session.record')
  return (session: PlannedSession) =>
    mayRecord && session.treats
      ? (outcome: Outcome) => onOpen({ what: 'settle', session, on: session.plannedOn, outcome })
      : undefined
}

/** The sessions of the day. `isNew` where nothing is planned at all: then it says how one begins. */
export function SessionsToday({ sessions, isNew, onOpen }: SessionsProps & { isNew: boolean }) {
  const mayRecord = useMay()('session.record')
  const titleOf = useChapterTitle()
  const settle = useSettle(onOpen)
  return (
    <Section title="Idag">
      {sessions.length === 0 && (
        <p className="card soft">
          {isNew ? (
            <>
              Här står dagens träffar. <Link href="/clients/new">Lägg in en klient</Link>, eller{' '}
              <Link href="/handovers/receive">ta emot en överlämning</Link>.
            </>
          ) : (
            'Inga träffar är planerade i dag.'
          )}
        </p>
      )}
      <RowList apart>
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
      </RowList>
    </Section>
  )
}

export function UndocumentedSessions({ sessions, onOpen }: SessionsProps) {
  const today = useToday()
  const settle = useSettle(onOpen)
  const [shown, more] = useCollapsedList(sessions, UNDOCUMENTED_FIRST, 'äldsta')
  if (sessions.length === 0) return null
  return (
    <Section title="Ej dokumenterat" note={sessions.length}>
      <RowList>
        {shown.map(each => (
          <UndocumentedRow key={each.slotId} planned={each} today={today} onSettle={settle(each)} />
        ))}
      </RowList>
      {more}
      <p className="small soft under-list">
        Välj utfall med <kbd>1</kbd>–<kbd>6</kbd> på raden. Inget försvinner härifrån förrän det har ett utfall. Alla
        kortkommandon: <kbd>?</kbd>
      </p>
    </Section>
  )
}

export function ToOfferAgain({ again, onOpen }: Opens & { again: readonly OfferAgain[] }) {
  const today = useToday()
  const mayRecord = useMay()('session.record')
  const [shown, more] = useCollapsedList(again, AGAIN_FIRST, 'som har väntat längst')
  if (again.length === 0) return null
  return (
    <Section title="Att erbjuda på nytt" note={again.length}>
      <RowList>
        {shown.map(each => (
          <OfferAgainRow
            key={each.what === 'session' ? each.slotId : `${each.clientId} ${each.offered}`}
            again={each}
            today={today}
            {...actionsFor(each, today, mayRecord, onOpen)}
          />
        ))}
      </RowList>
      {more}
    </Section>
  )
}

/** What the row's one button and its keys do. */
function actionsFor(again: OfferAgain, today: string, mayRecord: boolean, open: Opens['onOpen']) {
  const { clientId } = again
  return {
    onSettle:
      again.what === 'session' && mayRecord && again.treats
        ? (outcome: Outcome) => open({ what: 'settle', session: again, on: today, outcome })
        : undefined,
    onPlan: () => again.what === 'session' && open({ what: 'plan', clientId, slotId: again.slotId }),
    onAnswer: () => again.what === 'offer' && open({ what: 'answer', clientId, offered: again.offered }),
  }
}
