import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { HomeworkAgreed, HomeworkDone } from '../../main/contract/session.ts'
import { choicesOf, homeworkDoneText } from '../texts.ts'
import { isEmptyHomework, type RunnerProps } from './sessionDraft.ts'
import { offerUndo } from './undo.tsx'

/** Where the key for new homework moves the focus. */
export const HOMEWORK_PLACE = 'session-homework'

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
            data={[{ value: '', label: 'Inte pratat om' }, ...choicesOf(homeworkDoneText)]}
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

const empty: HomeworkAgreed = { what: '', when: '', where: '', withWhom: '' }

/** New homework, last: what, when, where, with whom. The chapter's suggestion fills the line with one press. */
export function HomeworkGiven({ chapter, value, onChange }: Pick<RunnerProps, 'chapter' | 'value' | 'onChange'>) {
  const lines = value.homeworkGiven.length === 0 ? [empty] : value.homeworkGiven
  const set = (index: number, part: Partial<HomeworkAgreed>) =>
    onChange({ homeworkGiven: lines.map((each, at) => (at === index ? { ...each, ...part } : each)) })
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
    <section className="step-form" aria-label="Ny hemuppgift" id={HOMEWORK_PLACE}>
      <h3>Ny hemuppgift</h3>
      {lines.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
        <div key={index} className="homework-line">
          <TextInput
            className="wide"
            label="Vad"
            maxLength={200}
            value={each.what}
            onChange={event => set(index, { what: event.currentTarget.value })}
          />
          <TextInput
            label="När"
            maxLength={200}
            value={each.when}
            onChange={event => set(index, { when: event.currentTarget.value })}
          />
          <TextInput
            label="Var"
            maxLength={200}
            value={each.where}
            onChange={event => set(index, { where: event.currentTarget.value })}
          />
          <TextInput
            label="Med vem"
            maxLength={200}
            value={each.withWhom}
            onChange={event => set(index, { withWhom: event.currentTarget.value })}
          />
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
