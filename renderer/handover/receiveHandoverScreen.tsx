import { Button, FileInput, Textarea, TextInput } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { shortConsentPartWords } from '../../main/contract/consentWords.ts'
import type { PackagePreview } from '../../main/contract/handover.ts'
import { coverWords } from '../../main/contract/handoverWords.ts'
import { recordCountWords } from '../../main/contract/recordWords.ts'
import { ask, useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { clock, dayAndYear, midSentence, shortDay } from '../ui/format.ts'
import { ErrorNotice, InfoNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PackageDisagreements } from './packageDisagreements.tsx'

/** Bytes of a file; a sealed record is some tens of kilobytes. Refused here too, so that nothing huge is read. */
const LARGEST = 700_000

type Opened = { file: string; words: string; preview: PackagePreview }

/** Receiving in two screens: the file and its words, then what is in it and the read-back that accepts it. */
export function ReceiveHandoverScreen() {
  const [opened, setOpened] = useState<Opened>()
  return opened === undefined ? (
    <OpenFile onOpened={setOpened} />
  ) : (
    <Preview {...opened} onBack={() => setOpened(undefined)} />
  )
}

function OpenFile({ onOpened }: { onOpened(opened: Opened): void }) {
  const [, go] = useLocation()
  const [file, setFile] = useState<File | null>(null)
  const [words, setWords] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const tooLarge = file !== null && file.size > LARGEST

  async function open() {
    if (file === null || tooLarge) return
    setBusy(true)
    setError(undefined)
    try {
      const content = base64Of(await file.arrayBuffer())
      onOpened({ file: content, words, preview: await ask('handover.preview', { file: content, words }) })
    } catch (refused) {
      setError(refused)
      setBusy(false)
    }
  }

  return (
    <Page title="Ta emot en överlämning" narrow focusTitle={false} under="steg 1 av 2">
      <form
        className="card stack"
        onSubmit={event => {
          event.preventDefault()
          void open()
        }}
      >
        <FileInput
          size="md"
          label="Filen från avsändaren"
          description="Den slutar på .arton."
          placeholder="Välj fil"
          accept=".arton"
          required
          autoFocus
          leftSection={<IconFileDescription size={18} stroke={1.7} aria-hidden />}
          value={file}
          onChange={setFile}
          error={tooLarge && 'Filen är större än en överlämning kan vara. Inget har lästs in.'}
        />
        <TextInput
          label="Orden som avsändaren läste upp"
          description="Sju ord i ordning, med mellanslag emellan."
          required
          autoComplete="off"
          value={words}
          onChange={event => setWords(event.currentTarget.value)}
        />
        <ErrorNotice error={error} />
        <div className="form-buttons">
          <Button variant="default" onClick={() => go('/handovers')}>
            Avbryt
          </Button>
          <Button type="submit" loading={busy} disabled={file === null || words.trim() === ''}>
            Öppna och förhandsgranska
          </Button>
        </div>
      </form>
    </Page>
  )
}

function base64Of(bytes: ArrayBuffer): string {
  return btoa(Array.from(new Uint8Array(bytes), each => String.fromCharCode(each)).join(''))
}

function Preview({ file, words, preview, onBack }: Opened & { onBack(): void }) {
  const today = useToday()
  const [, go] = useLocation()
  const me = useCore('user.me', {})
  const accept = useCommand('handover.accept')
  const typing = useTyping(`read-back:${preview.packageId}`)
  const readBack = typing.words
  const { cover, firstAppointment: first } = preview

  if (accept.data !== undefined) {
    return (
      <Page title="Klienten är mottagen" narrow>
        <div className="card stack">
          <p>
            {accept.data.changed === 0
              ? 'Överlämningen var redan mottagen. Inget ändrades. Kvittensen är densamma:'
              : `Läs upp kvittensen för ${preview.sender.name}. Den visar att överlämningen är öppnad och mottagen:`}
          </p>
          <output className="receipt" aria-label="Kvittens">
            {accept.data.receipt}
          </output>
          <p className="small soft">Kvittensen finns kvar under Överlämning.</p>
          <div className="form-buttons">
            <Button onClick={() => go(`/client/${accept.data.clientId}`)}>Öppna klienten</Button>
          </div>
        </div>
      </Page>
    )
  }

  return (
    <Page
      title={preview.client.protectedIdentity ? 'Överlämning att ta emot' : `Överlämning av ${preview.client.name}`}
      narrow
      under={`Från ${preview.sender.name}, ${dayAndYear(preview.sealedOn)} · steg 2 av 2`}
    >
      <form
        className="stack"
        onSubmit={event => {
          event.preventDefault()
          accept.mutate({ file, words, readBack }, { onSuccess: () => typing.set('') })
        }}
      >
        {preview.alreadyAccepted && (
          <InfoNotice>Den här överlämningen är redan mottagen. Att ta emot den igen ändrar inget.</InfoNotice>
        )}
        {me.data !== undefined && me.data.unit.name !== preview.receiver && (
          <InfoNotice>
            Den är ställd till <b>{preview.receiver}</b>, och den här pärmen tillhör {me.data.unit.name}. Kontrollera
            med avsändaren innan du tar emot.
          </InfoNotice>
        )}
        {preview.client.protectedIdentity && (
          <InfoNotice>
            Klienten har <b>skyddade personuppgifter</b>: {preview.client.name}
            {preview.client.caseNumber !== '' && `, ärende ${preview.client.caseNumber}`}. Namnet visas bara här och på
            klientens egen sida.
          </InfoNotice>
        )}
        <section className="card stack" aria-label="Försättsblad">
          <h2>{coverWords.situation}</h2>
          <p>{cover.situation}</p>
          {cover.done !== '' && <p>{`${coverWords.done}: ${cover.done}`}</p>}
          <p>
            <b>{coverWords.next}:</b> {cover.next}
          </p>
          {cover.watchFor !== '' && (
            <p>
              <b>{coverWords.watchFor}:</b> {cover.watchFor}
            </p>
          )}
          {cover.clientWords !== '' && <p className="goal-words serif">”{cover.clientWords}”</p>}
          <p>
            <b>Första träff:</b>{' '}
            {first.booked
              ? `${shortDay(first.on, today)} kl. ${clock(first.at)}, ${first.withWhom}, ${first.where}`
              : `ingen tid bokad – ${first.reason}`}
          </p>
        </section>
        <PackageDisagreements disagreements={preview.disagreements} />
        <section className="card stack" aria-label="Innehåll">
          <h2>Det här läggs till</h2>
          <ul className="plain-list">
            {preview.counts
              .filter(each => each.total > 0)
              .map(each => (
                <li key={each.part}>
                  <b>{each.fresh === 0 ? '=' : `+ ${each.fresh}`}</b>{' '}
                  {recordCountWords[each.part][each.total === 1 ? 0 : 1]}
                </li>
              ))}
          </ul>
          <p className="small soft">
            Samtycke till och med {dayAndYear(preview.consentUntil)}:{' '}
            {preview.parts.map(each => midSentence(shortConsentPartWords[each])).join(', ')}. Inget är sparat än.
          </p>
        </section>
        <section className="card" aria-label="Återberättelse">
          <Textarea
            label="Så har jag förstått planen"
            description="Med egna ord, som du skulle säga det till avsändaren i telefon."
            required
            autoFocus
            minRows={2}
            maxLength={2000}
            value={readBack}
            onChange={event => typing.set(event.currentTarget.value)}
          />
        </section>
        <ErrorNotice error={accept.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={onBack}>
            Ta inte emot nu
          </Button>
          <Button type="submit" loading={accept.isPending} disabled={readBack.trim() === ''}>
            Ta emot klienten
          </Button>
        </div>
      </form>
    </Page>
  )
}
