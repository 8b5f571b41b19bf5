import dayjs from 'dayjs'
import { useToday } from '../core/useToday.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { shortDay } from '../ui/format.ts'
import { withinAYear } from '../ui/usualDays.ts'

const AHEAD = [
  { label: 'om två veckor', dayFrom: (today: string) => dayjs(today).add(2, 'week') },
  { label: 'om fyra veckor', dayFrom: (today: string) => dayjs(today).add(4, 'week') },
  { label: 'om tre månader', dayFrom: (today: string) => dayjs(today).add(3, 'month') },
]

type ReviewDayInputProps = { value: string; label?: string; onChange(day: string): void }

/** The day to look at the goal together again; three common ones at hand. */
export function ReviewDayInput({ value, label = 'Målet följs upp', onChange }: ReviewDayInputProps) {
  const today = useToday()
  return (
    <div className="review-day">
      <DayInput label={label} usual={withinAYear()} value={value} onChange={onChange} />
      <div className="row small">
        {AHEAD.map(each => {
          const day = each.dayFrom(today).format('YYYY-MM-DD')
          return (
            <button
              key={each.label}
              type="button"
              className="link-button small"
              title={shortDay(day, today)}
              onClick={() => onChange(day)}
            >
              {each.label}
            </button>
          )
        })}
      </div>
    </div>
  )
}
