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
}

/**
 * A scale of whole numbers: a radio group that also takes typed digits (1 then 0 gives 10), and lets go
 * of its value with Delete or a second click, since an answer may be left out.
 */
export function ScaleInput({
  label,
  min,
  max,
  low,
  high,
  value,
  onChange,
  hideLabel = false,
  autoFocus = false,
}: ScaleProps) {
  const group = useRef<HTMLDivElement>(null)
  const steps = Array.from({ length: max - min + 1 }, (_, index) => min + index)

  function choose(next: number | undefined) {
    onChange(next)
    const at = next === undefined ? 0 : next - min
    group.current?.querySelectorAll<HTMLButtonElement>('[role=radio]')[at]?.focus()
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowRight' || event.key === 'ArrowUp')
      choose(Math.min(max, value === undefined ? min : value + 1))
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowDown')
      choose(Math.max(min, value === undefined ? max : value - 1))
    else if (event.key === 'Delete' || event.key === 'Backspace') choose(undefined)
    else if (/^\d$/.test(event.key)) {
      const digit = Number(event.key)
      const ten = digit === 0 && value === 1 && max >= 10 ? 10 : digit
      if (ten >= min && ten <= max) choose(ten)
    } else return
    event.preventDefault()
  }

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
