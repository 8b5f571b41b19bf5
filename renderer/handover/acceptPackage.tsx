import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { PackageObstacle, PackagePreview } from '../../main/contract/handover.ts'
import { obstacleWords } from '../../main/contract/handoverWords.ts'
import type { Output } from '../../main/contract/index.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { LineField, TextField } from '../ui/textFields.tsx'
import type { OpenedPackage } from './openPackage.tsx'
import { PackageDisagreements } from './packageDisagreements.tsx'
import { PackageContent, PackageCover } from './packagePreview.tsx'

type AcceptPackageProps = OpenedPackage & { onBack(): void }

/** The second screen: what is in the package, and the read-back that accepts it; then the receipt. */
export function AcceptPackage({ file, words, preview, onBack }: AcceptPackageProps) {
  const accept = useCommand('handover.accept')
  const typing = useTyping(`read-back:${preview.packageId}`)
  const readBack = typing.words
  const because = useTyping(`taken-on:${preview.packageId}`)
  const isHeldBack = preview.obstacles.length > 0 && because.words.trim() === ''
  if (accept.data !== undefined)
    return (
      <Page title="Klienten är mottagen" narrow>
        <Receipt accepted={accept.data} sender={preview.sender.name} />
      </Page>
    )
  return (
    <Page
      title={preview.client.protectedIdentity ? 'Överlämning att ta emot' : `Överlämning av ${preview.client.name}`}
      narrow
      under={`Från ${preview.sender.name}, ${dayAndYear(preview.sealedOn)} · steg 2 av 2`}
    >
      <Form
        className="stack"
        onSave={() => {
          const takenOnBecause = because.words
          const forget = () => {
            typing.set('')
            because.set('')
          }
          accept.mutate({ file, words, readBack, takenOnBecause }, { onSuccess: forget })
        }}
      >
        <BeforeAccepting preview={preview} />
        <PackageCover preview={preview} />
        <PackageDisagreements disagreements={preview.disagreements} />
        <PackageContent preview={preview} />
        <section className="card" aria-label="Återberättelse">
          <TextField
            longest={longestOf('handover.accept', 'readBack')}
            label="Så har jag förstått planen"
            description="Med egna ord, som du skulle säga det till avsändaren i telefon."
            required
            autoFocus
            minRows={2}
            value={readBack}
            onChange={event => typing.set(event.currentTarget.value)}
          />
        </section>
        {preview.obstacles.length > 0 && (
          <TakenOnBecause obstacles={preview.obstacles} because={because.words} onChange={because.set} />
        )}
        <ErrorNotice error={accept.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={onBack}>
            Ta inte emot nu
          </Button>
          <Button type="submit" loading={accept.isPending} disabled={readBack.trim() === '' || isHeldBack}>
            Ta emot klienten
          </Button>
        </div>
      </Form>
    </Page>
  )
}

type TakenOnBecauseProps = {
  obstacles: readonly PackageObstacle[]
  because: string
  onChange(because: string): void
}

/** A package that was meant for another unit, or whose consent has expired, is taken on only by someone who says why. */
function TakenOnBecause({ obstacles, because, onChange }: TakenOnBecauseProps) {
  return (
    <section className="card" aria-label="Varför ni tar emot ändå">
      <LineField
        label="Varför ni tar emot ändå"
        description={`${obstacles.map(each => obstacleWords[each]).join(' ')} Ring avsändaren först. Skälet sparas med överlämningen.`}
        required
        longest={longestOf('handover.accept', 'takenOnBecause')}
        value={because}
        onChange={event => onChange(event.currentTarget.value)}
      />
    </section>
  )
}

/** What the receiver must know before the package is accepted: that it was before, is another's, or names someone protected. */
function BeforeAccepting({ preview }: { preview: PackagePreview }) {
  const me = useCore('user.me', {})
  return (
    <>
      {preview.alreadyAccepted && (
        <InfoNotice>Den här överlämningen är redan mottagen. Att ta emot den igen ändrar inget.</InfoNotice>
      )}
      {me.data !== undefined && preview.obstacles.includes('otherReceiver') && (
        <InfoNotice>
          Den är ställd till <b>{preview.receiver}</b>, och den här pärmen tillhör {me.data.unit.name}. Ring avsändaren
          innan du tar emot, och skriv varför ni tar emot den.
        </InfoNotice>
      )}
      {preview.client.protectedIdentity && (
        <InfoNotice>
          Klienten har <b>skyddade personuppgifter</b>: {preview.client.name}
          {preview.client.caseNumber !== '' && `, ärende ${preview.client.caseNumber}`}. Namnet visas bara här och på
          klientens egen sida.
        </InfoNotice>
      )}
    </>
  )
}

/** To be read out to the sender. */
function Receipt({ accepted, sender }: { accepted: Output<'handover.accept'>; sender: string }) {
  const [, go] = useLocation()
  return (
    <div className="card stack">
      <p>
        {accepted.changed === 0
          ? 'Överlämningen var redan mottagen. Inget ändrades. Kvittensen är densamma:'
          : `Läs upp kvittensen för ${sender}. Den visar att överlämningen är öppnad och mottagen:`}
      </p>
      <output className="receipt" aria-label="Kvittens">
        {accepted.receipt}
      </output>
      <p className="small soft">Kvittensen finns kvar under Överlämning.</p>
      <div className="form-buttons">
        <Button onClick={() => go(`/client/${accepted.clientId}`)}>Öppna klienten</Button>
      </div>
    </div>
  )
}
