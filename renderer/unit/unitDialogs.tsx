import { Button, Select } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { longestOf } from '../../main/contract/textLimit.ts'
import type { RegisteredUnit, Unit, UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { useCommand } from '../core/core.ts'
import { choicesOf } from '../ui/choices.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { ErrorNotice } from '../ui/notice.tsx'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { LineField } from '../ui/textFields.tsx'
import { usesText } from './usesText.ts'

/** Another name or kind. */
export function ChangeUnitDialog({ unit, onClose }: { unit: Unit; onClose(): void }) {
  const change = useCommand('unit.change')
  const [name, setName] = useState(unit.name)
  const [kind, setKind] = useState<UnitKind>(unit.kind)

  function submit() {
    change.mutate(
      { unitId: unit.id, name, kind },
      {
        onSuccess: () => {
          notifications.show({ message: 'Enheten är ändrad. Det förra namnet hittar fortfarande rätt.' })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title={`Ändra ${unit.name}`} size="md">
      <Form className="stack" onSave={submit}>
        <LineField
          longest={longestOf('unit.change', 'name')}
          label="Namn"
          required
          data-autofocus
          value={name}
          onChange={event => setName(event.currentTarget.value)}
        />
        <Select
          label="Slag av enhet"
          data={choicesOf(unitKindWords)}
          allowDeselect={false}
          value={kind}
          onChange={value => setKind((value ?? kind) as UnitKind)}
        />
        <ErrorNotice error={change.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" loading={change.isPending}>
            Spara
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

type MergeUnitsDialogProps = {
  units: readonly RegisteredUnit[]
  /** The one whose name goes. */
  gone: RegisteredUnit
  proposed: RegisteredUnit | undefined
  onClose(): void
}

/** What moves is told before it is done, since it cannot be undone. */
export function MergeUnitsDialog({ units, gone, proposed, onClose }: MergeUnitsDialogProps) {
  const merge = useCommand('unit.merge')
  const [intoId, setIntoId] = useState<string | null>(proposed?.unit.id ?? null)
  const into = units.find(each => each.unit.id === intoId)

  function submit() {
    if (into === undefined) return
    merge.mutate(
      { unitId: into.unit.id, goneId: gone.unit.id },
      {
        onSuccess: ({ moved }) => {
          notifications.show({ message: `Hopslagna till ${into.unit.name}. Flyttat: ${usesText(moved)}.` })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title={`Slå ihop ${gone.unit.name} med en annan`} size="md">
      <Form className="stack" onSave={submit}>
        <SearchSelect
          label="Enheten som blir kvar"
          required
          data-autofocus
          placeholder="Välj"
          data={units
            .filter(each => each.unit.id !== gone.unit.id)
            .map(each => ({ value: each.unit.id, label: each.unit.name }))}
          value={intoId ?? ''}
          onChange={setIntoId}
        />
        {into !== undefined && (
          <p>
            Allt som nämner <b>{gone.unit.name}</b> ({usesText(gone.uses)}) nämner sedan <b>{into.unit.name}</b>. Det
            gamla namnet står kvar i historiken och hittar fortfarande rätt. Det som är signerat eller lämnat ändras
            inte. <strong>Det går inte att ångra.</strong>
          </p>
        )}
        <ErrorNotice error={merge.error} />
        <div className="form-buttons">
          <Button variant="default" onClick={onClose}>
            Avbryt
          </Button>
          <Button type="submit" color="red" disabled={into === undefined} loading={merge.isPending}>
            Slå ihop
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}
