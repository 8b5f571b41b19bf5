import { Autocomplete, Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import type { FormEvent } from 'react'
import { Link, useLocation } from 'wouter'
import type { ConsentKind, ConsentManner, ConsentPart } from '../../main/contract/consent.ts'
import { consentText } from '../../main/contract/consentText.ts'
import { consentKindWords, consentMannerWords, shortConsentKindWords } from '../../main/contract/consentWords.ts'
import type { Input } from '../../main/contract/index.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { addDays } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { ConsentPaper } from './consentPaper.tsx'
import { ConsentParts } from './consentParts.tsx'

type ConsentDraft = {
  kind: ConsentKind
  receiver: string
  parts: ConsentPart[]
  concerns: string
  manner: ConsentManner | ''
  witness: string
  /** Empty is today. */
  givenOn: string
  validUntil: string
}

/** Nothing is ticked until someone ticks it; three months is what is usual. */
const newConsent = (today: string): ConsentDraft => ({
  kind: 'waiver',
  receiver: '',
  parts: [],
  concerns: '',
  manner: '',
  witness: '',
  givenOn: '',
  validUntil: addDays(today, 90),
})

/** Asks for a consent: what it is about, the words the client says yes to – printed to be signed – and how it was given. */
export function NewConsentScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [, go] = useLocation()
  const units = useCore('unit.list', {})
  const give = useCommand('consent.give')
  const draft = useDraft<ConsentDraft>(clientId, 'consent', () => newConsent(today))
  const loaded = combine({ client: useCore('client.get', { clientId }), me: useCore('user.me', {}) })
  if (!loaded.isSuccess || draft === undefined) return <NotLoaded error={loaded.error} />
  const { client, me } = loaded.data
  const { value } = draft
  const unit = me.unit.name
  const address = `/client/${clientId}/consents`
  const change = (part: Partial<ConsentDraft>) => draft.set(current => ({ ...current, ...part }))
  const ready = isSaid(value)

  function save(event: FormEvent) {
    event.preventDefault()
    const input = inputFor(clientId, value, today)
    if (input === undefined) return
    give.mutate(input, {
      onSuccess: ({ id }) => {
        void draft?.discard()
        go(`${address}/${id}`)
      },
    })
  }

  return (
    <Page
      title="Nytt samtycke"
      onPaper={consentKindWords[value.kind]}
      narrow
      focusTitle={false}
      under={
        <span className="no-print">
          <Link href={`/client/${clientId}`}>{publicName(client)}</Link> · <Link href={address}>Samtycken</Link>
        </span>
      }
      actions={<SavedAt draft={draft} />}
    >
      <form className="stack" onSubmit={save}>
        <section className="card stack no-print" aria-label="Vad samtycket gäller">
          <SegmentedControl
            aria-label="Samtycke till"
            data={choicesOf(shortConsentKindWords)}
            value={value.kind}
            onChange={kind => change({ kind: kind as ConsentKind })}
          />
          <Autocomplete
            size="md"
            label={value.kind === 'waiver' ? 'Mottagare' : 'Tillsammans med'}
            placeholder={value.kind === 'waiver' ? 't.ex. Eskilstuna kommun' : 't.ex. socialtjänsten och vårdcentralen'}
            required
            autoFocus
            maxLength={200}
            data={(units.data ?? []).map(each => each.name).filter(each => each !== unit)}
            value={value.receiver}
            onChange={receiver => change({ receiver })}
          />
          {value.kind === 'waiver' ? (
            <ConsentParts clientId={clientId} value={value.parts} onChange={parts => change({ parts })} />
          ) : (
            <TextInput
              label="Planen handlar om"
              placeholder="t.ex. boende, mediciner och vem som hjälper till med vad"
              required
              maxLength={200}
              value={value.concerns}
              onChange={event => change({ concerns: event.currentTarget.value })}
            />
          )}
          <DayInput
            label="Gäller till och med"
            required
            value={value.validUntil}
            onChange={validUntil => change({ validUntil })}
          />
        </section>
        {ready ? (
          <ConsentPaper
            client={client}
            text={consentText({ ...value, receiver: value.receiver.trim(), concerns: value.concerns.trim() }, unit)}
            unit={unit}
            toSign
          />
        ) : (
          <p className="card soft no-print">Här visas orden som klienten säger ja till, när det ovan är ifyllt.</p>
        )}
        <section className="card stack no-print" aria-label="Hur det gavs">
          <p className="small soft">
            Läs orden tillsammans. Skriv ut dem om klienten vill skriva under eller ha dem med sig.
          </p>
          <div className="form-grid">
            <Select
              label="Så gavs det"
              data={choicesOf(consentMannerWords)}
              placeholder="Välj"
              required
              value={value.manner === '' ? null : value.manner}
              onChange={manner => change({ manner: manner === 'orally' ? 'orally' : 'inWriting' })}
            />
            <DayInput
              label="Dag klienten sa ja"
              required
              value={value.givenOn === '' ? today : value.givenOn}
              onChange={givenOn => change({ givenOn })}
            />
            <TextInput
              className="wide"
              label="Bevittnat av"
              description="Om någon mer var med."
              maxLength={200}
              value={value.witness}
              onChange={event => change({ witness: event.currentTarget.value })}
            />
          </div>
        </section>
        <ErrorNotice error={give.error} />
        <div className="form-buttons no-print">
          <Button variant="default" onClick={() => go(address)}>
            Fortsätt senare
          </Button>
          <Button
            variant="default"
            disabled={!ready}
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            onClick={() => window.print()}
          >
            Skriv ut
          </Button>
          <Button type="submit" loading={give.isPending} disabled={!ready || value.manner === ''}>
            Spara samtycket
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** Enough is filled in for the words to be shown. */
function isSaid({ kind, receiver, parts, concerns, validUntil }: ConsentDraft): boolean {
  const scope = kind === 'waiver' ? parts.length > 0 : concerns.trim() !== ''
  return receiver.trim() !== '' && scope && validUntil !== ''
}

function inputFor(clientId: string, value: ConsentDraft, today: string): Input<'consent.give'> | undefined {
  const { kind, receiver, parts, concerns, manner, witness, validUntil } = value
  if (manner === '' || !isSaid(value)) return undefined
  const shared = { clientId, receiver, manner, witness, givenOn: value.givenOn || today, validUntil }
  return kind === 'waiver' ? { ...shared, kind, parts } : { ...shared, kind, concerns }
}
