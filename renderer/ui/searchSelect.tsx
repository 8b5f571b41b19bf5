import { type ComboboxItem, Select, type SelectProps } from '@mantine/core'
import { useRef, useState } from 'react'
import { standsIn } from '../../main/contract/folding.ts'
import { choiceMeant } from './choices.ts'
import { useFieldOfForm } from './fieldsOfForm.ts'

type Choices = readonly (ComboboxItem | { group: string; items: ComboboxItem[] })[]

type SearchSelectProps = Omit<SelectProps, 'label' | 'data' | 'value' | 'onChange' | 'searchable'> & {
  label: string
  data: Choices
  /** A choice; empty while there is none. */
  value: string
  onChange(value: string): void
  /** What was typed, as one of the choices; left out, the one it names, or the only one it stands in. */
  read?(typed: string): string | undefined
  /** Why what was typed is none of them. */
  why?(typed: string): string
}

/**
 * Chosen among those that exist by typing some letters: taken with Enter, or by going on where only one can be meant.
 * What can be none of them, or several, stays in the field, which says so and holds its form back: an earlier choice is
 * never kept in its place unseen.
 */
export function SearchSelect({ value, onChange, read, why, error, onBlur, data, ...props }: SearchSelectProps) {
  const [typed, setTyped] = useState<string>() // by someone, since the last choice: the list's own text follows the choice
  const [unknown, setUnknown] = useState('')
  const [listText, setListText] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const choices = choicesIn(data)
  const told = unknown === '' ? undefined : (why?.(unknown) ?? whyNone(unknown, choices))

  function type(words: string | undefined) {
    setTyped(words)
    setUnknown('')
  }

  function takeTyped() {
    const words = typed?.trim() ?? ''
    const meant = read === undefined ? choiceMeant(words, choices) : read(words)
    if (words !== '' && meant === undefined) return setUnknown(words)
    type(undefined)
    if (words !== '' && meant !== undefined && meant !== value) onChange(meant)
  }

  useFieldOfForm({
    name: props.label,
    why: told,
    focus: () => input.current?.focus(),
    settle() {
      takeTyped()
      return undefined
    },
  })

  return (
    <Select
      ref={input}
      searchable
      {...props}
      data={data}
      value={choices.some(each => each.value === value) ? value : null}
      searchValue={typed ?? listText}
      onSearchChange={setListText}
      onInput={event => type(event.currentTarget.value)}
      onChange={chosen => {
        type(undefined)
        if (chosen !== null) onChange(chosen)
      }}
      onOptionSubmit={() => type(undefined)}
      error={told ?? error}
      onBlur={event => {
        takeTyped()
        onBlur?.(event)
      }}
    />
  )
}

const choicesIn = (data: Choices): ComboboxItem[] => data.flatMap(each => ('items' in each ? each.items : each))

function whyNone(typed: string, choices: readonly ComboboxItem[]): string {
  return choices.some(each => standsIn(each.label, typed))
    ? `”${typed}” kan vara flera. Välj i listan.`
    : `”${typed}” finns inte i listan. Välj en som finns.`
}
