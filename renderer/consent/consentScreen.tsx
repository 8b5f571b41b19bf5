import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { Consent } from '../../main/contract/consent.ts'
import { consentKindWords, consentMannerWords, consentStandingWords } from '../../main/contract/consentWords.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useMay } from '../core/useMay.ts'
import { MistakeActions } from '../mistake/mistakeActions.tsx'
import { useStruck } from '../mistake/struck.ts'
import { Remarks } from '../remark/remarks.tsx'
import { SecrecyLine } from '../secrecy/secrecyLine.tsx'
import { dayAndClock, dayAndYear } from '../ui/format.ts'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { ConsentPaper } from './consentPaper.tsx'
import { StruckConsents } from './struckConsents.tsx'
import { WithdrawConsentDialog } from './withdrawConsentDialog.tsx'

type ConsentScreenProps = {
  clientId: string
  consentId: string
  /** With the dialog to take it back open: where a draft of that leads. */
  withdrawing?: boolean
}

/** One consent, as the client gave it; printed it is the client's own copy. */
export function ConsentScreen({ clientId, consentId, withdrawing = false }: ConsentScreenProps) {
  const [, go] = useLocation()
  const may = useMay()
  const me = useCore('user.me', {})
  const loaded = combine({
    client: useCore('client.get', { clientId }),
    consents: useCore('consent.ofClient', { clientId }),
  })
  const struck = useStruck(clientId, 'consent')
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { client, consents } = loaded.data
  const address = `/client/${clientId}/consents`
  const consent = consents.find(each => each.id === consentId)
  const isStruck = struck.some(each => each.record.consent.id === consentId)
  if (consent === undefined && isStruck)
    return (
      <Page title="Samtycket är struket" narrow under={<Link href={address}>Samtycken</Link>}>
        <StruckConsents clientId={clientId} mayStrike={client.mayWrite && may('consent.withdraw')} only={consentId} />
      </Page>
    )
  if (consent === undefined)
    return (
      <Page title="Samtycket finns inte här" narrow under={<Link href={address}>Samtycken</Link>}>
        <p className="card soft">Det kan vara ett annat samtycke än det du letar efter. Gå tillbaka till registret.</p>
      </Page>
    )
  const mayWrite = client.mayWrite && may('consent.withdraw')
  const mayWithdraw = mayWrite && consent.standing === 'inForce'
  return (
    <Page
      title={consentKindWords[consent.kind]}
      narrow
      under={
        <span className="no-print">
          <Link href={`/client/${clientId}`}>{publicName(client)}</Link> · <Link href={address}>Samtycken</Link>{' '}
          <span className="badge">{consentStandingWords[consent.standing]}</span>
        </span>
      }
      actions={
        <>
          <PrintPageButton />
          {mayWithdraw && (
            <Button variant="default" onClick={() => go(`${address}/${consentId}/withdraw`)}>
              Ta tillbaka
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <Withdrawn consent={consent} />
        <ConsentPaper
          client={client}
          text={consent.text}
          unit={me.data?.unit.name ?? ''}
          toSign={consent.manner === 'inWriting' && consent.standing === 'inForce'}
        />
        <ConsentNote consent={consent} mayWrite={mayWrite} />
      </div>
      {withdrawing && mayWithdraw && (
        <WithdrawConsentDialog consent={consent} onClose={() => go(`${address}/${consentId}`)} />
      )}
    </Page>
  )
}

function Withdrawn({ consent: { withdrawal } }: { consent: Consent }) {
  if (withdrawal === undefined) return null
  return (
    <InfoNotice>
      <strong>Tillbakataget {dayAndYear(withdrawal.on)}.</strong>{' '}
      {withdrawal.words !== '' && <span className="serif">”{withdrawal.words}”</span>}
      <span className="small soft block">
        Antecknat av {withdrawal.author} {dayAndClock(withdrawal.writtenAt)}
      </span>
    </InfoNotice>
  )
}

/** How and when the client gave it, who wrote that down, and what has been added since. */
function ConsentNote({ consent, mayWrite }: { consent: Consent; mayWrite: boolean }) {
  return (
    <div className="card stack-tight">
      <p>
        {consentMannerWords[consent.manner]} {dayAndYear(consent.givenOn)}
        {consent.witness !== '' && `, bevittnat av ${consent.witness}`}. Gäller till och med{' '}
        {dayAndYear(consent.validUntil)}.
      </p>
      <p className="small soft">
        Antecknat av {consent.author} {dayAndClock(consent.writtenAt)}
      </p>
      <Remarks
        clientId={consent.clientId}
        about={{ kind: 'consent', id: consent.id }}
        mayAdd={mayWrite}
        of={`consent:${consent.id}`}
      />
      <MistakeActions
        clientId={consent.clientId}
        about={{ kind: 'consent', id: consent.id }}
        what="samtycket"
        mayStrike={mayWrite}
      />
      <div className="no-print">
        <SecrecyLine clientId={consent.clientId} about={{ kind: 'consent', id: consent.id }} mayDecide={mayWrite} />
      </div>
    </div>
  )
}
