import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { consentText } from '../../main/contract/consentText.ts'
import { consentKindWords } from '../../main/contract/consentWords.ts'
import { publicName } from '../core/clientName.ts'
import { combine } from '../core/combine.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { Form } from '../ui/form.tsx'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { type ConsentDraft, consentInput, hasScope, isReadyToRead, newConsentDraft } from './consentDraft.ts'
import { ConsentGiven, ConsentScope } from './consentFields.tsx'
import { ConsentPaper } from './consentPaper.tsx'

/** Asks for a consent: what it is about, the words the client says yes to – printed to be signed – and how it was given. */
export function NewConsentScreen({ clientId }: { clientId: string }) {
  const today = useToday()
  const [, go] = useLocation()
  const give = useCommand('consent.give')
  const draft = useDraft<ConsentDraft>(clientId, 'consent', () => newConsentDraft(today))
  const loaded = combine({ client: useCore('client.get', { clientId }), me: useCore('user.me', {}) })
  if (!loaded.isSuccess || draft === undefined) return <NotLoaded error={loaded.error} />
  const { client, me } = loaded.data
  const { value } = draft
  const unit = me.unit.name
  const address = `/client/${clientId}/consents`
  const change = (part: Partial<ConsentDraft>) => draft.set(current => ({ ...current, ...part }))
  const isReady = isReadyToRead(value)

  function save() {
    const input = consentInput(clientId, value)
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
      <Form className="stack" onSave={save}>
        <ConsentScope clientId={clientId} value={value} onChange={change} />
        {isReady ? (
          <ConsentPaper
            client={client}
            text={consentText({ ...value, receiver: value.receiver.trim(), concerns: value.concerns.trim() }, unit)}
            unit={unit}
            toSign
          />
        ) : (
          <p className="card soft no-print">Här visas orden som klienten säger ja till, när det ovan är ifyllt.</p>
        )}
        <ConsentGiven value={value} onChange={change} />
        <ErrorNotice error={give.error} />
        <div className="form-buttons no-print">
          <Button variant="default" onClick={() => go(address)}>
            Fortsätt senare
          </Button>
          <PrintPageButton disabled={!isReady} />
          <Button type="submit" loading={give.isPending} disabled={!hasScope(value) || value.manner === ''}>
            Spara samtycket
          </Button>
        </div>
      </Form>
    </Page>
  )
}
