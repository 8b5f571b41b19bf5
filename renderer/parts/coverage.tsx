import { Link } from 'wouter'
import { useCore } from '../core.ts'

/** P01–P19 as given so far: filled when given whole, outlined when in part, the eleven core procedures with a heavier edge. */
export function Coverage({ clientId }: { clientId: string }) {
  const manual = useCore('manual.contents', {})
  const sessions = useCore('session.ofClient', { clientId })
  const counted = (manual.data?.procedures ?? []).filter(each => each.counted)
  const given = (sessions.data ?? []).flatMap(each => each.procedures)
  const extentOf = (code: string) => {
    const found = given.filter(each => each.code === code)
    if (found.length === 0) return undefined
    return found.some(each => each.extent === 'whole') ? 'whole' : 'part'
  }
  const done = counted.filter(each => extentOf(each.code) !== undefined)
  return (
    <section aria-label="Procedurer">
      <h2 className="section-title">Procedurer</h2>
      <ul className="plain-list coverage">
        {counted.map(each => {
          const extent = extentOf(each.code)
          const said = extent === undefined ? 'inte given' : extent === 'whole' ? 'given' : 'given delvis'
          return (
            <li key={each.code}>
              <Link
                href={`/manual/procedure/${each.code}`}
                className={`coverage-cell coverage-${extent ?? 'none'}${each.core ? ' coverage-core' : ''}`}
                aria-label={`${each.code} ${each.title}, ${said}${each.core ? ', kärna' : ''}`}
                title={`${each.title}: ${said}${each.core ? ' (kärna)' : ''}`}
              >
                {each.code}
              </Link>
            </li>
          )
        })}
      </ul>
      <p className="small soft">
        {done.length} av {counted.length} givna, {done.filter(each => each.core).length} av{' '}
        {counted.filter(each => each.core).length} i kärnan. Hemuppgiften (P17) räknas inte.
      </p>
    </section>
  )
}
