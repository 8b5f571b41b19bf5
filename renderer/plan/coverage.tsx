import { Popover } from '@mantine/core'
import { Link } from 'wouter'
import type { Procedure } from '../../main/contract/manual.ts'
import type { Session } from '../../main/contract/session.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { shortDay } from '../ui/format.ts'
import { useRovingTabIndex } from '../ui/useRovingTabIndex.ts'

/**
 * P01–P19 as given so far: filled when given whole, outlined when in part, the eleven core procedures with a heavier
 * edge. Each opens the sessions it was given in, so that no number stands without its rows.
 */
export function Coverage({ clientId }: { clientId: string }) {
  const manual = useCore('manual.contents', {})
  const sessions = useCore('session.ofClient', { clientId })
  const roving = useRovingTabIndex()
  if (manual.data === undefined || sessions.data === undefined) return <section aria-label="Procedurer" />
  const given = sessions.data
  const counted = manual.data.procedures.filter(each => each.counted)
  const givenIn = (code: string) => given.filter(each => each.procedures.some(procedure => procedure.code === code))
  const done = counted.filter(each => givenIn(each.code).length > 0)
  return (
    <section aria-label="Procedurer">
      <h2 className="section-title">Procedurer</h2>
      <ul className="plain-list coverage" {...roving.row}>
        {counted.map((each, index) => (
          <li key={each.code}>
            <Cell procedure={each} sessions={givenIn(each.code)} roving={roving.item(index)} />
          </li>
        ))}
      </ul>
      <p className="small soft">
        {done.length} av {counted.length} givna, {done.filter(each => each.core).length} av{' '}
        {counted.filter(each => each.core).length} i kärnan.
      </p>
    </section>
  )
}

type CellProps = {
  procedure: Procedure
  /** Those it was given in, from first to last. */
  sessions: readonly Session[]
  roving: ReturnType<ReturnType<typeof useRovingTabIndex>['item']>
}

function Cell({ procedure: { code, title, core }, sessions, roving }: CellProps) {
  const today = useToday()
  const times = sessions.flatMap(session =>
    session.procedures.filter(each => each.code === code).map(each => ({ session, ...each })),
  )
  const extent = times.some(each => each.extent === 'whole') ? 'whole' : times.length > 0 ? 'part' : 'none'
  const extentWord = { whole: 'given', part: 'given delvis', none: 'inte given' }[extent]
  return (
    <Popover width={300} position="bottom-end" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <button
          type="button"
          {...roving}
          className={`coverage-cell coverage-${extent}${core ? ' coverage-core' : ''}`}
          aria-label={`${code} ${title}, ${extentWord}${core ? ', kärna' : ''}`}
          title={`${title}: ${extentWord}${core ? ' (kärna)' : ''}`}
        >
          {code}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="stack-tight">
          <h3>
            {code} {title}
          </h3>
          {core && <p className="small soft">En av de elva kärnprocedurerna.</p>}
          {times.length === 0 && <p className="small">Inte given än.</p>}
          <ul className="plain-list">
            {times.map(({ session, extent: whole, rolePlays }) => (
              <li key={session.id} className="small">
                <Link href={`/client/${session.clientId}/session/${session.slotId}`}>
                  Träff {session.number}, {shortDay(session.on, today)}
                </Link>
                {whole === 'part' && ', delvis'}
                {rolePlays > 0 && `, rollspel ${rolePlays} ${rolePlays === 1 ? 'gång' : 'gånger'}`}
              </li>
            ))}
          </ul>
          <p className="small">
            <Link href={`/manual/procedure/${code}`}>Läs i manualen</Link>
          </p>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
