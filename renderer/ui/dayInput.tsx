import { ActionIcon, Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useToday } from '../core/useToday.ts'
import { isDay, readDay } from './readDay.ts'
import { doubtAbout, type UsualDays } from './usualDays.ts'
import { notYetRead, WrittenInput, type WrittenProps } from './writtenInput.tsx'

type DayInputProps = WrittenProps & {
  /** The days that need no question here. */
  usual: UsualDays
}

/** A calendar day in Swedish: written as readDay.ts tells, or picked; shown as *lör 21 nov 2026*. */
export function DayInput({ usual, ...props }: DayInputProps) {
  const today = useToday()
  return (
    <WrittenInput
      {...props}
      placeholder="ÅÅÅÅ-MM-DD"
      missing="Skriv dagen."
      isRead={isDay}
      read={(text, before) => readDay(withoutOldWeekday(text, before), today, usual)}
      shown={shownDay}
      rightSection={
        <Calendar
          day={isDay(props.value) ? props.value : ''}
          today={today}
          isDisabled={props.disabled === true}
          onPick={day => props.onChange(doubtAbout(day, today, usual) === undefined ? day : notYetRead(day))}
        />
      }
    />
  )
}

const shownDay = (day: string) => dayjs(day).locale('sv').format('ddd D MMM YYYY').replaceAll('.', '')

/** A weekday that stood in the field before the day after it was changed says nothing of the new one. */
function withoutOldWeekday(text: string, before: string): string {
  const old = /^\p{L}+ /u.exec(before)?.[0]
  return old !== undefined && text.startsWith(old) ? text.slice(old.length) : text
}

type CalendarProps = { day: string; today: string; isDisabled: boolean; onPick(day: string): void }

/** The month to pick from, for whoever has a mouse in the hand: with the keys a day is written. */
function Calendar({ day, today, isDisabled, onPick }: CalendarProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setIsOpen} trapFocus returnFocus position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          tabIndex={-1}
          disabled={isDisabled}
          aria-label="Kalender"
          onClick={() => setIsOpen(open => !open)}
        >
          <IconCalendar size={18} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown data-mantine-stop-propagation>
        <DatePicker
          hideOutsideDates
          ariaLabels={{ previousMonth: 'Månaden före', nextMonth: 'Månaden efter' }}
          value={day === '' ? null : day}
          defaultDate={day === '' ? today : day}
          onChange={next => {
            setIsOpen(false)
            if (next !== null) onPick(next)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
