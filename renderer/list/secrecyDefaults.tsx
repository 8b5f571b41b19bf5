import { Button, SegmentedControl, Select } from '@mantine/core'
import { useState } from 'react'
import type { SecrecyDefault } from '../../main/contract/list.ts'
import { recordWords } from '../../main/contract/recordWords.ts'
import type { SecrecyBranch } from '../../main/contract/secrecy.ts'
import { secrecyBranchWords } from '../../main/contract/secrecyWords.ts'
import type { UnitKind } from '../../main/contract/unit.ts'
import { unitKindWords } from '../../main/contract/unitWords.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useTypedForm } from '../draft/useTyping.ts'
import { choicesOf } from '../ui/choices.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { dayAndYear } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { withinAYear } from '../ui/usualDays.ts'
import { EntryDialog } from './listDialogs.tsx'

/** Under which secrecy what is recorded falls, by the kind of unit that writes it, until someone decides about the one record. */
export function SecrecyDefaults({ on }: { on: string }) {
  const me = useCore('user.me', {})
  const defaults = useCore('list.secrecyDefaults', {})
  const [kind, setKind] = useState<UnitKind>()
  const [chosen, setChosen] = useState<SecrecyDefault>()
  if (defaults.data === undefined || me.data === undefined) return <NotLoaded error={defaults.error ?? me.error} />
  const unitKind = kind ?? me.data.unit.kind
  return (
    <Section title="Sekretess när ingen har bestämt">
      <div className="card stack">
        <p className="small">
          Socialtjänst: OSL 26 kap. Hälso- och sjukvård: OSL 25 kap. För varje uppgift kan behandlaren bestämma något
          annat, på klientens sida.
        </p>
        <Select
          label="Skrivet hos"
          data={choicesOf(unitKindWords)}
          allowDeselect={false}
          value={unitKind}
          onChange={next => setKind((next ?? unitKind) as UnitKind)}
        />
        <table className="rows">
          <thead>
            <tr>
              <th>Uppgift</th>
              <th>Sekretess {dayAndYear(on)}</th>
              <th>
                <span className="visually-hidden">Ändra</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {defaults.data
              .filter(each => each.unitKind === unitKind)
              .map(each => (
                <DefaultRow key={each.recordKind} row={each} on={on} onChange={() => setChosen(each)} />
              ))}
          </tbody>
        </table>
      </div>
      {chosen !== undefined && <ChangeDefault row={chosen} onClose={() => setChosen(undefined)} />}
    </Section>
  )
}

function DefaultRow({ row, on, onChange }: { row: SecrecyDefault; on: string; onChange(): void }) {
  const until = row.earlier.find(each => each.toOn >= on)
  const branch = until?.branch ?? row.branch
  return (
    <tr>
      <td>{recordWords[row.recordKind]}</td>
      <td>
        {secrecyBranchWords[branch]}
        {until !== undefined && <div className="small soft">till och med {dayAndYear(until.toOn)}</div>}
      </td>
      <td>
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Ändra sekretessen för ${recordWords[row.recordKind]}`}
          onClick={onChange}
        >
          Ändra
        </Button>
      </td>
    </tr>
  )
}

function ChangeDefault({ row, onClose }: { row: SecrecyDefault; onClose(): void }) {
  const today = useToday()
  const set = useCommand('list.setSecrecyDefault')
  const { unitKind, recordKind } = row
  const typing = useTypedForm(`secrecy-default:${unitKind}:${recordKind}`, { branch: row.branch, fromOn: today })
  const { branch, fromOn } = typing.values
  return (
    <EntryDialog
      title={`Sekretess: ${recordWords[recordKind]}, ${unitKindWords[unitKind]}`}
      save="Ändra"
      saving={set}
      isReady={branch !== row.branch && fromOn !== ''}
      typing={typing}
      onSave={() =>
        set.mutate(
          { unitKind, recordKind, branch, fromOn },
          {
            onSuccess: () => {
              typing.forget()
              onClose()
            },
          },
        )
      }
      onClose={onClose}
    >
      <SegmentedControl
        aria-label="Sekretess"
        data={choicesOf(secrecyBranchWords)}
        value={branch}
        onChange={next => typing.change({ branch: next as SecrecyBranch })}
      />
      <DayInput
        label="Gäller från"
        usual={withinAYear()}
        description="I dag eller senare. Det som är antecknat före den dagen ändras inte."
        required
        value={fromOn}
        onChange={next => typing.change({ fromOn: next })}
      />
    </EntryDialog>
  )
}
