import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { DueRecord } from '../../main/contract/retention.ts'
import { combine } from '../core/combine.ts'
import { useCore } from '../core/core.ts'
import { BackToSettings } from '../ui/backToSettings.tsx'
import { InfoNotice, NotLoaded } from '../ui/notice.tsx'
import { Page, Section } from '../ui/page.tsx'
import { PrintPageButton } from '../ui/printPageButton.tsx'
import { DecisionForm } from './decisionForm.tsx'
import { DueRow } from './dueRow.tsx'
import { RemovalDialog } from './removalDialog.tsx'
import { RetentionProtocol } from './retentionProtocol.tsx'
import { RetentionRules } from './retentionRules.tsx'
import { Unreckoned } from './unreckoned.tsx'

/** *Gallring*: the rules the unit follows, the records past their time, and what has been decided. Never automatic. */
export function RetentionScreen() {
  const [removing, setRemoving] = useState<DueRecord>()
  const loaded = combine({
    authority: useCore('retention.authority', {}),
    due: useCore('retention.due', {}),
    others: useCore('retention.others', {}),
  })
  if (!loaded.isSuccess) return <NotLoaded error={loaded.error} />
  const { authority, due, others } = loaded.data
  const hasNoDecision = authority.kind === 'state' && authority.years === undefined
  return (
    <Page
      title="Gallring"
      narrow
      under={
        <>
          <BackToSettings /> · Inget tas bort av sig självt. Varje beslut står kvar i protokollet.
        </>
      }
      actions={<PrintPageButton />}
    >
      <div className="stack">
        <Deciders others={others} />
        {due.length === 0 ? (
          <Section title="Att besluta om">
            <p className="card soft">
              {hasNoDecision
                ? 'För en statlig myndighet finns ingen gallringstid förrän ett gallringsbeslut är inskrivet nedan.'
                : 'Inga uppgifter har nått sin gallringstid.'}
            </p>
          </Section>
        ) : (
          <DueLists due={due} isAlone={others.length === 0} onRemove={setRemoving} />
        )}
        <Unreckoned />
        <RetentionProtocol />
        <RetentionRules key={JSON.stringify(authority)} authority={authority} />
      </div>
      {removing !== undefined && <RemovalDialog due={removing} onClose={() => setRemoving(undefined)} />}
    </Page>
  )
}

/** Whether two decide here, or one alone. */
function Deciders({ others }: { others: readonly string[] }) {
  return (
    <InfoNotice>
      {others.length === 0
        ? 'Du är den enda här som får besluta om gallring, och beslutar därför ensam, med skäl. Finns en administratör till beslutar ni två: en föreslår, den andra beslutar.'
        : `Gallring beslutas av två: en föreslår, en annan beslutar. Utom du får ${others.join(', ')} besluta.`}
    </InfoNotice>
  )
}

/** Decided to be removed, by a rule that is still the same: what is left is to do it. */
const isDecided = ({ decided }: DueRecord) => decided?.decision === 'remove' && decided.ruleThen === undefined
/** One that this user has proposed is for another to decide about. */
const canBeChosen = (due: DueRecord, isAlone: boolean) => !isDecided(due) && (isAlone || due.proposed?.mine !== true)

type DueListsProps = { due: readonly DueRecord[]; isAlone: boolean; onRemove(due: DueRecord): void }

/** The records past their time, by how far they have come, and the decision about those that are chosen. */
function DueLists({ due, isAlone, onRemove }: DueListsProps) {
  const [chosenIds, setChosenIds] = useState<readonly string[]>([])
  const choosable = due.filter(each => canBeChosen(each, isAlone))
  const chosen = choosable.filter(each => chosenIds.includes(each.clientId))
  const choose = (records: readonly DueRecord[], isChosen: boolean) => {
    const ids: readonly string[] = records.map(each => each.clientId)
    setChosenIds(before => [...before.filter(each => !ids.includes(each)), ...(isChosen ? ids : [])])
  }
  const lists = [
    { title: 'Att besluta om', records: due.filter(each => each.proposed === undefined && !isDecided(each)) },
    { title: 'Väntar på en till', records: due.filter(each => each.proposed !== undefined) },
    { title: 'Beslutade, att gallra', records: due.filter(each => each.proposed === undefined && isDecided(each)) },
  ]
  return (
    <>
      {lists
        .filter(({ records }) => records.length > 0)
        .map(({ title, records }) => (
          <Section key={title} title={title} note={records.length}>
            <div className="card card-rows">
              <ChooseAll records={records.filter(each => choosable.includes(each))} chosen={chosen} onChoose={choose} />
              {records.map(each => (
                <DueRow
                  key={each.clientId}
                  due={each}
                  isChosen={choosable.includes(each) ? chosen.includes(each) : undefined}
                  onChoose={isChosen => choose([each], isChosen)}
                  onRemove={() => onRemove(each)}
                />
              ))}
            </div>
          </Section>
        ))}
      {choosable.length > 0 && <DecisionForm chosen={chosen} isAlone={isAlone} onDecided={() => setChosenIds([])} />}
    </>
  )
}

type ChooseAllProps = {
  records: readonly DueRecord[]
  chosen: readonly DueRecord[]
  onChoose(records: readonly DueRecord[], isChosen: boolean): void
}

function ChooseAll({ records, chosen, onChoose }: ChooseAllProps) {
  if (records.length < 2) return null
  const count = records.filter(each => chosen.includes(each)).length
  return (
    <Checkbox
      className="no-print"
      label={`Välj alla ${records.length}`}
      checked={count === records.length}
      indeterminate={count > 0 && count < records.length}
      onChange={event => onChoose(records, event.currentTarget.checked)}
    />
  )
}
