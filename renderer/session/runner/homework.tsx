import { Autocomplete, Button, type OptionsFilter, SegmentedControl } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { Homework, HomeworkAgreed, HomeworkDone } from '../../../main/contract/session.ts'
import { homeworkDoneWords } from '../../../main/contract/sessionWords.ts'
import { useCore } from '../../core/core.ts'
import { choicesOf } from '../../ui/choices.ts'
import { shortDay } from '../../ui/format.ts'
import { InfoNotice } from '../../ui/notice.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { homeworkChoices } from './homeworkChoices.ts'
import { PLACES } from './places.ts'
import { isEmptyHomework, type RunnerProps, type SessionDraft } from './sessionDraft.ts'

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

const empty: HomeworkAgreed = { what: '', when: '', where: '', withWhom: '' }

const FIELDS = [
  { part: 'what', label: 'Vad' },
  { part: 'when', label: 'När' },
  { part: 'where', label: 'Var' },
  { part: 'withWhom', label: 'Med vem' },
] as const

/** Under a choice already made every other one is shown too. */
const allOfThem: OptionsFilter = ({ options }) => options

/**
 * New homework, last: what, when, where, with whom, each chosen or in one's own words. The chapter's suggestion fills
 * the line with one press or one choice.
 */
export function HomeworkGiven({ chapter, value, onChange }: Pick<RunnerProps, 'chapter' | 'value' | 'onChange'>) {
  const linesOf = ({ homeworkGiven }: Pick<SessionDraft, 'homeworkGiven'>) =>
    homeworkGiven.length === 0 ? [empty] : homeworkGiven
  const lines = linesOf(value)
  const set = (index: number, part: Partial<HomeworkAgreed>) =>
    onChange(current => {
      const own = chapter.homework.find(each => each.what === part.what)
      const filled = (line: HomeworkAgreed) =>
        own !== undefined && isEmptyHomework({ ...line, what: '' }) ? own : { ...line, ...part }
      return { homeworkGiven: linesOf(current).map((each, at) => (at === index ? filled(each) : each)) }
    })
  const unused = chapter.homework.filter(each => !lines.some(line => line.what === each.what))
  const add = (homework: HomeworkAgreed) =>
    onChange({ homeworkGiven: [...lines.filter(each => !isEmptyHomework(each)), homework] })

  function remove(index: number) {
    const removed = lines[index]
    onChange({ homeworkGiven: lines.filter((_, at) => at !== index) })
    if (removed === undefined || isEmptyHomework(removed)) return
    offerUndo('Hemuppgiften är borttagen.', () =>
      onChange(({ homeworkGiven }) => ({ homeworkGiven: homeworkGiven.toSpliced(index, 0, removed) })),
    )
  }

  return (
    <section className="step-form" aria-label="Ny hemuppgift" id={PLACES.homework}>
      <h3>Ny hemuppgift</h3>
      {lines.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className="homework-line">
          {FIELDS.map(({ part, label }) => {
            const choices = homeworkChoices(part, chapter.homework)
            return (
              <Autocomplete
                key={part}
                className={part === 'what' ? 'wide' : ''}
                label={label}
                maxLength={200}
                data={choices}
                maxDropdownHeight={200}
                comboboxProps={part === 'what' ? {} : { width: 260, position: 'bottom-start' }}
                {...(choices.includes(each[part]) ? { filter: allOfThem } : {})}
                value={each[part]}
                onChange={words => set(index, { [part]: words })}
              />
            )
          })}
          {(lines.length > 1 || !isEmptyHomework(each)) && (
            <Button
              className="homework-remove"
              variant="subtle"
              size="compact-sm"
              leftSection={<IconX size={15} aria-hidden />}
              aria-label={`Ta bort hemuppgift ${index + 1}`}
              onClick={() => remove(index)}
            >
              Ta bort
            </Button>
          )}
        </div>
      ))}
      <div className="row">
        {unused.map(each => (
          <Button
            key={each.what}
            variant="default"
            size="compact-md"
            className="suggestion"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => add(each)}
          >
            {each.what}
          </Button>
        ))}
        {lines.at(-1)?.what !== '' && (
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => onChange({ homeworkGiven: [...lines, empty] })}
          >
            En till
          </Button>
        )}
      </div>
    </section>
  )
}
