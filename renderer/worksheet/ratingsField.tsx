import { type KeyboardEvent, useRef } from 'react'
import type { FormAnswers, FormField } from '../../main/contract/form.ts'
import { LONGEST } from '../../main/contract/values.ts'
import { ScaleInput, type ScaleMove } from '../ui/scaleInput.tsx'
import { LineField } from '../ui/textFields.tsx'
import type { Answer } from './answers.ts'

type Ratings = Extract<FormField, { kind: 'ratings' }>
type Item = Ratings['items'][number]

type RatingsProps = {
  field: Ratings
  scores: FormAnswers
  /** The client's own words about the items, where the form has room for them. */
  words: FormAnswers
  onScore(item: Item, score: number | undefined): void
  onWords(item: Item, words: string): void
  autoFocus: boolean
}

/**
 * Many scales of one kind below each other, filled in by digits alone: a number goes on to the next row by itself, and
 * never changes another row than its own: ten is 0, not 1 and 0. The client's own words stand beside each, one Shift+Tab back from the row that comes next.
 */
export function RatingsField({ field, scores, words, onScore, onWords, autoFocus }: RatingsProps) {
  const group = useRef<HTMLFieldSetElement>(null)

  const rowAt = (index: number) => group.current?.querySelectorAll<HTMLElement>('.ratings-row')[index]
  const toScore = (index: number) => rowAt(index)?.querySelector<HTMLElement>('[role=radio][tabindex="0"]')?.focus()
  const toWords = (index: number) => rowAt(index)?.querySelector('input')?.focus()

  function move(index: number, how: ScaleMove) {
    if (how === 'words') toWords(index)
    else toScore(index + (how === 'up' ? -1 : 1))
  }

  function onWordsKeyDown(event: KeyboardEvent, index: number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return // Ctrl+Enter saves, also from here
    if (event.key === 'Enter') toScore(Math.min(index + 1, field.items.length - 1))
    else if (event.key === 'Escape') toScore(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <fieldset
      ref={group}
      className={field.wordsId !== undefined ? 'form-group ratings ratings-worded' : 'form-group ratings'}
    >
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      <KeyHelp field={field} />
      <ScaleHeads field={field} />
      {field.items.map((item, index) => (
        <RatingsRow
          key={item.value}
          field={field}
          item={item}
          score={scores[item.value]}
          words={words[item.value]}
          autoFocus={autoFocus && index === 0}
          onScore={score => onScore(item, score)}
          onWords={text => onWords(item, text)}
          onMove={how => move(index, how)}
          onWordsKeyDown={event => onWordsKeyDown(event, index)}
        />
      ))}
    </fieldset>
  )
}

function KeyHelp({ field }: { field: Ratings }) {
  return (
    <p className="small soft ratings-keys no-print">
      Siffran går vidare till nästa rad
      {field.max === 10 && (
        <>
          , <kbd>0</kbd> är tio
        </>
      )}
      . <kbd>↓</kbd> hoppar över, <kbd>Delete</kbd> tar bort svaret
      {field.wordsId !== undefined && (
        <>
          , <kbd>Skift</kbd> <kbd>Tab</kbd> går till orden om raden innan
        </>
      )}
      .
    </p>
  )
}

/** The ends of the scale, once above all the rows. */
function ScaleHeads({ field }: { field: Ratings }) {
  return (
    <div className="ratings-head smallest soft" aria-hidden>
      <span />
      <span className="spread">
        <span>
          {field.min} {field.low}
        </span>
        <span>
          {field.max} {field.high}
        </span>
      </span>
      {field.wordsId !== undefined && <span>Egna ord</span>}
    </div>
  )
}

type RatingsRowProps = {
  field: Ratings
  item: Item
  score: Answer
  words: Answer
  autoFocus: boolean
  onScore(score: number | undefined): void
  onWords(words: string): void
  onMove(how: ScaleMove): void
  onWordsKeyDown(event: KeyboardEvent): void
}

function RatingsRow({ field, item, score, words, autoFocus, ...on }: RatingsRowProps) {
  return (
    <div className="ratings-row">
      <span className="ratings-label" aria-hidden>
        {item.label}
      </span>
      <ScaleInput
        {...field}
        label={item.label}
        hideLabel
        autoFocus={autoFocus}
        value={typeof score === 'number' ? score : undefined}
        onChange={on.onScore}
        onMove={on.onMove}
      />
      {field.wordsId !== undefined && (
        <LineField
          longest={LONGEST.words}
          size="sm"
          aria-label={`Egna ord om ${item.label}`}
          placeholder=" " // so that the style sheet can tell an empty one
          value={typeof words === 'string' ? words : ''}
          onKeyDown={on.onWordsKeyDown}
          onChange={event => on.onWords(event.currentTarget.value)}
        />
      )}
    </div>
  )
}
