import type { AutocompleteProps, ComboboxItem, OptionsFilter } from '@mantine/core'
import { useState } from 'react'
import type { UnitKind } from '../../main/contract/unit.ts'
import { tidyUnitName, unitMeant } from '../../main/contract/unitMeant.ts'
import { LONGEST } from '../../main/contract/values.ts'
import { useCore } from '../core/core.ts'
import { foundOptions } from '../ui/optionsFilter.ts'
import { SuggestField } from '../ui/textFields.tsx'

const MOST_OFFERED = 30

type UnitNameInputProps = Omit<AutocompleteProps, 'data' | 'value' | 'onChange'> & {
  value: string
  /** Of what kind it is, as far as has been said: a municipality is known by any of its names. */
  kind?: UnitKind
  /** One's own unit is not offered: it receives nothing from itself. */
  withoutOwn?: boolean
  /** `kind` is given when a unit that is here already was named. */
  onChange(name: string, kind: UnitKind | undefined): void
}

/**
 * A unit's name: those that are here are offered, and the municipalities once something is typed. A name that is one of
 * theirs written otherwise becomes theirs when the field is left, and it is said.
 */
export function UnitNameInput(props: UnitNameInputProps) {
  const { value, kind = 'other', withoutOwn = false, onChange, onBlur, ...rest } = props
  const me = useCore('user.me', {})
  const { data: all = [] } = useCore('unit.list', {})
  const { data: municipalities = [] } = useCore('municipality.list', {})
  const [isTold, setIsTold] = useState(false)
  const units = withoutOwn ? all.filter(each => each.id !== me.data?.unit.id) : all
  const names = units.map(each => each.name)
  const others = municipalities.filter(each => each.county !== '').map(each => `${each.name} kommun`)

  function write(name: string) {
    setIsTold(false)
    onChange(name, units.find(each => each.name === tidyUnitName(name))?.kind)
  }

  function leave() {
    const meant = unitMeant({ name: value, kind }, units, [], municipalities)
    setIsTold(meant !== undefined && meant.name !== tidyUnitName(value))
    const name = meant?.name ?? tidyUnitName(value)
    if (name !== value) onChange(name, meant?.kind)
  }

  return (
    <SuggestField
      longest={LONGEST.line}
      size="md"
      {...rest}
      {...(isTold ? { description: `Finns redan här, som ${value}.` } : {})}
      data={[...names, ...others.filter(each => !names.includes(each))]}
      filter={offered(names)}
      limit={MOST_OFFERED}
      value={value}
      onChange={write}
      onBlur={event => {
        leave()
        onBlur?.(event)
      }}
    />
  )
}

/** With nothing typed, the units that are here and no others. */
function offered(names: readonly string[]): OptionsFilter {
  return input =>
    input.search.trim() === ''
      ? (input.options as ComboboxItem[]).filter(({ label }) => names.includes(label))
      : foundOptions(input)
}
