import { Button } from '@mantine/core'
import { IconFileSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Output } from '../../main/contract/index.ts'
import type { ReviewLine } from '../../main/contract/logReview.ts'
import { LogCheck } from '../accessLog/logCheck.tsx'
import { LogFaults } from '../accessLog/logFaults.tsx'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { count, dayAndYear, daysBetween, period } from '../ui/format.ts'
import { LinkRow } from '../ui/linkRow.tsx'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { BeginReviewDialog } from './beginReviewDialog.tsx'

/** *Logguppföljning*: when the next review is due, whether the log is whole, and the reviews before (L14). */
export function LogReviewScreen() {
  const [, go] = useLocation()
  const list = useCore('logReview.list', {})
  const [beginning, setBeginning] = useState(false)
  if (!list.isSuccess) return <NotLoaded error={list.error} />
  const { next, reviews } = list.data
  return (
    <Page title="Logguppföljning" narrow under={<BackToSettings />}>
      <div className="stack">
        <LogFaults />
        <NextReview list={list.data} onBegin={() => setBeginning(true)} />
        <Section title="Är loggen hel?">
          <div className="card">
            <LogCheck />
          </div>
        </Section>
        <Section title="Utdrag">
          <ul className="card settings-rows plain-list">
            <li>
              <LinkRow href="/settings/log-extract" icon={<IconFileSearch size={20} stroke={1.7} aria-hidden />}>
                <strong>Utdrag ur åtkomstloggen</strong>
                <span className="soft small">
                  En klients, en användares eller alla poster under en tid. Till en incidentrapport, eller för att svara
                  på en fråga.
                </span>
              </LinkRow>
            </li>
          </ul>
        </Section>
        <EndedReviews reviews={reviews.filter(each => each.ending !== undefined)} />
      </div>
      {beginning && (
        <BeginReviewDialog
          next={next}
          onBegun={id => go(`/settings/log-review/${id}`)}
          onClose={() => setBeginning(false)}
        />
      )}
    </Page>
  )
}

type NextReviewProps = { list: Output<'logReview.list'>; onBegin(): void }

/** The review that is open, to go on with; else when the next is due, to begin it. */
function NextReview({ list: { dueOn, next, reviews }, onBegin }: NextReviewProps) {
  const [, go] = useLocation()
  const today = useToday()
  const variant = useCore('accessLog.state', {}).data?.fault === undefined ? 'filled' : 'default' // a fault comes first
  const open = reviews.find(each => each.ending === undefined)
  const late = daysBetween(dueOn, today)
  return (
    <Section title="Nästa uppföljning">
      <div className="card spread">
        {open === undefined ? (
          <>
            <div>
              <p>
                Senast {dayAndYear(dueOn)}
                {late > 0 && <strong> – {late === 1 ? 'en dag' : `${late} dagar`} sen</strong>}
              </p>
              <p className="small soft">
                {period(next.fromOn, next.toOn)}: vem som har läst och ändrat hos vilka klienter.
              </p>
            </div>
            <Button variant={variant} onClick={onBegin}>
              Börja uppföljningen
            </Button>
          </>
        ) : (
          <>
            <div>
              <p>
                {period(open.fromOn, open.toOn)}, påbörjad av {open.begunBy}
              </p>
              <p className="small soft">
                {open.decided} av {open.items} bedömda
              </p>
            </div>
            <Button variant={variant} onClick={() => go(`/settings/log-review/${open.id}`)}>
              Fortsätt
            </Button>
          </>
        )}
      </div>
    </Section>
  )
}

function EndedReviews({ reviews }: { reviews: readonly ReviewLine[] }) {
  if (reviews.length === 0) return null
  return (
    <Section title="Tidigare uppföljningar" note={reviews.length}>
      <ul className="card settings-rows plain-list">
        {reviews.map(each => (
          <li key={each.id}>
            <LinkRow href={`/settings/log-review/${each.id}`}>
              <strong>{period(each.fromOn, each.toOn)}</strong>
              <span className="soft small">{endingOf(each)}</span>
            </LinkRow>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function endingOf({ ending, entries, remarks }: ReviewLine): string {
  if (ending === undefined) return ''
  if (ending.how === 'brokenOff') return `Avbruten av ${ending.by}: ${ending.words}`
  const what = remarks === 0 ? 'inga anmärkningar' : remarks === 1 ? 'en anmärkning' : `${remarks} anmärkningar`
  return `Underskriven av ${ending.by}, ${count(entries)} poster, ${what}`
}
