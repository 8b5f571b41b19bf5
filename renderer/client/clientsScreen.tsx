import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ClientLine } from '../../main/contract/client.ts'
import { formerNameWords, nameOrCaseNumber } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { PhaseBadge } from '../plan/outcome.tsx'
import { ClientSearchInput } from '../ui/clientSearchInput.tsx'
import { shortDay } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'

/** Clients found by name, personal number or case number, and by nothing else (L17). */
export function ClientsScreen() {
  const [, go] = useLocation()
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words, 120)
  const list = useCore('client.list', { words: settled })
  const clients = list.data?.clients ?? []
  const [first] = clients

  return (
    <Page
      title="Klienter"
      focusTitle={false}
      actions={
        <Button leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />} onClick={() => go('/clients/new')}>
          Ny klient
        </Button>
      }
    >
      <ClientSearchInput
        className="client-search"
        words={words}
        onChange={setWords}
        onEnter={() => first !== undefined && go(`/client/${first.id}`)}
      />
      <ErrorNotice error={list.error} />
      {list.data?.total === 0 && (
        <p className="card soft">
          {settled === '' ? (
            <>
              Du har inga klienter än. <Link href="/clients/new">Lägg in en klient</Link> eller{' '}
              <Link href="/handovers/receive">ta emot en överlämning</Link>.
            </>
          ) : (
            'Ingen klient passar. Sökningen gäller bara namn, personnummer och ärendenummer.'
          )}
        </p>
      )}
      {clients.length > 0 && <ClientTable clients={clients} />}
      {list.data !== undefined && list.data.total > clients.length && (
        <p className="small soft under-list">
          Visar de {clients.length} första. Skriv mer av namnet för att hitta rätt.
        </p>
      )}
    </Page>
  )
}

function ClientTable({ clients }: { clients: readonly ClientLine[] }) {
  const today = useToday()
  return (
    <table className="rows card">
      <thead>
        <tr>
          <th>Namn</th>
          <th>Nummer</th>
          <th>Fas</th>
          <th>Hållna</th>
          <th>Nästa träff</th>
          <th>Hos</th>
        </tr>
      </thead>
      <tbody>
        {clients.map(each => (
          <tr key={each.id}>
            <td>
              <Link href={`/client/${each.id}`} className="quiet-link">
                {nameOrCaseNumber(each.name, each.caseNumber)}
              </Link>
              <div className="small soft">{formerNameWords(each.formerName)}</div>
            </td>
            <td className="soft">{each.maskedNumber || each.caseNumber}</td>
            <td>{each.mine && <PhaseBadge phase={each.phase} short />}</td>
            <td>{each.mine && `${each.held} av 18`}</td>
            <td>{nextOf(each, today)}</td>
            <td className={each.own && each.mine ? 'soft' : ''}>{placeOf(each)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** When the next session is, or was and has no outcome; of one who has died, the day. */
function nextOf({ nextOn, diedOn }: ClientLine, today: string) {
  if (diedOn !== undefined) return <span className="soft">Avliden {shortDay(diedOn, today)}</span>
  if (nextOn === undefined) return <span className="soft">–</span>
  return `${shortDay(nextOn, today)}${nextOn < today ? ', ej dokumenterad' : ''}`
}

/** Where the record is, or whose client it is when not one's own. */
function placeOf({ mine, own, holder, therapist }: ClientLine): string {
  if (!mine) return `${therapist}s klient`
  return own ? 'oss' : `${holder} (läs)`
}
