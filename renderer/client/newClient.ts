import type { NewClient } from '../../main/contract/client.ts'
import type { Input } from '../../main/contract/index.ts'
import type { NamedUnit, UnitKind } from '../../main/contract/unit.ts'
import type { User } from '../../main/contract/user.ts'
import { isMunicipalityCode } from '../municipality/municipalityCode.ts'

/** A new client as the form holds it: nothing chosen is an empty text. */
export type NewClientValues = {
  name: string
  number: string
  caseNumber: string
  sex: NewClient['sex'] | ''
  homeMunicipality: string
  coordinator: string
  therapistId: string
  protectedIdentity: boolean
  legalGround: string
  unitName: string
  unitKind: UnitKind
  fromOn: string
}

export function emptyNewClient(today: string): NewClientValues {
  return {
    name: '',
    number: '',
    caseNumber: '',
    sex: '',
    homeMunicipality: '',
    coordinator: '',
    therapistId: '',
    protectedIdentity: false,
    legalGround: '',
    unitName: '',
    unitKind: 'lvmHome',
    fromOn: today,
  }
}

/** What keeps each field from being saved, in Swedish, or null. */
export const NEW_CLIENT_RULES = {
  name: (value: string) => (value.trim() === '' ? 'Skriv klientens namn.' : null),
  sex: (value: string) => (value === '' ? 'Välj.' : null),
  homeMunicipality: (value: string) => (isMunicipalityCode(value) ? null : 'Välj hemkommunen i listan.'),
  caseNumber: (value: string, { number }: NewClientValues) =>
    value.trim() === '' && number.trim() === '' ? 'Ange personnummer eller ärendenummer.' : null,
}

/** What the form asks the core to add, or nothing while the sex is not chosen. */
export function newClientInput(
  values: NewClientValues,
  ownUnit: NamedUnit | undefined,
  coordinators: readonly User[],
): Input<'client.add'> | undefined {
  const { name, number, caseNumber, sex, homeMunicipality, protectedIdentity, coordinator, therapistId } = values
  if (sex === '') return undefined
  const placement = placementOf(values, ownUnit)
  const colleague = coordinators.find(each => each.name === coordinator.trim())
  return {
    name,
    number,
    caseNumber,
    sex,
    homeMunicipality,
    protectedIdentity,
    coordinator,
    ...(therapistId === '' ? {} : { therapistId }),
    ...(colleague === undefined ? {} : { coordinatorId: colleague.id }), // so that the client is theirs too
    ...(placement === undefined ? {} : { placement }),
  }
}

/** Where the client is placed: with us, unless another unit is named. Nothing while the legal ground is not chosen. */
function placementOf(values: NewClientValues, ownUnit: NamedUnit | undefined) {
  const { legalGround, unitName, unitKind, fromOn } = values
  const unit = unitName.trim() === '' ? ownUnit : { name: unitName.trim(), kind: unitKind }
  if (legalGround === '' || unit === undefined) return undefined
  return { legalGround, unit: { name: unit.name, kind: unit.kind }, fromOn }
}
