import { Button } from '@mantine/core'
import { IconEye, IconLockOpen } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { WhenSaved } from '../draft/savedAt.tsx'
import { useTyping } from '../draft/useTyping.ts'
import { Form } from '../ui/form.tsx'
import { clockOf } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { TextField } from '../ui/textFields.tsx'

/** Fewest letters of a reason. */
const SHORTEST_REASON = 10

/** The door to every screen about a client: open for one's own, with a reason for another's, and then only to read. */
export function ClientDoor({ clientId, children }: { clientId: string; children: ReactNode }) {
  const client = useCore('client.get', { clientId })
  if (client.error?.refusal.code === 'not-own-client') return <ClosedClient key={clientId} clientId={clientId} />
  const until = client.data?.glassUntil
  return (
    <>
      {until !== undefined && (
        <div className="glass-notice" role="status">
          <IconEye size={18} stroke={1.7} aria-hidden />
          <span>
            <strong>Öppnad med nödåtkomst.</strong> Du kan läsa till kl. {clockOf(until)}, inte ändra. Klientens
            behandlare ser att du har läst, och varför.
          </span>
        </div>
      )}
      {children}
    </>
  )
}

/** Someone else's client: what can be done, and what it means. */
function ClosedClient({ clientId }: { clientId: string }) {
  const [, go] = useLocation()
  const typing = useTyping(`break-glass:${clientId}`)
  const [tried, setTried] = useState(false)
  const open = useCommand('breakGlass.open')
  const reason = typing.words
  const tooShort = reason.trim().length < SHORTEST_REASON

  function submit() {
    setTried(true)
    if (!tooShort) open.mutate({ clientId, reason }, { onSuccess: () => typing.set('') })
  }

  return (
    <Page title="Klienten är inte din" narrow focusTitle={false}>
      <Form className="card stack" noValidate onSave={submit}>
        <p>
          Bara den som ansvarar för klienten eller samordnar kan läsa här. Ska du ta över klienten ber du behandlaren
          eller administratören att ge den till dig.
        </p>
        <p>
          Måste du läsa nu kan du öppna med <strong>nödåtkomst</strong>: du kan läsa i åtta timmar men inte ändra. Det
          loggas, granskas i efterhand, och klientens behandlare ser vem du är och ditt skäl.
        </p>
        <TextField
          longest={longestOf('breakGlass.open', 'reason')}
          label="Skäl"
          description="Varför behöver du läsa just nu? Skriv inga uppgifter om klienten."
          required
          autoFocus
          minRows={2}
          value={reason}
          error={tried && tooShort && 'Skriv skälet med några ord.'}
          onChange={event => typing.set(event.currentTarget.value)}
        />
        <ErrorNotice error={open.error} />
        <div className="form-buttons">
          <WhenSaved {...typing} />
          <Button variant="default" onClick={() => go('/clients')}>
            Tillbaka
          </Button>
          <Button
            type="submit"
            loading={open.isPending}
            leftSection={<IconLockOpen size={18} stroke={1.7} aria-hidden />}
          >
            Öppna för läsning
          </Button>
        </div>
      </Form>
    </Page>
  )
}
