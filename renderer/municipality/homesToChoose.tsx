import { Link } from 'wouter'
import type { HomeToChoose } from '../../main/contract/municipality.ts'
import { nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { useCollapsedList } from '../ui/collapsedList.tsx'
import { Section } from '../ui/page.tsx'

const SHOWN_FIRST = 6

/** Clients whose home municipality someone must choose, with what was written; nothing when there are none. */
export function HomesToChoose({ own = false }: { /** The reader's own clients only. */ own?: boolean }) {
  const { data = [] } = useCore('municipality.toChoose', {}, { enabled: useMay()('municipality.toChoose') })
  const waiting = own ? data.filter(each => each.mine) : data
  const [shown, more] = useCollapsedList(waiting, SHOWN_FIRST, 'första')
  if (waiting.length === 0) return null
  return (
    <Section title="Hemkommun att välja" note={waiting.length}>
      <div className="card card-rows">
        <p className="small">
          {waiting.length === 1
            ? 'En klient har en hemkommun som inte kunde läsas.'
            : `${waiting.length} klienter har en hemkommun som inte kunde läsas.`}{' '}
          Ingen av dem gallras förrän någon har valt.
        </p>
        {shown.map(each => (
          <HomeRow key={each.clientId} home={each} />
        ))}
      </div>
      {more}
    </Section>
  )
}

function HomeRow({ home: { clientId, name, reference, words, mine, therapist } }: { home: HomeToChoose }) {
  return (
    <div>
      {mine ? (
        <Link href={`/client/${clientId}/do/details`} className="quiet-link">
          {nameOrCaseNumber(name, reference)}
        </Link>
      ) : (
        <strong>{reference}</strong>
      )}
      <p className="small soft">
        ”{words}”{!mine && ` · ${therapist} kan välja`}
      </p>
    </div>
  )
}
