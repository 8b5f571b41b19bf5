import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { Consent } from '../../main/contract/consent.ts'
import { longestOf } from '../../main/contract/textLimit.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { SavedAt } from '../draft/savedAt.tsx'
import { useDraft } from '../draft/useDraft.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { dayAndYear } from '../ui/format.ts'
import { ErrorNotice } from '../ui/notice.tsx'
import { TextField } from '../ui/textFields.tsx'
import { untilNow } from '../ui/usualDays.ts'

type Withdrawing = { on: string; words: string }

/** Takes a consent back, and says what that does and what it cannot do. */
export function WithdrawConsentDialog({ consent, onClose }: { consent: Consent; onClose(): void }) {
  const { clientId, id: consentId, kind, receiver, givenOn } = consent
  const today = useToday()
  const withdraw = useCommand('consent.withdraw')
  const handovers = useCore('handover.ofClient', { clientId })
  const draft = useDraft<Withdrawing>(clientId, `consent-withdrawal:${consentId}`, () => ({ on: today, words: '' }))
  if (draft === undefined) return null
  const { on, words } = draft.value
  const sent = (handovers.data ?? []).filter(
    each => each.direction === 'out' && each.unit === receiver && each.on >= givenOn,
  )

  function submit() {
    withdraw.mutate(
      { clientId, consentId, on, words },
      {
        onSuccess: () => {
          void draft?.discard()
          notifications.show({ message: 'Samtycket är tillbakataget.' })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog title="Klienten tar tillbaka samtycket" size="md" onClose={onClose}>
      <Form className="stack" onSave={submit}>
        {kind === 'waiver' ? (
          <p>
            Från den dagen kan inget mer lämnas till {receiver} med det här samtycket. Det som redan har lämnats kan
            inte hämtas tillbaka.
          </p>
        ) : (
          <p>Från den dagen arbetar ingen vidare med planen. Det som redan har sagts kan inte tas tillbaka.</p>
        )}
        {kind === 'waiver' && sent.length > 0 && (
          <p className="small">Lämnat: överlämning {sent.map(each => dayAndYear(each.on)).join(', ')}.</p>
        )}
        <DayInput
          usual={untilNow()}
          label="Dag klienten sa det"
          required
          value={on}
          onChange={day => draft.set(current => ({ ...current, on: day }))}
        />
        <TextField
          longest={longestOf('consent.withdraw', 'words')}
          label="Med klientens egna ord"
          data-autofocus
          autoFocus
          description="Om hen vill säga varför. Det behövs inte."
          minRows={2}
          value={words}
          onChange={event => {
            const typed = event.currentTarget.value
            draft.set(current => ({ ...current, words: typed }))
          }}
        />
        <ErrorNotice error={withdraw.error} />
        <div className="form-buttons">
          <SavedAt draft={draft} />
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={withdraw.isPending}>
            Ta tillbaka samtycket
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
