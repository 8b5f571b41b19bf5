import { Button, type OptionsFilter } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { HomeworkAgreed } from '../../../main/contract/session.ts'
import { longestOf } from '../../../main/contract/textLimit.ts'
import { SuggestField } from '../../ui/textFields.tsx'
import { offerUndo } from '../../ui/undo.tsx'
import { homeworkChoices } from './homeworkChoices.ts'
import { PLACES } from './places.ts'
import { isEmptyHomework, type RunnerProps, type SessionDraft } from './sessionDraft.ts'

const EMPTY: HomeworkAgreed = { what: '', when: '', where: '', withWhom: '' }

/** The lines as they are shown: an empty one stands ready from the beginning. */
function linesOf({ homeworkGiven }: Pick<SessionDraft, 'homeworkGiven'>): readonly HomeworkAgreed[] {
  return homeworkGiven.length === 0 ? [EMPTY] : homeworkGiven
}

/**
 * New homework, last: what, when, where, with whom, each chosen or in one's own words. The chapter's suggestion fills
 * the line with one press or one choice.
 */
export function HomeworkGiven({ chapter, value, onChange }: Pick<RunnerProps, 'chapter' | 'value' | 'onChange'>) {
  const lines = linesOf(value)
  const unused = chapter.homework.filter(each => !lines.some(line => line.what === each.what))

  function change(index: number, part: Partial<HomeworkAgreed>) {
    const suggested = chapter.homework.find(each => each.what === part.what)
    const changed = (line: HomeworkAgreed) =>
      suggested !== undefined && isEmptyHomework({ ...line, what: '' }) ? suggested : { ...line, ...part }
    onChange(current => ({
      homeworkGiven: linesOf(current).map((each, at) => (at === index ? changed(each) : each)),
    }))
  }

  function add(homework: HomeworkAgreed) {
    onChange({ homeworkGiven: [...lines.filter(each => !isEmptyHomework(each)), homework] })
  }

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
        <HomeworkLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          key={index}
          number={index + 1}
          line={each}
          suggested={chapter.homework}
          onChange={part => change(index, part)}
          onRemove={lines.length > 1 || !isEmptyHomework(each) ? () => remove(index) : undefined}
        />
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
            onClick={() => onChange({ homeworkGiven: [...lines, EMPTY] })}
          >
            En till
          </Button>
        )}
      </div>
    </section>
  )
}

const FIELDS = [
  { part: 'what', label: 'Vad' },
  { part: 'when', label: 'När' },
  { part: 'where', label: 'Var' },
  { part: 'withWhom', label: 'Med vem' },
] as const

/** Under a choice already made every other one is shown too. */
const withoutFilter: OptionsFilter = ({ options }) => options

type HomeworkLineProps = {
  number: number
  line: HomeworkAgreed
  /** What the chapter proposes. */
  suggested: readonly HomeworkAgreed[]
  onChange(part: Partial<HomeworkAgreed>): void
  /** Left out where there is nothing to take away. */
  onRemove: (() => void) | undefined
}

function HomeworkLine({ number, line, suggested, onChange, onRemove }: HomeworkLineProps) {
  return (
    <div className="homework-line">
      {FIELDS.map(({ part, label }) => {
        const choices = homeworkChoices(part, suggested)
        return (
          <SuggestField
            longest={longestOf('session.record', `homeworkGiven.${part}`)}
            key={part}
            className={part === 'what' ? 'wide' : ''}
            label={label}
            data={choices}
            maxDropdownHeight={200}
            comboboxProps={part === 'what' ? {} : { width: 260, position: 'bottom-start' }}
            {...(choices.includes(line[part]) ? { filter: withoutFilter } : {})}
            value={line[part]}
            onChange={words => onChange({ [part]: words })}
          />
        )
      })}
      {onRemove !== undefined && (
        <Button
          className="homework-remove"
          variant="subtle"
          size="compact-sm"
          leftSection={<IconX size={15} aria-hidden />}
          aria-label={`Ta bort hemuppgift ${number}`}
          onClick={onRemove}
        >
          Ta bort
        </Button>
      )}
    </div>
  )
}
