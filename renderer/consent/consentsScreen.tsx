import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import type { Consent } from '../../main/contract/consent.ts'
import { consentKindWords, consentStandingWords, shortConsentPartWords } from '../../main/contract/consentWords.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { dayAndYear, midSentence } from '../ui/format.ts'
import { LinkRow } from '../ui/linkRow.tsx'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StruckConsents } from './struckConsents.tsx'

/** The register of a client's consents: those that hold, then those that have run out or were withdrawn. */
export function ConsentsScreen({ clientId }: { clientId: string }) {
  const [, go] = useLocation()
  const may = useMay()
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    consents: useCore('consent.ofClient', { clientId }),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, consents } = loaded.data
  const address = `/client/${clientId}/consents`
  const groups: [string, Consent[]][] = [
    ['Gäller', consents.filter(each => each.standing === 'inForce')],
    ['Gäller inte längre', consents.filter(each => each.standing !== 'inForce')],
  ]
  return (
    <Page
      title="Samtycken"
      narrow
      under={<Link href={`/client/${clientId}`}>{publicName(client)}</Link>}
      actions={
        client.mayWrite &&
        may('consent.give') && (
          <Button leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />} onClick={() => go(`${address}/new`)}>
            Nytt samtycke
          </Button>
        )
      }
    >
      <div className="stack">
        {consents.length === 0 && (
          <p className="card soft">
            Inga samtycken än. Klienten kan gå med på att uppgifter lämnas till någon, eller på en samordnad individuell
            plan (SIP): det är två olika samtycken. Välj Nytt samtycke när ni har pratat om det.
          </p>
        )}
        {groups.map(
          ([title, some]) =>
            some.length > 0 && (
              <Section key={title} title={title}>
                <ul className="card settings-rows plain-list">
                  {some.map(each => (
                    <li key={each.id}>
                      <ConsentRow consent={each} address={`${address}/${each.id}`} />
                    </li>
                  ))}
                </ul>
              </Section>
            ),
        )}
        <StruckConsents clientId={clientId} mayStrike={client.mayWrite && may('consent.withdraw')} />
        <p className="small soft no-print">
          Samtycke är aldrig grunden för att uppgifterna finns här: de antecknas enligt lag, också utan samtycke.
        </p>
      </div>
    </Page>
  )
}

function ConsentRow({ consent, address }: { consent: Consent; address: string }) {
  const { kind, receiver, parts, concerns, validUntil, standing, withdrawal } = consent
  const scope = kind === 'waiver' ? parts.map(each => midSentence(shortConsentPartWords[each])).join(', ') : concerns
  const until =
    withdrawal === undefined
      ? `${standing === 'expired' ? 'Gällde' : 'Gäller'} till och med ${dayAndYear(validUntil)}`
      : `${consentStandingWords.withdrawn} ${dayAndYear(withdrawal.on)}`
  return (
    <LinkRow href={address}>
      <strong>{receiver}</strong>
      <span className="small">
        {consentKindWords[kind]}: {scope}
      </span>
      <span className="small soft block">{until}</span>
    </LinkRow>
  )
}
