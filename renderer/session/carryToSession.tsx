import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { SlotState } from '../../main/contract/plan.ts'
import { useCore } from '../core/core.ts'
import { OwnClientSelect } from '../mistake/ownClientSelect.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'

type CarryToSessionProps = {
  title: string
  /** The client it was written at. */
  clientId: string
  /** It belongs to another client, and not to another session of the same one. */
  isOther: boolean
  /** The session that is meant unless another is chosen. */
  proposed: (open: readonly SlotState[]) => SlotState | undefined
  /** What comes along. */
  words: string
  carryTo(clientId: string, slot: SlotState): Promise<void>
  onClose(): void
}

/** Where what was struck belongs: one of the right client's sessions, or another session of the same one. */
export function CarryToSession({ title, clientId, isOther, proposed, words, carryTo, onClose }: CarryToSessionProps) {
  const [to, setTo] = useState<string | undefined>(isOther ? undefined : clientId)
  const [chosen, setChosen] = useState<string>()
  const [error, setError] = useState<unknown>()
  const plan = useCore('plan.ofClient', { clientId: to ?? clientId }, { enabled: to !== undefined })
  const open = to === undefined ? [] : (plan.data ?? []).filter(each => each.outcome !== 'held')
  const slot = open.find(each => each.id === chosen) ?? proposed(open)

  function carry() {
    if (to !== undefined && slot !== undefined) void carryTo(to, slot).catch(setError)
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <Form className="stack" onSave={carry}>
        {isOther && (
          <OwnClientSelect
            but={clientId}
            value={to}
            onChange={id => {
              setTo(id)
              setChosen(undefined)
            }}
          />
        )}
        <Select
          label="Träff"
          required
          disabled={to === undefined}
          data={open.map(each => ({ value: each.id as string, label: `Träff ${each.number}` }))}
          value={slot?.id ?? null}
          onChange={value => setChosen(value ?? undefined)}
        />
        <p className="small">{words}</p>
        <ErrorNotice error={plan.error ?? error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" disabled={slot === undefined}>
            Öppna som utkast
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
