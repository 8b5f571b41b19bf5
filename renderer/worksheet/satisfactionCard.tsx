import { Link } from 'wouter'
import { useCore } from '../core/core.ts'
import { useMayTreatNow } from '../core/useMayTreat.ts'
import { useToday } from '../core/useToday.ts'
import { midSentence, shortDay } from '../ui/format.ts'
import { Curve } from './curve.tsx'

/** How the client rates their own life, area by area, all twelve of them: small, so that they are seen together. */
export function SatisfactionCard({ clientId }: { clientId: string }) {
  const today = useToday()
  const own = useMayTreatNow(clientId)
  const scale = useCore('scale.ofClient', { clientId })
  const areas = scale.data?.areas ?? []
  const rated = areas.some(each => each.points.some(point => point.score !== undefined))
  const latest = scale.data?.latest
  const history = `/client/${clientId}/form/satisfactionScale/history`
  return (
    <section className="card" aria-label="Så nöjd är jag">
      <div className="spread card-title">
        <h2>Så nöjd är jag</h2>
        {own && rated && <Link href={`/client/${clientId}/form/satisfactionScale`}>Ny skattning</Link>}
      </div>
      {scale.data !== undefined && !rated && (
        <p className="soft">
          Tillfredsskalan är inte ifylld än.{' '}
          {own && <Link href={`/client/${clientId}/form/satisfactionScale`}>Fyll i den tillsammans</Link>}
        </p>
      )}
      {rated && (
        <>
          {scale.data?.ends !== undefined && (
            <p className="smallest soft curve-ends">
              1 {scale.data.ends.low} – 10 {scale.data.ends.high}
            </p>
          )}
          <div className="curves">
            {areas.map(each => (
              <Curve key={each.area} series={each} address={history} today={today} />
            ))}
          </div>
          {latest !== undefined && (
            <p className="small soft">
              <span className="serif">”{latest.words}”</span> –{' '}
              {latest.area !== undefined && `om ${midSentence(latest.area)}, `}
              {shortDay(latest.on, today)}
            </p>
          )}
          <p className="small">
            <Link href={history}>Med egna ord och datum</Link>
          </p>
        </>
      )}
    </section>
  )
}
