import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from '@mantine/core'
import { useRef, useState } from 'react'
import type { Municipality } from '../../main/contract/municipality.ts'
import { readMunicipality } from '../../main/contract/readMunicipality.ts'
import { useCore } from '../core/core.ts'
import { useFieldOfForm } from '../ui/fieldsOfForm.ts'
import { municipalitiesLike } from './municipalitiesLike.ts'

type MunicipalitySelectProps = Omit<SelectProps, 'label' | 'data' | 'value' | 'onChange'> & {
  label: string
  /** A code; empty while none is chosen. */
  value?: string
  onChange?: (code: string) => void
}

/** Chosen among those that exist: typed with or without its dots, or *kommun* after it, and taken with Enter or by going on. */
export function MunicipalitySelect({ value = '', onChange, error, onBlur, ...props }: MunicipalitySelectProps) {
  const { data: municipalities = [] } = useCore('municipality.list', {})
  const [search, setSearch] = useState('')
  const [unknown, setUnknown] = useState('')
  const known = municipalities.some(each => each.code === value)
  const shownName = municipalities.find(each => each.code === value)?.name ?? ''
  const input = useRef<HTMLInputElement>(null)
  const why = unknown === '' ? undefined : `Ingen kommun heter ”${unknown}”. Välj i listan.`

  /** What was typed and not chosen: taken where it can mean one only, else told, so that nothing disappears unseen. */
  function takeTyped() {
    if (search.trim() === '' || search === shownName) return
    const code = readMunicipality(search, municipalities)
    if (code === undefined) setUnknown(search.trim())
    else onChange?.(code)
  }

  useFieldOfForm({
    name: props.label,
    why,
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
      placeholder="Skriv eller välj"
      nothingFoundMessage="Ingen kommun heter så. Ligger hemmet inte i Sverige: Utomlands."
      allowDeselect={false}
      selectFirstOptionOnChange
      {...props}
      data={municipalities.map(each => ({ value: each.code, label: each.name }))}
      filter={byName(municipalities)}
      renderOption={({ option }) => <Option municipality={municipalities.find(each => each.code === option.value)} />}
      value={known ? value : null}
      searchValue={search}
      onSearchChange={words => {
        setSearch(words)
        if (words !== '' && words !== shownName) setUnknown('')
      }}
      onChange={code => {
        setUnknown('')
        if (code !== null) onChange?.(code)
      }}
      error={why ?? error}
      onBlur={event => {
        takeTyped()
        onBlur?.(event)
      }}
    />
  )
}

function byName(municipalities: readonly Municipality[]): OptionsFilter {
  return ({ options, search }) => {
    const codes = municipalitiesLike(search, municipalities).map(each => each.code)
    return (options as ComboboxItem[])
      .filter(each => codes.includes(each.value))
      .toSorted((one, other) => codes.indexOf(one.value) - codes.indexOf(other.value))
  }
}

/** With its county: Habo and Håbo are easily mistaken. */
function Option({ municipality }: { municipality: Municipality | undefined }) {
  return (
    <span>
      {municipality?.name} <span className="small">{municipality?.county}</span>
    </span>
  )
}
