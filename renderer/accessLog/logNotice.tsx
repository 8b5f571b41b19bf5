import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from 'wouter'
import { faultWords } from '../../main/contract/accessLogWords.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'

/** Said to everyone on every screen while the access log does not add up and nobody has answered for it. */
export function LogNotice() {
  const { fault } = useCore('accessLog.state', {}).data ?? {}
  const mayAnswer = useMay()('accessLog.answerFault')
  if (fault === undefined) return null
  return (
    <div className="log-notice no-print" role="alert">
      <IconAlertTriangle size={19} stroke={1.7} aria-hidden />
      <div>
        <strong>Åtkomstloggen stämmer inte.</strong> {faultWords[fault.kind](fault.sequence)} Du kan arbeta som vanligt:
        det du skriver sparas och allt loggas.{' '}
        {mayAnswer ? (
          <Link href="/settings/log-review">Ta reda på varför och svara för felet</Link>
        ) : (
          'Säg till administratören eller handledaren.'
        )}
      </div>
    </div>
  )
}
