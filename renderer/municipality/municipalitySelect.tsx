import type { ComboboxItem, OptionsFilter } from '@mantine/core'
import type { ComponentProps } from 'react'
import type { Municipality } from '../../main/contract/municipality.ts'
import { readMunicipality } from '../../main/contract/readMunicipality.ts'
import { useCore } from '../core/core.ts'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { municipalitiesLike } from './municipalitiesLike.ts'

type MunicipalitySelectProps = Omit<
  ComponentProps<typeof SearchSelect>,
  'data' | 'value' | 'onChange' | 'read' | 'why' | 'filter'
> & {
  /** A code; empty while none is chosen. */
  value?: string
  onChange?: (code: string) => void
}

/** Chosen among those that exist: typed with or without its dots, or *kommun* after it. */
export function MunicipalitySelect({ value = '', onChange, ...props }: MunicipalitySelectProps) {
  const { data: municipalities = [] } = useCore('municipality.list', {})
  return (
    <SearchSelect
      placeholder="Skriv eller välj"
      nothingFoundMessage="Ingen kommun heter så. Ligger hemmet inte i Sverige: Utomlands."
      {...props}
      data={municipalities.map(each => ({ value: each.code, label: each.name }))}
      filter={byName(municipalities)}
      renderOption={({ option }) => <Option municipality={municipalities.find(each => each.code === option.value)} />}
      value={value}
      onChange={code => onChange?.(code)}
      read={typed => readMunicipality(typed, municipalities)}
      why={typed => `Ingen kommun heter ”${typed}”. Välj i listan.`}
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
