import { useCore } from '../core/core.ts'

/** The names of the units that are known here, without one's own: who may receive something from us. */
export function useOtherUnitNames(): string[] {
  const units = useCore('unit.list', {})
  const me = useCore('user.me', {})
  return (units.data ?? []).map(each => each.name).filter(each => each !== me.data?.unit.name)
}
