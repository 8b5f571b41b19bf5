import { SegmentedControl } from '@mantine/core'
import type { Homework, HomeworkDone } from '../../../main/contract/session.ts'
import { homeworkDoneWords } from '../../../main/contract/sessionWords.ts'
import { useCore } from '../../core/core.ts'
import { choicesOf } from '../../ui/choices.ts'
import { shortDay } from '../../ui/format.ts'
import { InfoNotice } from '../../ui/notice.tsx'
import type { RunnerProps } from './sessionDraft.ts'

type HomeworkReviewProps = Pick<RunnerProps, 'homework' | 'value' | 'onChange'>

/** Last time's homework, first: how did it go? */
export function HomeworkReview({ homework, value, onChange }: HomeworkReviewProps) {
  if (homework.length === 0) return <p className="soft">Ingen hemuppgift är ute sedan förra gången.</p>
  return (
    <section className="step-form" aria-label="Förra gångens hemuppgift">
      <h3>Förra gångens hemuppgift</h3>
      {homework.map(each => (
        <div key={each.id} className="homework-review">
          <p>
            {each.what}{' '}
            <span className="small soft">{[each.when, each.where, each.withWhom].filter(Boolean).join(', ')}</span>
          </p>
          <SegmentedControl
            aria-label={`Hur gick det: ${each.what}`}
            data={[{ value: '', label: 'Inte pratat om' }, ...choicesOf(homeworkDoneWords)]}
            value={value.homeworkReviewed[each.id] ?? ''}
            onChange={chosen =>
              onChange(({ homeworkReviewed: { [each.id]: _, ...others } }) => ({
                homeworkReviewed: chosen === '' ? others : { ...others, [each.id]: chosen as HomeworkDone },
              }))
            }
          />
        </div>
      ))}
    </section>
  )
}

/** What was ticked here and has been followed up in another session since: it is signed there, and not here too. */
export function FollowedUpElsewhere({ client, slot, followedUp, value, today }: RunnerProps) {
  const ticked = followedUp.filter(each => value.homeworkReviewed[each.id] !== undefined)
  const sessions = useCore('session.ofClient', { clientId: client.id }, { enabled: ticked.length > 0 })
  if (ticked.length === 0 || sessions.data === undefined) return null
  const where = ({ reviewedIn, reviewedOn = today }: Homework) => {
    const number = sessions.data.find(each => each.id === reviewedIn)?.number
    const day = shortDay(reviewedOn, today)
    return number === undefined || number === slot.number ? day : `i träff ${number}, ${day}`
  }
  return (
    <InfoNotice>
      {ticked.map(each => (
        <p key={each.id}>
          ”{each.what}” följdes upp {where(each)}
          {each.done !== undefined && `: ${homeworkDoneWords[each.done].toLocaleLowerCase('sv')}`}. Det du kryssade här
          följer inte med.
        </p>
      ))}
    </InfoNotice>
  )
}
