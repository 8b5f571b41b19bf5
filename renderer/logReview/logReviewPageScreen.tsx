import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { faultWords } from '../../main/contract/accessLogWords.ts'
import { type LogReview, type ReviewReason, reviewReason } from '../../main/contract/logReview.ts'
import { reviewReasonWords } from '../../main/contract/logReviewWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { clock, clockOf, count, dayAndYear, dayOf, period } from '../ui/format.ts'
import { ErrorNotice, InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { TextField } from '../ui/textFields.tsx'
import { LogItem } from './logItem.tsx'
import { LogTotals } from './logTotals.tsx'

/** One review of the log: the whole period in numbers, what to decide on, and the signature. Printed as it stands. */
export function LogReviewPageScreen({ reviewId }: { reviewId: string }) {
  const found = useCore('logReview.get', { reviewId })
  const me = useCore('user.me', {})
  const [breaking, setBreaking] = useState(false)
  if (!found.isSuccess) return <NotLoaded error={found.error} />
  const review = found.data
  const { content, settings } = review
  const open = review.ending === undefined
  const ownItems = content.items.filter(each => each.userId === me.data?.user.id).length
  return (
    <Page
      title={`Logguppföljning ${period(review.fromOn, review.toOn)}`}
      under={
        <>
          <Link href="/settings/log-review" className="no-print">
            Logguppföljning
          </Link>
          <span className="no-print"> · </span>
          <span className="on-paper-inline">{me.data?.unit.name}. </span>
          Påbörjad av {review.begunBy} {dayAndYear(dayOf(review.begunAt))}
        </>
      }
      actions={
        <>
          {open && (
            <Button variant="subtle" onClick={() => setBreaking(true)}>
              Avbryt uppföljningen
            </Button>
          )}
          <PrintPageButton />
        </>
      }
    >
      <div className="stack">
        <Section title="Hela perioden" note={`${count(content.total)} poster`}>
          <LogTotals review={review} />
          <p className="small soft log-whole">{wholeText(review)}</p>
          {content.faults.map(each => (
            <p key={each.entry} className="small">
              <strong>{faultWords[each.kind](each.sequence)}</strong>
            </p>
          ))}
        </Section>
        {open && ownItems > 0 && (
          <div className="no-print">
            <InfoNotice>
              {ownItems === 1 ? 'En rad gäller' : `${ownItems} rader gäller`} det du själv har gjort.{' '}
              {review.othersMayDecide
                ? 'Någon annan med rätt till loggen bedömer det; uppföljningen kan fortsättas av vem som helst av er.'
                : 'Ingen annan här kan bedöma det. Gör du det själv står det på sidan och på papperet.'}
            </InfoNotice>
          </div>
        )}
        {reviewReason.options.map(each => (
          <Items key={each} review={review} reason={each} />
        ))}
        {content.items.every(each => each.reason === 'sample') && (
          <p className="card soft">Inga mönster att fråga om under perioden.</p>
        )}
        <p className="small soft">
          Stickprovet är {Math.min(settings.sampleSize, content.occasions)} av {count(content.occasions)} tillfällen,
          draget med fröet {review.seed}. Ordinarie tid {clock(settings.hoursFrom)}–{clock(settings.hoursTo)}, fler än{' '}
          {settings.clientsAnHour} klienter på en timme tas upp. Ett mönster är en fråga och ingen anmärkning.
        </p>
        {open ? <Signing review={review} /> : <Ended review={review} />}
      </div>
      {breaking && <BreakOffDialog reviewId={reviewId} onClose={() => setBreaking(false)} />}
    </Page>
  )
}

function wholeText({ content, lastEntry: { sequence, hash, still } }: LogReview): string {
  const checked = `Post ${count(content.chainFrom)} till ${count(content.chainTo)} gicks igenom när uppföljningen började.`
  const anchor = `Sista posten var ${count(sequence)} med kontrolltalet ${hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')}`
  return `${checked} ${anchor}; ${still ? 'det stämmer fortfarande' : 'det stämmer inte längre'}.`
}

function Items({ review, reason }: { review: LogReview; reason: ReviewReason }) {
  const items = review.content.items.filter(each => each.reason === reason)
  const { title, about } = reviewReasonWords[reason]
  if (items.length === 0) return null
  return (
    <Section title={title} note={items.length}>
      <p className="small soft log-about">{about}</p>
      <ul className="card card-rows plain-list log-items">
        {items.map(each => (
          <LogItem
            key={each.key}
            review={review}
            item={each}
            decision={review.decisions.findLast(({ key }) => key === each.key)}
          />
        ))}
      </ul>
    </Section>
  )
}

function Signing({ review }: { review: LogReview }) {
  const sign = useCommand('logReview.sign')
  const typing = useTyping(`review:${review.id}:summary`)
  const left = review.items - review.decided
  return (
    <Section title="Skriv under">
      <Form
        className="card stack no-print"
        onSave={() => {
          sign.mutate({ reviewId: review.id, words: typing.words }, { onSuccess: () => typing.set('') })
        }}
      >
        <TextField
          longest={longestOf('logReview.sign', 'words')}
          label="Sammanfattning"
          description="Vad uppföljningen visade och vad som ska göras. Kan vara tom."
          autosize
          minRows={3}
          value={typing.words}
          onChange={event => typing.set(event.currentTarget.value)}
        />
        <ErrorNotice error={sign.error} />
        <div className="form-buttons log-sign">
          <WhenSaved {...typing} />
          <span className="soft">{left === 0 ? 'Allt är bedömt.' : `${left} kvar att bedöma`}</span>
          <Button type="submit" loading={sign.isPending}>
            Skriv under
          </Button>
        </div>
      </Form>
      <p className="on-paper">Inte underskriven än: {left} kvar att bedöma.</p>
    </Section>
  )
}

function Ended({ review: { id, ending, additions } }: { review: LogReview }) {
  const add = useCommand('logReview.add')
  const typing = useTyping(`review:${id}:addition`)
  if (ending === undefined) return null
  const signed = ending.how === 'signed'
  return (
    <Section title={signed ? 'Underskriven' : 'Avbruten'}>
      <div className="card stack">
        <div>
          {ending.words !== '' && <p className="log-words">{ending.words}</p>}
          <p className="small soft">
            {ending.by}, {dayAndYear(dayOf(ending.at))} kl. {clockOf(ending.at)}
          </p>
        </div>
        <p className="on-paper log-signature">Namnteckning</p>
        {additions.map(each => (
          <div key={each.at}>
            <p className="log-words">{each.words}</p>
            <p className="small soft">
              Tillägg av {each.by}, {dayAndYear(dayOf(each.at))} kl. {clockOf(each.at)}
            </p>
          </div>
        ))}
        {signed && (
          <Form
            className="stack-tight no-print"
            onSave={() => {
              if (typing.words.trim() === '') return
              add.mutate({ reviewId: id, words: typing.words }, { onSuccess: () => typing.set('') })
            }}
          >
            <TextField
              longest={longestOf('logReview.add', 'words')}
              label="Tillägg"
              description="Vad som kom fram efteråt. Det underskrivna ändras inte."
              autosize
              minRows={2}
              value={typing.words}
              onChange={event => typing.set(event.currentTarget.value)}
            />
            <ErrorNotice error={add.error} />
            <div>
              <Button type="submit" variant="default" loading={add.isPending}>
                Lägg till
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Section>
  )
}

function BreakOffDialog({ reviewId, onClose }: { reviewId: string; onClose(): void }) {
  const breakOff = useCommand('logReview.breakOff')
  const [, go] = useLocation()
  const typing = useTyping(`review:${reviewId}:breakOff`)
  const [tried, setTried] = useState(false)
  const short = typing.words.trim().length < 10
  return (
    <Dialog title="Avbryt uppföljningen" size="md" onClose={onClose}>
      <Form
        className="stack"
        onSave={() => {
          setTried(true)
          if (short) return
          breakOff.mutate(
            { reviewId, words: typing.words },
            {
              onSuccess: () => {
                typing.set('')
                go('/settings/log-review')
              },
            },
          )
        }}
      >
        <p>Det som är bedömt sparas, och uppföljningen står kvar i listan som avbruten. Sedan kan en ny börja.</p>
        <TextField
          longest={longestOf('logReview.breakOff', 'words')}
          label="Varför?"
          data-autofocus
          autosize
          minRows={2}
          value={typing.words}
          error={tried && short && 'Skriv minst tio tecken.'}
          onChange={event => typing.set(event.currentTarget.value)}
        />
        <ErrorNotice error={breakOff.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={onClose}>
            Fortsätt med den
          </Button>
          <Button type="submit" loading={breakOff.isPending}>
            Avbryt uppföljningen
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
