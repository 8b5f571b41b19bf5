import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { Consent } from '../../main/contract/consent.ts'
import { useCore } from '../core/core.ts'
import { dayAndYear } from '../ui/format.ts'

type WaiversInForceProps = { clientId: string; onUse(waiver: Consent): void }

/** Leave the client has given already, to hand over under; and the way to the whole register. */
export function WaiversInForce({ clientId, onUse }: WaiversInForceProps) {
  const consents = useCore('consent.ofClient', { clientId })
  const waivers = (consents.data ?? []).filter(each => each.kind === 'waiver' && each.standing === 'inForce')
  return (
    <>
      {waivers.length > 0 && (
        <section className="card stack-tight" aria-label="Samtycken som gäller">
          <h2>Klienten har redan sagt ja</h2>
          {waivers.map(each => (
            <div key={each.id} className="spread">
              <span>
                {each.receiver} <span className="soft">till och med {dayAndYear(each.validUntil)}</span>
              </span>
              <Button
                size="compact-md"
                variant="default"
                aria-label={`Använd samtycket till ${each.receiver}, till och med ${dayAndYear(each.validUntil)}`}
                onClick={() => onUse(each)}
              >
                Använd
              </Button>
            </div>
          ))}
        </section>
      )}
      <p className="small soft">
        Alla klientens samtycken finns under <Link href={`/client/${clientId}/consents`}>Samtycken</Link>.
      </p>
    </>
  )
}
