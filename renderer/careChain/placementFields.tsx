import { Select } from '@mantine/core'
import type { Placement, PlacementInput } from '../../main/contract/careChain.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { inForceOn } from '../../main/contract/validity.ts'
import { useCore } from '../core/core.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { aroundNow, someYearsAhead, untilNow } from '../ui/usualDays.ts'
import { UnitNameInput } from '../unit/unitNameInput.tsx'

/** A stay as it is being entered: everything is text, and empty where nothing has been said. */
export type PlacementValues = {
  legalGround: string
  /** Empty: at the binder's own unit. */
  unitName: string
  unitKind: UnitKind
  appliedBy: string
  fromOn: string
  judgedOn: string
  plannedToOn: string
  toOn: string
  endReason: string
}

export const emptyPlacement = (fromOn: string): PlacementValues => ({
  legalGround: '',
  unitName: '',
  unitKind: 'lvmHome',
  appliedBy: '',
  fromOn,
  judgedOn: '',
  plannedToOn: '',
  toOn: '',
  endReason: '',
})

export function placementValues(stay: Placement): PlacementValues {
  const { legalGround, unit, appliedBy, fromOn, judgedOn = '', plannedToOn = '', toOn = '', endReason = '' } = stay
  return {
    legalGround,
    unitName: unit.name,
    unitKind: unit.kind,
    appliedBy: appliedBy?.name ?? '',
    fromOn,
    judgedOn,
    plannedToOn,
    toOn,
    endReason,
  }
}

/** What is sent; `own` is the unit where nothing else was said. Undefined while the ground is not chosen. */
export function placementInputOf(
  values: PlacementValues,
  own: { name: string; kind: UnitKind } | undefined,
): PlacementInput | undefined {
  const named = values.unitName.trim() === '' ? own : { name: values.unitName.trim(), kind: values.unitKind }
  if (values.legalGround === '' || named === undefined || values.fromOn === '') return undefined
  const { legalGround, fromOn, judgedOn, plannedToOn, toOn, endReason } = values
  const appliedBy = values.appliedBy.trim()
  return {
    legalGround,
    fromOn,
    unit: { name: named.name, kind: named.kind },
    ...(appliedBy === '' ? {} : { appliedBy: { name: appliedBy, kind: 'municipality' } }),
    ...(judgedOn === '' ? {} : { judgedOn }),
    ...(plannedToOn === '' ? {} : { plannedToOn }),
    ...(toOn === '' ? {} : { toOn, endReason }),
  }
}

type PlacementFieldsProps = {
  values: PlacementValues
  onChange(part: Partial<PlacementValues>): void
  /** The ground may be left out, and the stay with it. */
  optional?: boolean
  /** Also the day it ended and why. */
  withEnd?: boolean
  /** The stay as it is recorded: its ground and end reason stay to choose as long as their days stand. */
  before?: Placement | undefined
}

/** Ground, place and days of a stay in the care chain. */
export function PlacementFields({ values, onChange, optional = false, withEnd = false, before }: PlacementFieldsProps) {
  const me = useCore('user.me', {})
  const lists = useCore('unit.lists', {})
  const kept = before?.fromOn === values.fromOn ? before.legalGround : ''
  const grounds = inForceOn(lists.data?.legalGrounds ?? [], values.fromOn, kept)
  const closed = values.legalGround === ''
  const isLvm = values.legalGround === 'lvm4' || values.legalGround === 'lvm13'

  return (
    <div className="form-grid">
      <Select
        label="Lagrum"
        data-autofocus={optional ? undefined : true}
        required={!optional}
        clearable={optional}
        placeholder={optional ? 'Lägg in senare' : 'Välj'}
        data={grounds}
        value={grounds.some(each => each.value === values.legalGround) ? values.legalGround : null}
        onChange={value => onChange({ legalGround: value ?? '' })}
      />
      <DayInput
        label="Från"
        required
        usual={aroundNow()}
        value={values.fromOn}
        disabled={closed}
        onChange={fromOn => onChange({ fromOn })}
      />
      <UnitNameInput
        label="Var"
        placeholder={me.data?.unit.name ?? ''}
        disabled={closed}
        kind={values.unitKind}
        value={values.unitName}
        onChange={(unitName, kind) => onChange({ unitName, ...(kind && { unitKind: kind }) })}
      />
      <Select
        label="Slag av enhet"
        data={choicesOf(unitKindWords)}
        disabled={closed || values.unitName === ''}
        value={values.unitKind}
        onChange={value => onChange({ unitKind: (value ?? values.unitKind) as UnitKind })}
      />
      {isLvm && <ApplicationFields values={values} onChange={onChange} />}
      <DayInput
        label="Planerat slut"
        usual={someYearsAhead()}
        value={values.plannedToOn}
        disabled={closed}
        onChange={plannedToOn => onChange({ plannedToOn })}
      />
      {withEnd && (
        <>
          <DayInput label="Slutade den" usual={aroundNow()} value={values.toOn} onChange={toOn => onChange({ toOn })} />
          {values.toOn !== '' && (
            <EndReasonSelect
              value={values.endReason}
              on={values.toOn}
              kept={before?.toOn === values.toOn ? before.endReason : ''}
              onChange={endReason => onChange({ endReason })}
            />
          )}
        </>
      )}
    </div>
  )
}

type ApplicationFieldsProps = {
  values: PlacementValues
  onChange(part: Partial<PlacementValues>): void
}

/** Under LVM: who applied for the care, and the day of the judgment. */
function ApplicationFields({ values, onChange }: ApplicationFieldsProps) {
  return (
    <>
      <UnitNameInput
        label="Ansökt av"
        description="Kommun eller stadsdel."
        kind="municipality"
        value={values.appliedBy}
        onChange={appliedBy => onChange({ appliedBy })}
      />
      <DayInput
        label={values.legalGround === 'lvm13' ? 'Övergick till 4 § den' : 'Dom om 4 § den'}
        description="Tom om det inte har skett."
        usual={untilNow()}
        value={values.judgedOn}
        onChange={judgedOn => onChange({ judgedOn })}
      />
    </>
  )
}

type EndReasonSelectProps = {
  value: string
  /** The day the stay ended. */
  on: string
  /** A reason already recorded for that day. */
  kept?: string | undefined
  onChange(code: string): void
}

/** Why a stay ended: the reasons that can be recorded that day. */
export function EndReasonSelect({ value, on, kept, onChange }: EndReasonSelectProps) {
  const lists = useCore('unit.lists', {})
  const reasons = inForceOn(lists.data?.endReasons ?? [], on, kept)
  return (
    <SearchSelect
      label="Varför det slutade"
      required
      placeholder="Välj skäl"
      data={reasons}
      value={value}
      onChange={onChange}
    />
  )
}
