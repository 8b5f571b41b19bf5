import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { ClientLine } from '../../main/contract/client.ts'
import type { Output } from '../../main/contract/index.ts'
import { likenessWords } from '../../main/contract/mergeWords.ts'
import { formerNameWords, nameOrCaseNumber, publicName } from '../core/clientName.ts'
import { useCore } from '../core/core.ts'
import { ClientSearchInput } from '../ui/clientSearchInput.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'

/** Which other client may be the same person: those that look alike, or any of one's own by name or number. */
export function MergeChoiceScreen({ clientId }: { clientId: string }) {
  const [, go] = useLocation()
  const [words, setWords] = useState('')
  const [settled] = useDebouncedValue(words, 120)
  const client = useCore('client.get', { clientId })
  const alike = useCore('client.likenesses', { clientId })
  const list = useCore('client.list', { words: settled }, { enabled: settled.trim().length >= 2 })
  const found = (settled.trim().length < 2 ? [] : (list.data?.clients ?? [])).filter(each => each.id !== clientId)
  const addressOf = (other: string) => `/client/${clientId}/merge/${other}`
  const first = found.find(each => each.mine && each.own)

  return (
    <Page
      title="Slå ihop två klienter"
      narrow
      under={client.data && <Link href={`/client/${clientId}`}>{publicName(client.data)}</Link>}
      focusTitle={false}
    >
      <div className="stack">
        <p>
          När samma person har lagts in två gånger kan de bli en. Inget händer förrän du har sett båda bredvid varandra
          och bekräftat.
        </p>
        <ErrorNotice error={client.error ?? alike.error ?? list.error} />
        <LikelyDuplicates likenesses={alike.data ?? []} addressOf={addressOf} />
        <Section title="Välj en av dina klienter">
          <ClientSearchInput
            words={words}
            onChange={setWords}
            onEnter={() => first !== undefined && go(addressOf(first.id))}
          />
          {found.length > 0 && <FoundClients found={found.slice(0, 20)} addressOf={addressOf} />}
          {settled.trim().length >= 2 && list.data !== undefined && found.length === 0 && (
            <p className="soft">Ingen annan klient passar.</p>
          )}
          <p className="small soft">
            Båda måste vara dina och finnas hos er. Är den andra en kollegas ber du att få den.
          </p>
        </Section>
      </div>
    </Page>
  )
}

type LikelyDuplicatesProps = { likenesses: Output<'client.likenesses'>; addressOf(clientId: string): string }

function LikelyDuplicates({ likenesses, addressOf }: LikelyDuplicatesProps) {
  if (likenesses.length === 0) return null
  return (
    <Section title="Kan vara samma person">
      <div className="card card-rows">
        {likenesses.map(each => (
          <div key={each.otherId} className="spread">
            <span>
              <Link href={addressOf(each.otherId)} className="quiet-link">
                {nameOrCaseNumber(each.name, each.caseNumber)}
              </Link>{' '}
              <span className="soft">{[each.maskedNumber, each.caseNumber].filter(Boolean).join(' · ')}</span>
            </span>
            <span className="small soft">{likenessWords[each.likeness]}</span>
          </div>
        ))}
      </div>
      <p className="small soft under-list">Bara en gissning. Två personer kan heta lika.</p>
    </Section>
  )
}

type FoundClientsProps = { found: readonly ClientLine[]; addressOf(clientId: string): string }

/** Only one's own that are here can be merged; of the others it is said where or whose they are. */
function FoundClients({ found, addressOf }: FoundClientsProps) {
  return (
    <div className="card card-rows">
      {found.map(each => (
        <div key={each.id} className="spread">
          {each.mine && each.own ? (
            <Link href={addressOf(each.id)} className="quiet-link">
              {nameOrCaseNumber(each.name, each.caseNumber)}
            </Link>
          ) : (
            <span>{nameOrCaseNumber(each.name, each.caseNumber)}</span>
          )}
          <span className="small soft">
            {[
              formerNameWords(each.formerName),
              each.mine && each.own
                ? each.maskedNumber || each.caseNumber
                : each.mine
                  ? `hos ${each.holder}`
                  : `${each.therapist}s klient`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
      ))}
    </div>
  )
}
