import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { isInForce } from '../../main/contract/validity.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { FieldsContext, useFieldsOfForm } from '../ui/fieldsOfForm.ts'
import { dayAndYear } from '../ui/format.ts'
import { NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { ShownDayInput } from '../ui/shownDayInput.tsx'
import { AddEntryDialog, EndEntryDialog, RewordEntryDialog } from './listDialogs.tsx'
import { type ListedRow, ListRow } from './listRow.tsx'
import { type ChoiceList, LISTS, type ListChoice, listNameOf, listTitles } from './lists.ts'
import { ResearchAreas } from './researchAreas.tsx'
import { SecrecyDefaults } from './secrecyDefaults.tsx'

type Doing = { what: 'add' } | { what: 'end' | 'reword'; row: ListedRow }

/** What can be chosen when something is recorded, from which day to which, and what it is called (L8). */
export function ListsScreen() {
  const today = useToday()
  const [chosen, setChosen] = useState<ListChoice>('clientReasons')
  const [on, setOn] = useState(today)
  const fields = useFieldsOfForm()
  const [doing, setDoing] = useState<Doing>()
  const loaded = combine({ lists: useCore('unit.lists', {}) })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const close = () => setDoing(undefined)
  const list = listNameOf(chosen)
  return (
    <Page
      title="Listor"
      narrow
      under={
        <>
          <BackToSettings /> · Det som går att välja när något antecknas. En rad avslutas men tas aldrig bort, och det
          som redan är antecknat behåller sitt ord.
        </>
      }
      actions={
        list !== undefined && (
          <Button
            leftSection={<IconPlus size={18} stroke={1.7} aria-hidden />}
            onClick={() => setDoing({ what: 'add' })}
          >
            Lägg till en rad
          </Button>
        )
      }
    >
      <div className="stack">
        <FieldsContext value={fields}>
          <div className="form-grid no-print">
            <Select
              label="Lista"
              data={LISTS.map(each => ({ value: each, label: listTitles[each] }))}
              allowDeselect={false}
              value={chosen}
              onChange={next => setChosen((next ?? chosen) as ListChoice)}
            />
            <ShownDayInput label="Som den gäller den" chosen={on} onChoose={setOn} />
          </div>
        </FieldsContext>
        {chosen === 'secrecy' && <SecrecyDefaults on={on} />}
        {chosen === 'research' && <ResearchAreas on={on} />}
        {chosen !== 'secrecy' && chosen !== 'research' && (
          <Rows rows={rowsOf(loaded.data.lists, chosen)} on={on} choice={chosen} onDo={setDoing} />
        )}
      </div>
      {doing?.what === 'add' && chosen !== 'secrecy' && chosen !== 'research' && (
        <AddEntryDialog choice={chosen} onClose={close} />
      )}
      {doing?.what === 'reword' && list && <RewordEntryDialog list={list} row={doing.row} onClose={close} />}
      {doing?.what === 'end' && list && <EndEntryDialog list={list} row={doing.row} onClose={close} />}
    </Page>
  )
}

type RowsProps = {
  rows: readonly ListedRow[]
  on: string
  choice: ChoiceList
  onDo(doing: Doing): void
}

function Rows({ rows, on, choice, onDo }: RowsProps) {
  const row = (each: ListedRow) => (
    <ListRow
      key={each.code}
      row={each}
      on={on}
      list={listNameOf(choice) ?? 'reasons'}
      onDo={what => onDo({ what, row: each })}
    />
  )
  const inForce = rows.filter(each => isInForce(each, on))
  const others = rows.filter(each => !isInForce(each, on))
  return (
    <>
      <Section title={listTitles[choice]} note={inForce.length}>
        <ul className="card card-rows plain-list" aria-label={`Går att välja ${dayAndYear(on)}`}>
          {inForce.map(row)}
        </ul>
      </Section>
      {others.length > 0 && (
        <Section title={`Går inte att välja ${dayAndYear(on)}`} note={others.length}>
          <ul className="card card-rows plain-list">{others.map(row)}</ul>
        </Section>
      )}
    </>
  )
}

type Lists = { reasons: readonly (ListedRow & { side: 'client' | 'service' })[] } & Record<
  'legalGrounds' | 'endReasons',
  readonly ListedRow[]
>

function rowsOf(lists: Lists, choice: ChoiceList): readonly ListedRow[] {
  switch (choice) {
    case 'clientReasons':
      return lists.reasons.filter(each => each.side === 'client')
    case 'serviceReasons':
      return lists.reasons.filter(each => each.side === 'service')
    default:
      return lists[choice]
  }
}
