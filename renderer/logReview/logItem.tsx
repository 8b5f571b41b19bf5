import { Button } from '@mantine/core'
import { IconCheck, IconFlag, IconMessageQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import type { DecisionKind, LogReview, ReviewDecision, ReviewItem } from '../../main/contract/logReview.ts'
import { decisionWords, reviewReasonWords } from '../../main/contract/logReviewWords.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { countsText } from '../accessLog/countsText.ts'
import { LogEntriesDialog } from '../accessLog/logEntries.tsx'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Form } from '../ui/form.tsx'
import { clockOf, count, dayOf, moment, shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { TextField } from '../ui/textFields.tsx'

const icons: Record<DecisionKind, typeof IconCheck> = {
  noRemark: IconCheck,
  askUser: IconMessageQuestion,
  report: IconFlag,
}

type LogItemProps = { review: LogReview; item: ReviewItem; decision: ReviewDecision | undefined }

/** Something to decide on: who, whose, when, and what it was – and what someone has decided. */
export function LogItem({ review, item, decision }: LogItemProps) {
  const me = useCore('user.me', {})
  const [shown, setShown] = useState(false)
  const [changing, setChanging] = useState(false)
  const title = titleOf(item)
  const mine = item.userId !== null && item.userId === me.data?.user.id
  const open = review.ending === undefined
  const mayDecide = open && !(mine && review.othersMayDecide)
  return (
    <li className="log-item">
      <div className="spread log-item-head">
        <div>
          <h3>
            {title} {mine && <span className="badge">Du själv</span>}
          </h3>
          <p className="small soft">
            <When item={item} /> · {countsText(item.counts)}
          </p>
          {item.reasonId !== null && <p className="small">Skäl: {item.words || reasonMissing(item)}</p>}
        </div>
        <Button variant="subtle" size="compact-md" className="no-print" onClick={() => setShown(true)}>
          {item.entries === 1 ? 'Visa posten' : `Visa ${count(item.entries)} poster`}
        </Button>
      </div>
      {decision !== undefined && !changing ? (
        <Decided decision={decision} onChange={mayDecide ? () => setChanging(true) : undefined} />
      ) : mayDecide ? (
        <Deciding review={review} item={item} title={title} onDone={() => setChanging(false)} />
      ) : (
        <p className="small soft">{open ? 'Gäller dig själv, och bedöms av någon annan.' : 'Inget beslut'}</p>
      )}
      {shown && (
        <LogEntriesDialog
          title={title}
          part={{ fromOn: review.fromOn, toOn: review.toOn, sequences: item.sequences }}
          onClose={() => setShown(false)}
        />
      )}
    </li>
  )
}

function titleOf({ reason, userId, userName, clientReference, clients, aboutUser }: ReviewItem): string {
  if (reason === 'failedUnlocks') return userId === null ? 'Ingen kom in' : userName
  if (reason === 'accessRenewed') return `${userName} gav nya ord till ${aboutUser}`
  if (reason === 'manySearches') return `${userName} · ${clients === 1 ? 'en klient' : `${count(clients)} klienter`}`
  if (clientReference !== '') return `${userName} · ${clientReference}`
  if (clients === 1) return `${userName} · gallrad klient`
  return `${userName} · ${count(clients)} klienter`
}

/** Nobody gave one, or it went with the client's record. */
const reasonMissing = ({ clientReference }: ReviewItem) => (clientReference === '' ? 'gallrat' : 'inget skrivet')

function When({ item: { firstAt, lastAt } }: { item: ReviewItem }) {
  const today = useToday()
  const [first, last] = [firstAt, lastAt].map(each => shortDay(dayOf(each), today))
  if (first !== last) return `${first}–${last}`
  const [from, to] = [clockOf(firstAt), clockOf(lastAt)]
  return from === to ? `${first} ${from}` : `${first} ${from}–${to}`
}

function Decided({ decision, onChange }: { decision: ReviewDecision; onChange: (() => void) | undefined }) {
  const today = useToday()
  const Icon = icons[decision.decision]
  return (
    <div className="spread">
      <p className="small log-decided">
        <Icon size={17} stroke={1.9} aria-hidden />
        <span>
          <strong>{decisionWords[decision.decision]}</strong>
          {decision.words !== '' && <>: {decision.words}</>}
          <span className="soft">
            {' '}
            {decision.by}, {moment(decision.at, today)}
          </span>
          {decision.ofOneself && <strong> Bedömd av den det gäller.</strong>}
        </span>
      </p>
      {onChange !== undefined && (
        <Button variant="subtle" size="compact-sm" className="no-print" onClick={onChange}>
          Ändra
        </Button>
      )}
    </div>
  )
}

type DecidingProps = { review: LogReview; item: ReviewItem; title: string; onDone(): void }

/** One press says that there is nothing to remark; to ask or to report needs words. */
function Deciding({ review, item, title, onDone }: DecidingProps) {
  const decide = useCommand('logReview.decide')
  const typing = useTyping(`review:${review.id}:${item.key}`)
  const [chosen, setChosen] = useState<'askUser' | 'report'>()
  const writing = chosen ?? (typing.words === '' ? undefined : 'askUser')
  const [tried, setTried] = useState(false)

  function send(decision: DecisionKind, words: string) {
    decide.mutate(
      { reviewId: review.id, key: item.key, decision, words },
      {
        onSuccess: () => {
          typing.set('')
          onDone()
        },
      },
    )
  }
  return (
    <div className="stack-tight no-print">
      <fieldset className="form-group row" aria-label={`Beslut om ${reviewReasonWords[item.reason].title}: ${title}`}>
        {(['noRemark', 'askUser', 'report'] as const).map(each => {
          const Icon = icons[each]
          return (
            <Button
              key={each}
              size="compact-md"
              variant="default"
              aria-pressed={each === writing}
              leftSection={<Icon size={16} stroke={1.8} aria-hidden />}
              loading={decide.isPending && decide.variables.decision === each}
              onClick={() => (each === 'noRemark' ? send(each, '') : setChosen(each))}
            >
              {decisionWords[each]}
            </Button>
          )
        })}
      </fieldset>
      {writing !== undefined && (
        <Form
          className="stack-tight"
          onSave={() => {
            setTried(true)
            if (typing.words.trim() !== '') send(writing, typing.words)
          }}
        >
          <TextField
            longest={longestOf('logReview.decide', 'words')}
            label={writing === 'askUser' ? 'Vad ska frågas?' : 'Vad anmäls, och till vem?'}
            autosize
            minRows={2}
            data-autofocus
            value={typing.words}
            error={tried && typing.words.trim() === '' && 'Skriv några ord.'}
            onChange={event => typing.set(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit" size="compact-md" loading={decide.isPending}>
              {`Spara: ${decisionWords[writing].toLowerCase()}`}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              onClick={() => {
                setChosen(undefined)
                typing.set('')
                onDone()
              }}
            >
              Ångra
            </Button>
            <WhenSaved {...typing} />
          </div>
        </Form>
      )}
      <ErrorNotice error={decide.error} />
    </div>
  )
}
