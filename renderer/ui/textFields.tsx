import {
  Autocomplete,
  type AutocompleteProps,
  Textarea,
  type TextareaProps,
  TextInput,
  type TextInputProps,
} from '@mantine/core'
import { type ReactNode, type RefObject, useRef } from 'react'
import { tooLongWords } from '../core/tooLong.ts'
import { useFieldOfForm } from './fieldsOfForm.ts'
import { count } from './format.ts'

type Bounded = {
  /** The most characters that are taken, as the contract has it. Nothing typed is ever cut to fit. */
  longest: number
}

/** One line of text. */
export function LineField({ longest, ...props }: TextInputProps & Bounded) {
  const input = useRef<HTMLInputElement>(null)
  return <TextInput {...props} ref={input} {...useLimit(props, longest, input)} />
}

/** Text of several lines. */
export function TextField({ longest, ...props }: TextareaProps & Bounded) {
  const input = useRef<HTMLTextAreaElement>(null)
  return <Textarea {...props} ref={input} {...useLimit(props, longest, input)} />
}

/** One line of text, with what has been written before to choose among. */
export function SuggestField({ longest, ...props }: AutocompleteProps & Bounded) {
  const input = useRef<HTMLInputElement>(null)
  return <Autocomplete {...props} ref={input} {...useLimit(props, longest, input)} />
}

/** From this share of the limit on, what is left is counted out. */
const NEAR = 0.9

type Named = {
  label?: ReactNode
  'aria-label'?: string | undefined
  value?: unknown
  error?: ReactNode
  disabled?: boolean | undefined
}

/** Counts out the limit under a field, says how much is over, and holds the form back for as long as anything is. */
function useLimit(props: Named, longest: number, input: RefObject<HTMLElement | null>) {
  const length = typeof props.value === 'string' ? props.value.trim().length : 0
  const why =
    length > longest ? `${tooLongWords(length - longest)}. Allt står kvar, men kan inte sparas så.` : undefined
  useFieldOfForm({
    name: typeof props.label === 'string' ? props.label : (props['aria-label'] ?? ''),
    why: props.disabled === true ? undefined : why,
    focus: () => input.current?.focus(),
  })
  const left = longest - length
  return {
    error: why ?? props.error,
    inputContainer: (field: ReactNode) => (
      <>
        {field}
        {why === undefined && length > NEAR * longest && (
          <span className="small soft chars-left">{`${count(left)} tecken kvar av ${count(longest)}`}</span>
        )}
      </>
    ),
  }
}
