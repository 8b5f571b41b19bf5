import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { listed } from '../ui/format.ts'

/** Who could have given CRA today, said in a line where an offer failed for want of them. */
export function TrainedStaff() {
  const may = useMay()
  const staff = useCore('training.craStaff', {}, { enabled: may('training.craStaff') })
  if (staff.data === undefined) return null
  const names = listed(staff.data.map(each => each.name))
  return (
    <p className="small soft" role="status">
      {names === ''
        ? 'Ingen här är inskriven med CRA-utbildning i dag. Utbildning skrivs in under Inställningar, Utbildning.'
        : `CRA-utbildning här i dag: ${names}.`}
    </p>
  )
}
