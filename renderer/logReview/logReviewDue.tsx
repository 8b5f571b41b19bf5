import { IconClipboardCheck } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { useToday } from '../core/useToday.ts'
import { daysBetween, shortDay } from '../ui/format.ts'

/** Days ahead from which the next review is mentioned. */
const AHEAD = 7

/** For those who review the log: that it is time, or that a review has been begun. Nothing otherwise. */
export function LogReviewDue() {
  const today = useToday()
  const list = useCore('logReview.list', {}, { enabled: useMay()('logReview.list') })
  if (list.data === undefined) return null
  const { dueOn, reviews } = list.data
  const open = reviews.find(each => each.ending === undefined)
  const left = daysBetween(today, dueOn)
  if (open === undefined && left > AHEAD) return null
  return (
    <p className="notice">
      <IconClipboardCheck size={18} stroke={1.7} aria-hidden />
      <span>
        <Link href={open === undefined ? '/settings/log-review' : `/settings/log-review/${open.id}`}>
          Logguppföljning
        </Link>
        {open !== undefined && `: ${open.decided} av ${open.items} bedömda`}
        {open === undefined && left > 0 && ` senast ${shortDay(dueOn, today)}`}
        {open === undefined && left === 0 && ' senast i dag'}
        {open === undefined && left < 0 && ` skulle ha gjorts senast ${shortDay(dueOn, today)}`}
      </span>
    </p>
  )
}
