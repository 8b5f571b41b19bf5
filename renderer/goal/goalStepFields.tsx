import { Button } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Goal } from '../../main/contract/goal.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useToday } from '../core/useToday.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { shortDay } from '../ui/format.ts'
import { LineField } from '../ui/textFields.tsx'
import { withinAYear } from '../ui/usualDays.ts'
import { emptyStep, type StepDraft } from './goalDraft.ts'

const MOST_STEPS = 12

type StepFieldsProps = {
  steps: readonly StepDraft[]
  /** The steps as they stand; those that are done cannot be changed any more. */
  done: Goal['steps']
  onChange(steps: StepDraft[]): void
}

/** The steps towards a goal: what, by when, with whose help. A step without words is left out when the goal is saved. */
export function StepFields({ steps, done, onChange }: StepFieldsProps) {
  const today = useToday()
  const list = useRef<HTMLFieldSetElement>(null)
  const count = useRef(steps.length)
  useEffect(() => {
    if (steps.length > count.current) list.current?.querySelector<HTMLElement>('li:last-of-type input')?.focus()
    count.current = steps.length
  }, [steps.length])
  const doneOn = (step: StepDraft) => done.find(each => each.id !== undefined && each.id === step.id)?.doneOn
  const changed = (index: number, part: Partial<StepDraft>) =>
    onChange(steps.map((each, nth) => (nth === index ? { ...each, ...part } : each)))

  return (
    <fieldset className="form-group" ref={list}>
      <legend className="visually-hidden">Steg</legend>
      <ol className="plain-list step-fields">
        {steps.map((step, index) => {
          const first = index === 0
          const name = first ? 'Första steget' : `Steg ${index + 1}`
          const day = doneOn(step)
          if (day !== undefined) {
            return (
              <li key={step.id} className="step-field-done">
                <IconCheck size={17} stroke={2} aria-hidden />
                <span>
                  {step.what} <span className="small soft">klart {shortDay(day, today)}</span>
                </span>
              </li>
            )
          }
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step that is being written has nothing but its place
            <li key={index} className="step-field">
              <LineField
                longest={longestOf('goal.set', 'steps.what')}
                className="step-field-what"
                label={name}
                value={step.what}
                onChange={event => changed(index, { what: event.currentTarget.value })}
              />
              <DayInput
                label={first ? 'Senast' : `Steg ${index + 1}, senast`}
                usual={withinAYear()}
                hideLabel={!first}
                value={step.by}
                onChange={by => changed(index, { by })}
              />
              <LineField
                longest={longestOf('goal.set', 'steps.who')}
                {...(first ? { label: 'Vem hjälper till' } : { 'aria-label': `Steg ${index + 1}, vem hjälper till` })}
                value={step.who}
                onChange={event => changed(index, { who: event.currentTarget.value })}
              />
            </li>
          )
        })}
      </ol>
      {steps.length < MOST_STEPS && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onChange([...steps, emptyStep()])}
        >
          Ett steg till
        </Button>
      )}
    </fieldset>
  )
}
