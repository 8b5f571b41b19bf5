import { Button, TextInput, type TextInputProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { useFieldOfForm } from './fieldsOfForm.ts'
import type { Reading } from './reading.ts'

export type WrittenProps = {
  label: string
  /** As it is stored, or empty; any other text is one that is not yet read, and cannot be saved. */
  value: string
  onChange(value: string): void
  required?: boolean
  autoFocus?: boolean
  /** Takes the focus when its dialog opens, and not when it comes later. */
  dialogFocus?: boolean
  disabled?: boolean
  hideLabel?: boolean
  description?: string | undefined
  /** Stands below the field: where a value that nobody typed comes from. */
  help?: string | undefined
  /** What the form itself finds missing. */
  error?: string | false
}

type ReadProps = WrittenProps &
  Pick<TextInputProps, 'placeholder' | 'inputMode' | 'rightSection' | 'className'> & {
    /** True of a value as it is stored. */
    isRead(value: string): boolean
    /** `before` is what stood in the field when it was entered. */
    read(text: string, before: string): Reading
    /** A stored value as it stands in the field. */
    shown(value: string): string
    /** What is said when nothing is written and something must be. */
    missing: string
  }

/**
 * A field that is written as people write and read when it is left, or when its form is to be saved; never at each key.
 * What cannot be read stays as it was written, with why beside it, and what is unusual is asked about. Until it is read
 * the text itself is handed on, so that a draft keeps it; the core takes no such text.
 */
export function WrittenInput(props: ReadProps) {
  const {
    label,
    value,
    hideLabel = false,
    autoFocus = false,
    dialogFocus = false,
    required = false,
    disabled = false,
    error,
  } = props
  const { input, text, reading, told, write, leave, accept, why } = useWritten(props)
  const isAsked = reading?.kind === 'asked'
  return (
    <div className={props.className}>
      <TextInput
        ref={input}
        {...(hideLabel ? {} : { label })}
        aria-label={label}
        {...(autoFocus ? { autoFocus } : {})}
        data-autofocus={autoFocus || dialogFocus || undefined}
        placeholder={props.placeholder}
        inputMode={props.inputMode ?? 'text'}
        rightSection={props.rightSection}
        autoComplete="off"
        required={required}
        disabled={disabled}
        description={props.description}
        value={text}
        error={reading?.kind === 'unread' ? reading.why : isAsked ? reading.question : value === '' && (why ?? error)}
        errorProps={{ role: 'status' }}
        onChange={event => write(event.currentTarget.value)}
        onBlur={() => void leave()}
      />
      {isAsked && (
        <Button className="under-field" variant="default" size="compact-md" onClick={accept}>
          {reading.yes}
        </Button>
      )}
      {(told ?? props.help) !== undefined && (
        <p role="status" className="small soft under-field">
          {told ?? props.help}
        </p>
      )}
    </div>
  )
}

/** What looks as a stored value does and is not yet one: the core does not take it with the space. */
export const notYetRead = (text: string) => `${text} `

function useWritten({ label, value, onChange, disabled, required, missing, isRead, read, shown }: ReadProps) {
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const [told, setTold] = useState<string>()
  const [isTried, setIsTried] = useState(false)
  const before = useRef('')
  const isStored = value === '' || isRead(value)
  const written = typed ?? value.trimEnd()
  const reading = isStored ? undefined : read(written, before.current)
  const isPlain = reading?.kind === 'read' && reading.value === written // as a draft has it that was left in the middle
  const text = typed ?? (value !== '' && (isStored || isPlain) ? shown(written) : written)
  const why = reading?.kind === 'unread' ? reading.why : reading?.kind === 'asked' ? reading.question : undefined

  function write(next: string) {
    if (typed === undefined && (isStored || isPlain)) before.current = text
    setTyped(next)
    setTold(undefined)
    onChange(next.trim() === '' ? '' : isRead(next) ? notYetRead(next) : next)
  }

  /** Reads what is typed; what is left of an earlier draft is read too. */
  function leave(): string | undefined {
    setTyped(undefined)
    if (reading?.kind !== 'read') return undefined
    onChange(reading.value)
    setTold(reading.told)
    return reading.told
  }

  function settle(): string | undefined {
    setIsTried(true)
    return leave()
  }

  function accept() {
    if (reading?.kind !== 'asked') return
    setTyped(undefined)
    onChange(reading.value)
    input.current?.focus()
  }

  const empty = required === true && value === '' ? missing : undefined
  useFieldOfForm({
    name: label,
    why: disabled === true ? undefined : (why ?? empty),
    focus: () => input.current?.focus(),
    settle,
  })
  const isLeft = typed === undefined
  return {
    input,
    text,
    told,
    write,
    leave,
    accept,
    reading: isLeft ? reading : undefined,
    why: isTried ? empty : undefined,
  }
}
