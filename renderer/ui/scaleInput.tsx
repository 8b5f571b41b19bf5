import { type KeyboardEvent, useRef } from 'react'

type ScaleProps = {
  label: string
  min: number
  max: number
  /** The ends of the scale in words. */
  low: string
  high: string
  value: number | undefined
  onChange(value: number | undefined): void
  hideLabel?: boolean
  autoFocus?: boolean
  /** Among several scales below each other: `typed` after a digit, `up` and `down` by the arrows, `words` by Enter. */
  onMove?(move: ScaleMove): void
}

export type ScaleMove = 'typed' | 'up' | 'down' | 'words'

/** Milliseconds within which 1 and 0 are one number, ten, where 0 is a number of its own. */
const ONE_NUMBER = 500

/**
 * A scale of whole numbers by keyboard: a digit gives its number, and where the scale has no zero 0 gives ten; arrows,
 * Home and End go along it, Delete and Backspace leave it without an answer. With a pointer a second click does.
 */
export function ScaleInput(props: ScaleProps) {
  const { label, min, max, low, high, value, hideLabel = false, autoFocus = false } = props
  const { group, choose, onKeyDown } = useScaleKeys(props)
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index)

  return (
    <div className="scale">
      <div className={hideLabel ? 'visually-hidden' : 'field-label'}>{label}</div>
      <div
        ref={group}
        role="radiogroup"
        aria-label={`${label}: ${min} ${low}, ${max} ${high}`}
        className="scale-steps"
        onKeyDown={onKeyDown}
      >
        {steps.map(step => {
          const chosen = step === value
          const reachable = chosen || (value === undefined && step === min)
          return (
            // biome-ignore lint/a11y/useSemanticElements: a second click must let go of the value, which a native radio cannot
            <button
              key={step}
              type="button"
              role="radio"
              aria-checked={chosen}
              data-step={step}
              tabIndex={reachable ? 0 : -1}
              // biome-ignore lint/a11y/noAutofocus: the first field of a form that the user has just opened
              autoFocus={autoFocus && reachable}
              className="scale-step"
              onClick={() => choose(chosen ? undefined : step)}
            >
              {step}
            </button>
          )
        })}
      </div>
      <div className="scale-ends smallest soft" aria-hidden>
        <span>{low}</span>
        <span>{high}</span>
      </div>
    </div>
  )
}

type ScaleKeysProps = Pick<ScaleProps, 'min' | 'max' | 'value' | 'onChange' | 'onMove'>

/** What the keys do in a scale. The number chosen gets the focus, as in a group of radio buttons. */
function useScaleKeys({ min, max, value, onChange, onMove }: ScaleKeysProps) {
  const group = useRef<HTMLDivElement>(null)
  const typedOneAt = useRef(Number.NEGATIVE_INFINITY)
  const next = value === undefined ? min : Math.min(max, value + 1)
  const previous = value === undefined ? max : Math.max(min, value - 1)

  function focus(step: number) {
    group.current?.querySelectorAll<HTMLButtonElement>('[role=radio]')[step - min]?.focus()
  }

  function choose(step: number | undefined) {
    onChange(step)
    focus(step ?? min)
  }

  function onDigit(digit: number, at: number) {
    const ten = max === 10 && digit === 0 && (min > 0 || at - typedOneAt.current < ONE_NUMBER)
    typedOneAt.current = digit === 1 ? at : Number.NEGATIVE_INFINITY
    const step = ten ? 10 : digit
    if (step < min || step > max) return
    choose(step)
    if (min > 0) onMove?.('typed') // 1 may still become 10 where 0 is a number of its own
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    switch (event.key) {
      case 'ArrowRight':
        choose(next)
        break
      case 'ArrowLeft':
        choose(previous)
        break
      case 'ArrowUp':
        if (onMove === undefined) choose(next)
        else onMove('up')
        break
      case 'ArrowDown':
        if (onMove === undefined) choose(previous)
        else onMove('down')
        break
      case 'Home':
        choose(min)
        break
      case 'End':
        choose(max)
        break
      case 'Delete':
      case 'Backspace':
        if (value === undefined && event.key === 'Backspace') onMove?.('up')
        else choose(undefined)
        break
      case 'Enter':
        onMove?.('words') // else Enter would be a click, and a click on the chosen number lets go of it
        break
      case ' ': {
        const at = event.target instanceof HTMLElement ? Number(event.target.dataset['step']) : Number.NaN
        if (!Number.isNaN(at)) choose(at)
        break
      }
      default:
        if (!/^\d$/.test(event.key)) return
        onDigit(Number(event.key), event.timeStamp)
    }
    event.preventDefault()
  }

  return { group, choose, onKeyDown }
}
