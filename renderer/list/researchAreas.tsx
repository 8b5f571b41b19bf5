import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { ResearchArea } from '../../main/contract/list.ts'
import { isInForce } from '../../main/contract/validity.ts'
import { useCommand, useCore } from '../core/core.ts'
import { useToday } from '../core/useToday.ts'
import { useTypedForm } from '../draft/useTyping.ts'
import { DayInput } from '../ui/dayInput.tsx'
import { dayAndYear, listed } from '../ui/format.ts'
import { ErrorNotice, NotLoaded } from '../ui/notice.tsx'
import { Section } from '../ui/page.tsx'
import { SearchSelect } from '../ui/searchSelect.tsx'
import { withinAYear } from '../ui/usualDays.ts'
import { EntryDialog } from './listDialogs.tsx'
import { validText } from './listRow.tsx'

/** The counties and municipalities where everything is kept for research, from which day to which. */
export function ResearchAreas({ on }: { on: string }) {
  const found = useCore('list.researchAreas', {})
  const [doing, setDoing] = useState<'add' | ResearchArea>()
  if (!found.isSuccess) return <NotLoaded error={found.error} />
  const { areas, birthDays } = found.data
  const row = (each: ResearchArea) => (
    <AreaRow key={`${each.code} ${each.fromOn}`} area={each} onEnd={() => setDoing(each)} />
  )
  const others = areas.filter(each => !isInForce(each, on))
  return (
    <>
      <Section title="Bevaras för forskning">
        <div className="card stack">
          <p className="small">
            Källa: SoF 13 kap. 1 §. I övriga landet bevaras den som är född den{' '}
            {listed(birthDays.map(each => `${each}:e`))} i en månad. De dagarna står i förordningen och ändras med en ny
            version av Arton.
          </p>
          <ul className="plain-list card-rows">{areas.filter(each => isInForce(each, on)).map(row)}</ul>
          <div>
            <Button variant="default" onClick={() => setDoing('add')}>
              Lägg till kommun eller län
            </Button>
          </div>
        </div>
      </Section>
      {others.length > 0 && (
        <Section title={`Bevaras inte ${dayAndYear(on)}`}>
          <ul className="card card-rows plain-list">{others.map(row)}</ul>
        </Section>
      )}
      {doing === 'add' && <AddArea onClose={() => setDoing(undefined)} />}
      {typeof doing === 'object' && <EndArea area={doing} onClose={() => setDoing(undefined)} />}
    </>
  )
}

/** Before anyone in a binder: it has always been so. */
const ALWAYS = '1900-01-01'

function AreaRow({ area, onEnd }: { area: ResearchArea; onEnd(): void }) {
  const { code, name, fromOn, toOn } = area
  const end = useCommand('list.endResearchArea')
  return (
    <li>
      <div className="spread">
        <strong>{name}</strong>
        <Menu position="bottom-end" withinPortal width={220} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Mer om ${name}`}>
              <IconDots size={19} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEnd}>{toOn === undefined ? 'Avsluta' : 'Ändra slutet'}</Menu.Item>
            {toOn !== undefined && (
              <Menu.Item onClick={() => end.mutate({ code, fromOn })}>Ta tillbaka slutet</Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      <p className="small soft">{validText({ code, fromOn: fromOn === ALWAYS ? undefined : fromOn, toOn })}</p>
      <ErrorNotice error={end.error} />
    </li>
  )
}

function AddArea({ onClose }: { onClose(): void }) {
  const today = useToday()
  const municipalities = useCore('municipality.list', {})
  const add = useCommand('list.addResearchArea')
  const typing = useTypedForm('research-area:new', { code: '', fromOn: today })
  const { code, fromOn } = typing.values
  const inCounties = (municipalities.data ?? []).filter(each => each.county !== '')
  const counties = new Map(inCounties.map(each => [each.code.slice(0, 2), each.county]))
  return (
    <EntryDialog
      title="Bevaras för forskning"
      save="Lägg till"
      saving={add}
      isReady={code !== '' && fromOn !== ''}
      typing={typing}
      onSave={() =>
        add.mutate(
          { code, fromOn },
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
      <SearchSelect
        label="Kommun eller län"
        required
        data-autofocus
        placeholder="Välj"
        data={[
          { group: 'Län', items: [...counties].map(([value, label]) => ({ value, label })) },
          { group: 'Kommuner', items: inCounties.map(each => ({ value: each.code, label: each.name })) },
        ]}
        value={code}
        onChange={next => typing.change({ code: next })}
      />
      <DayInput
        usual={withinAYear()}
        label="Från"
        required
        value={fromOn}
        onChange={next => typing.change({ fromOn: next })}
      />
    </EntryDialog>
  )
}

function EndArea({ area, onClose }: { area: ResearchArea; onClose(): void }) {
  const { code, name, fromOn } = area
  const today = useToday()
  const end = useCommand('list.endResearchArea')
  const typing = useTypedForm(`research-area:${code}:${fromOn}`, { toOn: area.toOn ?? today })
  const { toOn } = typing.values
  return (
    <EntryDialog
      title={`Avsluta ${name}`}
      save="Avsluta"
      saving={end}
      isReady={toOn !== ''}
      typing={typing}
      onSave={() =>
        end.mutate(
          { code, fromOn, toOn },
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
      <DayInput
        usual={withinAYear()}
        label="Sista dagen"
        description="Efter den dagen kan uppgifter om den som bor där gallras. Gör det bara om förordningen har ändrats."
        required
        autoFocus
        value={toOn}
        onChange={next => typing.change({ toOn: next })}
      />
    </EntryDialog>
  )
}
