import { IconBookmark, IconCheck } from '@tabler/icons-react'
import { clockOf } from '../../ui/format.ts'
import { FINISH, type RunnerProps } from './sessionDraft.ts'
import { completedSteps, minutesOf } from './sessionTime.ts'

type AgendaProps = Pick<RunnerProps, 'chapter' | 'earlier' | 'value'> & {
  /** Milliseconds on the step that is shown, beside those in the draft. */
  waiting: number
  /** What is shown instead of the step, when it comes from another chapter. */
  borrowed: string | undefined
  onShow(step: string): void
}

/** The steps down the side: the time each should take, the time it has taken, and which are gone through. */
export function SessionAgenda({ chapter, earlier, value, waiting, borrowed, onShow }: AgendaProps) {
  const before = completedSteps(earlier)
  const minutesBefore = earlier.reduce((sum, each) => sum + (each.minutes ?? 0), 0)
  const spentOn = (id: string) => (value.spent[id] ?? 0) + (id === value.step ? waiting : 0)
  const total = Object.values(value.spent).reduce((sum, each) => sum + each, value.step === FINISH ? 0 : waiting)
  return (
    <nav aria-label="Agenda" className="agenda">
      <ol className="plain-list">
        {chapter.steps.map(({ id, title, minutes }) => {
          const done = value.done.includes(id) || before.has(id)
          const took = minutesOf(spentOn(id))
          const showsTaken = id === value.step || value.done.includes(id) || took > 0
          return (
            <li key={id}>
              <button
                type="button"
                className={done ? 'agenda-step agenda-done' : 'agenda-step'}
                aria-current={id === value.step && borrowed === undefined ? 'step' : undefined}
                onClick={() => onShow(id)}
              >
                <span className="agenda-mark">{done && <IconCheck size={17} stroke={1.7} aria-label="klart" />}</span>
                <span className="grow">
                  {title}
                  {before.has(id) && <span className="block small soft">i förra delen, {before.get(id)} min</span>}
                </span>
                <span className="agenda-time">
                  {showsTaken && (
                    <>
                      <span className="visually-hidden">har tagit </span>
                      <b>{took}</b>
                      <span className="visually-hidden"> av</span>
                      <span aria-hidden> /</span>{' '}
                    </>
                  )}
                  {minutes} min
                </span>
              </button>
            </li>
          )
        })}
        {borrowed !== undefined && (
          <li>
            <button type="button" className="agenda-step" aria-current="step">
              <span className="agenda-mark">
                <IconBookmark size={17} stroke={1.7} aria-hidden />
              </span>
              <span className="grow">{borrowed}</span>
            </button>
          </li>
        )}
        <li>
          <button
            type="button"
            className="agenda-step"
            aria-current={value.step === FINISH && borrowed === undefined ? 'step' : undefined}
            onClick={() => onShow(FINISH)}
          >
            <span className="agenda-mark" />
            <span className="grow">Avsluta och signera</span>
          </button>
        </li>
      </ol>
      <p className="agenda-total">
        <span>Klockan {clockOf(new Date())}</span>
        <span>
          {minutesOf(total)} av {Math.max(0, chapter.minutes - minutesBefore)} min
        </span>
      </p>
    </nav>
  )
}
