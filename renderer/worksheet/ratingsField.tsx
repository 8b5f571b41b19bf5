import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { type FormAnswers, type FormField, LONGEST_WORDS } from '../../main/contract/form.ts'
import { ScaleInput, type ScaleMove } from '../ui/scaleInput.tsx'

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
  const scoreOf = (item: string) => (typeof scores[item] === 'number' ? scores[item] : undefined)
  const withWords = field.wordsId !== undefined

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
    <fieldset ref={group} className={withWords ? 'form-group ratings ratings-worded' : 'form-group ratings'}>
      <legend className="field-label">{field.label}</legend>
      {field.help !== undefined && <p className="small soft">{field.help}</p>}
      <p className="small soft ratings-keys no-print">
        Siffran går vidare till nästa rad
        {field.max === 10 && (
          <>
            , <kbd>0</kbd> är tio
          </>
        )}
        . <kbd>↓</kbd> hoppar över, <kbd>Delete</kbd> tar bort svaret
        {withWords && (
          <>
            , <kbd>Skift</kbd> <kbd>Tab</kbd> går till orden om raden innan
          </>
        )}
        .
      </p>
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
        {withWords && <span>Egna ord</span>}
      </div>
      {field.items.map((item, index) => {
        const said = words[item.value]
        return (
          <div key={item.value} className="ratings-row">
            <span className="ratings-label" aria-hidden>
              {item.label}
            </span>
            <ScaleInput
              {...field}
              label={item.label}
              hideLabel
              autoFocus={autoFocus && index === 0}
              value={scoreOf(item.value)}
              onChange={score => onScore(item, score)}
              onMove={how => move(index, how)}
            />
            {withWords && (
              <TextInput
                size="sm"
                aria-label={`Egna ord om ${item.label}`}
                placeholder=" " // so that the style sheet can tell an empty one
                maxLength={LONGEST_WORDS}
                value={typeof said === 'string' ? said : ''}
                onKeyDown={event => onWordsKeyDown(event, index)}
                onChange={event => onWords(item, event.currentTarget.value)}
              />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
